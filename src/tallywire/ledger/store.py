"""Keep what was read, and give it back: `open` a ledger, `keep` documents, ask for `claims`."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection, Engine, func, select

from tallywire.claims.article import Article, Capture, Extent
from tallywire.claims.claim import Claim, ClaimQuery
from tallywire.claims.errors import LedgerError, TallywireError
from tallywire.claims.ids import id_of
from tallywire.claims.reading import Reading
from tallywire.claims.series import Bulletin, Point
from tallywire.ledger import batch, file, questions, rows, tables
from tallywire.ledger.batch import Head
from tallywire.ledger.rows import Address, Document, Row

Status = Literal["new", "unchanged", "revised", "reread"]

# Documents are written in batches, each whole: a commit a document takes twice the time (decisions/0030).
BATCH_SECONDS = 0.5
BATCH_BYTES = 16_000_000
# How long to wait for another program that is writing to the same ledger.
WAIT_SECONDS = 10.0
# Claims are fetched this many at a time while somebody goes through them.
ROWS_AT_ONCE = 500
CAPTURES_AT_ONCE = 4  # each may have 16 MB


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping a document did: first seen, nothing, other bytes than last time, or read by a newer program."""

    status: Status
    revision: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A source that could not be read, as it was logged."""

    code: str
    source: str
    line: int | None
    message: str
    remedy: str
    recorded: str


@dataclass(frozen=True, slots=True)
class Change:
    """An address that gave something else than before ("revised"), or no longer anything ("deleted")."""

    code: Literal["revised", "deleted"]
    source: str
    line: int | None
    revision: int
    message: str
    recorded: str


_CHANGED = "other content than before; what it said then is kept"
_DELETED = "a later reading of its channel no longer has its words; they are kept"


@dataclass(frozen=True, slots=True)
class Sighting:
    """Bytes at an address; `moment` where an archive says when, so that an archive read again adds nothing."""

    address: Address
    capture: str
    moment: str | None


def _sighting(capture: Capture) -> Sighting:
    return Sighting(rows.address_of(capture), rows.capture_id(capture), capture.fetched if capture.archived else None)


def open(path: str | Path, *, create: bool = True, readonly: bool = False, wait: float = WAIT_SECONDS) -> Ledger:
    """The ledger in this file, made where there is none if `create`; LedgerError says why it cannot be used."""
    place = Path(path)
    return Ledger(place, file.opened(place, create=create, readonly=readonly, wait=wait))


class Ledger:
    """Captures, articles, claims, points and problems in one file; rows are only ever added.

    Used by one thread. Documents wait in memory for up to half a second and are then written together; `flush`,
    every question and leaving the `with` block write them at once. A process that dies loses those, never a part.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self.engine = engine
        self._waiting: list[Document] = []
        self._waiting_bytes = 0
        self._waiting_since = 0.0
        self._problems: list[Row] = []
        self._heads: dict[Address, Head] = {}  # the newest of each address that waits
        self._sightings: dict[Sighting, Head] = {}  # everything that waits
        self._last: tuple[Address, Head] | None = None
        self._version = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Write what waits and let go of the file."""
        try:
            self.flush()
        finally:
            self.engine.dispose()

    def known(self, capture: Capture, *, version: str) -> bool:
        """Whether keeping this capture would change nothing, so that it need not be read at all."""
        return self._kept(_sighting(capture), version) is not None

    def keep(
        self, capture: Capture, reading: Reading, *, recorded: str, version: str, bulletin: Bulletin | None = None
    ) -> Kept:
        """Keep a document and what `version` of the program read from it, at the moment `recorded`.

        `bulletin` holds the points of a series where the document is an official bulletin.
        """
        kept = self._kept(_sighting(capture), version)
        if kept is not None:  # asked before the rows are made, which takes longer
            return kept
        document = rows.document(capture, reading, recorded=recorded, version=version, bulletin=bulletin)
        return self.keep_document(document)

    def keep_document(self, document: Document) -> Kept:
        """Keep a document whose rows were made before, perhaps by another process."""
        version = document.article["version"]
        sighting = Sighting(document.address, document.capture["id"], document.fetched if document.archived else None)
        kept = self._kept(sighting, version)
        if kept is not None:
            return kept
        newest, met = self._newest(sighting.address, version), self._met(sighting, version)
        same = newest.capture == sighting.capture
        revision = met.revision if met else newest.revision if same and not document.archived else newest.revision + 1
        self._await(document, sighting, Head(revision, sighting.capture, read=True))
        if met or same:
            return Kept("unchanged" if newest.read and not met else "reread", revision)
        return Kept("revised" if newest.revision else "new", revision)

    def record_deletions(self, extent: Extent, *, fetched: str, recorded: str) -> int:
        """Record as deleted each message that a stretch, read whole, no longer has; how many. Nothing kept is lost."""
        self.flush()
        self._last = None
        with self._writing() as connection:
            return batch.record_deletions(connection, extent, fetched=fetched, recorded=recorded)

    def keep_points(self, series: str, points: Iterable[Point], *, recorded: str) -> int:
        """Keep points of a series, with where they come from; how many of them were new."""
        self.flush()
        given = [rows.point_row(series, point, recorded) for point in points]
        with self._writing() as connection:
            return len(batch.insert_missing(connection, tables.points, given))

    def record_problem(self, error: TallywireError, *, recorded: str) -> None:
        """Log a source that could not be read; the same problem again is the same row."""
        values = {"code": error.code, "source": error.where, "line": error.line, "message": error.message}
        row = {"id": id_of(error.code, error.where, str(error.line), error.message), **values}
        self._start_waiting()
        self._problems.append({**row, "remedy": error.remedy, "recorded": recorded})
        self._flush_in_time()

    def claims(self, query: ClaimQuery | None = None) -> Iterator[Claim]:
        """The claims that match, of the newest revision of each address unless the query says otherwise."""
        with self._asking() as connection:
            statement = questions.matching(query or ClaimQuery()).execution_options(yield_per=ROWS_AT_ONCE)
            for row in connection.execute(statement).mappings():
                yield rows.claim(row)

    def captures(self) -> Iterator[tuple[Capture, str | None]]:
        """Every capture at every address and moment it was met, with the title it was last read to have."""
        with self._asking() as connection:
            statement = questions.sightings().execution_options(yield_per=CAPTURES_AT_ONCE)
            for row in connection.execute(statement).mappings():
                yield rows.capture(row), row["title"]

    def claim(self, id: str) -> Claim:
        """The claim of this id, or of the one id that begins so; of whatever segment, current or not."""
        every = questions.matching(ClaimQuery(all_segments=True, all_revisions=True))
        begins = tables.claims.c.id.startswith(id, autoescape=True)
        with self._asking() as connection:
            found = connection.execute(every.where(begins).limit(2)).mappings().all()
        if len(found) == 1:
            return rows.claim(found[0])
        says = f"several claims begin with {id}" if found else f"there is no claim {id}"
        remedy = "give more of it" if found else "`tallywire export csv` lists the ids"
        raise LedgerError("no_such_claim", says, where=str(self.path), remedy=remedy)

    def article(self, id: str) -> Article | None:
        """The article of this id as it was last read."""
        articles = tables.articles
        statement = select(articles).where(articles.c.name == id).order_by(articles.c.recorded.desc())
        with self._asking() as connection:
            row = connection.execute(statement).mappings().first()
        return rows.article(row) if row else None

    def reading(self, claim: Claim) -> Reading:
        """The whole reading that a claim of this ledger comes from."""
        claims, articles = tables.claims, tables.articles
        own = select(claims.c.article).where(claims.c.id == claim.id).scalar_subquery()
        figures = select(claims.c.figure).where(claims.c.article == own).order_by(claims.c.place_in_article)
        with self._asking() as connection:
            row = connection.execute(select(articles).where(articles.c.id == own)).mappings().one()
            return rows.reading(row, tuple(connection.execute(figures).scalars()))

    def series(self) -> tuple[str, ...]:
        """The ids of the series that this ledger has points of."""
        with self._asking() as connection:
            return tuple(connection.execute(select(tables.points.c.series).distinct().order_by("series")).scalars())

    def points(self, series: str, *, known_on: str | None = None) -> tuple[Point, ...]:
        """The points of a series by category and day; where one origin changed its words, as it last had them."""
        points = tables.points
        statement = select(points).where(points.c.series == series).order_by(points.c.recorded)
        if known_on is not None:
            statement = statement.where(points.c.recorded <= known_on)
        with self._asking() as connection:
            read = [rows.point(row) for row in connection.execute(statement).mappings()]
        last = {(point.category, point.day, point.origin): point for point in read}
        return tuple(last[key] for key in sorted(last))

    def points_read(self, series: str) -> tuple[str, tuple[str, ...]]:
        """When the last point of a series was recorded (RFC 3339; "" where there is none), and where all came from."""
        points = tables.points
        by_origin = select(points.c.origin, func.max(points.c.recorded)).where(points.c.series == series)
        with self._asking() as connection:
            read = connection.execute(by_origin.group_by(points.c.origin).order_by(points.c.origin)).all()
        return max((recorded for _, recorded in read), default=""), tuple(origin for origin, _ in read)

    def data_sets(self, series: str) -> Iterator[tuple[str, str]]:
        """The data sets that gave a series' points, the newest first: the address and text of each revision."""
        with self._asking() as connection:
            for row in connection.execute(questions.data_sets(series)).mappings():
                yield row["address"], rows.unpacked(row["content"]).decode("utf-8")

    def problems(self) -> tuple[Problem, ...]:
        """The sources that could not be read, oldest first."""
        problems = tables.problems
        columns = [problems.c[name] for name in Problem.__slots__]
        statement = select(*columns).order_by(problems.c.recorded, problems.c.source, problems.c.line)
        with self._asking() as connection:
            return tuple(Problem(**row) for row in connection.execute(statement).mappings())

    def changes(self) -> tuple[Change, ...]:
        """What was found changed or deleted, oldest first."""
        with self._asking() as connection:
            return tuple(
                Change(
                    "deleted" if row["capture"] is None else "revised",
                    row["address"],
                    row["line"] or None,
                    row["revision"],
                    _DELETED if row["capture"] is None else _CHANGED,
                    row["recorded"],
                )
                for row in connection.execute(questions.changes()).mappings()
            )

    def flush(self) -> None:
        """Write what waits: all of it, or where the disk is full as many documents as fit, each whole."""
        if not (self._waiting or self._problems):
            return
        try:
            self._write(self._waiting, self._problems)
        except LedgerError:
            documents, problems = self._waiting, self._problems
            self._let_go()
            for document in documents:
                self._write([document], ())
            self._write((), problems)
        self._let_go()

    def settle(self) -> None:
        """Write what waits, down to the disk: after this not even a power cut takes it back."""
        self.flush()
        log = self.path.with_name(self.path.name + "-wal")
        with suppress(FileNotFoundError), log.open("rb+") as written:
            os.fsync(written.fileno())

    def _let_go(self) -> None:
        self._waiting, self._problems, self._waiting_bytes = [], [], 0
        self._heads.clear()
        self._sightings.clear()
        self._last = None

    def _await(self, document: Document, sighting: Sighting, head: Head) -> None:
        self._start_waiting()
        self._waiting.append(document)
        self._sightings[sighting] = head
        if head.revision >= self._newest(sighting.address, document.article["version"]).revision:
            self._heads[sighting.address] = head
        self._waiting_bytes += document.size
        self._flush_in_time()

    def _start_waiting(self) -> None:
        if not (self._waiting or self._problems):
            self._waiting_since = time.monotonic()

    def _flush_in_time(self) -> None:
        if self._waiting_bytes > BATCH_BYTES or time.monotonic() - self._waiting_since > BATCH_SECONDS:
            self.flush()

    def _kept(self, sighting: Sighting, version: str) -> Kept | None:
        """What is said of bytes that are kept and read: the newest of their address, or seen at their moment."""
        head = self._newest(sighting.address, version) if sighting.moment is None else self._met(sighting, version)
        if head is not None and head.read and head.capture == sighting.capture:
            return Kept("unchanged", head.revision)
        return None

    def _met(self, sighting: Sighting, version: str) -> Head | None:
        if sighting.moment is None or not self._newest(sighting.address, version).revision:
            return None
        waiting = self._sightings.get(sighting)
        if waiting is not None:
            return waiting
        with self._asking_now() as connection:
            return batch.met(connection, sighting.address, sighting.capture, sighting.moment, version)

    def _newest(self, address: Address, version: str) -> Head:
        if version != self._version:
            self.flush()
            self._version, self._last = version, None
        waiting = self._heads.get(address)
        if waiting is not None:
            return waiting
        # `known` asks, and `keep` asks the same again: the last answer stays at hand.
        if self._last is None or self._last[0] != address:
            with self._asking_now() as connection:
                self._last = (address, batch.head(connection, address, version))
        return self._last[1]

    def _write(self, documents: Sequence[Document], problems: Sequence[Row]) -> None:
        with self._writing() as connection:
            batch.write(connection, documents)
            batch.insert_missing(connection, tables.problems, problems)

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        self.flush()
        with self._asking_now() as connection:
            yield connection

    @contextmanager
    def _asking_now(self) -> Iterator[Connection]:
        with file.faults_said(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with file.faults_said(self.path), self.engine.execution_options(writing=True).begin() as connection:
            yield connection
