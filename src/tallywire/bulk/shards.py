"""Sources to shards: work for one process, cut the same way whenever and wherever the same files are cut."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallywire.claims.errors import SourceError
from tallywire.claims.ids import id_of
from tallywire.collect.pieces import Piece, pieces

# Small files are handed over together: until they are this many, or this large.
SHARD_FILES = 200
SHARD_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """Pieces that one process reads in their order; `id` names them as they were, and changes when a file does."""

    id: str
    pieces: tuple[Piece, ...]


def shards(sources: Sequence[str]) -> Iterator[Shard | SourceError]:
    """The shards of files, folders and archives in input order, with an error for each source that gives none."""
    together: list[Piece] = []
    for piece in pieces(sources):
        if isinstance(piece, SourceError):
            yield piece
            continue
        if piece.alone and together:
            yield _shard(together)
            together = []
        together.append(piece)
        if piece.alone or len(together) >= SHARD_FILES or sum(one.size for one in together) >= SHARD_BYTES:
            yield _shard(together)
            together = []
    if together:
        yield _shard(together)


def _shard(together: list[Piece]) -> Shard:
    return Shard(id_of(*(part for piece in together for part in _named(piece))), tuple(together))


def _named(piece: Piece) -> tuple[str, ...]:
    where = (os.path.abspath(piece.path), piece.path, piece.member or "")  # noqa: PTH100 - no objects for each path
    return (*where, *map(str, (piece.size, piece.changed, piece.start, piece.end, piece.line)))
