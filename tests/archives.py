"""Archives for tests, made with fastwarc: each record says only what is special about it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass, field
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from fastwarc.stream_io import GzipWriter, ZstdWriter
from fastwarc.warc import WarcRecord, WarcRecordType

Form = Literal["plain", "gzip", "zstd"]
ENDS: dict[Form, str] = {"plain": ".warc", "gzip": ".warc.gz", "zstd": ".warc.zst"}


def page(killed: int) -> bytes:
    """A page of an invented outlet with one figure."""
    text = f"Officials said {killed} people were killed in the shelling of Kharkiv on Friday."
    return f"<!doctype html><title>Shelling {killed}</title><article><p>{text}</p></article>".encode()


@dataclass(frozen=True)
class Saved:
    """A record: a page of Kharkiv answered with status 200, unless the fields say otherwise."""

    uri: str = "https://news.example/1"
    body: bytes = field(default_factory=lambda: page(12))
    status: str = "200 OK"
    media: str = "text/html; charset=utf-8"
    head: str = ""  # more lines of the HTTP head, each with its line end
    kind: str = "response"
    date: str = "2022-11-12T06:00:00Z"
    fields: tuple[tuple[str, str], ...] = ()  # of the record, in the place of those that are worked out


def record(saved: Saved) -> WarcRecord:
    made = WarcRecord()
    made.init_headers(getattr(WarcRecordType, saved.kind))
    made.record_id = f"<urn:uuid:{uuid5(NAMESPACE_URL, saved.uri + saved.status)}>"  # the same bytes at every run
    made.headers["WARC-Target-URI"], made.headers["WARC-Date"] = saved.uri, saved.date
    if saved.kind == "response":
        made.headers["Content-Type"] = "application/http; msgtype=response"
        made.is_http = True
        head = f"HTTP/1.1 {saved.status}\r\nContent-Type: {saved.media}\r\n{saved.head}\r\n"
        made.set_bytes_content(head.encode() + saved.body)
    else:
        made.headers["Content-Type"] = saved.media
        made.set_bytes_content(saved.body)
    return made


class Open(io.BytesIO):
    """What closing a writer leaves open."""

    def close(self) -> None:
        pass


def packed(saved: Saved, form: Form = "plain") -> bytes:
    """The bytes of one record, compressed on its own as archives have it."""
    plain = Open()
    record(saved).write(plain, checksum_data=True)
    content = plain.getvalue()
    for name, value in saved.fields:
        before, mark, after = content.partition(f"\r\n{name}: ".encode())
        content = before + mark + value.encode() + b"\r\n" + after.partition(b"\r\n")[2] if mark else content
        content = content if mark else content.replace(b"\r\n", f"\r\n{name}: {value}\r\n".encode(), 1)
    return compressed(content, form)


def compressed(content: bytes, form: Form) -> bytes:
    if form == "plain":
        return content
    out = Open()
    writer = GzipWriter(out) if form == "gzip" else ZstdWriter(out)
    while content:
        content = content[writer.write(content) :]  # it takes eight megabytes at a time
    writer.finish()
    writer.close()
    return out.getvalue()


def archive(*saved: Saved, form: Form = "plain") -> bytes:
    return b"".join(packed(one, form) for one in saved)


def numbered(count: int) -> tuple[Saved, ...]:
    """So many pages, the first with 1 killed, at addresses that end in the same number."""
    return tuple(Saved(f"https://news.example/{number}", page(number)) for number in range(1, count + 1))


def package(parts: dict[str, bytes], listed: dict[str, str] | None = None) -> bytes:
    """A WACZ of these parts with a list of their digests; `listed` says other digests."""
    digests = {name: f"sha256:{hashlib.sha256(content).hexdigest()}" for name, content in parts.items()}
    resources = [
        {"name": name.rpartition("/")[2], "path": name, "hash": digest, "bytes": len(parts.get(name, b""))}
        for name, digest in {**digests, **(listed or {})}.items()
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
        about = {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}
        file.writestr("datapackage.json", json.dumps(about))
    return out.getvalue()
