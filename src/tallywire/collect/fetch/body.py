"""The body of an answer, unpacked as it comes and never beyond a bound: a gzip bomb is a few kilobytes of gigabytes."""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli

# What we say we take, and can unpack.
ENCODINGS = "gzip, deflate, br"
_PIECE = 1 << 16
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_BARE_DEFLATE = -zlib.MAX_WBITS  # some servers leave the header out
_GZIP = b"\x1f\x8b"
_HEADER = 2  # bytes that tell them apart


class TooLargeError(Exception):
    """More bytes than are taken."""


class GarbledError(Exception):
    """Bytes that are not packed as the server says, or end before their end."""


class _Unpacker(Protocol):
    def take(self, packed: bytes, room: int) -> bytes: ...

    def ended(self) -> bool: ...


class Body:
    """Takes the bytes of one answer, `encoding` being the server's word for how they are packed."""

    def __init__(self, encoding: str, largest: int) -> None:
        self._unpacker = _unpacker(encoding)
        self._largest = largest
        self._taken = 0
        self._parts: list[bytes] = []
        self._room = largest

    def take(self, packed: bytes) -> None:
        """Unpack some bytes; TooLargeError beyond the bound, GarbledError where they are something else."""
        self._taken += len(packed)
        if self._taken > self._largest:
            raise TooLargeError
        part = self._unpacker.take(packed, self._room + 1)
        self._room -= len(part)
        if self._room < 0:
            raise TooLargeError
        self._parts.append(part)

    def whole(self) -> bytes:
        """Everything, when nothing more comes."""
        if self._taken and not self._unpacker.ended():
            raise GarbledError("it ends in the middle")
        return b"".join(self._parts)


def unpacked(content: bytes, largest: int) -> bytes:
    """A gzip file's content, within the bound."""
    body = Body("gzip", largest)
    body.take(content)
    return body.whole()


def _unpacker(encoding: str) -> _Unpacker:
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Zlib(deflate=False)
        case "deflate":
            return _Zlib(deflate=True)
        case "br":
            return _Brotli()
        case other:
            raise GarbledError(f"it is packed as {other!r}, which nobody asked for")


class _Plain:
    def take(self, packed: bytes, room: int) -> bytes:
        return packed

    def ended(self) -> bool:
        return True


class _Zlib:
    """gzip, or what servers call deflate: with the header of zlib, as it should be, or without."""

    def __init__(self, *, deflate: bool) -> None:
        self._deflate = deflate
        self._inner: zlib._Decompress | None = None
        self._head = b""

    def take(self, packed: bytes, room: int) -> bytes:
        packed, self._head = self._head + packed, b""
        if self._inner is None and len(packed) < _HEADER:
            self._head = packed
            return b""
        if self._inner is None:
            bare = self._deflate and not _has_header(packed)
            self._inner = zlib.decompressobj(_BARE_DEFLATE if bare else _GZIP_OR_ZLIB)
        try:
            return self._unpacked(self._inner, packed, room)
        except zlib.error as error:
            raise GarbledError(str(error)) from error

    def _unpacked(self, inner: zlib._Decompress, packed: bytes, room: int) -> bytes:
        parts: list[bytes] = []
        while packed and room > 0:
            parts.append(inner.decompress(packed, room))
            room -= len(parts[-1])
            packed = inner.unconsumed_tail
            # A gzip file may be several, one behind another; anything else there is filling.
            if inner.eof and inner.unused_data.startswith(_GZIP):
                packed = inner.unused_data
                self._inner = inner = zlib.decompressobj(_GZIP_OR_ZLIB)
        return b"".join(parts)

    def ended(self) -> bool:
        return self._inner is not None and self._inner.eof


def _has_header(packed: bytes) -> bool:
    """RFC 1950, 2.2: the method is 8, and the two bytes are a multiple of 31."""
    return packed[0] & 0x0F == 8 and (packed[0] * 256 + packed[1]) % 31 == 0


class _Brotli:
    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    def take(self, packed: bytes, room: int) -> bytes:
        parts: list[bytes] = []
        try:
            while room > 0 and not self._inner.is_finished():
                part: bytes = self._inner.process(packed, output_buffer_limit=min(room, _PIECE))
                parts.append(part)
                room -= len(part)
                packed = b""
                if not part and self._inner.can_accept_more_data():
                    break
        except brotli.error as error:
            raise GarbledError(str(error)) from error
        return b"".join(parts)

    def ended(self) -> bool:
        return bool(self._inner.is_finished())
