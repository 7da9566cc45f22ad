"""One pass over the tree of a page: its boxes, the paragraphs in them, and the marks of who wrote and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tallywire.catalog.page_cues import Role, class_cues
from tallywire.collect.dates import is_date_line
from tallywire.collect.lines import SENTENCE_LETTERS, Line, line_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Never text of the page, whatever they hold.
UNSEEN = frozenset(
    {
        *("head", "script", "style", "noscript", "noframes", "template", "svg", "math", "canvas", "map", "picture"),
        *("iframe", "object", "embed", "video", "audio", "select", "option", "textarea", "dialog", "nav", "menu"),
        *("img", "input", "link", "meta", "title", "source", "track", "param", "area", "base", "col", "wbr"),
    }
)
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var"),
    }
)
PARTED = frozenset({"a", "span", "strong", "b"})  # two of them with nothing between are two things, but in a sentence
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
BREAKS = frozenset({"br", "hr"})
TAG_ROLES: dict[str, Role] = {
    "footer": "boilerplate",
    "aside": "boilerplate",
    "figcaption": "caption",
    "figure": "caption",
    "form": "boilerplate",
    "address": "byline",
    "time": "dateline",
}
PROPERTIES: dict[str, Role] = {
    "articlebody": "body",
    "author": "byline",
    "creator": "byline",
    "datepublished": "dateline",
    "datecreated": "dateline",
    "comment": "comment",
    "upvotecount": "likes",
}
# Where an element's names say several things, the first of these holds.
PRECEDENCE: tuple[Role, ...] = (
    *("embed", "comment", "related", "body", "boilerplate"),
    *("likes", "caption", "byline", "dateline", "standfirst"),
)
MARKED: frozenset[Role] = frozenset({"byline", "dateline", "likes"})
MARK_LETTERS = 120  # names, dates and counts are shorter

BREAK = "\0"  # stands for <br>; the parser leaves no zero character in a text
# Stands where an element that names something ends: "By Anna" and "7 May" may be one line to the parser. A letter for
# the role follows.
END = "\1"
START = "\1s"
_ENDS: dict[Role | None, str] = {"byline": "\1b", "dateline": "\1d", "likes": "\1l", None: "\1n"}
_END_ROLES: dict[str, Role | None] = {"b": "byline", "d": "dateline", "l": "likes", "n": None, "s": None}
_END = re.compile("\1([bdlns])")
TITLE_LETTERS = 300  # letters; a line of name, date and place above a text is shorter
_PARTS = re.compile(r"\s[|·•/–—-]\s|\s*[|·•]\s*")
PARTING = frozenset(",|·•/–—-")
_DIGIT = re.compile(r"\d")
_LINE_PARTS = re.compile(r"[|·•,]|\s[/–—-]\s")
BETWEEN = " \t\n|·•/,;–—-"  # what parts a name from a date on one line
_TWO_BREAKS = re.compile(r"\0\s*\0[\s\0]*")
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Attributes that name an element's part; modern sites often say it nowhere else.
_NAMING = ("class", "id", "data-component", "data-testid", "data-qa", "role")
_MOMENTS = ("datetime", "data-datetime", "data-timestamp", "data-utime", "data-time")
_TELLING = frozenset({"itemprop", "title", "aria-label", "data-depth", *_MOMENTS})


@dataclass(frozen=True, slots=True)
class Said:
    """What an element's tag and attributes say of it; the same ones come again and again."""

    names: str = ""
    role: Role | None = None
    unseen: bool = False
    moment: str | None = None  # a machine's date, as written
    label: str | None = None  # what a screen reader says, or a tip
    depth: int | None = None  # of a comment among its answers


