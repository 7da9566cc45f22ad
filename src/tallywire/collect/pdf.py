"""The text of a PDF, page by page: lines joined to paragraphs, words mended at line ends, page numbers left out.

What pypdf reads of the order of columns is kept as it comes. Dates of the file say when it was made, not published.
"""

from __future__ import annotations

import logging
import re
import struct
import time
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from tallywire.claims.article import Article, Note
from tallywire.claims.errors import SourceError
from tallywire.collect.text import published_day, segments

if TYPE_CHECKING:
    from pypdf import Configuration, PageObject, PdfReader

PAGES = 300  # bulletins have two to twenty, yearly reports two hundred
SECONDS = 30.0  # of one file's processor time; an ordinary page takes a twentieth of one
UNPACKED = 8 << 20  # bytes of one page's drawing; a page of text has some ten thousand
LETTERS_OF_TEXT = 20  # a scanned page has at most a stamp of a few letters

GAP = 1.35  # of the usual distance of lines; more is set between paragraphs
# Lines this much shorter than the page's own measure end because the paragraph does.
SHORT = 0.75
MEASURE = 0.9  # of the lines are at most so long: the measure, with no eye for a few that stick out
NARROW = 32  # letters; no column of text is narrower, so each line is one of a list or table
REPEATED = 0.6  # of the pages; a line that stands first or last on so many is a running head
EDGE = 2  # lines from the top or bottom in which running heads and page numbers stand

# Broken files raise whatever the line of pypdf that met them raises.
FAULTS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError, RecursionError),
    *(struct.error, TypeError, ValueError, zlib.error, EOFError),
)

