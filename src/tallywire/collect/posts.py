"""Entries of a live blog, embedded posts and readers' comments: where each begins and ends, whose it is and when.

Sites name such elements in a hundred ways. What they share is their build: one element is repeated, and each copy holds
a name or a time (`walk.Mark`). So the element of a comment is the outermost one of which every mark has its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from itertools import groupby

from tallywire.catalog.page_cues import date_words
from tallywire.claims.article import PostKind
from tallywire.collect.dates import clock_in, day_in, is_date_line, moment
from tallywire.collect.head import folded
from tallywire.collect.jsonld import Update
from tallywire.collect.lines import line_of
from tallywire.collect.outline import Outline
from tallywire.collect.walk import MARK_LETTERS, MARKED, Block, Mark, Said

BEGIN = 30  # letters and digits in which an entry agrees with its description
ENTRIES = 3  # a live blog has at least so many; two times on a page may be anything
EXTRA = 12  # letters; a block longer by more than a mark in it says more than the mark
NAME_WORDS = 5  # of a reader's name
NAME_LETTERS = 60

_DIGITS = re.compile(r"\d+")
_LEVEL = re.compile(r"(?:depth|level|indent)[-_]*(\d{1,2})\b")
_COUNT = re.compile(r"\d[\d.,]*\s?[KkMm]?")
_VERBS = (
    *(
        "says",
        "said",
        "wrote",
        "writes",
        "пишет",
        "пише",
        "каже",
        "говорит",
        "schreibt",
        "sagt",
        "schrieb",
        "dice",
        "dijo",
    ),
    *("disse", "diz", "dit", "pisze", "napisał", "diyor", "يقول"),
)
_VERB = "|".join(_VERBS)
_SAYS = re.compile(rf"\s*(?:{_VERB})?\s*(?:[:：]|\.\.\.|…)?\s*$", re.IGNORECASE)
_SAYING = re.compile(rf"\s(?:{_VERB})\s*(?:[:：]|\.\.\.|…)$", re.IGNORECASE)  # "ewa says:"
_BY = re.compile(r"^(?:by|posted by|from|von|par|por|автор:?)\s+", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:[—–-]+|shared by)\s*(?P<name>[^—–()]{2,60}?)\s*\((?P<handle>@[\w.]{1,30})\)\s*(?P<date>.*)", re.DOTALL
)
# "Posted by Town of Orlivka on Friday, 5 July 2024", as the networks' own code puts it
_POSTED = re.compile(
    r"(?:posted by|pubblicato da|publicado por|publi[ée]e? par|gepostet von|опубликовано|geplaatst door)"
    r"\s+(?P<name>.{2,60}?)\s+(?:on|su|el|em|le|am|op|dnia|в)\s+(?P<date>.*\d.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NAME_AND_DATE = re.compile(r"^[—–-]*\s*(?P<name>[^\d,|·]{2,60}?)\s*[,|·]\s*(?P<date>.*\d.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """A post as blocks of the page: the first, and the one after the last."""

    kind: PostKind
    first: int
    end: int
    author: str | None = None
    published: str | None = None
    likes: int | None = None
    reply_to: int | None = None


@dataclass(slots=True)
class _Page:
    """What is asked of a page again and again."""

    outline: Outline
    ends: list[int]  # for each box, the block after its last
    marks: list[Mark]
    told: set[int]  # blocks that are a mark and nothing more
    day: str | None  # the day of publication and its zone, for entries that give a time of day alone

    def above(self, box: int, within: Callable[[int], bool]) -> list[int]:
        """A box and those around it, as far as they are within something."""
        found = []
        while box >= 0 and within(box):
            found.append(box)
            box = self.outline.boxes[box].up
        return found


def posts(outline: Outline, published: str | None, updates: tuple[Update, ...] = ()) -> list[Found]:
    """The posts of a page whose blocks have been judged, in order of their beginnings."""
    blocks = outline.blocks
    kinds = {block.line.kind for block in blocks}
    timed = (
        sum(mark.role == "dateline" for mark in outline.marks) >= ENTRIES
        or sum(block.line.kind == "dateline" for block in blocks) >= ENTRIES
    )
    if not kinds & {"comment", "embed"} and not timed and len(updates) < ENTRIES:
        return []
    marks = _marks(outline)
    told = {mark.block for mark in marks if len(blocks[mark.block].line.words) <= len(mark.words) + EXTRA}
    page = _Page(outline, _ends(outline), marks, told, published)
    posted = [*(_described(page, updates) or _entries(page)), *_embeds(page), *_comments(page)]
    found = [one for one in posted if one.first < one.end]
    return _with_parents(sorted(found, key=lambda one: (one.first, -one.end)), page)


def _ends(outline: Outline) -> list[int]:
    ends = [box.first for box in outline.boxes]
    for at, block in enumerate(outline.blocks):
        ends[block.box] = at + 1
    for box in reversed(outline.boxes):
        if box.up >= 0:
            ends[box.up] = max(ends[box.up], ends[box.at])
    return ends


def _marks(outline: Outline) -> list[Mark]:
    """The marks of elements within lines and of elements that are lines, in order."""
    found = list(outline.marks)
    for box in outline.boxes:
        if box.role in MARKED and box.first < len(outline.blocks):
            block = outline.blocks[box.first]
            own = block.box == box.at and block.role == box.role and len(block.line.words) <= MARK_LETTERS
            if own or block.line.kind == "comment":
                found.append(Mark(box.role, box.at, box.first, block.line.words, box.said))
    found += _told_by_words(outline, found)
    return sorted((mark for mark in found if mark.block < len(outline.blocks)), key=lambda mark: mark.block)


def _told_by_words(outline: Outline, found: list[Mark]) -> Iterator[Mark]:
    """Marks that no name of an element gives: "ewa says:", a date alone on its line."""
    nothing = Said()
    marked = {mark.block for mark in found if mark.role == "dateline"}
    for at, block in enumerate(outline.blocks):
        words = block.line.words
        if block.line.kind == "dateline" and at not in marked:
            yield Mark("dateline", block.box, at, words, nothing)
        elif block.line.kind == "comment" and block.line.count <= NAME_WORDS and _SAYING.search(words):
            yield Mark("byline", block.box, at, words, nothing)
        elif block.line.kind == "comment" and is_date_line(words):
            yield Mark("dateline", block.box, at, words, nothing)


# --- comments ---------------------------------------------------------------------------------------------------------


def _comments(page: _Page) -> Iterator[Found]:
    blocks = page.outline.blocks
    for region in _regions(blocks, "comment"):
        marks = [mark for mark in page.marks if mark.block in region]
        units = _units(page, region, [mark for mark in marks if mark.role == "byline"])
        if not units:
            units = _units(page, region, [mark for mark in marks if mark.role == "dateline"])
        for at, (first, end) in enumerate(units):
            following = [start for start, _ in units[at + 1 :] if first < start < end]
            yield _comment(page, first, min([end, *following]))


def _regions(blocks: list[Block], kind: str) -> Iterator[range]:
    for found, group in groupby(range(len(blocks)), key=lambda at: blocks[at].line.kind):
        if found == kind:
            members = list(group)
            yield range(members[0], members[-1] + 1)


def _units(page: _Page, region: range, marks: list[Mark]) -> list[tuple[int, int]]:
    """The stretch of each repeated element that holds one of the marks; from one mark to the next where none does."""
    units = _boxed(page, region, marks)
    starts = sorted({mark.block for mark in marks if mark.block in region})
    return units if len(units) >= len(starts) else list(zip(starts, [*starts[1:], region.stop], strict=True))


def _boxed(page: _Page, region: range, marks: list[Mark]) -> list[tuple[int, int]]:
    boxes = page.outline.boxes

    def inside(box: int) -> bool:
        return boxes[box].first >= region.start and page.ends[box] <= region.stop

    chains = [chain for mark in marks if (chain := page.above(mark.box, inside))]
    owned = _repeated(page, chains) or {_holder(page, chain) for chain in chains}
    if not _hold_text(page, owned):
        return []
    return sorted((boxes[own].first, page.ends[own]) for own in owned if boxes[own].first < page.ends[own])


def _repeated(page: _Page, chains: list[list[int]]) -> set[int]:
    """The outermost of the elements around the marks that come again with most of them, one for each."""
    by_name: dict[str, list[int]] = {}
    for chain in chains:
        for name, box in _by_name(page, chain).items():
            by_name.setdefault(name, []).append(box)
    apart = {name: set(found) for name, found in by_name.items() if len(set(found)) > 1}
    full = {name: found for name, found in apart.items() if _hold_text(page, found)}
    most = max((len(found) for found in full.values()), default=0)
    outermost = [found for found in full.values() if len(found) == most]
    return min(outermost, key=lambda found: min(found), default=set())


def _by_name(page: _Page, chain: list[int]) -> dict[str, int]:
    """The nearest box of each name around a mark."""
    found: dict[str, int] = {}
    for box in chain:
        found.setdefault(_name(page, box), box)
    return found


def _name(page: _Page, box: int) -> str:
    first, _, _ = page.outline.boxes[box].said.names.partition(" ")
    return f"{page.outline.boxes[box].tag}.{_DIGITS.sub('', first)}"


def _hold_text(page: _Page, boxes: set[int]) -> bool:
    """Whether they hold more than names and dates, most of them."""
    full = sum(bool(set(range(page.outline.boxes[box].first, page.ends[box])) - page.told) for box in boxes)
    return full * 2 > len(boxes)


def _holder(page: _Page, chain: list[int]) -> int:
    """The innermost box around a mark that holds what was written as well."""
    for box in chain:
        if set(range(page.outline.boxes[box].first + 1, page.ends[box])) - page.told:
            return box
    return chain[-1]


def _comment(page: _Page, first: int, end: int) -> Found:
    marks = [mark for mark in page.marks if first <= mark.block < end]
    author = _writer(marks)
    if author is None:
        author = _first_name(page.outline.blocks[first:end])
    when = _told_when(marks)
    if when is None:
        when = next((day for block in page.outline.blocks[first:end] if (day := _day_of_line(block))), None)
    likes = _likes(marks)
    return Found("comment", first, end, author, when, likes)


def _writer(marks: list[Mark]) -> str | None:
    """Who wrote what stands among these marks."""
    return next((name for mark in marks if mark.role == "byline" and (name := _author(mark.words))), None)


def _told_when(marks: list[Mark]) -> str | None:
    return next((at for mark in marks if mark.role == "dateline" and (at := _moment(mark))), None)


def _likes(marks: list[Mark]) -> int | None:
    return next((count for mark in marks if mark.role == "likes" and (count := _count(mark)) is not None), None)


def _day_of_line(block: Block) -> str | None:
    return day_in(block.line.words) if is_date_line(block.line.words) else None


def _author(words: str) -> str | None:
    name = _BY.sub("", _SAYS.sub("", words)).strip(" ,:·|—–-@")
    return name if name and len(name) <= NAME_LETTERS and not name.isdigit() else None


def _first_name(blocks: list[Block]) -> str | None:
    """A short first line that is no date: a name without a mark."""
    words = blocks[0].line.words if blocks else ""
    if len(blocks) < 2 or blocks[0].line.count > NAME_WORDS or blocks[0].line.dated:
        return None
    return _author(words)


def _moment(mark: Mark) -> str | None:
    said = mark.said.moment or ""
    if said.isdecimal() and 9 <= len(said) <= 13:
        return _from_seconds(int(said[:10]))
    return moment(said) or next(
        (day for words in (mark.said.label, mark.words) if words and (day := day_in(words))), None
    )


def _from_seconds(seconds: int) -> str:
    from datetime import datetime

    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _count(mark: Mark) -> int | None:
    found = _COUNT.search(mark.words) or _COUNT.search(mark.said.label or "")
    if not found:
        return None
    digits = found[0].strip().lower()
    if digits[-1] in "km":
        try:
            return int(float(digits[:-1].replace(",", ".")) * (1000 if digits[-1] == "k" else 1_000_000))
        except ValueError:
            return None
    return int("".join(filter(str.isdecimal, digits)))


def _with_parents(found: list[Found], page: _Page) -> list[Found]:
    """Comments with the comment each answers: the one whose element holds it, or the last one a level above."""
    placed: list[Found] = []
    levels: list[tuple[int, int]] = []  # of the comments so far: level, place
    for at, one in enumerate(found):
        if one.kind == "comment":
            level = _level(page, one.first)
            levels = [(above, place) for above, place in levels if above < level]
            placed.append(replace(one, reply_to=levels[-1][1] if levels else None))
            levels.append((level, at))
        else:
            placed.append(one)
    return placed


def _level(page: _Page, first: int) -> int:
    """How deep a comment stands among answers, as its element says or as its lists are nested."""
    boxes = page.outline.boxes
    nested = 0
    for at in page.outline.above(page.outline.blocks[first].box):
        said = boxes[at].said
        if said.depth is not None:
            return said.depth
        if told := _LEVEL.search(said.names):
            return int(told[1])
        nested += boxes[at].tag in {"ul", "ol"} or "children" in said.names or "replies" in said.names
    return nested


# --- embedded posts ---------------------------------------------------------------------------------------------------


def _embeds(page: _Page) -> Iterator[Found]:
    blocks = page.outline.blocks
    for region in _regions(blocks, "embed"):
        for holder, group in groupby(region, key=lambda at: _outermost(page, at)):
            members = list(group)
            first, end = members[0], members[-1] + 1
            yield _embed(page, first, end) if holder >= 0 else _signed(blocks, first, end)


def _outermost(page: _Page, at: int) -> int:
    """The outermost box of a post around a block; -1 where only its words tell."""
    boxes = page.outline.boxes
    return max(
        (box for box in page.outline.above(page.outline.blocks[at].box) if boxes[box].role == "embed"),
        default=-1,
        key=lambda box: -box,
    )


def _embed(page: _Page, first: int, end: int) -> Found:
    signed = _signed(page.outline.blocks, first, end)
    marks = [mark for mark in page.marks if first <= mark.block < end]
    author = _writer(marks)
    when = _told_when(marks)
    likes = _likes(marks)
    return Found("embed", first, end, signed.author or author, when or signed.published, likes)


def _signed(blocks: list[Block], first: int, end: int) -> Found:
    """A post with its signature in its last lines: "— Night Desk (@night_desk) November 11, 2022"."""
    *_, above, last = [Block(line_of("-"), 0, "", 0), *blocks[first:end]]
    if (day := _day_of_line(last)) and above.line.count <= NAME_WORDS and (name := _author(above.line.words)):
        return Found("embed", first, end, name, day)
    for block in reversed(blocks[first:end]):
        words = block.line.words
        short = _NAME_AND_DATE.match(words) if len(words) <= MARK_LETTERS else None
        signed = _SIGNED.search(words) or _POSTED.search(words) or short
        day = day_in(signed["date"]) if signed else None
        if signed and (day or "handle" in signed.groupdict()):
            return Found("embed", first, end, signed["name"].strip(), day)
    return Found("embed", first, end)


# --- entries ----------------------------------------------------------------------------------------------------------


def _entries(page: _Page) -> Iterator[Found]:
    """Entries each with its time: repeated elements with a time in each, or stretches under times of day."""
    blocks = page.outline.blocks
    body = [at for at, block in enumerate(blocks) if block.line.kind == "body"]
    if not body:
        return
    reach = range(body[0], body[-1] + 1)
    times = [mark for mark in page.marks if mark.role == "dateline" and _in_entry(page, mark)]
    units = _entry_units(page, times)
    if len(units) < ENTRIES:
        units = _stretches(blocks, reach)
    for first, end in units:
        marks = [mark for mark in page.marks if first <= mark.block < end and blocks[mark.block].line.kind != "embed"]
        author = _writer(marks)
        when = _told_when(marks)
        if when is None or "T" not in when:
            when = _clock(page, blocks[first:end]) or when
        yield Found("entry", first, end, author, when)


def _described(page: _Page, updates: tuple[Update, ...]) -> list[Found]:
    """Entries that JSON-LD describes, found by their first words; each reaches to the next."""
    blocks = page.outline.blocks
    if len(updates) < ENTRIES:
        return []
    starts: dict[int, Update] = {}
    begun = {folded(block.line.words)[:BEGIN]: at for at, block in reversed(list(enumerate(blocks))) if _is_own(block)}
    for update in updates:
        places = [begun[words] for text in update.texts if (words := folded(text)[:BEGIN]) in begun]
        if places:
            starts.setdefault(min(places), update)
    if len(starts) < ENTRIES:
        return []
    firsts = sorted(_with_time_above(blocks, at) for at in starts)
    told = {_with_time_above(blocks, at): update for at, update in starts.items()}
    last = max(at for at, block in enumerate(blocks) if _is_own(block))
    ends = [*firsts[1:], last + 1]
    return [
        Found("entry", first, end, told[first].author, told[first].published)
        for first, end in zip(firsts, ends, strict=True)
        if first < end
    ]


def _is_own(block: Block) -> bool:
    return block.line.kind in {"headline", "body", "table"}


def _with_time_above(blocks: list[Block], at: int) -> int:
    """Where the lines of time and writer above an entry's first words begin."""
    while at and blocks[at - 1].line.kind in {"dateline", "byline"}:
        at -= 1
    return at


