"""Small PDF files, made byte by byte, for tests."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

LEADING = 14  # points from line to line


def pdf(pages: Sequence[Sequence[str]], *, info: str = "", lang: str = "", packed: bool = False) -> bytes:
    """A PDF of these pages, each of these lines, in one of the fonts that every reader has; "" is a blank line."""
    first = 4  # after the catalogue, the list of pages and the font
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {f'/Lang ({lang})' if lang else ''} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (first + 2 * at + 1)
        )
        objects.append(_stream(_drawn(lines), packed=packed))
    if info:
        objects.append(f"<< {info} >>".encode())
    return _file(objects, b"/Info %d 0 R" % len(objects) if info else b"")


def _drawn(lines: Sequence[str]) -> bytes:
    said = [b"BT /F1 11 Tf %d TL 50 790 Td" % LEADING]
    for line in lines:
        plain = line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        said.append(b"(%s) Tj T*" % plain if plain else b"T*")
    return b"\n".join((*said, b"ET"))


def _stream(content: bytes, *, packed: bool) -> bytes:
    told = b"/Filter /FlateDecode " if packed else b""
    held = zlib.compress(content) if packed else content
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (told, len(held), held)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return made + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
