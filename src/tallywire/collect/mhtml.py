"""Pages saved as one MIME file (.mhtml, .mht): the page among its parts, with the address and date of the snapshot."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from tallywire.claims.article import Saved
from tallywire.claims.errors import SourceError
from tallywire.collect.decode import Decoded, decoded

HEADER = 1 << 16  # bytes; a header takes a few hundred
PARTS = 10_000  # the largest saved pages have a few hundred pictures
NESTED = 3  # browsers nest one level, mail programs two; more is an attack
SNIFFED = 4096
PAGES = frozenset({"text/html", "application/xhtml+xml"})

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_MIME = re.compile(rb"^(?:MIME-Version|Snapshot-Content-Location|Content-Type|From|Subject|Date)\s{0,9}:", re.I)
_RELATED = re.compile(rb"^Content-Type\s{0,9}:\s{0,9}multipart/related\b", re.I | re.M)
_SAVED = re.compile(rb"^(?:Snapshot-Content-Location\s{0,9}:|From\s{0,9}:[^\r\n]{0,9}Saved by)", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The page of a saved file."""

    page: Decoded
    url: str | None
    saved: Saved


@dataclass(frozen=True, slots=True)
class _Part:
    """A header, and where its body stands in the file: a large file is never copied."""

    header: Message
    start: int
    end: int


def is_mhtml(head: bytes) -> bool:
    """Whether the beginning of a file is a saved page's: a MIME header of related parts, or one "Saved by"."""
    first = head[:SNIFFED].lstrip()
    return _MIME.match(first) is not None and (_RELATED.search(first) or _SAVED.search(first)) is not None


def snapshot(content: bytes, where: str) -> Snapshot:
    """The page of a saved file; SourceError where there is none in it."""
    first = len(content) - len(content.lstrip())
    whole = _part(content, first, len(content))
    pages = [part for part in _leaves(content, whole) if part.header.get_content_type() in PAGES]
    if not pages:
        raise SourceError("no_page", "no page of HTML among its parts", where=where, remedy="save the page again")
    address = _address(whole.header.get("Snapshot-Content-Location"))
    main = _main(pages, whole.header, address)
    url = address or _address(main.header.get("Content-Location"))
    return Snapshot(
        _decoded(main.header, content[main.start : main.end]), url, Saved("MHTML", None, _date(whole.header))
    )


def _part(content: bytes, start: int, end: int) -> _Part:
    ends = _BLANK_LINE.search(content, start, min(end, start + HEADER))
    head = content[start : ends.start()] if ends else b""
    return _Part(BytesHeaderParser().parsebytes(head), ends.end() if ends else start, end)


def _leaves(content: bytes, whole: _Part) -> Iterator[_Part]:
    """The parts that hold no others, in order, at most so many and so deep."""
    waiting = [(whole, 0)]
    met = 0
    while waiting and met < PARTS:
        part, level = waiting.pop()
        met += 1
        boundary = part.header.get_boundary()
        if part.header.get_content_maintype() != "multipart" or not boundary:
            yield part
        elif level < NESTED:
            waiting += [(inner, level + 1) for inner in reversed(_split(content, part, boundary))]


def _split(content: bytes, whole: _Part, boundary: str) -> list[_Part]:
    """The parts between the lines that begin with the boundary; what stands before the first is for old readers."""
    mark = b"--" + boundary.encode("latin-1", "replace")
    parts: list[_Part] = []
    begun, at = -1, content.find(mark, whole.start, whole.end)
    while at >= 0 and len(parts) < PARTS:
        after = at + len(mark)
        if at == whole.start or content[at - 1 : at] == b"\n":
            if begun >= 0:
                parts.append(_part(content, begun, at))
            begun = -1 if content.startswith(b"--", after) else _next_line(content, after)
        at = content.find(mark, after, whole.end)
    if begun >= 0:  # the file is cut off
        parts.append(_part(content, begun, whole.end))
    return parts


def _next_line(content: bytes, at: int) -> int:
    ends = content.find(b"\n", at)
    return len(content) if ends < 0 else ends + 1


def _main(pages: list[_Part], header: Message, address: str | None) -> _Part:
    """The part that the header names as the start, or that has the snapshot's address; else the first."""
    start = header.get_param("start")
    for page in pages:
        if start and page.header.get("Content-ID", "").strip() == start:
            return page
    return next(
        (page for page in pages if address and _address(page.header.get("Content-Location")) == address), pages[0]
    )


def _decoded(header: Message, body: bytes) -> Decoded:
    plain = _bytes(str(header.get("Content-Transfer-Encoding", "")).strip().lower(), body)
    charset = header.get_content_charset()
    if charset:
        try:
            return Decoded(plain.decode(charset))
        except (LookupError, UnicodeDecodeError):
            pass  # a charset that is misnamed: the page itself may know better
    return decoded(plain)


def _bytes(encoding: str, body: bytes) -> bytes:
    match encoding:
        case "quoted-printable":
            return binascii.a2b_qp(body)
        case "base64":
            return _from_base64(body)
        case _:
            return body


_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


def _from_base64(body: bytes) -> bytes:
    """As much as can be read: what is no base64 is passed over, and a last group that is cut off left out."""
    letters = _NOT_BASE64.sub(b"", body)
    rest = len(letters) % 4
    letters = letters[:-1] if rest == 1 else letters + b"=" * (-len(letters) % 4)
    return binascii.a2b_base64(letters)


def _address(said: object) -> str | None:
    url = str(said).strip() if said else ""
    return url if url.startswith(("http://", "https://")) else None


def _date(header: Message) -> str | None:
    said = str(header.get("Date", "")).strip()
    try:
        # "-0000" is UTC, told by one who keeps his own zone to himself: so Chrome writes it.
        found: datetime = parsedate_to_datetime(said.removesuffix("-0000") + "+0000" * said.endswith("-0000"))
    except (ValueError, TypeError, IndexError):
        return None
    return found.isoformat() if found.tzinfo else found.date().isoformat()
