"""The records of a WARC archive in order; after a damaged place the walk goes on at the next whole record."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# Real heads have a few hundred bytes; our own may carry what a record declared.
HEAD_BYTES = 1 << 20
# A file with more damaged places is not worth the search for the next whole record.
DAMAGES = 1000

Form = Literal["gzip", "zstd", "plain"]

PAGES = frozenset({"response", "resource", "conversion"})  # types of record that hold a page
_PIECE = 1 << 20  # read at a time while searching
_TRIED = 1 << 18  # bytes in which a compressed record must begin: a block of Zstandard has 128 kB at most
_MARKS: dict[str, bytes] = {"gzip": b"\x1f\x8b\x08", "zstd": b"\x28\xb5\x2f\xfd"}
_FIRST_LINE = re.compile(rb"WARC/[01]\.\d+\r?\n(?=[A-Za-z]+(?:-[A-Za-z]+)*:)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The records that begin from `start` up to `end` (None: to the last), in bytes of the file."""

    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """A place that cannot be read; `position` is the last record's before it, in bytes of the file."""

    position: int
    says: str


class Walk:
    """Goes through the records of a seekable archive; a record is to be read before the next is asked for."""

    def __init__(self, stream: BinaryIO, stretch: Stretch) -> None:
        self._stream, self._stretch = stream, stretch
        self._form = _form(stream)
        self._last = stretch.start
        self._met = 0
        self._fault: str | None = None
        self._doubted = False

    def search_on(self) -> None:
        """The record in hand is not as long as it says: search for the next one, instead of believing it."""
        self._doubted = True

    def __iter__(self) -> Iterator[WarcRecord | Damage]:
        position: int | None = self._stretch.start
        # Told once the next whole record is found: what lies between is one damage.
        damage: Damage | None = None
        located = False
        for _ in range(DAMAGES):
            if position is None or self._beyond(position):
                break
            for record in self._whole(position):
                if damage is not None:
                    yield damage
                    damage, located = None, False
                yield record
            if self._fault is not None and not located:
                # Where whole records go before, the damage may begin behind them: looked at closer from the next start.
                damage, located = Damage(self._last, self._fault), not self._met
            if self._fault is None and not self._doubted:
                break
            position = _next_start(self._stream, self._last + 1, self._form)
        else:
            damage = Damage(self._last, f"there are {DAMAGES:,} damaged places before it; the rest is left")
        if damage is not None:
            yield damage

    def _whole(self, position: int) -> Iterator[WarcRecord]:
        """The records from here to the first fault."""
        self._last, self._met, self._fault, self._doubted = position, 0, None, False
        try:
            for record in _records(self._stream, position):
                if self._beyond(record.stream_pos):
                    return
                self._last = record.stream_pos
                self._met += 1
                yield record
                if self._doubted:
                    return
        except (OSError, EOFError) as error:
            self._fault = str(error)

    def _beyond(self, position: int) -> bool:
        return self._stretch.end is not None and position >= self._stretch.end


def _records(stream: BinaryIO, position: int) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator

    stream.seek(position)
    yield from ArchiveIterator(stream, parse_http=False, max_header_len=HEAD_BYTES)


def _form(stream: BinaryIO) -> Form:
    stream.seek(0)
    head = stream.read(4)
    return "gzip" if head.startswith(_MARKS["gzip"]) else "zstd" if head == _MARKS["zstd"] else "plain"


def _next_start(stream: BinaryIO, position: int, form: Form) -> int | None:
    """Where the next record begins that can be told by its first line; None where there is none."""
    while True:
        stream.seek(position)
        piece = stream.read(_PIECE + _TRIED)
        ended = len(piece) < _PIECE + _TRIED
        found = next(_starts(piece, form), None)
        if found is not None and (ended or found < _PIECE):
            return position + found
        if ended:
            return None
        position += _PIECE


def _starts(piece: bytes, form: Form) -> Iterator[int]:
    if form == "plain":
        yield from (found.start() for found in _FIRST_LINE.finditer(piece))
        return
    first = _first_of_gzip if form == "gzip" else _first_of_zstd
    place = piece.find(_MARKS[form])
    while place >= 0:
        if first(piece[place : place + _TRIED]).startswith(b"WARC/"):
            yield place
        place = piece.find(_MARKS[form], place + 1)


def _first_of_gzip(piece: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(piece, 8)
    except zlib.error:
        return b""


def _first_of_zstd(piece: bytes) -> bytes:
    from fastwarc.stream_io import ZstdReader

    try:
        return bytes(ZstdReader(io.BytesIO(piece)).read(8))
    except OSError:
        return b""
