"""One line of a JSON Lines file to one capture: `{"id", "text" | "html" | "html_base64", "url"?, ...}`."""

from __future__ import annotations

import base64
import binascii
import codecs
import hashlib
from collections.abc import Iterator
from typing import Any, Protocol

import msgspec

from tallywire.claims.article import Capture
from tallywire.claims.errors import SourceError
from tallywire.collect.dates import is_vague_date, moment

CONTENTS = ("text", "html", "html_base64")
KNOWN = frozenset({"id", "url", "published", "lang", *CONTENTS})
# The longest articles (live pages of a whole day) stay under 1 MB of text; more in one piece is an archive of articles.
TEXT_BYTES = 4 << 20
# Pages carry scripts and pictures in their HTML: the largest news pages met are about 5 MB.
PAGE_BYTES = 16 << 20
# A page of the largest size that is read fits in base64, with room for its metadata.
LINE_BYTES = 24 << 20
CHUNK = 1 << 20


class RecordError(SourceError):
    """A line that cannot be read; `id` is the record's own where it could be found."""

    def __init__(self, code: str, message: str, *, where: str, line: int, remedy: str = "") -> None:
        super().__init__(code, message, where=where, line=line, remedy=remedy)
        self.id: str | None = None


class Refused(Exception):  # noqa: N818 - it never leaves this file: it says why, and `records` adds where
    """Why a record is refused."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


class Lines(Protocol):
    """What is asked of a stream of records."""

    def readline(self, limit: int = ..., /) -> bytes:
        """The next line, or so much of it; nothing at the end."""


def records(
    stream: Lines, address: str, fetched: str, *, first: bytes = b"", begins: int = 1
) -> Iterator[Capture | SourceError]:
    """The captures of a JSON Lines stream, one line at a time.

    `first` is a line already taken from it; `begins` is the first line's number, where the stream is a part of a file.
    """
    for number, line in enumerate(_lines(stream, first), begins):
        if line is None:
            message = f"line is longer than {LINE_BYTES >> 20} MB"
            yield RecordError("line_too_long", message, where=address, line=number, remedy="give such a page as a file")
        elif line.strip():
            yield _capture(line.removeprefix(codecs.BOM_UTF8), address, number, fetched)


def _lines(stream: Lines, first: bytes) -> Iterator[bytes | None]:
    """Lines; None for one over the limit, of which no more than a chunk is ever held."""
    line = first or stream.readline(LINE_BYTES)
    while line:
        if len(line) >= LINE_BYTES and not line.endswith(b"\n"):
            yield None
            while line and not line.endswith(b"\n"):
                line = stream.readline(CHUNK)
        else:
            yield line
        line = stream.readline(LINE_BYTES)


def _capture(line: bytes, address: str, number: int, fetched: str) -> Capture | SourceError:
    record: dict[str, Any] = {}
    try:
        record = _object(line)
        content = _content(record)
        declared = _declared(record)
    except Refused as refused:
        error = RecordError(refused.code, refused.message, where=address, line=number, remedy=refused.remedy)
        error.id = _identity(record)
        return error
    digest = hashlib.sha256(content).hexdigest()
    return Capture(address, "record", content, digest, fetched, line=number, declared=declared)


def _identity(record: dict[str, Any]) -> str | None:
    """The record's id; a number is taken as it is written."""
    identity = record.get("id")
    known = isinstance(identity, str) or (isinstance(identity, int) and not isinstance(identity, bool))
    return str(identity) if known else None


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(line)
    except UnicodeDecodeError as error:
        raise Refused("not_utf8", f"the line is not UTF-8 ({error.reason})", "save the file as UTF-8") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise Refused("not_json", f"not JSON: {error}", "one JSON object a line") from error
    if not isinstance(found, dict):
        raise Refused("not_a_record", "the line is JSON, but no object", "one JSON object a line")
    return found


def _content(record: dict[str, Any]) -> bytes:
    given = [name for name in CONTENTS if record.get(name) is not None]
    if len(given) != 1:
        found = "has " + " and ".join(given) if given else "has none of them"
        raise Refused("one_content", f"the record {found}", f"give exactly one of {', '.join(CONTENTS)}")
    content = record[given[0]]
    if not isinstance(content, str):
        raise Refused("wrong_type", f'"{given[0]}" is no string')
    limit = TEXT_BYTES if given[0] == "text" else PAGE_BYTES
    if len(taken := _bytes(content, given[0])) > limit:
        raise Refused("too_large", f"larger than {limit >> 20} MB, too much for one article", "split it")
    return taken


def _bytes(content: str, name: str) -> bytes:
    if name != "html_base64":
        return content.encode("utf-8")
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused("not_base64", f'"html_base64" is not base64: {error}') from error


def _declared(record: dict[str, Any]) -> str:
    identity = _identity(record)
    if identity is None and record.get("id") is not None:
        raise Refused("wrong_type", '"id" is no string')
    for name in ("url", "published", "lang"):
        if not isinstance(record.get(name), str | None):
            raise Refused("wrong_type", f'"{name}" is no string')
    if record.get("published"):
        _check_published(record["published"])
    declared: dict[str, Any] = {name: record[name] for name in ("url", "published", "lang") if record.get(name)}
    declared["content"] = next(name for name in CONTENTS if record.get(name) is not None)
    if identity is not None:
        declared["id"] = identity
    extra = {name: value for name, value in record.items() if name not in KNOWN}
    if extra:
        declared["extra"] = extra
    return msgspec.json.encode(declared).decode("utf-8")


def _check_published(published: str) -> None:
    if moment(published) is None and not is_vague_date(published):
        wanted = 'a date ("2022-11-11") or an RFC 3339 time ("2022-11-11T09:30:00Z")'
        raise Refused("bad_published", f'"published" is {published!r}', f"give {wanted}")
