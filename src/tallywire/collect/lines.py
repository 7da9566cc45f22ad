"""A plain text cut into lines, each with what its looks say: prose, list, title, date; and what its words say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tallywire.catalog.page_cues import PageCues, Part, anywhere, fold, page_cues
from tallywire.claims.article import SegmentKind
from tallywire.collect.dates import LONGEST, is_date_line

UNSPACED_LETTERS = 25  # a sentence in a script that sets no spaces between words
MARGIN = 40  # letters; no page was ever set narrower, so shorter lines end because they are done
# A sentence of eight words is rarely a title with a full stop; 25 words or 160 letters are rarely a title at all.
SENTENCE_LETTERS = 60  # a line between breaks that is as long and ends with a stop is a paragraph
PROSE_WORDS, LONG_WORDS, LONG_LETTERS = 8, 25, 160
TITLE_LETTERS = (15, 300)
CUE_LETTERS = 90  # a line that is nothing but a cue is shorter
INSIDE_LETTERS = 400  # captions and newsletter notices; longer lines with such words are about them
CLOSE_TO_END = 120  # letters from the end of a line within which a credit or "sign up today" stands

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SPACE = " \t\xa0\u2003\u2002\u2009\u200b\ufeff"
_CRAWL_DATE = re.compile(r"date \d{4}(?:-\d\d){0,2}(?=\s)")  # " date 2022-12-24 2 killed, 7 injured ..."
_SENTENCE_END = re.compile(r"[.!?…。؟۔][\"”“»’')\]]*(?:\s\[[^\]]*\])?$")  # also "... cannot say. [End recording]"
_SENTENCE_BREAK = re.compile(r"[.!?][\"”»’')]*\s+[\"“«„(‘]*[^\W\d_a-zа-яіїєґ]")
_LISTED = re.compile(r"(?:[•·▪►‣◦*–—-]|\d{1,2}[.)])\s")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z]+[^<>]*>|\bhref=", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_SIGNED_TWEET = re.compile(r"\(@\w{2,20}\)\s+\w+\s+\d{1,2}")  # "— Name (@handle) August 19, 2022"
_OPEN_END = re.compile(r"[.)/—–|©:]\s*([^\s.)/—–|©:]+(?: Images)?)$")  # "... (July 10) AP"


class Line:
    """One line (or one hard-wrapped paragraph) of a text; `kind` is filled in by the passes of `text.py`."""

    # No dataclass: those are made at a third of the speed, and every page has hundreds of lines.
    folded: str = ""
    tail: str = ""  # its last letters in small ones, where it is short enough for them to tell something
    count: int = 0
    part: Part | None = None
    heading: bool = False  # the cue is the whole line
    listed: bool = False
    prose: bool = False
    dated: bool = False
    kind: SegmentKind | None = None

    def __init__(self, start: int, end: int, words: str, indent: int, *, gap: bool) -> None:
        self.start, self.end, self.words, self.indent = start, end, words, indent
        self.gap = gap  # a blank line stands before it

    @property
    def title(self) -> bool:
        """Whether it looks like a title: short, no closing stop, no list mark, no "[Reporter]" before it."""
        return not self.prose and not self.listed and self.words[-1] not in ".,;:]" and self.words[0] not in "[("

    @property
    def plain(self) -> bool:
        """Whether neither its words nor a pass have said what it is."""
        return self.part is None and self.kind is None and not self.dated


def lines_of(text: str) -> list[Line]:
    """The lines of a text, looked at one by one; wrapped paragraphs joined."""
    lines = [line for raw in _raw(text) for line in _split(raw)]
    if is_wrapped(lines):
        lines = _joined(lines, text)
    inside = _inside_cues(lines)
    for line in lines:
        _look(line)
        _read_cues(line, inside)
    return lines


def line_of(words: str) -> Line:
    """One paragraph of a page as a line; its looks are told, its words not yet (`read_cues`)."""
    line = Line(0, len(words), words, 0, gap=True)
    _look(line)
    return line


def read_cues(lines: list[Line]) -> None:
    """Tell what the words of lines say of them."""
    inside = _inside_cues(lines)
    for line in lines:
        _read_cues(line, inside)


def _inside_cues(lines: list[Line]) -> tuple[tuple[str, Part], ...]:
    for line in lines:
        if len(line.words) <= INSIDE_LETTERS:
            line.tail = line.words[-CLOSE_TO_END:].lower()
    return anywhere(page_cues(), " ".join([line.tail for line in lines]))


def _raw(text: str) -> Iterator[Line]:
    before = 0
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if not words:
            continue
        start = found.start() + found[0].index(words[0])
        indent = len(found[0]) - len(found[0].lstrip(_SPACE))
        yield Line(start, start + len(words), words, indent, gap=text.count("\n", before, start) > 1)
        before = start + len(words)


def _split(line: Line) -> Iterator[Line]:
    """A crawl date, or the same title twice, on one line: two lines."""
    at = 0
    if crawled := _CRAWL_DATE.match(line.words):
        at = crawled.end()
    elif _is_doubled(line):
        at = len(line.words) // 2
    if not at:
        yield line
        return
    rest = line.words[at:].lstrip()
    first = Line(line.start, line.start + at, line.words[:at], line.indent, gap=line.gap)
    first.part = "boilerplate" if crawled else None
    yield first
    yield from _split(Line(line.end - len(rest), line.end, rest, 0, gap=True))


def _is_doubled(line: Line) -> bool:
    """Whether a title stands twice on one of the first lines, as where a link's picture and text name it."""
    half = len(line.words) // 2
    return TITLE_LETTERS[0] < half < TITLE_LETTERS[1] and line.words[:half] == line.words[half + 1 :]