def _in_entry(page: _Page, mark: Mark) -> bool:
    return mark.block < len(page.outline.blocks) and page.outline.blocks[mark.block].line.kind in {"dateline", "body"}


def _entry_units(page: _Page, times: list[Mark]) -> list[tuple[int, int]]:
    if len(times) < ENTRIES:
        return []
    units = _boxed(page, range(len(page.outline.blocks)), times)
    held = [(first, end) for first, end in units if _is_entry(page.outline.blocks[first:end])]
    return held if len(held) >= ENTRIES else []


def _is_entry(blocks: list[Block]) -> bool:
    return any(block.line.kind == "body" and not block.line.dated for block in blocks)


def _stretches(blocks: list[Block], reach: range) -> list[tuple[int, int]]:
    """From one time of day alone on its line to the next."""
    starts = [at for at in range(max(0, reach.start - 1), reach.stop) if _is_clock(blocks[at])]
    if len(starts) < ENTRIES:
        return []
    ends = [*starts[1:], reach.stop]
    return [(first, end) for first, end in zip(starts, ends, strict=True) if _is_entry(blocks[first + 1 : end])]


def _is_clock(block: Block) -> bool:
    line = block.line
    return len(line.words) <= 25 and line.kind in {"dateline", "headline", "body"} and clock_in(line.words) is not None


