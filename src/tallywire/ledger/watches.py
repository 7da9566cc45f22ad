"""The addresses that are watched: which are due, who is at them, and what they gave last.

Several programs may watch with one ledger. Each takes an address before it asks for it, under the database's lock, and
says every few seconds that it is still at it; what a killed program held is free again when it has been silent a while.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, Connection, case, func, insert, or_, select, update

from tallywire.ledger import file
from tallywire.ledger.batch import ASKED_AT_ONCE
from tallywire.ledger.rows import Row
from tallywire.ledger.store import Ledger
from tallywire.ledger.tables import watches

Role = Literal["list", "page", "either"]

# A program that has not said for so many seconds that it is at its addresses has died.
SILENCE = 20.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to watch. `mark` stands for what the list that names it says of it."""

    address: str
    role: Role
    found_in: str | None = None
    mark: str | None = None
    published: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """An address that somebody is at, as it stood when it was taken."""

    address: str
    source: str
    role: Role
    found_in: str | None
    mark: str | None
    published: str | None
    updated: str | None
    etag: str | None
    last_modified: str | None
    digest: str | None
    looks: int
    failures: int


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at an address came to; `again` is the moment of the next, None for never."""

    again: float | None
    role: Role
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """What there is to do: how many addresses are due, and when the next will be."""

    due: int
    following: float | None


_NOWHERE: tuple[str | None, str | None] = (None, None)


def _some(wanted: Sequence[Wanted]) -> Iterator[Sequence[Wanted]]:
    """So many at a time as one statement can ask of."""
    return (wanted[at : at + ASKED_AT_ONCE] for at in range(0, len(wanted), ASKED_AT_ONCE))


def stamp(moment: float) -> str:
    """A moment as text that sorts by time."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")