def is_wrapped(lines: list[Line]) -> bool:
    """Whether paragraphs were broken at a margin: lines run on in small letters, again and again."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    if len(pairs) < 3:
        return False
    run_on = sum(len(a.words) >= MARGIN and b.words[0].islower() and a.words[-1] not in '.!?:;”"' for a, b in pairs)
    return run_on >= 3 and run_on >= 0.3 * len(pairs)


def _joined(lines: list[Line], text: str) -> list[Line]:
    joined = lines[:1]
    for line in lines[1:]:
        if line.gap or _LISTED.match(line.words) or joined[-1].part:
            joined.append(line)
        else:
            joined[-1].end = line.end
            joined[-1].words = text[joined[-1].start : line.end]
    return joined


def _look(line: Line) -> None:
    words = line.words
    line.count = words.count(" ") + 1
    line.listed = _LISTED.match(words) is not None
    line.prose = (
        len(words) >= LONG_LETTERS
        or (words[-1] in "。！？」" and len(words) >= UNSPACED_LETTERS)
        or line.count >= LONG_WORDS
        or (line.count >= PROSE_WORDS and _SENTENCE_END.search(words[-CLOSE_TO_END:]) is not None)
        or (len(words) >= 80 and _SENTENCE_BREAK.search(words) is not None)
    )


def _read_cues(line: Line, inside: tuple[tuple[str, Part], ...]) -> None:
    cues = page_cues()
    short = len(line.words) <= CUE_LETTERS
    # Most lines are paragraphs whose first word opens no cue: folding them would cost more than all the rest.
    line.folded = fold(line.words[:CUE_LETTERS]) if short or cues.may_open(line.words) else line.words
    if line.part:
        return
    if short:
        line.part = cues.of_line(line.folded)
        line.heading = line.part is not None
        line.dated = line.part is None and len(line.words) <= LONGEST and is_date_line(line.words)
    if line.part is None and not line.dated:
        line.part = _opening(line, cues) or _inside(line, inside) or _looks(line, cues)


def _opening(line: Line, cues: PageCues) -> Part | None:
    found = cues.of_opening(line.folded)
    if not found:
        return None
    phrase, part = found
    if part == "byline" and not is_byline(line, len(phrase)):
        return None
    if part == "updated" and line.prose:
        return None
    line.heading = len(line.folded.rstrip(" :.…")) <= len(phrase)
    return part


def is_byline(line: Line, after: int) -> bool:
    """Whether "By ..." goes on with names: few words, a capital, no number, no full stop."""
    rest = line.words[after:].lstrip(" :")
    if not rest or line.count > 10 or "#" in line.folded:
        return False
    return not rest[0].islower() and rest[-1] not in '.!?,;:”"'


def _inside(line: Line, inside: tuple[tuple[str, Part], ...]) -> Part | None:
    if not inside or len(line.words) > INSIDE_LETTERS:
        return None
    tail = line.tail
    for phrase, part in inside:
        if phrase in tail and not (part == "byline" and line.prose):
            return part
    return None


def _looks(line: Line, cues: PageCues) -> Part | None:
    """What signs and shapes say: a signed tweet, an address alone, left-over markup, a credit at the end."""
    words = line.words
    if "(@" in words and _SIGNED_TWEET.search(words):
        return "embed"
    if ("www." in words or "://" in words) and line.count <= 6 and _ADDRESS.search(words):
        return "boilerplate"
    if "<" in words and _MARKUP.search(words):
        return "boilerplate"
    found = _OPEN_END.search(words[-30:]) if line.prose else None
    if found and cues.lines.get(found[1].casefold()) == "credit":
        return "caption"
    return None


def has_letters(line: Line) -> bool:
    """Whether there is a letter in it: "#522477" and "* * *" have none."""
    return _LETTER.search(line.words) is not None
