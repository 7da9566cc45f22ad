"""One pass over the markup of a page: its boxes, the paragraphs in them, and the marks of who wrote and when.

The tree is taken from the parser as markup again. It is well-formed then, every element closed and every `>` of an
attribute written `&gt;`, so that one regular expression reads it, several times faster than a walk from node to node.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import pairwise

from tallywire.catalog.page_cues import Role, class_cues
from tallywire.collect.lines import SENTENCE_LETTERS, Line, line_of

# Never text of the page, whatever they hold.
UNSEEN = (
    *("head", "script", "style", "noscript", "noframes", "template", "svg", "math", "canvas", "map", "picture"),
    *("iframe", "object", "embed", "video", "audio", "select", "option", "textarea", "dialog", "nav", "menu"),
)
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var"),
    }
)
CHILDLESS = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
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
_TOKEN = re.compile(r"<(?:!--.*?-->|(/?)([a-zA-Z][^\s/>]*)([^>]*)>)([^<]*)", re.DOTALL)
_TWO_BREAKS = re.compile(r"\0\s*\0[\s\0]*")
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Attributes that name an element's part; modern sites often say it nowhere else.
_NAMING = ("class", "id", "data-component", "data-testid", "data-qa", "role")
_PLAIN_NAMES = frozenset(_NAMING)
_SAID = re.compile(
    r"\s(class|id|data-component|data-testid|data-qa|role|itemprop|hidden|aria-hidden|aria-label|title|datetime"
    r'|data-depth|data-utime|data-timestamp|data-time|data-datetime)="([^"]*)"'
)
_MOMENTS = ("datetime", "data-datetime", "data-timestamp", "data-utime", "data-time")
_NAMED = re.compile(r'\s(?:class|itemprop)="[^"]*"')  # of a link; its other attributes are long and say little


@dataclass(frozen=True, slots=True)
class Said:
    """What an element's tag and attributes say of it; the same ones come again and again."""

    names: str = ""
    role: Role | None = None
    unseen: bool = False
    moment: str | None = None  # a machine's date, as written
    label: str | None = None  # what a screen reader says, or a tip
    depth: int | None = None  # of a comment among its answers


@dataclass(slots=True)
class Box:
    """An element that holds blocks or other boxes. `prose` counts letters of good paragraphs below it."""

    at: int
    up: int
    tag: str
    said: Said
    role: Role | None  # what its names say it is for
    first: int  # the block that comes first in it, if it holds any
    letters: int = 0
    linked: int = 0
    prose: int = 0
    headed: bool = False  # holds a heading of first rank


