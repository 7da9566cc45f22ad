"""What was read of a shard, as a Parquet file: its documents as the ledger's rows, and its problems, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import msgspec
import pyarrow as pa
from pyarrow import parquet
from sqlalchemy import Integer, LargeBinary, Table

from tallywire.claims.article import Extent
from tallywire.claims.errors import SourceError
from tallywire.collect.warc import Skipped
from tallywire.ledger import tables
from tallywire.ledger.rows import Address, Document, Row

# A row group is held in memory whole, by whoever writes and by whoever reads it.
GROUP_BYTES = 16 << 20
GROUP_ROWS = 256


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read: the ledger's rows, how many numbers no rule read, and what its capture tells."""

    document: Document
    unread: int
    extent: Extent | None = None
    passed: int = 0


Item = Read | SourceError


def _struct(table: Table) -> pa.DataType:
    return pa.struct([(column.name, _type(column.type)) for column in table.columns])


def _type(type_: Any) -> pa.DataType:
    if isinstance(type_, LargeBinary):
        return pa.binary()
    return pa.int64() if isinstance(type_, Integer) else pa.string()


_KIND_COUNT = pa.struct([("kind", pa.string()), ("count", pa.int64())])
SCHEMA = pa.schema(
    [
        ("address", pa.string()),
        ("line", pa.int64()),
        ("fetched", pa.string()),
        ("recorded", pa.string()),
        ("archived", pa.bool_()),
        ("unread", pa.int64()),
        ("extent", pa.binary()),  # MessagePack
        ("passed", pa.int64()),
        ("capture", _struct(tables.captures)),
        ("article", _struct(tables.articles)),
        ("claims", pa.binary()),  # MessagePack: as nested rows of thirty columns they take twice as long
        ("points", pa.list_(_struct(tables.points))),
        (
            "problem",
            pa.struct(
                [
                    ("code", pa.string()),
                    ("message", pa.string()),
                    ("remedy", pa.string()),
                    ("skipped", pa.list_(_KIND_COUNT)),
                ]
            ),
        ),
    ]
)


def write(items: Iterable[Item], out: BinaryIO) -> None:
    """Write the items as they come; no more than a row group is held."""
    with parquet.ParquetWriter(out, SCHEMA, compression="zstd") as file:
        waiting: list[Row] = []
        size = 0
        for item in items:
            waiting.append(_row(item))
            size += item.document.size if isinstance(item, Read) else 0
            if size >= GROUP_BYTES or len(waiting) >= GROUP_ROWS:
                file.write_batch(pa.RecordBatch.from_pylist(waiting, schema=SCHEMA))
                waiting, size = [], 0
        file.write_batch(pa.RecordBatch.from_pylist(waiting, schema=SCHEMA))


def read(source: BinaryIO) -> Iterator[Item]:
    """The items of a part, a row group at a time."""
    file = parquet.ParquetFile(source)
    for group in range(file.num_row_groups):
        for row in file.read_row_group(group).to_pylist():
            yield _item(row)


def _row(item: Item) -> Row:
    if isinstance(item, SourceError):
        skipped = item.counts if isinstance(item, Skipped) else ()
        problem = {
            "code": item.code,
            "message": item.message,
            "remedy": item.remedy,
            "skipped": [{"kind": kind, "count": count} for kind, count in skipped],
        }
        return {"address": item.where, "line": item.line, "problem": problem}
    document = item.document
    return {
        "address": document.address.name,
        "line": document.address.line,
        "fetched": document.fetched,
        "recorded": document.recorded,
        "archived": document.archived,
        "unread": item.unread,
        "extent": None if item.extent is None else msgspec.msgpack.encode(item.extent),
        "passed": item.passed,
        "capture": document.capture,
        "article": document.article,
        "claims": msgspec.msgpack.encode(document.claims),
        "points": list(document.points),
    }


def _item(row: Row) -> Item:
    if (problem := row["problem"]) is not None:
        if problem["skipped"]:
            return Skipped(row["address"], {one["kind"]: one["count"] for one in problem["skipped"]})
        return SourceError(
            problem["code"], problem["message"], where=row["address"], line=row["line"], remedy=problem["remedy"]
        )
    claims = msgspec.msgpack.decode(row["claims"], type=tuple[Row, ...])
    address = Address(row["address"], row["line"])
    rows = (row["capture"], row["article"], claims, tuple(row["points"]))
    document = Document(address, *rows, row["fetched"], row["recorded"], archived=row["archived"])
    extent = None if row["extent"] is None else msgspec.msgpack.decode(row["extent"], type=Extent)
    return Read(document, row["unread"], extent, row["passed"])