class Watches:
    """The watched addresses of some sources, for one program, `holder`."""

    def __init__(self, ledger: Ledger, sources: Sequence[str], holder: str) -> None:
        self._ledger = ledger
        self._sources = tuple(sources)
        self.holder = holder

    def enlist(self, source: str, wanted: Sequence[Wanted], now: float, every: float) -> None:
        """Watch these addresses of a source from now on, and no others that it once named itself.

        An address is due at once when it is new, and otherwise `every` seconds after it was last asked.
        """
        with self._writing() as connection:
            listed = {one.address for one in wanted}
            own = (watches.c.source == source) & watches.c.found_in.is_(None)
            for address in connection.execute(select(watches.c.address).where(own)).scalars().all():
                if address not in listed:
                    connection.execute(update(watches).where(watches.c.address == address).values(due=None))
            for some in _some(wanted):
                self._enlist_some(connection, source, some, (now, every))

    def _enlist_some(
        self, connection: Connection, source: str, wanted: Sequence[Wanted], times: tuple[float, float]
    ) -> None:
        now, every = times
        rested = watches.c.checked.is_(None) | (watches.c.checked <= stamp(now - every))
        known = self._known(connection, wanted)
        listed = watches.c.address.in_(list(known))
        connection.execute(update(watches).where(listed).values(source=source, found_in=None))
        # One that fails keeps its longer pause.
        connection.execute(update(watches).where(listed, rested, watches.c.failures == 0).values(due=stamp(now)))
        later = update(watches).where(listed, ~rested, watches.c.due.is_(None))
        connection.execute(later.values(due=stamp(now + every)))
        self._add(connection, source, [one for one in wanted if one.address not in known], now)

    def found(self, lister: Watched, entries: Sequence[Wanted], now: float) -> int:
        """Watch what a list names: what is new, and what it now says something else of; how many that is."""
        changed = 0
        with self._writing() as connection:
            for some in _some(entries):
                known = self._known(connection, some)
                fresh = [one for one in some if one.address not in known]
                # A page that several lists name is left to the first of them: each says something else of it.
                own = [one for one in some if known.get(one.address, _NOWHERE)[0] == lister.address]
                other = [one for one in own if known[one.address][1] != one.mark]
                self._add(connection, lister.source, fresh, now)
                for one in other:
                    self._mark(connection, one, now)
                changed += len(fresh) + len(other)
        return changed

    def take(self, now: float, room: int, pause: float, since: float | None = None) -> tuple[Watched, ...]:
        """Take due addresses, of each host one, of hosts that nobody has asked within `pause`.

        With `since`, only those that nobody has asked since that moment.
        """
        if room <= 0:
            return ()
        moment = stamp(now)
        busy = select(watches.c.host).where(or_(watches.c.held_until > moment, watches.c.checked > stamp(now - pause)))
        place = func.row_number().over(partition_by=watches.c.host, order_by=(watches.c.due, watches.c.address))
        ranked = (
            select(watches.c.address, watches.c.due, place.label("place"))
            .where(*self._due(now, since), watches.c.host.not_in(busy))
            .subquery()
        )
        first = select(ranked.c.address).where(ranked.c.place == 1).order_by(ranked.c.due).limit(room)
        with self._writing() as connection:
            addresses = list(connection.execute(first).scalars())
            if addresses:
                held = {"holder": self.holder, "held_until": stamp(now + SILENCE)}
                connection.execute(update(watches).where(watches.c.address.in_(addresses)).values(**held))
            columns = [watches.c[name] for name in Watched.__slots__]
            taken = select(*columns).where(watches.c.address.in_(addresses)).order_by(watches.c.due)
            return tuple(Watched(**row) for row in connection.execute(taken).mappings())

    def beat(self, now: float) -> None:
        """Say that this program is still at what it holds."""
        with self._writing() as connection:
            mine = update(watches).where(watches.c.holder == self.holder)
            connection.execute(mine.values(held_until=stamp(now + SILENCE)))

    def done(self, one: Watched, look: Look, now: float) -> None:
        """Let go of an address, with what the look at it came to. What was read of it is written first."""
        self._ledger.flush()
        again = stamp(look.again) if look.again is not None else None
        failed = look.fault is not None
        values: Row = {
            "checked": stamp(now),
            # Its list may have said something new of it meanwhile: then it stays due.
            "due": case((watches.c.mark.is_not_distinct_from(one.mark), again), else_=watches.c.due),
            "role": look.role,
            "looks": one.looks + (0 if failed else 1),
            "failures": one.failures + 1 if failed else 0,
            "fault": look.fault,
            "holder": None,
            "held_until": None,
        }
        if not failed:
            values |= {"etag": look.etag, "last_modified": look.last_modified, "digest": look.digest}
        mine = (watches.c.address == one.address) & (watches.c.holder == self.holder)
        with self._writing() as connection:
            connection.execute(update(watches).where(mine).values(**values))

    def release(self) -> None:
        """Let go of everything this program holds, as if it had never taken it."""
        with self._writing() as connection:
            mine = update(watches).where(watches.c.holder == self.holder)
            connection.execute(mine.values(holder=None, held_until=None))

    def left(self, now: float, since: float | None = None) -> Left:
        """What is due now, whoever is at it, and when the next address will be."""
        due = select(func.count()).where(*self._open(now, since))
        later = select(func.min(watches.c.due)).where(watches.c.source.in_(self._sources), watches.c.due > stamp(now))
        with file.faults_said(self._ledger.path), self._ledger.engine.connect() as connection:
            following = connection.execute(later).scalar()
            number = connection.execute(due).scalar_one()
        return Left(number, datetime.fromisoformat(following).timestamp() if following else None)

    def _open(self, now: float, since: float | None) -> tuple[ColumnElement[bool], ...]:
        rested = () if since is None else (watches.c.checked.is_(None) | (watches.c.checked < stamp(since)),)
        return (watches.c.source.in_(self._sources), watches.c.due <= stamp(now), *rested)

    def _due(self, now: float, since: float | None) -> tuple[ColumnElement[bool], ...]:
        free = watches.c.held_until.is_(None) | (watches.c.held_until <= stamp(now))
        return (*self._open(now, since), free)

    def _known(self, connection: Connection, wanted: Sequence[Wanted]) -> dict[str, tuple[str | None, str | None]]:
        asked = select(watches.c.address, watches.c.found_in, watches.c.mark)
        rows = connection.execute(asked.where(watches.c.address.in_([one.address for one in wanted])))
        return {row.address: (row.found_in, row.mark) for row in rows}

    def _add(self, connection: Connection, source: str, wanted: Sequence[Wanted], now: float) -> None:
        rows = [
            {
                "address": one.address,
                "source": source,
                "role": one.role,
                "host": urlsplit(one.address).hostname or "",
                "found_in": one.found_in,
                "mark": one.mark,
                "published": one.published,
                "updated": one.updated,
                # A feed's newest entry stands first, and is asked for first.
                "due": stamp(now - (len(wanted) - place) / 1000),
                "looks": 0,
                "failures": 0,
            }
            for place, one in enumerate(wanted)
        ]
        if rows:
            connection.execute(insert(watches), rows)

    def _mark(self, connection: Connection, one: Wanted, now: float) -> None:
        said = {"mark": one.mark, "published": one.published, "updated": one.updated}
        itself = update(watches).where(watches.c.address == one.address)
        connection.execute(itself.values(due=stamp(now), looks=0, failures=0, **said))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        engine = self._ledger.engine.execution_options(writing=True)
        with file.faults_said(self._ledger.path), engine.begin() as connection:
            yield connection
