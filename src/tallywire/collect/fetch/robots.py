"""What a site lets programs read: its robots.txt, as RFC 9309 has it, asked for once a day.

No such file (a status of 400 to 499) means everything is allowed; a server that fails means nothing is, until it
answers.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from protego import Protego

from tallywire.claims.errors import SourceError
from tallywire.collect.fetch.address import origin_of
from tallywire.collect.fetch.faults import FetchError
from tallywire.collect.fetch.manners import NAME

# RFC 9309, 2.4 and 2.5: kept for a day at most, and read as far as 500 KiB.
KEPT = 24 * 3600.0
LARGEST = 500 * 1024
ASKED_AGAIN = 300.0  # seconds after a failure
# A site that wants longer pauses between two pages is asked once in so many seconds all the same.
LONGEST_DELAY = 3600.0
# RFC 9309, 2.3.1.3: what means that there is no such file. One that is too large to be one is none, too.
NO_FILE = frozenset({"gone", "closed", "refused", "too_large", "not_text", "redirects", "redirect_loop"})
# Faults that the page itself would meet, and which are said as the page's own.
PASSING = frozenset({"no_such_host", "no_connection", "timed_out"})
OF_THE_HOST = PASSING | {"private_address", "not_safe"}


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows; `fault` says why nothing is known, and then nothing is allowed."""

    parsed: Protego | None
    until: float
    fault: SourceError | None = None

    def allow(self, address: str) -> bool:
        """Whether this address may be read."""
        return self.fault is None and (self.parsed is None or bool(self.parsed.can_fetch(address, NAME)))

    @property
    def delay(self) -> float:
        """Seconds between two requests, 0 where it does not say."""
        said = self.parsed.crawl_delay(NAME) if self.parsed is not None else None
        return min(float(said or 0.0), LONGEST_DELAY)


class Robots:
    """The rules of each site, `get` being how its file is asked for: the content, or SourceError."""

    def __init__(self, get: Callable[[str], Awaitable[bytes]]) -> None:
        self._get = get
        self._known: dict[str, Rules] = {}
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def rules(self, address: str) -> Rules:
        """The rules of the site an address is of."""
        origin = origin_of(address)
        async with self._asking[origin]:
            known = self._known.get(origin)
            if known is None or known.until < time.monotonic():
                known = self._known[origin] = await self._asked(origin)
            return known

    async def _asked(self, origin: str) -> Rules:
        now = time.monotonic()
        try:
            content = await self._get(f"{origin}/robots.txt")
        except SourceError as error:
            if error.code in NO_FILE:
                return Rules(None, now + KEPT)
            return Rules(None, now + ASKED_AGAIN, fault=error)
        return Rules(Protego.parse(content[:LARGEST].decode("utf-8", "replace")), now + KEPT)


def refusal(rules: Rules, address: str) -> FetchError:
    """Why an address is not read."""
    fault = rules.fault
    if fault is not None and fault.code in OF_THE_HOST:
        return FetchError(fault.code, fault.message, where=address, remedy=fault.remedy, passing=fault.code in PASSING)
    if fault is not None:
        message = f"the site's robots.txt cannot be had, so nothing there is read: {fault.message}"
        return FetchError("robots_unknown", message, where=address, remedy="try again later", passing=True)
    message = "the site's robots.txt asks programs not to read it"
    return FetchError("robots_refused", message, where=address, remedy="ask the outlet, or save it in a browser")