def _clock(page: _Page, blocks: list[Block]) -> str | None:
    """The time of day of an entry on the day of publication."""
    said = next((clock for block in blocks[:3] if (clock := clock_in(block.line.words))), None)
    if said is None or page.day is None:
        return None
    day, _, rest = page.day.partition("T")
    zone = re.search(r"(?:Z|[+-]\d\d:\d\d)$", rest)
    return moment(f"{day}T{said}{zone[0]}") if zone else None


# --- above the text ---------------------------------------------------------------------------------------------------


def shown(outline: Outline) -> tuple[list[tuple[str, str]], list[tuple[str, str]], list[str]]:
    """The dates, dates of change and writers that a page shows above its text, the first two with where."""
    dates: list[tuple[str, str]] = []
    changes: list[tuple[str, str]] = []
    writers = []
    changed = False
    times = {mark.block: mark for mark in outline.marks if mark.role == "dateline" and mark.said.moment}
    for at, block in enumerate(outline.blocks):
        line = block.line
        if line.kind in {"body", "comment"}:
            break
        if line.kind == "byline" and len(line.words) <= MARK_LETTERS:
            writers.append(line.words)
        elif line.kind == "dateline":
            changed = changed or line.words.casefold().startswith(date_words().change)
            day = _moment(times[at]) if at in times else day_in(line.words)
            if day:
                (changes if changed else dates).append((day, "time" if at in times else "dateline"))
    return dates, changes, writers
