"""Files, folders and standard input to captures: one for each page, text or record, one error for each failure."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect import data_sets, telegram_export, wacz, warc
from tallywire.collect.decode import decoded
from tallywire.collect.records import CONTENTS, LINE_BYTES, PAGE_BYTES, records
from tallywire.collect.whole import SNIFFED, Form, empty, whole

STDIN = "-"
# Counting lines beforehand is worth a second at most.
COUNTED_BYTES = 256 << 20

FORMS: dict[str, Form] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".warc.zst": "warc",
    ".wacz": "wacz",
}
_SERIES_REMEDY = (
    "`tallywire rules` names the data sets that are read; article records stand one a line in a .jsonl file"
)


def captures(sources: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Capture | SourceError]:
    """A capture for each file and record under the sources, in order; an error in the place of each it cannot read."""
    fetched = datetime.now(UTC).isoformat(timespec="seconds")
    for source in sources:
        if source == STDIN:
            yield from _of_stdin(stdin, fetched)
            continue
        for path in paths(source):
            if isinstance(path, SourceError):
                yield path
            else:
                yield from of_file(path, fetched)


def captures_of(
    content: bytes, address: str, fetched: str, form: Form | None = None
) -> Iterator[Capture | SourceError]:
    """The captures of bytes that are at hand, as those of a file of this form; of its own form where none is given."""
    if not content.strip():
        yield SourceError("empty", "there is nothing in it", where=address, remedy="nothing to read")
    elif form == "lines":
        yield from records(BytesIO(content), address, fetched)
    else:
        yield from _sniffed(BytesIO(content), address, fetched, form)


def count(sources: Sequence[str]) -> int | None:
    """How many captures there will be, for a progress bar; None where only reading everything could tell."""
    total = 0
    for source in sources:
        if source == STDIN:
            return None
        for path in paths(source):
            counted = 0 if isinstance(path, SourceError) else _count_file(path)
            if counted is None:
                return None
            total += counted
    return total


def _count_file(path: str) -> int | None:
    form = FORMS.get(extension(path))
    if form in {"json", "warc", "wacz"}:
        return None
    if form != "lines":
        return 1
    try:
        if Path(path).stat().st_size > COUNTED_BYTES:
            return None
        with Path(path).open("rb") as file:
            return sum(1 for line in iter(lambda: file.readline(LINE_BYTES), b"") if line.strip())
    except OSError:
        return 0


def extension(path: str) -> str:
    """The end of a file's name that says what it is: ".html", ".warc.gz"."""
    name, last = os.path.splitext(path.lower())  # noqa: PTH122 - a hundred thousand paths need no objects
    return f".warc{last}" if last in {".gz", ".zst"} and name.endswith(".warc") else last


def paths(source: str) -> Iterator[str | SourceError]:
    """The files of a source; a folder's in sorted order, with one notice for all files of other kinds."""
    if not os.path.isdir(source):  # noqa: PTH112
        yield source
        return
    others: Counter[str] = Counter()
    found = 0
    for path in _walk(source, set()):
        if isinstance(path, SourceError):
            yield path
        elif extension(path) in _LEDGERS:
            continue  # the ledger that is being written may lie in the folder that is read
        elif FORMS.get(extension(path), "json") == "json" and not _is_export(path):
            others[extension(path) or "no extension"] += 1
        else:
            found += 1
            yield path
    if others:
        yield _skipped(source, others)
    elif not found:
        yield SourceError("empty", "no page or text in this folder", where=source, remedy=f"looked for {_known()}")


def _is_export(path: str) -> bool:
    """Whether a file is Telegram's `result.json`: of all JSON in a folder, that alone holds articles."""
    if extension(path) != ".json":
        return False
    try:
        with Path(path).open("rb") as file:
            return telegram_export.is_export(file.read(SNIFFED))
    except OSError:
        return False


_LEDGERS = frozenset({".tally", ".tally-wal", ".tally-shm"})


def _known() -> str:
    return " ".join(sorted(suffix for suffix, form in FORMS.items() if form != "json")) + " and Telegram's result.json"


def _skipped(folder: str, others: Counter[str]) -> SourceError:
    kinds = ", ".join(f"{suffix} {number}" for suffix, number in sorted(others.items()))
    remedy = f"only {_known()} are read from folders; name another text file itself to have it read"
    return SourceError("skipped", f"files of other kinds were passed over: {kinds}", where=folder, remedy=remedy)


def _walk(folder: str, above: set[tuple[int, int]]) -> Iterator[str | SourceError]:
    """Files below a folder, depth first and sorted; hidden ones left out, and links back to a folder above."""
    try:
        status = os.stat(folder)  # noqa: PTH116
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(folder, error)
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if _belongs_to_a_page(entry.name, names):
            continue
        if entry.is_dir():
            yield from _walk(entry.path, above | {here})
        elif entry.is_file() or entry.is_symlink():
            yield entry.path


