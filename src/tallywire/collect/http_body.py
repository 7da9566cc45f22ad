"""The body of a saved HTTP answer as the page it carried: chunks joined, compression undone, sizes bounded."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import Protocol

HEAD_BYTES = 1 << 16  # of an HTTP answer's head; servers send a hundredth of it

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,256}\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.I)


class Readable(Protocol):
    """A stream that is read from."""

    def read(self, size: int = ..., /) -> bytes:
        """At most so many bytes, none at the end."""


class UnreadableBody(Exception):  # noqa: N818 - it says why a record is refused; `warc.py` adds where
    """A body that is not what its head says it is."""

    code = "bad_http"


class EndlessBody(UnreadableBody):
    """A body that grows beyond every page when it is unpacked."""

    code = "too_large"


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer as it was saved: status (None where the first line is none), and the head's fields we need."""

    status: int | None
    media: str | None  # "text/html", lower case, without parameters
    charset: str | None
    encodings: tuple[str, ...]  # of the content, in the order they were applied
    chunked: bool
    body: bytes
    location: str | None = None  # where a redirect leads


def answer(block: bytes) -> Answer:
    """The parts of a saved answer; UnreadableBody where there is no head."""
    from fastwarc.warc import HeaderMap

    end, gap = _head_end(block)
    head = HeaderMap()
    head.parse(io.BytesIO(block[:end] + b"\r\n\r\n"), has_status_line=True)
    media, charset = content_type(head.get("Content-Type"))
    return Answer(
        status=head.status_code,
        media=media,
        charset=charset,
        encodings=_listed(head.get("Content-Encoding")),
        chunked="chunked" in _listed(head.get("Transfer-Encoding")),
        body=block[end + gap :],
        location=head.get("Location"),
    )


def content_type(field: str | None) -> tuple[str | None, str | None]:
    """The media type and the charset of a Content-Type field."""
    if not field:
        return None, None
    charset = _CHARSET.search(field)
    return field.split(";", 1)[0].strip().lower() or None, charset[1] if charset else None


def joined(body: bytes) -> bytes:
    """Chunks in one piece; archives often keep `Transfer-Encoding: chunked` over a body that is joined already."""
    parts: list[bytes] = []
    place = 0
    while True:
        size = _CHUNK.match(body, place)
        if size is None:
            return body if not parts else b"".join(parts)
        length = int(size[1], 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[size.end() : size.end() + length])
        place = size.end() + length
        if len(parts[-1]) < length:
            raise UnreadableBody("its last chunk is cut off")
        place += 2 if body[place : place + 2] == b"\r\n" else 1


def unpacked(body: bytes, encodings: tuple[str, ...], limit: int) -> bytes:
    """The body without its compression, never more than `limit` bytes of it; EndlessBody beyond."""
    for encoding in reversed(encodings):
        body = _unpack(body, encoding, limit)
        if len(body) > limit:
            raise EndlessBody(f"unpacked it is larger than {limit >> 20} MB")
    return body


def whole(stream: Readable, limit: int) -> bytes:
    """What a stream holds, up to a limit; one that unpacks gives less than it is asked for at a time."""
    pieces: list[bytes] = []
    left = limit
    while left > 0 and (piece := stream.read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _head_end(block: bytes) -> tuple[int, int]:
    for gap in (b"\r\n\r\n", b"\n\n"):
        end = block.find(gap, 0, HEAD_BYTES)
        if end >= 0:
            return end, len(gap)
    raise UnreadableBody("its HTTP head does not end")


def _listed(field: str | None) -> tuple[str, ...]:
    return tuple(part for part in (one.strip().lower() for one in (field or "").split(",")) if part)


def _unpack(body: bytes, encoding: str, limit: int) -> bytes:
    if encoding == "identity" or not body:
        return body
    try:
        if encoding in {"gzip", "x-gzip"}:
            # Many archives unpack the body and leave the field: then it begins with no gzip mark.
            return _inflated(body, zlib.MAX_WBITS | 16, limit) if body.startswith(b"\x1f\x8b") else body
        if encoding == "deflate":
            return _deflated(body, limit)
        if encoding in {"br", "zstd"}:
            return _streamed(body, encoding, limit)
    except (zlib.error, OSError) as error:
        raise UnreadableBody(f"it is not {encoding}, as its head says ({error})") from error
    raise UnreadableBody(f"its encoding {encoding!r} is unknown")


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    stream = zlib.decompressobj(window)
    content = stream.decompress(body, limit + 1)
    if not stream.eof and len(content) <= limit:
        raise UnreadableBody("its compressed body is cut off")
    return content


def _deflated(body: bytes, limit: int) -> bytes:
    try:
        return _inflated(body, zlib.MAX_WBITS, limit)
    except zlib.error:  # some servers send it bare
        return _inflated(body, -zlib.MAX_WBITS, limit)


def _streamed(body: bytes, encoding: str, limit: int) -> bytes:
    from fastwarc.stream_io import BrotliReader, ZstdReader

    if encoding == "zstd":
        unpacked_before = not body.startswith(b"\x28\xb5\x2f\xfd")
        return body if unpacked_before else whole(ZstdReader(io.BytesIO(body)), limit + 1)
    try:
        return whole(BrotliReader(io.BytesIO(body)), limit + 1)
    except OSError:
        if body.lstrip()[:1] == b"<":  # Brotli has no mark to tell an unpacked body by; a page does
            return body
        raise
