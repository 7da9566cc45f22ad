"""One address asked for: as robots.txt allows, at a polite pace, through redirects, again where that may help."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import TracebackType
from typing import Self

import httpcore
import stamina

from tallywire.claims.article import Delivery
from tallywire.claims.errors import SourceError
from tallywire.collect.fetch import faults
from tallywire.collect.fetch.address import host_of, joined, proper
from tallywire.collect.fetch.body import ENCODINGS, Body, GarbledError, TooLargeError
from tallywire.collect.fetch.faults import FetchError
from tallywire.collect.fetch.guard import Guard
from tallywire.collect.fetch.manners import Manners
from tallywire.collect.fetch.pace import Pace
from tallywire.collect.fetch.robots import LARGEST, Robots, refusal

REDIRECTS = 10  # more than any honest site needs; RFC 9309 wants at least five for robots.txt
_REDIRECTED = frozenset({301, 302, 303, 307, 308})
# Seconds; a server that asks for more is asked after a day all the same.
LONGEST_WAIT = 86400.0
_GOOD = frozenset({HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION})
_KEPT_HEADERS = ("content-type", "content-language", "date", "etag", "last-modified")
_TAKEN = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, */*;q=0.5"
# stamina tells of every attempt in the log of this name, which Python prints where nobody has set up logging.
_SILENT = logging.NullHandler()
_NO_TEXT = {"image/": "a picture", "audio/": "sound", "video/": "a film", "font/": "a font"}


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with the bytes that are known already, to ask whether there are newer ones."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The conditions of a request (RFC 9110, 13.1)."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave; `content` is None where the server says that nothing has changed."""

    address: str
    delivery: Delivery
    content: bytes | None
    fetched: str

    @property
    def validators(self) -> Validators:
        """What to ask with the next time."""
        return Validators(self.delivery.header("etag"), self.delivery.header("last-modified"))


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    headers: Mapping[str, str]
    content: bytes | None


