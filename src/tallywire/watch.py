"""Feeds, sitemaps and pages watched: what is due is asked for, what is new or changed is read into the ledger.

Where the work stands is kept in the ledger after every address, so that a watch may be killed at any moment and begun
again, and several may watch with one ledger.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tallywire.claims.errors import SourceError
from tallywire.collect import feeds
from tallywire.collect.feeds.listing import Entry, Listing
from tallywire.collect.feeds.read import LARGEST, read
from tallywire.collect.fetch import is_address
from tallywire.collect.fetch.address import proper
from tallywire.collect.fetch.client import Answer, Client, Validators
from tallywire.collect.fetch.manners import Manners
from tallywire.collect.fetch.pages import pages
from tallywire.ledger import store
from tallywire.ledger.store import Ledger
from tallywire.ledger.watches import Look, Role, Wanted, Watched, Watches
from tallywire.pipeline import Bulk, Summary, version

HOUR, DAY = 3600.0, 86400.0
# A page that a feed has named is looked at again so long after each look: most corrections come within a week.
LOOKED_AGAIN = (HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY)
# A page that fails is tried so often, each time after twice as long.
TRIED_AGAIN, FIRST_WAIT = 5, 900.0
# Seconds between two signs of life; other programs wait four times as long for one.
BEAT = 5.0
# How long another program may write before this one gives up.
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Course:
    """How to watch. `every` is in seconds; entries dated more than `days` ago are passed over."""

    every: float = 900.0
    days: float = 30.0
    once: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """A page that is new, or has changed."""

    address: str
    status: str
    revision: int
    figures: int
    title: str | None
    feed: str | None


@dataclass(frozen=True, slots=True)
class Watching:
    """What was done so far; `following` is when the next address is due (RFC 3339), None for never."""

    lists: int
    lists_unchanged: int
    entries: int  # new, or said to have changed
    entries_old: int
    pages_unchanged: int
    following: str | None
    read: Summary


Told = News | SourceError


def watch(
    sources: Sequence[str],
    ledger: str | Path,
    *,
    manners: Manners | None = None,
    course: Course | None = None,
    tell: Callable[[Told], None] | None = None,
) -> Watching:
    """Watch lists of feeds, lists of addresses, and feeds, until interrupted; with `once`, until nothing is due."""
    with store.open(ledger, wait=PATIENCE) as opened:
        watcher = _Watcher(opened, manners or Manners(), course or Course(), tell or (lambda _: None))
        try:
            watcher.enlist(sources)
            asyncio.run(watcher.run())
        except KeyboardInterrupt:
            watcher.bulk.interrupted = True
        return watcher.summary()


class _Watcher:
    def __init__(self, ledger: Ledger, manners: Manners, course: Course, tell: Callable[[Told], None]) -> None:
        self.bulk = Bulk(ledger)
        self._ledger, self._manners, self._course, self._tell = ledger, manners, course, tell
        self._started = self._beaten = time.time()
        self._watches = Watches(ledger, (), _holder())
        self._under_way: dict[asyncio.Task[Answer], Watched] = {}
        self._lists = self._lists_unchanged = self._entries = self._old = self._pages_unchanged = 0

    def enlist(self, sources: Sequence[str]) -> None:
        """Watch what the sources name from now on; one that cannot be read is told."""
        known: list[str] = []
        for source in sources:
            try:
                name, wanted = self._named(source)
            except SourceError as error:
                self._log(error)
                continue
            known.append(name)
            self._watches.enlist(name, wanted, self._started, self._course.every)
        self._watches = Watches(self._ledger, known, self._watches.holder)

    def _named(self, source: str) -> tuple[str, list[Wanted]]:
        """A source's name in the ledger, and what it names."""
        if is_address(source):
            address = proper(source)
            return address, [Wanted(address, "list")]
        path = Path(source)
        try:
            content = path.read_bytes()
        except OSError as error:
            message = error.strerror or "cannot be read"
            raise SourceError("missing", message, where=source, remedy="check the name") from error
        found = read(content, source)
        for problem in found.problems:
            self._log(problem)
        role: Role = "list" if found.names_lists else "either" if found.kind == "addresses" else "page"
        return str(path.resolve()), [Wanted(entry.address, role) for entry in found.entries]

    async def run(self) -> None:
        """Ask for what is due until nothing is, or for ever."""
        async with Client(self._manners, version()) as client:
            try:
                while self._begin(client):
                    await self._rest()
                    for task in [task for task in self._under_way if task.done()]:
                        self._finish(self._under_way.pop(task), task)
                    self._beat()
            finally:
                for task in self._under_way:
                    task.cancel()
                await asyncio.gather(*self._under_way, return_exceptions=True)
                self._watches.release()

    def _begin(self, client: Client) -> bool:
        """Ask for what is due, as far as there is room; whether there is anything to wait for."""
        now = time.time()
        since = self._started if self._course.once else None
        left = self._watches.left(now, since)
        room = self._manners.at_once - len(self._under_way)
        taken = self._watches.take(now, room, self._manners.pause, since) if left.due else ()
        for one in taken:
            known = Validators(one.etag, one.last_modified)
            largest = LARGEST if one.role == "list" else None
            self._under_way[asyncio.create_task(client.get(one.address, known, largest=largest))] = one
        self._following = left.following
        self._idle = not left.due
        return bool(self._under_way or left.due) or not self._course.once

    async def _rest(self) -> None:
        """Wait for an answer, or until something may be due."""
        waited = min(BEAT, max(0.05, self._manners.pause / 2))
        if self._idle:
            waited = min(BEAT, max(0.05, (self._following or time.time() + BEAT) - time.time()))
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=waited, return_when=asyncio.FIRST_COMPLETED)
        else:
            await asyncio.sleep(waited)

    def _beat(self) -> None:
        if self._under_way and time.time() - self._beaten > BEAT:
            self._beaten = time.time()
            self._watches.beat(self._beaten)

    def _finish(self, one: Watched, task: asyncio.Task[Answer]) -> None:
        """Read what an address gave, and say when it is due again."""
        self.bulk.recorded = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            look = self._look(one, task.result())
        except SourceError as error:
            error.where = one.address
            self._log(error)
            look = self._failed(one, error)
        self._watches.done(one, look, time.time())

    def _look(self, one: Watched, answer: Answer) -> Look:
        role = one.role
        if role == "either" and answer.content is not None:
            packed = answer.content.startswith(b"\x1f\x8b")  # as sitemaps are, and no page
            role = "list" if packed or feeds.looks_like_list(answer.content) else "page"
        again = self._again(one, role)
        given = Look(again, role, answer.validators.etag, answer.validators.last_modified)
        if answer.content is None:
            self._lists += role == "list"
            self._lists_unchanged += role == "list"
            self._pages_unchanged += role == "page"
            etag, last_modified = given.etag or one.etag, given.last_modified or one.last_modified
            return replace(given, etag=etag, last_modified=last_modified, digest=one.digest)
        if role == "list":
            return replace(given, digest=self._list(one, answer, answer.content))
        return replace(given, fault=self._page(one, answer))

    def _list(self, one: Watched, answer: Answer, content: bytes) -> str:
        """Watch what a list names; the digest of its bytes."""
        self._lists += 1
        digest = hashlib.sha256(content).hexdigest()
        if digest == one.digest:
            self._lists_unchanged += 1
            return digest
        listing = read(content, answer.delivery.url)
        for problem in listing.problems:
            problem.where = one.address
            self._log(problem)
        wanted = list(self._wanted(one, listing))
        self._entries += self._watches.found(one, wanted, time.time())
        return digest

    def _wanted(self, one: Watched, listing: Listing) -> Iterator[Wanted]:
        first = (datetime.now(UTC) - timedelta(days=self._course.days)).date().isoformat()
        role: Role = "list" if listing.names_lists else "page"
        for entry in listing.entries:
            if _day(entry) < first:
                self._old += 1
            else:
                yield Wanted(entry.address, role, one.address, entry.mark, entry.published, entry.updated)

    def _page(self, one: Watched, answer: Answer) -> str | None:
        """Read a page into the ledger; the code of what went wrong."""
        fault = None
        for found in pages(answer):
            if isinstance(found, SourceError):
                self._log(found)
                fault = found.code
                continue
            delivery = answer.delivery
            if one.found_in is not None:
                delivery = replace(delivery, feed=one.found_in, feed_published=one.published, feed_updated=one.updated)
            taken = self.bulk.take(replace(found, delivery=delivery))
            if taken.problem is not None:
                self._tell(taken.problem)
                fault = taken.problem.code
            if taken.status in {"new", "revised"}:
                self._tell(News(found.address, taken.status, taken.revision, taken.figures, taken.title, one.found_in))
        return fault

    def _again(self, one: Watched, role: Role) -> float | None:
        """When to look again at what has answered."""
        if role == "list" or one.found_in is None:
            return time.time() + self._course.every
        return time.time() + LOOKED_AGAIN[one.looks] if one.looks < len(LOOKED_AGAIN) else None

    def _failed(self, one: Watched, error: SourceError) -> Look:
        """When to try again what has not: later each time, and never where that cannot help."""
        asked: float = getattr(error, "wait", None) or 0.0
        longer = 2.0**one.failures
        again: float | None = None
        if one.role == "list" or one.found_in is None:
            again = time.time() + max(asked, min(self._course.every * longer, max(DAY, self._course.every)))
        elif getattr(error, "passing", False) and one.failures < TRIED_AGAIN:
            again = time.time() + max(asked, FIRST_WAIT * longer)
        return Look(again, one.role, fault=error.code)

    def _log(self, error: SourceError) -> None:
        self.bulk.log(error)
        self._tell(error)

    def summary(self) -> Watching:
        """What was done so far."""
        following = self._watches.left(time.time()).following
        return Watching(
            lists=self._lists,
            lists_unchanged=self._lists_unchanged,
            entries=self._entries,
            entries_old=self._old,
            pages_unchanged=self._pages_unchanged,
            following=datetime.fromtimestamp(following, UTC).isoformat(timespec="seconds") if following else None,
            read=self.bulk.summary(),
        )


def _holder() -> str:
    """A name that no other program has at the same time."""
    return f"{socket.gethostname()}/{os.getpid()}/{time.time_ns()}"


def _day(entry: Entry) -> str:
    """The day a list gives an entry; entries without one come after every other."""
    return (entry.updated or entry.published or "9999")[:10]
