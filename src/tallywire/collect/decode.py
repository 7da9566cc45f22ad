"""Bytes to text: by mark, as UTF-8, as the server or the page declares, or by the best guess; every doubt is noted."""

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
_LATIN = "cp1252"
_NO_CHARSETS = ("utf-16", "utf-7", "punycode", "unicode", "raw")  # Python's own, and what a page can not be in
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


def decoded(content: bytes, charset: str | None = None) -> Decoded:
    """The text of some bytes; it never fails, and says so where it had to guess. `charset` is the server's word."""
    if marked := _mark(content):
        mark, encoding = marked
        return _as(content[len(mark) :], encoding)
    # UTF-16 is valid UTF-8 too, full of zeros.
    if b"\0" in content[:SNIFFED] and (unmarked := _unmarked_utf16(content[:SNIFFED])):
        return _as(content, unmarked)
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _declared(content, charset) or _guessed(content)


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


def _declared(content: bytes, charset: str | None) -> Decoded | None:
    """As the server says, else as the page does: a page may have been written anew on its way, its own line not.

    A server's bare Latin-1 is what it says of every file, so a page that knows better goes before it; and so does a
    page where the server's charset cannot be what the bytes are.
    """
    said = _encoding(charset) if charset else None
    found = _DECLARED.search(content[:SNIFFED])
    own = _encoding(found[1].decode("ascii")) if found else None
    if said is None or own is None or said == own:
        known = said or own
        return _as(content, known) if known else None
    used = own if said == _LATIN or not _fits(content, said) else said
    read = _as(content, used)
    contradiction = f"the server says {said}, the page {own}; read as {used}"
    return Decoded(read.text, (Note("info", "charset_contradicted", contradiction), *read.notes))


def _encoding(name: str) -> str | None:
    """An encoding by any of its names, as browsers read it; None for what is none, or would show in the bytes."""
    try:
        encoding = codecs.lookup(name).name
        b"a\xff".decode(encoding, "replace")
    except (LookupError, ValueError):  # no codec, or one that is for no text: "base64", "idna"
        return None
    return None if encoding.startswith(_NO_CHARSETS) else _SUPERSETS.get(encoding, encoding)


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


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
