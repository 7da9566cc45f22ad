"""Sources cut into pieces that can be read apart, in any order: files, and stretches of the files that are long."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect import files, wacz, warc
from tallywire.collect.records import records
from tallywire.collect.warc_walk import PAGES, Damage, Stretch, Walk

# A stretch takes a worker some seconds: long enough to be worth its hand-over, short enough to be lost and read again.
LINES_BYTES = 1 << 20
WARC_PAGES = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or what begins in it from `start` up to `end` (None: to its end), or one archive of a package.

    `line` is the number of the first line in a stretch of JSON Lines. `size` in bytes and `changed` (nanoseconds) are
    the file's when it was cut.
    """

    path: str
    size: int
    changed: int
    start: int = 0
    end: int | None = None
    line: int = 1
    member: str | None = None

    @property
    def alone(self) -> bool:
        """Whether it is work enough for one worker, and not to be grouped with others."""
        return self.start > 0 or self.end is not None or self.member is not None


def pieces(sources: Sequence[str]) -> Iterator[Piece | SourceError]:
    """The pieces of files and folders in the order in which their captures belong."""
    for source in sources:
        for path in files.paths(source):
            if isinstance(path, SourceError):
                yield path
            else:
                yield from _of_path(path)


def captures(piece: Piece, fetched: str) -> Iterator[Capture | SourceError]:
    """The captures of a piece: all pieces of a file together give what the file gives."""
    if not piece.alone:
        yield from files.of_file(piece.path, fetched)
        return
    address = os.path.normpath(piece.path)
    try:
        with Path(piece.path).open("rb") as stream:
            if piece.member is not None:
                yield from wacz.captures(stream, address, fetched, piece.member)
            elif files.FORMS.get(files.extension(piece.path)) == "warc":
                yield from warc.captures(stream, address, fetched, Stretch(piece.start, piece.end))
            else:
                yield from records(_Lines(stream, piece), address, fetched, begins=piece.line)
    except OSError as error:
        yield files.unreadable(piece.path, error)


class _Lines:
    """The lines of a stretch; it ends where a line ends."""

    def __init__(self, stream: BinaryIO, piece: Piece) -> None:
        self._stream, self._end = stream, piece.end
        stream.seek(piece.start)

    def readline(self, limit: int = -1, /) -> bytes:
        """The next line; none where the stretch ends."""
        if self._end is not None and self._stream.tell() >= self._end:
            return b""
        return self._stream.readline(limit)


def _of_path(path: str) -> Iterator[Piece]:
    try:
        known = os.stat(path)  # noqa: PTH116 - a hundred thousand paths need no objects
    except OSError:
        yield Piece(path, 0, 0)  # whoever reads it will tell
        return
    whole = Piece(path, known.st_size, known.st_mtime_ns)
    form = files.FORMS.get(files.extension(path))
    try:
        if form == "lines" and known.st_size > LINES_BYTES:
            yield from _of_lines(whole)
        elif form == "warc" and known.st_size:
            yield from _of_warc(whole)
        elif form == "wacz" and known.st_size:
            yield from _of_wacz(whole)
        else:
            yield whole
    except OSError:
        yield whole


def _of_lines(whole: Piece) -> Iterator[Piece]:
    start, line = 0, 1
    with Path(whole.path).open("rb") as stream:
        while start < whole.size:
            stream.seek(start)
            block = stream.read(LINES_BYTES)
            end = start + len(block)
            if not block.endswith(b"\n"):
                end = start + block.rfind(b"\n") + 1 if b"\n" in block else _end_of_line(stream)
            yield _stretch(whole, start, None if end >= whole.size else end, line)
            line += block[: end - start].count(b"\n") if end - start <= len(block) else 1
            start = end


def _end_of_line(stream: BinaryIO) -> int:
    """Where the line ends that began before here, however long it is."""
    while (block := stream.readline(LINES_BYTES)) and not block.endswith(b"\n"):
        pass
    return stream.tell()


def _of_warc(whole: Piece) -> Iterator[Piece]:
    """Cuts before whole records only: what is damaged stays in the piece of the record before it."""
    start = pages = 0
    with Path(whole.path).open("rb") as stream:
        for record in Walk(stream, Stretch()):
            if isinstance(record, Damage) or str(record.record_type) not in PAGES:
                continue
            if pages >= WARC_PAGES and record.stream_pos > start:
                yield _stretch(whole, start, record.stream_pos, 1)
                start, pages = record.stream_pos, 0
            pages += 1
    yield _stretch(whole, start, None, 1)


def _of_wacz(whole: Piece) -> Iterator[Piece]:
    try:
        with zipfile.ZipFile(whole.path) as package:
            names = wacz.archives(package)
    except wacz.FAULTS:
        names = []
    if not names:
        yield whole
    for name in names:
        yield Piece(whole.path, whole.size, whole.changed, member=name)


def _stretch(whole: Piece, start: int, end: int | None, line: int) -> Piece:
    return Piece(whole.path, whole.size, whole.changed, start, end, line)