class Box:
    """An element that holds blocks or other boxes. `prose` counts letters of good paragraphs below it."""

    # Neither it nor Block is a dataclass: those are made at a third of the speed, and every page has hundreds.
    letters: int = 0
    linked: int = 0
    prose: int = 0
    headed: bool = False  # holds a heading of first rank

    def __init__(self, at: int, up: int, tag: str, said: Said, first: int) -> None:
        self.at, self.up, self.tag = at, up, tag
        self.said = said
        self.role: Role | None = said.role  # what its names say it is for
        self.first = first  # the block that comes first in it, if it holds any


class Block:
    """A paragraph, item, cell or heading: its line as plain text sees it, its box, the letters in links."""

    def __init__(self, line: Line, box: int, tag: str, linked: int, anchors: int = 0, role: Role | None = None) -> None:  # noqa: PLR0913 - its fields
        self.line, self.box, self.tag, self.linked = line, box, tag, linked
        self.anchors = anchors  # links in it
        self.role = role  # what an element within the line says of it, as where a name and a date share one

    @property
    def link_share(self) -> float:
        """How much of it is links, 0..1."""
        return self.linked / max(1, len(self.line.words))


@dataclass(slots=True)
class Mark:
    """A name, a moment or a count of likes, told by an element's names: `<span class="author">Anna</span>`."""

    role: Role
    box: int
    block: int  # the block it stands in, or the next one
    words: str
    said: Said