def _belongs_to_a_page(name: str, beside: set[str]) -> bool:
    """Whether a folder holds the frames and pictures of a page that a browser saved as "complete" beside it."""
    stem = name.removesuffix("_files")
    return stem != name and (f"{stem}.html" in beside or f"{stem}.htm" in beside)


def unreadable(path: str, error: OSError) -> SourceError:
    """What the system says of a file that it does not give, in plain words."""
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):  # noqa: PTH114
            return SourceError(
                "broken_link", "the link points to nothing", where=path, remedy="mend or remove the link"
            )
        return SourceError("missing", "no such file or folder", where=path, remedy="check the name")
    if isinstance(error, PermissionError):
        return SourceError("no_permission", "not allowed to read it", where=path, remedy="change its permissions")
    return SourceError("unreadable", f"cannot be read: {error.strerror or error}", where=path, remedy="check the disk")


def of_file(path: str, fetched: str) -> Iterator[Capture | SourceError]:
    """The captures of a file, each `fetched` at this moment, and an error in the place of each that it cannot give."""
    address = os.path.normpath(path)
    try:
        if extension(path) in {data_sets.TABLE, data_sets.DESCRIPTION}:
            described = data_sets.described(Path(path))
            if described is not None:
                yield data_sets.capture(described.text, os.path.normpath(described.path), fetched)
                return
        with Path(path).open("rb") as stream:
            size = os.fstat(stream.fileno())
            form = FORMS.get(extension(path))
            if stat.S_ISREG(size.st_mode) and size.st_size == 0:
                yield empty(address)
            elif form == "lines":
                yield from records(stream, address, fetched)
            elif form == "warc":
                yield from warc.captures(stream, address, fetched)
            elif form == "wacz":
                yield from wacz.captures(stream, address, fetched)
            else:
                yield from _sniffed(stream, address, fetched, form)
    except OSError as error:
        yield unreadable(path, error)
    except SourceError as error:
        yield error


def _of_stdin(stdin: BinaryIO | None, fetched: str) -> Iterator[Capture | SourceError]:
    if stdin is None:
        yield SourceError("no_input", "there is no standard input", where=STDIN, remedy="pipe a page or text into it")
        return
    yield from _sniffed(stdin, STDIN, fetched, None)


def _sniffed(stream: BinaryIO, address: str, fetched: str, form: Form | None) -> Iterator[Capture | SourceError]:
    """One page or text; or records or messages, where neither name nor first line says otherwise."""
    first = _first_line(stream)
    may_be_data = form in {None, "json"} and _may_be_data(first)
    if form in {None, "json"} and first.lstrip(b"\xef\xbb\xbf \t").startswith((b"{", b"[")):
        if telegram_export.is_export(first):
            yield from telegram_export.captures(stream, first, address, fetched)
            return
        if _is_record(first, strict=form == "json"):
            yield from records(stream, address, fetched, first=first)
            return
        form = "json" if form == "json" or first.strip() in {b"{", b"[", b"[{"} else "text"
        first += stream.read(SNIFFED)  # a file of one value on many lines
        if telegram_export.is_export(first):
            yield from telegram_export.captures(stream, first, address, fetched)
            return
    if may_be_data:
        first += stream.read(max(0, data_sets.DATA_BYTES + 1 - len(first)))
        text = decoded(first).text if len(first) <= data_sets.DATA_BYTES else ""
        if data_sets.is_data_set(text):
            yield data_sets.capture(text, address, fetched)
            return
    if form == "json":
        yield SourceError("data_set", "JSON, but no article records", where=address, remedy=_SERIES_REMEDY)
        return
    yield from whole(stream, first, address, fetched, form)


def _may_be_data(first: bytes) -> bool:
    """Whether it is worth reading all of it to learn whether it is a data set: by its first line."""
    begin = first.lstrip(b"\xef\xbb\xbf \t\r\n")
    return begin.startswith((b"[", b"{", b"+++")) or data_sets.is_data_set(decoded(begin[:SNIFFED]).text)


def _first_line(stream: BinaryIO) -> bytes:
    """Everything up to the end of the first line that is not blank, within the largest size that is read."""
    taken = b""
    while len(taken) < PAGE_BYTES and not taken.strip():
        line = stream.readline(PAGE_BYTES + 1)
        if not line:
            break
        taken += line
    return taken


def _is_record(line: bytes, *, strict: bool) -> bool:
    """Whether a line is a JSON object; when strict, one with the content of an article."""
    import msgspec

    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return isinstance(found, dict) and (not strict or any(name in found for name in CONTENTS))
