"""Bytes to text: by mark, as UTF-8, as the page declares, or by the best guess, with a note of every doubt."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tallywire.claims.article import Note

GUESSED = 1 << 16  # bytes an encoding is guessed from; more change nothing but the time it takes
SNIFFED = 4096  # bytes looked at to tell text from other files and to find a declaration
ZERO_SHARE = 0.02  # of the bytes of UTF-16: even where no letter has a zero, spaces and full stops do
CONTROL_SHARE = 0.05  # of the sniffed bytes; text of any encoding stays below it, programs and pictures do not
# A page is broken UTF-8, and not another encoding, when at least this many letters beyond ASCII are right for each
# wrong one: chance sequences of other encodings are rarely valid even once.
RIGHT_PER_WRONG = 9

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = {
    b"%PDF": "a PDF file",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"RIFF": "a sound, video or picture file",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ufffd]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Browsers read these names as their Windows supersets, and pages rely on it.
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what a reader should know of how its bytes were read."""

    text: str
    notes: tuple[Note, ...] = ()
    encoding: str = "utf-8"


def not_text(content: bytes) -> str | None:
    """What the bytes are, when they are no text: "a PDF file", "binary data"; None for text."""
    head = content[:SNIFFED]
    for signature, name in _SIGNATURES.items():
        if head.startswith(signature):
            return name
    if _mark(head) or _unmarked_utf16(head):
        return None
    return "binary data" if len(_CONTROL.findall(head)) > CONTROL_SHARE * len(head) or b"\0" in head else None


def decoded(content: bytes) -> Decoded:
    """The text of some bytes; it never fails, and says so where it had to guess."""
    if marked := _mark(content):
        mark, encoding = marked
        return _as(content[len(mark) :], encoding)
    # UTF-16 is valid UTF-8 too, full of zeros.
    if b"\0" in content[:SNIFFED] and (unmarked := _unmarked_utf16(content[:SNIFFED])):
        return _as(content, unmarked)
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _declared(content) or _guessed(content)


def _mark(content: bytes) -> tuple[bytes, str] | None:
    return next(((mark, encoding) for mark, encoding in _MARKS if content.startswith(mark)), None)


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 without a mark has its zeros all on one side of the pairs."""
    odd, even = head[1::2].count(0), head[::2].count(0)
    if (odd and even) or max(odd, even) < ZERO_SHARE * len(head) or not head:
        return None
    encoding = "utf-16-le" if odd else "utf-16-be"
    words = head[: len(head) // 2 * 2].decode(encoding, "replace")
    readable = sum(letter.isalnum() or letter.isspace() for letter in words)
    return encoding if readable > len(words) / 2 else None


def _declared(content: bytes) -> Decoded | None:
    found = _DECLARED.search(content[:SNIFFED])
    if not found:
        return None
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if encoding.startswith("utf-16") else _as(content, _SUPERSETS.get(encoding, encoding))


def _guessed(content: bytes) -> Decoded:
    sample = content[:GUESSED].decode("utf-8", "replace")
    wrong, right = sample.count("\ufffd"), len(_BEYOND_ASCII.findall(sample))
    if wrong and right >= RIGHT_PER_WRONG * wrong:
        return _as(content, "utf-8")
    import chardet  # 40 ms: only pages in doubt pay for it

    # The Windows supersets are chosen over bare ISO encodings, as browsers do.
    encoding = chardet.detect(content[:GUESSED])["encoding"] or "cp1252"
    read = _as(content, encoding)
    guess = Note("warning", "encoding_guessed", f"the bytes name no encoding; read as {encoding.lower()}")
    return Decoded(read.text, (guess, *read.notes), encoding)


def _as(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding), encoding=encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
        wrong = text.count("\ufffd")
        return Decoded(
            text, (Note("warning", "bytes_replaced", f"{wrong} bytes are not {encoding}; shown as \ufffd"),), encoding
        )