class Client:
    """Asks for addresses, many at once, in the manners given; used within `async with`."""

    def __init__(self, manners: Manners, version: str) -> None:
        self.manners = manners
        logging.getLogger("stamina").addHandler(_SILENT)
        self._agent = manners.agent(version)
        self._pace = Pace(manners.pause)
        self._slots = asyncio.Semaphore(manners.at_once)
        self._robots = Robots(self._robots_file)
        self._pool = httpcore.AsyncConnectionPool(
            network_backend=Guard(manners.private), max_connections=None, keepalive_expiry=10.0
        )

    async def __aenter__(self) -> Self:
        await self._pool.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.__aexit__(kind, error, trace)

    async def get(self, address: str, known: Validators | None = None, *, largest: int | None = None) -> Answer:
        """What an address gives now; SourceError says why it gives nothing."""
        asked = proper(address)
        bound = largest or self.manners.largest
        conditions = known.headers() if known else {}
        try:
            at, reply = await self._followed(asked, conditions, bound, robots=False)
        except SourceError as error:
            if error.where != asked:
                error.message, error.where = f"it leads to {error.where}: {error.message}", asked
            raise
        kept = tuple((name, reply.headers[name]) for name in _KEPT_HEADERS if name in reply.headers)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return Answer(asked, Delivery(at, reply.status, kept), reply.content, now)

    async def _robots_file(self, address: str) -> bytes:
        _, reply = await self._followed(address, {}, LARGEST, robots=True)
        return reply.content or b""

    async def _followed(
        self, address: str, conditions: Mapping[str, str], largest: int, *, robots: bool
    ) -> tuple[str, _Reply]:
        """Where the redirects end, and the reply there."""
        seen = [address]
        while True:
            reply = await self._allowed(seen[-1], conditions, largest, robots=robots)
            if reply.status not in _REDIRECTED or "location" not in reply.headers:
                return seen[-1], reply
            following = joined(seen[-1], reply.headers["location"])
            if following in seen:
                message = f"the address leads round in a circle, by {following}"
                raise FetchError("redirect_loop", message, where=address, remedy="look at it in a browser")
            if len(seen) > REDIRECTS:
                message = f"sent on more than {REDIRECTS} times, at last to {following}"
                raise FetchError("redirects", message, where=address, remedy="look at it in a browser")
            seen.append(following)

    async def _allowed(self, address: str, conditions: Mapping[str, str], largest: int, *, robots: bool) -> _Reply:
        """The reply of one address as its site allows, in the host's turn; with further attempts where they help."""
        delay = 0.0
        if not robots:
            rules = await self._robots.rules(address)
            if not rules.allow(address):
                raise refusal(rules, address)
            delay = rules.delay
        manners = self.manners
        attempts = stamina.retry_context(
            on=self._again, attempts=manners.attempts, timeout=None, wait_initial=manners.wait, wait_jitter=manners.wait
        )
        async for attempt in attempts:
            with attempt:
                if not robots:
                    await self._turn(address, delay)
                async with self._slots:
                    return await self._once(address, conditions, largest)
        raise AssertionError("the last attempt answers or raises")

    async def _turn(self, address: str, delay: float) -> None:
        """Wait for the host's turn, unless it wants to be left alone for longer than anybody waits."""
        host = host_of(address)
        if (left := self._pace.held(host)) > self.manners.longest_wait:
            raise faults.of_status(HTTPStatus.TOO_MANY_REQUESTS, address, left)
        await self._pace.turn(host, delay)

    def _again(self, error: Exception) -> bool | float:
        if not isinstance(error, FetchError) or not error.passing:
            return False
        if error.wait is None:
            return True
        self._pace.hold(host_of(error.where), error.wait)
        return error.wait if error.wait <= self.manners.longest_wait else False

    async def _once(self, address: str, conditions: Mapping[str, str], largest: int) -> _Reply:
        try:
            async with asyncio.timeout(self.manners.patience):
                return await self._asked(address, conditions, largest)
        except TimeoutError as error:
            raise faults.too_slow(address, self.manners.patience) from error
        except TooLargeError as error:
            raise faults.too_large(address, largest) from error
        except GarbledError as error:
            raise faults.garbled(address, str(error)) from error
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
            raise faults.of_connection(error, address) from error

    async def _asked(self, address: str, conditions: Mapping[str, str], largest: int) -> _Reply:
        headers = {"User-Agent": self._agent, "Accept": _TAKEN, "Accept-Encoding": ENCODINGS, **conditions}
        async with self._streamed(address, headers) as response:
            given = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            status = response.status
            if status in _REDIRECTED or (status == HTTPStatus.NOT_MODIFIED and conditions):
                return _Reply(status, given, None)
            if status not in _GOOD:
                raise faults.of_status(status, address, _wait_of(given.get("retry-after")))
            return _Reply(status, given, await _body(response, given, address, largest))

    @asynccontextmanager
    async def _streamed(self, address: str, headers: Mapping[str, str]) -> AsyncIterator[httpcore.Response]:
        silence = self.manners.silence
        patience = {"connect": silence, "read": silence, "write": silence, "pool": self.manners.patience}
        given = [(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]
        async with self._pool.stream("GET", address, headers=given, extensions={"timeout": patience}) as response:
            yield response


async def _body(response: httpcore.Response, headers: Mapping[str, str], address: str, largest: int) -> bytes:
    media = headers.get("content-type", "").lower()
    for begin, kind in _NO_TEXT.items():
        if media.startswith(begin):
            remedy = "give the address of the page it stands on"
            raise FetchError("not_text", f"this is {kind}, not text or HTML", where=address, remedy=remedy)
    declared = headers.get("content-length", "")
    if declared.isdecimal() and (len(declared) > len(str(largest)) or int(declared) > largest):
        raise TooLargeError
    body = Body(headers.get("content-encoding", ""), largest)
    async for part in response.aiter_stream():
        body.take(part)
    return body.whole()


def _wait_of(said: str | None) -> float | None:
    """Retry-After in seconds: "120", or a date; None where it says neither."""
    if not said:
        return None
    try:
        seconds = float(said) if said.strip().isdecimal() else parsedate_to_datetime(said).timestamp() - time.time()
    except (ValueError, TypeError, IndexError, OverflowError):  # what Python's reader ends on where it cannot read
        return None
    return min(max(0.0, seconds), LONGEST_WAIT)
