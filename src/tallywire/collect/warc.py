"""WARC archives to captures, a page a record: what is damaged or wrong is told with its place, the rest is read."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote, urljoin

import msgspec

from tallywire.claims.article import Capture, Media
from tallywire.claims.errors import SourceError
from tallywire.collect.decode import not_text
from tallywire.collect.http_body import (
    HEAD_BYTES,
    Answer,
    UnreadableBody,
    answer,
    content_type,
    joined,
    unpacked,
    whole,
)
from tallywire.collect.warc_walk import PAGES, Damage, Stretch, Walk
from tallywire.collect.whole import LARGEST

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# A page with its HTTP head; of a larger record no more than the head is read, however large it says it is.
BLOCK_BYTES = max(LARGEST.values()) + HEAD_BYTES
# What the records of our own export carry beside the standard fields, to be read back as the captures they were.
MEDIA_FIELD, LINE_FIELD, DECLARED_FIELD = "Tallywire-Media", "Tallywire-Line", "Tallywire-Declared"

_MEDIA: dict[str, Media] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/pdf": "pdf",
}
# Requests, descriptions of the crawl, and answers that only say "as before": there is nothing of an article in them.
_BESIDE = frozenset({"warcinfo", "request", "metadata", "revisit"})
_SCHEMES = frozenset({"http", "https", "ftp", "file"})
_REMEDIES = {
    "damaged": "fetch or copy the archive again; the records that are whole are read",
    "wrong_digest": "it is read, but its bytes are not those that were archived: compare it with another copy",
    "cut_short": "it is read as far as it goes: whoever archived it stopped there",
    "too_large": "save that page as a file, with one article in it",
}


class Skipped(SourceError):  # noqa: N818 - it is told like an error, and is none
    """Records of an archive that hold no page; `counts` says how many of each kind, so that parts add up."""

    def __init__(self, where: str, counts: dict[str, int]) -> None:
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in sorted(counts.items()))
        remedy = "pages, plain text and PDF files that were answered with status 200 are read from archives"
        super().__init__("skipped", f"records of other kinds were passed over: {kinds}", where=where, remedy=remedy)
        self.counts = tuple(sorted(counts.items()))


class _Refused(Exception):  # noqa: N818 - it never leaves this file: it says why, and `captures` adds where
    """Why a record gives no capture, or what to know of one that does."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(says)
        self.code, self.says = code, says


class _CutOff(_Refused):
    """A record that ends before its own length, so that the next one has to be searched for."""


class _PassedOver(Exception):  # noqa: N818 - it never leaves this file
    """A record of another kind, which it names."""


def captures(
    stream: BinaryIO, where: str, fetched: str, stretch: Stretch | None = None, pages: set[str] | None = None
) -> Iterator[Capture | SourceError]:
    """The captures of an archive, or of a stretch of it; `where` names the archive in errors.

    A record without a date was `fetched` then. With `pages`, only these addresses and those that they redirect to are
    read. A wrong digest is told, and the record is read.
    """
    passed: Counter[str] = Counter()
    walk = Walk(stream, stretch or Stretch())
    for found in walk:
        if isinstance(found, Damage):
            yield _error("damaged", f"it cannot be read on after byte {found.position:,}: {found.says}", where)
            continue
        try:
            for one in _captures(found, fetched, pages):
                yield one if isinstance(one, Capture) else _told(one, found, where)
        except _PassedOver as kind:
            passed[str(kind)] += 1
        except _Refused as refused:
            if isinstance(refused, _CutOff):
                walk.search_on()
            yield _told(refused, found, where)
    if passed:
        yield Skipped(where, passed)


def _told(refused: _Refused, record: WarcRecord, where: str) -> SourceError:
    address = record.headers.get("WARC-Target-URI")
    named = f"the record at byte {record.stream_pos:,}" + (f" ({address})" if address else "")
    return _error(refused.code, f"{named} {refused.says}", where)


def _error(code: str, says: str, where: str) -> SourceError:
    return SourceError(code, says, where=where, remedy=_REMEDIES.get(code, "the other records are read"))


def _captures(record: WarcRecord, fetched: str, pages: set[str] | None) -> Iterator[Capture | _Refused]:
    """The capture of a record, and before it what is wrong without keeping it from being read."""
    kind = str(record.record_type)
    if kind in _BESIDE:
        return
    _known_length(record)
    if kind not in PAGES:
        raise _PassedOver(f"type {kind}")
    address = _address(record)
    saved, block = _saved(record)
    _wanted(saved, address, pages)
    media = _media(record, saved)
    if record.content_length > BLOCK_BYTES:
        raise _Refused("too_large", f"has {record.content_length:,} bytes, too many for one article")
    yield from _doubts(record, block, saved)
    day = _moment(record)
    if day is None:
        yield _Refused("no_date", "has no date; the moment of reading is taken")
    content = _content(saved, media)
    yield Capture(
        address,
        media,
        content,
        hashlib.sha256(content).hexdigest(),
        day or fetched,
        line=_line(record),
        declared=_declared(record, saved, content),
        archived=day is not None,
    )