@dataclass(slots=True)
class Block:
    """A paragraph, item, cell or heading: its line as plain text sees it, its box, the letters in links."""

    line: Line
    box: int
    tag: str
    linked: int

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
    """One pass over a page's markup, without recursion: pages are hostile."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.box = -1
        self.pieces: list[str] = []
        self.links = self.linked = self.kept = self.unseen = 0
        self.open: list[int] = []  # a box to leave, or one of the codes below
        self.begun: list[tuple[Said, int, int]] = []  # marks not yet closed: what they say, piece, block

    def run(self, markup: str) -> None:
        """Visit every element and text."""
        for closing, tag, attributes, text in _TOKEN.findall(markup):
            if self.unseen:
                self._pass_over(closing, tag)
            elif closing:
                self._close(tag)
            elif tag in INLINE:
                self._open_inline(tag, attributes)
            elif tag in CHILDLESS:
                self._childless(tag)
            elif tag:
                self._open_box(tag, attributes)
            if text and not self.unseen and (self.pieces or not text.isspace()):
                self._text(text)
        self._flush()

    def _text(self, text: str) -> None:
        self.pieces.append(text.replace("\n", BREAK) if self.kept else text)
        if self.links:
            self.linked += len(text)

    def _pass_over(self, closing: str, tag: str) -> None:
        if tag not in CHILDLESS and tag:
            self.unseen += -1 if closing else 1

    def _childless(self, tag: str) -> None:
        if tag == "br":
            self.pieces.append(BREAK)
        elif tag == "hr":
            self._flush()

    def _open_inline(self, tag: str, attributes: str) -> None:
        if tag == "a":
            said = said_of(tag, named[0]) if (named := _NAMED.search(attributes)) else _NOTHING
            self.links += 1
        else:
            said = said_of(tag, attributes) if attributes or tag == "time" else _NOTHING
        if said.unseen:
            self.unseen = 1
            self.links -= tag == "a"
            return
        if said.role in MARKED or said.moment:
            self.begun.append((said, len(self.pieces), len(self.blocks)))
            self.open.append(_MARK_LINK if tag == "a" else _MARK)
        else:
            self.open.append(_LINK if tag == "a" else _PLAIN)

    def _open_box(self, tag: str, attributes: str) -> None:
        said = said_of(tag, attributes)
        if tag == "button":
            self._button(said)
            return
        if said.unseen:
            self.unseen = 1
            return
        if self.pieces:
            self._flush()
        at = len(self.boxes)
        self.boxes.append(Box(at, self.box, tag, said, said.role, len(self.blocks)))
        self.box = at
        self.open.append(self.box)
        self.kept += tag == "pre"

    def _button(self, said: Said) -> None:
        """Its words are for the hand, not the eye; only a count of likes is worth keeping."""
        self.unseen = 1
        if said.role == "likes" and said.label:
            self.marks.append(Mark("likes", self.box, len(self.blocks), "", said))

    def _close(self, tag: str) -> None:
        code = self.open.pop() if self.open else _PLAIN
        if code >= 0:
            if self.pieces:
                self._flush()
            self.box = self.boxes[code].up
            self.kept -= tag == "pre"
            return
        self.links -= code in {_LINK, _MARK_LINK}
        if code <= _MARK:
            said, piece, block = self.begun.pop()
            words = unescape(" ".join("".join(self.pieces[piece:]).split())) if block == len(self.blocks) else ""
            if said.moment or 0 < len(words) <= MARK_LETTERS:
                self.marks.append(Mark(said.role or "dateline", self.box, block, words, said))

    def _flush(self) -> None:
        if not self.pieces:
            return
        text, self.pieces = "".join(self.pieces), []
        linked, self.linked = self.linked, 0
        if "&" in text:
            text = unescape(text)
        if BREAK not in text:
            if words := " ".join(text.split()):
                self._block(words, min(linked, len(words)))
            return
        for paragraph in _TWO_BREAKS.split(text):
            lines = [line for piece in paragraph.split(BREAK) if (line := " ".join(piece.split()))]
            for words in _paragraphs(lines):
                self._block(words, linked * len(words) // len(text))

    def _block(self, words: str, linked: int) -> None:
        if not self.boxes:
            return
        box = self.boxes[self.box]
        self.blocks.append(Block(line_of(words), self.box, box.tag, linked))


_PLAIN, _LINK, _MARK, _MARK_LINK = -1, -2, -3, -4
_NOTHING = Said()


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines between single breaks: paragraphs of their own where they are sentences, else one paragraph."""
    sentences = sum(len(line) >= SENTENCE_LETTERS and line[-1] in ".!?…”\"»" for line in lines)
    if sentences > 1:
        return lines
    return ["\n".join(lines)] if lines else []


@lru_cache(maxsize=1 << 14)
def said_of(tag: str, attributes: str) -> Said:
    """What the tag and the attributes of an element say of it."""
    said = dict(_SAID.findall(attributes)) if attributes else {}
    if not said:
        role = TAG_ROLES.get(tag)
        return Said(role=role) if role else _NOTHING
    if "hidden" in said or said.get("aria-hidden") == "true":
        return Said(unseen=True)
    names = " ".join([value for name in _NAMING if (value := said.get(name))])
    role = (role_of(names) if names else None) or TAG_ROLES.get(tag)
    if said.keys() <= _PLAIN_NAMES:
        return _named(names, role)
    role = PROPERTIES.get(said.get("itemprop", "").lower()) or role
    depth = said.get("data-depth", "")
    return Said(
        names,
        role,
        moment=next((said[name] for name in _MOMENTS if said.get(name)), None),
        label=said.get("aria-label") or said.get("title"),
        depth=int(depth) if depth.isdecimal() and len(depth) < 3 else None,
    )


@lru_cache(maxsize=1 << 14)
def _named(names: str, role: Role | None) -> Said:
    return Said(names, role)


@lru_cache(maxsize=1 << 14)
def role_of(names: str) -> Role | None:
    """What the words in an element's class and id say it is."""
    cues = class_cues()
    words = [word.lower() for word in _CLASS_WORD.findall(names)]
    roles = {cues.words[word] for word in words if word in cues.words}
    pairs = {cues.pairs[pair] for pair in pairwise(words) if pair in cues.pairs}
    if pairs:
        return next(role for role in PRECEDENCE if role in pairs)
    return next((role for role in PRECEDENCE if role in roles), None)
