"""Documents into the tables, together: only rows that are not there yet, whoever else has written meanwhile."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, Table, insert, select

from tallywire.claims.article import Extent
from tallywire.ledger import questions, tables
from tallywire.ledger.rows import Address, Document, Row

# SQLite takes 32,766 parameters in a statement; ids are looked up this many at a time.
ASKED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Head:
    """The newest revision of an address (0: never seen), its capture, and whether this version has read it.

    Of an address that no longer gives anything, the capture is None.
    """

    revision: int
    capture: str | None
    read: bool


def head(connection: Connection, address: Address, version: str) -> Head:
    """What the tables say of an address now."""
    asked = {"address": address.name, "line": address.line, "version": version}
    row = connection.execute(questions.head(), asked).first()
    if row is None:
        return Head(0, None, read=False)
    deleted = row[3] or 0
    return Head(deleted, None, read=False) if deleted > row[0] else Head(row[0], row[1], read=row[2] is not None)


def met(connection: Connection, address: Address, capture: str, fetched: str, version: str) -> Head | None:
    """The revision that these bytes of this moment already are, whatever has come to their address since."""
    asked = {"address": address.name, "line": address.line, "capture": capture, "fetched": fetched, "version": version}
    row = connection.execute(questions.met(), asked).first()
    return Head(row[0], capture, read=row[1] is not None) if row else None


def write(connection: Connection, documents: Sequence[Document]) -> None:
    """Write these documents inside the caller's transaction.

    What is new is decided here, under the lock, and not when the document was read: another program may have kept
    the same page, or an interrupted batch may already be in.
    """
    insert_missing(connection, tables.captures, (document.capture for document in documents))
    fresh_revisions = list(_new_revisions(connection, documents))
    _insert(connection, tables.revisions, [revision for revision, _ in fresh_revisions])
    _insert(connection, tables.deliveries, [delivery for _, delivery in fresh_revisions if delivery])
    fresh = insert_missing(connection, tables.articles, (document.article for document in documents))
    _insert(connection, tables.claims, _claims(documents, fresh))
    insert_missing(connection, tables.points, (row for document in documents for row in document.points))


def record_deletions(connection: Connection, extent: Extent, *, fetched: str, recorded: str) -> int:
    """Record what a stretch of messages, read whole, no longer has; how many messages that is."""
    rows = [
        {"address": address, "line": 0, "revision": revision + 1, "fetched": fetched, "recorded": recorded}
        for address, revision in _gone(connection, extent)
    ]
    _insert(connection, tables.deletions, rows)
    return len(rows)


def _gone(connection: Connection, extent: Extent) -> Iterator[tuple[str, int]]:
    """The messages that the ledger has as there and the stretch has not, each with its newest revision."""
    gaps = list(_gaps(extent))
    if sum(last - first + 1 for first, last in gaps) <= ASKED_AT_ONCE:
        absent = [f"{extent.prefix}{number}" for first, last in gaps for number in range(first, last + 1)]
        if absent:
            for address, revision in connection.execute(questions.present(absent)):
                yield address, revision
        return
    # An export of years has more gaps than can be asked for one by one.
    starts = [first for first, _ in gaps]
    for address, revision in connection.execute(questions.present_under(extent.prefix)):
        number = address.removeprefix(extent.prefix)
        gap = bisect_right(starts, int(number)) - 1 if number.isdecimal() else -1
        if gap >= 0 and int(number) <= gaps[gap][1]:
            yield address, revision


def _gaps(extent: Extent) -> Iterator[tuple[int, int]]:
    """The numbers between the first and the last that have no words, as (first, last) in rising order."""
    at = extent.first
    for first, last in extent.runs:
        if first > at:
            yield at, first - 1
        at = max(at, last + 1)
    if at <= extent.last:
        yield at, extent.last


def insert_missing(connection: Connection, table: Table, given: Iterable[Row]) -> set[str]:
    """Add the rows whose id the table does not have; the ids that were added."""
    rows: dict[str, Row] = {}
    for row in given:
        rows.setdefault(row["id"], row)
    missing = rows.keys() - set(_present(connection, table, list(rows)))
    _insert(connection, table, [row for id, row in rows.items() if id in missing])
    return missing


def _claims(documents: Sequence[Document], fresh: set[str]) -> list[Row]:
    """The claims of new articles, each article's once: the same page at two addresses gives its figures other ids."""
    first = {document.article["id"]: document for document in reversed(documents) if document.article["id"] in fresh}
    return list({row["id"]: row for document in first.values() for row in document.claims}.values())


def _new_revisions(connection: Connection, documents: Sequence[Document]) -> Iterator[tuple[Row, Row | None]]:
    """The rows of new revisions, each with the one that says how it came."""
    heads: dict[Address, Head] = {}
    added: set[tuple[Address, str, str]] = set()
    for document in documents:
        address, capture, version = document.address, document.capture["id"], document.article["version"]
        before = heads.get(address) or head(connection, address, version)
        moment = (address, capture, document.fetched)
        if document.archived:
            known = moment in added or met(connection, *moment, version) is not None
        else:
            known = before.capture == capture
        if known:
            continue
        added.add(moment)
        heads[address] = Head(before.revision + 1, capture, read=True)
        named = {"address": address.name, "line": address.line, "revision": before.revision + 1}
        revision = {**named, "capture": capture, "fetched": document.fetched, "recorded": document.recorded}
        yield revision, {**named, **document.delivery} if document.delivery else None


def _present(connection: Connection, table: Table, ids: Sequence[str]) -> Iterator[str]:
    remaining = iter(ids)
    while asked := list(islice(remaining, ASKED_AT_ONCE)):
        yield from connection.execute(select(table.c.id).where(table.c.id.in_(asked))).scalars()


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