def _known_length(record: WarcRecord) -> None:
    said = record.headers.get("Content-Length")
    if said is None or said.strip() != str(record.content_length):
        raise _CutOff("damaged", f"has the length {said!r}")


def address_of(uri: str) -> str:
    """The address that a URI of an archive stands for: a path where it names a file."""
    scheme, _, rest = uri.partition(":")
    if scheme.lower() != "file":
        return uri
    return unquote("/" + rest[2:].partition("/")[2] if rest.startswith("//") else rest)


def _address(record: WarcRecord) -> str:
    uri = (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
    if not uri:
        raise _Refused("no_address", "names no address")
    scheme = uri.partition(":")[0]
    if scheme.lower() not in _SCHEMES:
        raise _PassedOver(f"address {scheme}:")
    return address_of(uri)


def _saved(record: WarcRecord) -> tuple[Answer, bytes]:
    """The answer in a record and the record's whole block; of one that is too large, the beginning alone."""
    large = record.content_length > BLOCK_BYTES
    block = whole(record.reader, HEAD_BYTES if large else BLOCK_BYTES)
    if not large and len(block) < record.content_length:
        raise _CutOff("truncated", f"ends after {len(block):,} of {record.content_length:,} bytes")
    named = record.headers.get("Content-Type")
    media, charset = content_type(named)
    if str(record.record_type) != "response" or media not in {None, "application/http"}:
        return Answer(200, media, charset, (), chunked=False, body=block), block
    try:
        return answer(block), block
    except UnreadableBody as error:
        raise _Refused("bad_http", f"cannot be read: {error}") from error


def _wanted(saved: Answer, address: str, pages: set[str] | None) -> None:
    page = address.partition("#")[0]
    if pages is not None and page not in pages:
        raise _PassedOver("not in the list of pages")
    if pages is not None and saved.location:
        pages.add(urljoin(page, saved.location).partition("#")[0])
    if saved.status != 200:
        raise _PassedOver(f"status {saved.status or 'unknown'}")


def _media(record: WarcRecord, saved: Answer) -> Media:
    ours = record.headers.get(MEDIA_FIELD)
    if ours in LARGEST:
        return ours
    named = saved.media or record.headers.get("WARC-Identified-Payload-Type")
    media = _MEDIA.get(named or "")
    if media is None:
        raise _PassedOver(named or "no media type")
    return media


def _doubts(record: WarcRecord, block: bytes, saved: Answer) -> Iterator[_Refused]:
    if record.headers.get("WARC-Truncated"):
        yield _Refused("cut_short", "was cut short when it was archived")
        return  # its digest may be that of the whole
    payload, of_block = record.headers.get("WARC-Payload-Digest"), record.headers.get("WARC-Block-Digest")
    if _differs(of_block, block):
        yield _Refused("wrong_digest", f"is not what its digest {of_block} says")
    elif _differs(payload, saved.body) and not (saved.chunked and not _differs(payload, joined(saved.body))):
        yield _Refused("wrong_digest", f"is not what its payload's digest {payload} says")


def _differs(digest: str | None, content: bytes) -> bool:
    """Whether a digest such as "sha1:KZ5V..." is not the content's; one of an unknown sort tells nothing."""
    algorithm, _, value = (digest or "").partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    if algorithm not in {"md5", "sha1", "sha256", "sha384", "sha512"} or not value.strip():
        return False
    found = hashlib.new(algorithm, content, usedforsecurity=False).digest()
    value = value.strip().rstrip("=")
    return value.upper() != base64.b32encode(found).decode().rstrip("=") and value.lower() != found.hex()


def _moment(record: WarcRecord) -> str | None:
    """A record's date as RFC 3339 in UTC."""
    try:
        found = datetime.fromisoformat((record.headers.get("WARC-Date") or "").strip())
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def _content(saved: Answer, media: Media) -> bytes:
    limit = LARGEST[media]
    try:
        content = unpacked(joined(saved.body) if saved.chunked else saved.body, saved.encodings, limit)
    except UnreadableBody as error:
        raise _Refused(error.code, f"cannot be read: {error}") from error
    if len(content) > limit:
        raise _Refused("too_large", f"is larger than {limit >> 20} MB, too much for one article")
    if not content.strip():
        raise _Refused("empty", "is empty")
    if media not in {"record", "pdf"} and (kind := not_text(content)):
        raise _Refused("not_text", f"is {kind}, not text or HTML")
    return content


def _line(record: WarcRecord) -> int | None:
    said = record.headers.get(LINE_FIELD) or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else None


def _declared(record: WarcRecord, saved: Answer, content: bytes) -> str:
    """What came with the bytes: as our own export has it, or the charset of the HTTP head where it matters."""
    said = record.headers.get(DECLARED_FIELD)
    if said is not None:
        try:
            if isinstance(msgspec.json.decode(said), dict):
                return said
        except msgspec.DecodeError:
            pass
        raise _Refused("bad_declared", f"has a {DECLARED_FIELD} that is no JSON object")
    if saved.charset is None or _is_utf8(content):
        return "{}"  # the same bytes saved as a file are then the same capture
    return msgspec.json.encode({"charset": saved.charset.lower()}).decode()


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
