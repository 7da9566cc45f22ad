"""One shard to its part: pure work, the same on every machine; it knows no ledger and no queue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from tallywire import pipeline
from tallywire.bulk import part
from tallywire.bulk.shards import Shard
from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect.pieces import captures
from tallywire.ledger import rows


@dataclass(frozen=True, slots=True)
class Task:
    """A shard to read, at the moment its run began (RFC 3339), by this version of the program.

    `fatal` are the numbers of its captures that a process died of again and again: they are told, and not read.
    """

    shard: Shard
    moment: str
    version: str
    fatal: frozenset[int] = frozenset()


def read(task: Task, out: BinaryIO, begin: Callable[[int], None] = lambda _: None) -> None:
    """Read a shard and write its part; `begin` is told the number of each capture before it is read."""
    part.write(_items(task, begin), out)


def _items(task: Task, begin: Callable[[int], None]) -> Iterator[part.Item]:
    number = 0
    begin(number)
    for piece in task.shard.pieces:
        for found in map(pipeline.printable, captures(piece, task.moment)):
            if number in task.fatal:
                yield _fatal(found)
            else:
                yield from _read(found, task)
            number += 1
            begin(number)


def _read(found: Capture | SourceError, task: Task) -> Iterator[part.Item]:
    if isinstance(found, SourceError):
        yield found
        return
    try:
        page, bulletin, unread = pipeline.kept_of(found)
    except SourceError as error:
        yield error
        return
    yield from unread
    document = rows.document(found, page, recorded=task.moment, version=task.version, bulletin=bulletin)
    yield part.Read(document, len(page.unread), found.extent, found.passed)


def _fatal(found: Capture | SourceError) -> SourceError:
    where, line = (found.address, found.line) if isinstance(found, Capture) else (found.where, found.line)
    remedy = "the others are read; please report this page"
    return SourceError("fatal", "every process that read it died", where=where, line=line, remedy=remedy)