class Walk:
    """One pass over a page's tree, without recursion: pages are hostile."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.box = -1
        self.last_anchors = 0
        self.pieces: list[str] = []
        self.links = self.linked = self.anchors = self.kept = 0
        self.open: list[int] = []  # a box to leave, or one of the codes below
        self.begun: list[tuple[Said, int, int]] = []  # marks not yet closed: what they say, piece, block

    def run(self, root: LexborNode) -> None:
        """Visit every element and text; a name on the stack is that of an element to leave."""
        stack: list[LexborNode | str] = [root]
        while stack:
            entry = stack.pop()
            if isinstance(entry, str):
                self._close(entry, stack)
                continue
            tag = entry.tag or ""
            if tag == "-text":
                self._text(entry.text_content or "")
            elif tag not in UNSEEN and tag[:1] != "-" and self._open(tag, entry):
                stack.append(tag)
                child = entry.last_child
                while child is not None:
                    stack.append(child)
                    child = child.prev
        if self.pieces:
            self._flush()

    def _text(self, text: str) -> None:
        if self.pieces or not text.isspace():
            self.pieces.append(text.replace("\n", BREAK) if self.kept else text)
            if self.links:
                self.linked += len(text)

    def _open(self, tag: str, node: LexborNode) -> bool:
        """Begin an element; False where there is nothing in it to see."""
        if tag in INLINE:
            return self._open_inline(tag, node)
        if tag in BREAKS:
            if tag == "br":
                self.pieces.append(BREAK)
            elif self.pieces:
                self._flush()
            return False
        said = said_of(tag, node.attributes)
        if said.unseen or tag == "button":
            return tag == "button" and self._button(said)
        self._enter(said, tag)
        self.kept += tag == "pre"
        return True

    def _open_inline(self, tag: str, node: LexborNode) -> bool:
        attributes = node.attributes
        if tag == "a":
            self.links += 1
            self.anchors += 1
            said = _named(attributes.get("class") or "", tag)
            if said.role is not None or "itemprop" in attributes:
                said = said_of(tag, attributes)
        else:
            said = said_of(tag, attributes)
            if said.unseen:
                return False
        if said.role in MARKED or said.moment:
            if self.pieces and self.pieces[-1].rstrip()[-1:] in PARTING:
                self.pieces.append(START)
            self.begun.append((said, len(self.pieces), len(self.blocks)))
            self.open.append(_MARK)
        elif said.role == "caption":
            self._enter(said, tag)
        else:
            self.open.append(_PLAIN)
        return True

    def _enter(self, said: Said, tag: str) -> None:
        if self.pieces:
            self._flush()
        at = len(self.boxes)
        self.boxes.append(Box(at, self.box, tag, said, len(self.blocks)))
        self.box = at
        self.open.append(at)

    def _button(self, said: Said) -> bool:
        """Its words are for the hand, not the eye; only a name or a count of likes is worth keeping."""
        if said.role == "byline":
            self.begun.append((said, len(self.pieces), len(self.blocks)))
            self.open.append(_MARK)
        elif said.role == "likes" and said.label:
            before = len(self.blocks) - (not self.pieces)  # a button follows what it is for
            self.marks.append(Mark("likes", self.box, max(0, before), "", said))
        return said.role == "byline"

    def _close(self, tag: str, stack: list[LexborNode | str]) -> None:
        code = self.open.pop()
        if code >= 0:
            if self.pieces:
                self._flush()
            self.box = self.boxes[code].up
            self.kept -= tag == "pre"
        elif code == _MARK:
            self._end_mark()
        elif tag in PARTED and self.pieces and stack:
            following = stack[-1]  # directly after it: no text, nor the end of what holds both
            if not isinstance(following, str) and following.tag != "-text":
                self.pieces.append(_ENDS[None])
        if tag == "a":
            self.links -= 1

    def _end_mark(self) -> None:
        said, piece, block = self.begun.pop()
        role = said.role if said.role in MARKED else "dateline"
        words = ""
        if block == len(self.blocks) and self.pieces:
            words = " ".join(_END.sub(" ", "".join(self.pieces[piece:])).split())
            self.pieces.append(_ENDS[role])
        if said.moment or 0 < len(words) <= MARK_LETTERS:
            self.marks.append(Mark(role, self.box, block, words, said))

    def _flush(self) -> None:
        text = "".join(self.pieces)
        self.pieces.clear()
        linked, self.linked = self.linked, 0
        self.last_anchors, self.anchors = self.anchors, 0
        if BREAK in text:
            self._flush_lines(_END.sub("", text), linked)
            return
        words = " ".join((_END.sub("", text) if END in text else text).split())
        if words:
            line = line_of(words)
            parted = not line.prose and (END in text or (len(words) <= MARK_LETTERS and _DIGIT.search(words)))
            if not (parted and self._title_line(text, line, linked)):
                self._block(line, min(linked, len(words)))

    def _flush_lines(self, text: str, linked: int) -> None:
        for paragraph in _TWO_BREAKS.split(text):
            lines = [line for piece in paragraph.split(BREAK) if (line := " ".join(piece.split()))]
            for words in _paragraphs(lines):
                self._block(line_of(words), linked * len(words) // len(text))

    def _title_line(self, text: str, line: Line, linked: int) -> bool:
        """Cut a line of names and dates into blocks, each with its role; False where there is nothing to cut."""
        size = len(line.words)
        if size > TITLE_LETTERS or (self.box >= 0 and self.boxes[self.box].tag in HEADINGS):
            return False
        if END not in text and not _LINE_PARTS.search(text):
            return False
        said = list(_title_parts(text))
        if len(said) < 2 and not any(role for _, role in said):
            return False
        first = len(self.blocks)
        for words, role in said:
            self._block(line_of(words), min(len(words), linked * len(words) // size), role)
        self._place_marks(first)
        return True

    def _place_marks(self, first: int) -> None:
        """Marks of a line that was cut stand in the block that has their words."""
        for mark in reversed(self.marks):
            if mark.block < first:
                return
            holders = (at for at in range(first, len(self.blocks)) if mark.words in self.blocks[at].line.words)
            mark.block = next(holders, mark.block)

    def _block(self, line: Line, linked: int, role: Role | None = None) -> None:
        if self.boxes:
            box = self.boxes[self.box]
            self.blocks.append(Block(line, self.box, box.tag, linked, self.last_anchors, role))


_PLAIN, _MARK = -1, -2
_UNSEEN = Said(unseen=True)


def _title_parts(text: str) -> Iterator[tuple[str, Role | None]]:
    """The parts of a line above a text with their roles: "By Anna Bondar in Kharkiv | 7 May 2024"."""
    *marked, rest = _END.split(text)
    said: list[tuple[str, Role | None]] = []
    for words, code in zip(marked[::2], marked[1::2], strict=True):
        *before, last = [" ".join(words.split()).strip(BETWEEN)] if _END_ROLES[code] else _parts(words)
        said += [*((part, _date_role(part)) for part in before), (last, _END_ROLES[code] or _date_role(last))]
    ends = _parts(rest)
    if said and said[-1][1] == "byline" and ends[0] and not is_date_line(ends[0]) and rest.strip()[:1] not in BETWEEN:
        said[-1] = (f"{said[-1][0]} {ends.pop(0)}", said[-1][1])
    said += [(part, _date_role(part)) for part in ends]
    return ((words, role) for words, role in said if words)


def _parts(words: str) -> list[str]:
    """A line cut at its strokes and dots where that gives a date."""
    words = " ".join(words.split()).strip(BETWEEN)
    if not _DIGIT.search(words):
        return [words]
    head, comma, tail = words.partition(", ")
    if comma and is_date_line(tail) and not is_date_line(head):
        return [head, tail]
    parts = [part.strip(BETWEEN) for part in _PARTS.split(words)] if _PARTS.search(words) else []
    dates = sum(is_date_line(part) for part in parts)
    return parts if 0 < dates < len(parts) else [words]


def _date_role(words: str) -> Role | None:
    return "dateline" if words and is_date_line(words) else None


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines between single breaks: paragraphs of their own where they are sentences, else one paragraph."""
    sentences = sum(len(line) >= SENTENCE_LETTERS and line[-1] in '.!?…”"»' for line in lines)
    dated = sum(map(len, lines)) <= TITLE_LETTERS and any(is_date_line(line) for line in lines)
    if sentences > 1 or dated:
        return lines
    return ["\n".join(lines)] if lines else []


