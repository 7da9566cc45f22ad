"""The kept pages themselves as one web archive (WACZ 1.1.1), with every revision, for other archives and for replay.

The format: https://specs.webrecorder.net/wacz/1.1.1/ and https://specs.webrecorder.net/cdxj/0.1.0/
"""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO, cast
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

import msgspec

from tallywire.claims.article import Capture, Media

SUFFIX = ".wacz"
VERSION = "1.1.1"
DATA, INDEX, PAGES = "archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"
PACKAGE, DIGEST = "datapackage.json", "datapackage-digest.json"

_TYPES: dict[Media, str] = {
    "html": "text/html",
    "text": "text/plain",
    "record": "text/plain",
    "message": "application/json",
    "mhtml": "multipart/related",
    "pdf": "application/pdf",
    "data": "text/plain",
}
# What would end a line of a record's head, or tear it.
_CONTROL = re.compile(r"[\x00-\x20\x7f]")


@dataclass(slots=True)
class _Part:
    """A file of the package while it is made: its content lies on disk, its digest grows with it."""

    path: str
    file: BinaryIO
    size: int = 0
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)

    def add(self, content: bytes) -> None:
        self.file.write(content)
        self.digest.update(content)
        self.size += len(content)


def write_captures(captures: Iterable[tuple[Capture, str | None]], out: BinaryIO) -> None:
    """Write captures, each with the title of its page; no more than one of them is held."""
    with ExitStack() as files:
        spool = [files.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        data, index, pages = (
            _Part(path, cast("BinaryIO", file)) for path, file in zip((DATA, INDEX, PAGES), spool, strict=True)
        )
        pages.add(_line({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}))
        found = []
        for capture, title in captures:
            found.append(_indexed(capture, data))
            pages.add(_line(_page(capture, title)))
        for entry in sorted(found):
            index.add(entry)
        _pack((data, index, pages), out)


def _indexed(capture: Capture, data: _Part) -> bytes:
    """The line of the index for a capture, which is added to the archive."""
    start = data.size
    # A member for each record, and no moment of packing in it: the same captures are the same bytes.
    data.add(gzip.compress(_record(capture), mtime=0))
    about = {
        "url": uri(capture.address),
        "mime": _TYPES[capture.media],
        "status": "200",
        "digest": f"sha256:{capture.sha256}",
        "length": str(data.size - start),
        "offset": str(start),
        "filename": DATA.rpartition("/")[2],
    }
    stamp = _moment(capture).strftime("%Y%m%d%H%M%S")
    return f"{_sort_key(uri(capture.address))} {stamp} ".encode() + _line(about)


def _record(capture: Capture) -> bytes:
    digest = f"sha256:{capture.sha256}"
    head = [
        ("WARC-Type", "resource"),
        ("WARC-Record-ID", f"<urn:uuid:{_identity(capture)}>"),
        ("WARC-Target-URI", uri(capture.address)),
        ("WARC-Date", _moment(capture).isoformat().replace("+00:00", "Z")),
        ("Content-Type", _TYPES[capture.media]),
        ("WARC-Block-Digest", digest),
        ("WARC-Payload-Digest", digest),
        # What the standard fields cannot say, so that the record reads back as the capture it was.
        ("Tallywire-Media", capture.media),
        *([("Tallywire-Line", str(capture.line))] if capture.line is not None else []),
        ("Tallywire-Declared", capture.declared),
        ("Content-Length", str(len(capture.content))),
    ]
    fields = "".join(f"{name}: {value}\r\n" for name, value in head)
    return f"WARC/1.1\r\n{fields}\r\n".encode() + capture.content + b"\r\n\r\n"


def uri(address: str) -> str:
    """An address as archives write it: a URL as it is, a path as a file's."""
    if address.startswith(("http://", "https://", "ftp://")):
        return _CONTROL.sub(lambda found: quote(found.group()), address)
    return ("file://" if address.startswith("/") else "file:") + quote(address)


def _page(capture: Capture, title: str | None) -> dict[str, str]:
    page = {"id": _identity(capture), "url": uri(capture.address)}
    return page | {"ts": _moment(capture).isoformat().replace("+00:00", "Z")} | ({"title": title} if title else {})


def _identity(capture: Capture) -> str:
    named = (capture.address, str(capture.line), capture.fetched, capture.sha256, capture.declared)
    return str(uuid5(NAMESPACE_URL, "\n".join(named)))


def _moment(capture: Capture) -> datetime:
    return datetime.fromisoformat(capture.fetched).astimezone(UTC)


def _sort_key(address: str) -> str:
    """The address by which an index is ordered, the host's parts turned round: "example,news)/war?page=2"."""
    parts = urlsplit(address)
    if not parts.hostname:
        return address.lower()
    host = ",".join(reversed(parts.hostname.split(".")))
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    return f"{host}{port}){parts.path or '/'}{'?' + parts.query if parts.query else ''}".lower()


def _line(value: object) -> bytes:
    return msgspec.json.encode(value) + b"\n"


def _pack(parts: tuple[_Part, ...], out: BinaryIO) -> None:
    listed = [
        {"name": part.path.rpartition("/")[2], "path": part.path, "hash": _hash(part.digest), "bytes": part.size}
        for part in parts
    ]
    package = {"profile": "data-package", "wacz_version": VERSION, "software": "tallywire", "resources": listed}
    about = msgspec.json.format(msgspec.json.encode(package), indent=2)
    digest = {"path": PACKAGE, "hash": _hash(hashlib.sha256(about))}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True) as file:
        for part in parts:
            with file.open(_member(part.path), "w", force_zip64=True) as member:
                part.file.seek(0)
                shutil.copyfileobj(part.file, member)
        file.writestr(_member(PACKAGE), about)
        file.writestr(_member(DIGEST), msgspec.json.encode(digest))


def _member(path: str) -> zipfile.ZipInfo:
    """A file of the package with no moment of its own."""
    return zipfile.ZipInfo(path)


def _hash(digest: hashlib._Hash) -> str:
    return f"sha256:{digest.hexdigest()}"