_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|стор\.|стр\.|seite)?\s*\d{1,4}(?:\s*(?:/|of|з|из|von)\s*\d{1,4})?\W*", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:;…][\"”»’')\]\d]*$")
_BULLET = re.compile(r"(?:[•·▪►‣◦*–—-]|\(?\d{1,2}[.)])\s")
_DIGITS = re.compile(r"\d+")
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
_PROGRAM_S_TITLE = re.compile(r"^(?:Microsoft|untitled|document\d*$)|\.\w{2,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pages:
    """The lines of each page, and what a reader should know of how they were read."""

    lines: list[list[str]]
    notes: tuple[Note, ...]


def article(content: bytes, where: str) -> Article:
    """The article of a PDF; SourceError where it is broken, locked, or has no text. Its id is left to the caller."""
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on broken files; ours go into notes
    try:
        reader = _reader(content, where)
        pages = _read(reader, where)
        modified, title, lang = _said(reader)
    except DependencyError as error:
        raise _locked(where) from error
    except (PyPdfError, *FAULTS) as error:
        message = f"a broken PDF file ({type(error).__name__}: {str(error)[:100]})"
        raise SourceError("broken_pdf", message, where=where, remedy="open it and save it again") from error
    text, left_out = composed(pages.lines)
    notes = pages.notes
    if left_out:
        notes = (*notes, Note("info", "page_marks", f"running heads and page numbers left out: {left_out}"))
    found = segments(text)
    published, changed = published_day(text, found)
    headline = next((text[one.start : one.end] for one in found if one.kind == "headline"), None)
    return Article(
        "", text, found, headline or title, lang=lang, published=published, modified=changed or modified, notes=notes
    )


def _reader(content: bytes, where: str) -> PdfReader:
    from pypdf import PasswordType, PdfReader

    reader = PdfReader(BytesIO(content))
    # Many files are locked against printing only: they open with an empty password.
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise _locked(where)
    return reader


def _locked(where: str) -> SourceError:
    return SourceError("encrypted", "the PDF is encrypted", where=where, remedy="save it without a password")


def _read(reader: PdfReader, where: str) -> _Pages:
    from pypdf import apply_configuration
    from pypdf.errors import PyPdfError

    total, begun = len(reader.pages), time.process_time()
    pages: list[list[str]] = []
    broken: list[int] = []
    for number in range(min(total, PAGES)):
        if time.process_time() - begun > SECONDS:
            break
        try:
            with apply_configuration(_limits()):
                pages.append(_lines(reader.pages[number]))
        except (PyPdfError, *FAULTS):
            broken.append(number + 1)
            pages.append([])
    return _Pages(pages, _judged(pages, broken, total, where))


def _limits() -> Configuration:
    from pypdf import get_configuration

    return replace(
        get_configuration(),
        zlib_maximum_output_length=UNPACKED,
        lzw_maximum_output_length=UNPACKED,
        run_length_maximum_output_length=UNPACKED,
        array_based_stream_maximum_output_length=UNPACKED,
    )


def _judged(pages: list[list[str]], broken: list[int], total: int, where: str) -> tuple[Note, ...]:
    """What to note of pages without text; SourceError where no page has any."""
    empty = [at for at, lines in enumerate(pages, 1) if sum(map(len, lines)) < LETTERS_OF_TEXT and at not in broken]
    if len(empty) + len(broken) == len(pages):
        if broken:
            raise SourceError(
                "broken_pdf", "no page of it can be read", where=where, remedy="open it and save it again"
            )
        message = f"no text in its {total} pages: they are pictures, as from a scanner"
        raise SourceError("no_text", message, where=where, remedy="run a text recognition (OCR) over it first")
    notes = []
    if broken:
        notes.append(Note("warning", "pages_broken", f"pages that cannot be read: {_numbers(broken)}"))
    if empty:
        notes.append(Note("warning", "pages_without_text", f"pages without text, pictures perhaps: {_numbers(empty)}"))
    if len(pages) < total:
        notes.append(Note("warning", "pages_unread", f"only the first {len(pages)} of {total} pages were read"))
    return tuple(notes)


def _numbers(pages: list[int]) -> str:
    return ", ".join(map(str, pages[:20])) + (f" and {len(pages) - 20} more" if len(pages) > 20 else "")


def _lines(page: PageObject) -> list[str]:
    """The lines of a page, with "" where a gap parts two of them."""
    placed: list[tuple[str, float]] = []

    def place(text: str, around: list[float], matrix: list[float], _font: object, _size: float) -> None:
        height = around[1] * matrix[4] + around[3] * matrix[5] + around[5]
        for at, piece in enumerate(text.split("\n")):
            if at or not placed:
                placed.append((piece, height))
            elif piece:
                before, was = placed[-1]
                placed[-1] = (before + piece, was if before.strip() else height)

    page.extract_text(visitor_text=place)
    lines = [(clean, height) for text, height in placed if (clean := _clean(text))]
    gaps = sorted(above - below for (_, above), (_, below) in pairwise(lines) if above > below + 1)
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    found: list[str] = []
    for at, (line, height) in enumerate(lines):
        if at and usual and lines[at - 1][1] - height > GAP * usual:
            found.append("")
        found.append(line)
    return found


def _clean(line: str) -> str:
    """A line without the zero and control characters of broken fonts."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in line).split())


def _said(reader: PdfReader) -> tuple[str | None, str | None, str | None]:
    """When the file was last changed, its title unless a program made it up, and its language."""
    told: Mapping[str, object] = reader.metadata or {}
    dates = (moment(str(told.get(key) or "")) for key in ("/ModDate", "/CreationDate"))
    title = " ".join(str(told.get("/Title") or "").split())
    lang = str(reader.root_object.get("/Lang") or "").strip() or None
    return next(filter(None, dates), None), title if title and not _PROGRAM_S_TITLE.search(title) else None, lang


def moment(said: str) -> str | None:
    """A date as PDF writes it, "D:20221111093000+02'00'", as RFC 3339, or as a day where it has no time or zone."""
    found = _DATE.match(said)
    if not found:
        return None
    from tallywire.collect.dates import moment as checked

    day = "-".join(found.group(1, 2, 3))
    zone = "Z" if found[7] else f"{found[8]}{found[9]}:{found[10] or '00'}" if found[8] else ""
    return checked(f"{day}T{':'.join(found.group(4, 5, 6))}{zone}" if found[4] and zone else day)


# --- lines to paragraphs ----------------------------------------------------------------------------------------------


def composed(pages: list[list[str]]) -> tuple[str, int]:
    """The text of the pages, a paragraph a line with blank lines between, and how many page marks were left out."""
    running = _running(pages)
    met: set[str] = set()
    paragraphs: list[str] = []
    left_out, ended = 0, True
    for lines in pages:
        marks = _marks(lines, running, met)
        left_out += len(marks)
        unended = paragraphs and not ended and not _SENTENCE_END.search(paragraphs[-1])
        found, ended = _paragraphs([line for at, line in enumerate(lines) if at not in marks])
        # A sentence that goes on over the page goes on in small letters.
        if unended and found and found[0][0].islower():
            paragraphs[-1] = _joined(paragraphs[-1], found.pop(0))
        paragraphs += found
    return "\n\n".join(paragraphs), left_out


def _running(pages: list[list[str]]) -> frozenset[str]:
    """What stands at the top or bottom of most pages, but for its numbers."""
    met: Counter[str] = Counter()
    for lines in pages:
        met.update({_DIGITS.sub("#", lines[at]) for at in _edges(lines)})
    return frozenset(line for line, count in met.items() if count > 1 and count >= REPEATED * len(pages))


def _edges(lines: list[str]) -> set[int]:
    full = [at for at, line in enumerate(lines) if line]
    return {*full[:EDGE], *full[-EDGE:]}


def _marks(lines: list[str], running: frozenset[str], met: set[str]) -> set[int]:
    """Where page numbers and running heads stand in a page; a head that is `met` first stays: it may be the title."""
    marks = set()
    for at in sorted(_edges(lines)):
        folded = _DIGITS.sub("#", lines[at])
        if _PAGE_NUMBER.fullmatch(lines[at]) or folded in met:
            marks.add(at)
        elif folded in running:
            met.add(folded)
    return marks


def _paragraphs(lines: list[str]) -> tuple[list[str], bool]:
    """The paragraphs of a page, and whether the last of them ends on it."""
    sizes = sorted(len(line) for line in lines if line)
    measure = sizes[round(MEASURE * (len(sizes) - 1))] if sizes else 0
    paragraphs: list[str] = []
    ended = True
    for line in lines:
        if line and (ended or _BULLET.match(line)):
            paragraphs.append(line)
        elif line:
            paragraphs[-1] = _joined(paragraphs[-1], line)
        ended = not line or measure < NARROW or _stops_short(line, measure)
    return paragraphs, ended


def _stops_short(line: str, measure: int) -> bool:
    """Whether a line is the last of its paragraph: it ends before the margin, not in mid-word or at a comma."""
    return len(line) < SHORT * measure and not line.endswith(("-", "\u00ad", ","))


def _joined(paragraph: str, line: str) -> str:
    """Two lines as one: "casual-" and "ties" are a word, "2022-" and "2023" are two numbers."""
    if paragraph.endswith("\u00ad"):
        return paragraph[:-1] + line
    if not paragraph.endswith("-"):
        return f"{paragraph} {line}"
    in_word = paragraph[-2:-1].islower() and line[0].islower()
    return (paragraph[:-1] if in_word else paragraph) + line