def said_of(tag: str, attributes: dict[str, str | None]) -> Said:
    """What the tag and the attributes of an element say of it."""
    if not attributes:
        return _named("", tag)
    names = attributes.get("class") or ""
    if len(attributes) == 1 and names:
        return _named(names, tag)
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return _UNSEEN
    names = " ".join([attributes[name] or "" for name in _NAMING if name in attributes])
    return _named(names, tag) if _TELLING.isdisjoint(attributes) else _told(names, tag, attributes)


def _told(names: str, tag: str, attributes: dict[str, str | None]) -> Said:
    by_property = PROPERTIES.get((attributes.get("itemprop") or "").lower())
    depth = attributes.get("data-depth") or ""
    return Said(
        names,
        by_property or _named(names, tag).role,
        moment=next((value for name in _MOMENTS if (value := attributes.get(name))), None),
        label=attributes.get("aria-label") or attributes.get("title"),
        depth=int(depth) if depth.isdecimal() and len(depth) < 3 else None,
    )


@lru_cache(maxsize=1 << 14)
def _named(names: str, tag: str) -> Said:
    return Said(names, (role_of(names, hand=tag == "button") if names else None) or TAG_ROLES.get(tag))


@lru_cache(maxsize=1 << 14)
def role_of(names: str, *, hand: bool = False) -> Role | None:
    """What the words in an element's class and id say it is; of a thing for the hand, only a name or a count."""
    cues = class_cues()
    words = [word.lower() for word in _CLASS_WORD.findall(names)]
    roles = {cues.words[word] for word in words if word in cues.words}
    pairs = {cues.pairs[pair] for pair in pairwise(words) if pair in cues.pairs}
    if not (roles or pairs):
        return None
    if hand:
        return next((role for role in ("byline", "likes") if role in roles | pairs), None)
    if pairs:  # "telegram_message_owner_name": the name within a post, not the post
        return next(role for role in ("byline", "dateline", "likes", *PRECEDENCE) if role in pairs)
    return next((role for role in PRECEDENCE if role in roles), None)
