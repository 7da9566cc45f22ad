"""An HTML tree laid flat: boxes (elements that hold others) and the blocks of text in them, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from tallywire.catalog.page_cues import Role, class_cues
from tallywire.collect.lines import Line, line_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Never text of the page, whatever they hold.
UNSEEN = frozenset(
    {
        *(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "video",
            "audio",
            "map",
        ),
        *("button", "select", "option", "textarea", "input", "dialog", "nav", "menu", "math", "picture"),
        *("head", "title", "meta", "link"),
    }
)
INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
        ),
        *("ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
TAG_ROLES: dict[str, Role] = {
    "footer": "boilerplate",
    "aside": "boilerplate",
    "figcaption": "caption",
    "figure": "caption",
    "form": "boilerplate",
    "address": "byline",
}
PROPERTIES: dict[str, Role] = {
    "articlebody": "body",
    "author": "byline",
    "datepublished": "dateline",
    "comment": "comment",
}
# Attributes that name an element's part; modern sites often say it nowhere else.
NAMING = ("class", "id", "data-component", "data-testid", "data-qa", "role")
# Where an element's names say several things, the first of these holds.
PRECEDENCE: tuple[Role, ...] = (
    *("embed", "comment", "related", "body", "boilerplate"),
    *("caption", "byline", "dateline", "standfirst"),
)
CELL = 120  # letters; a cell of a table of figures is shorter, one of a table that lays out a page is not

BREAK = "\0"  # stands for <br>; parsers leave no zero character in a text
_TWO_BREAKS = re.compile(r"\0\s*\0")
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(slots=True)
class Box:
    """An element that holds blocks or other boxes. `prose` counts letters of good paragraphs below it."""

    at: int
    up: int
    tag: str
    names: str
    role: Role | None
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
class Outline:
    """A page laid flat."""

    boxes: list[Box] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def above(self, at: int) -> list[int]:
        """A box and those around it, the nearest first."""
        found = []
        while at >= 0:
            found.append(at)
            at = self.boxes[at].up
        return found


class _Walk:
    """One pass over the tree, without recursion: pages are hostile."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.box = -1
        self.pieces: list[str] = []
        self.links = self.linked = 0
        self.preformatted = 0

    def run(self, root: LexborNode) -> Outline:
        """Visit every element; an integer on the stack is an element to leave."""
        stack: list[LexborNode | int] = [root]
        while stack:
            entry = stack.pop()
            if isinstance(entry, int):
                self._leave(entry)
                continue
            tag = entry.tag or ""
            if tag == "-text":
                self._text(entry.text_content or "")
            elif tag == "br":
                self.pieces.append(BREAK)
            elif tag not in UNSEEN and not tag.startswith("-") and (leave := self._enter(entry, tag)) is not None:
                stack.append(leave)
                child = entry.last_child
                while child is not None:
                    stack.append(child)
                    child = child.prev
        self._flush()
        return self.outline

    def _text(self, text: str) -> None:
        self.pieces.append(text)
        if self.links:
            self.linked += len(text)

    def _enter(self, node: LexborNode, tag: str) -> int | None:
        """What to put on the stack for leaving the element; None to pass it over."""
        if tag in INLINE:
            self.links += tag == "a"
            return -1 if tag == "a" else -2
        attributes = node.attributes
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return None
        self._flush()
        boxes = self.outline.boxes
        boxes.append(_box(len(boxes), self.box, tag, attributes))
        self.box = len(boxes) - 1
        return self.box

    def _leave(self, code: int) -> None:
        if code < 0:
            self.links -= code == -1
            return
        self._flush()
        self.box = self.outline.boxes[code].up

    def _flush(self) -> None:
        if not self.pieces:
            return
        text, self.pieces = "".join(self.pieces), []
        linked, self.linked = self.linked, 0
        if BREAK not in text:
            if words := " ".join(text.split()):
                self._block(words, min(linked, len(words)))
            return
        for paragraph in _TWO_BREAKS.split(text):
            lines = [" ".join(piece.split()) for piece in paragraph.split(BREAK)]
            if words := "\n".join([line for line in lines if line]):
                self._block(words, linked * len(words) // len(text))

    def _block(self, words: str, linked: int) -> None:
        box = self.outline.boxes[self.box]
        self.outline.blocks.append(Block(line_of(words), self.box, box.tag, linked))


def outline(root: LexborNode) -> Outline:
    """The boxes and blocks of a page's body, with letters counted upwards."""
    found = _Walk().run(root)
    found.blocks = list(_with_rows(found))
    for block in found.blocks:
        box = found.boxes[block.box]
        size = len(block.line.words)
        box.letters += size
        box.linked += block.linked
        box.headed = box.headed or box.tag == "h1"
        if block.line.prose and block.link_share < 0.5:
            box.prose += size
    for box in reversed(found.boxes):
        if box.up >= 0:
            up = found.boxes[box.up]
            up.letters += box.letters
            up.linked += box.linked
            up.prose += box.prose
            up.headed = up.headed or box.headed
    return found


def _with_rows(found: Outline) -> Iterator[Block]:
    """Blocks, with the cells of a row of figures made one: "tanks | 2814 | +10"."""
    rows: list[int] = []
    for box in found.boxes:
        rows.append(box.at if box.tag == "tr" else rows[box.up] if box.up >= 0 else -1)
    if max(rows, default=-1) < 0:
        yield from found.blocks
        return
    for row, group in groupby(found.blocks, key=lambda block: rows[block.box]):
        cells = list(group)
        if row < 0 or len(cells) < 2 or any(len(cell.line.words) > CELL for cell in cells):
            yield from cells
        else:
            words = " | ".join(cell.line.words for cell in cells)
            yield Block(line_of(words), row, "tr", sum(cell.linked for cell in cells))


def _box(at: int, up: int, tag: str, attributes: dict[str, str | None]) -> Box:
    names = " ".join([value for name in NAMING if (value := attributes.get(name))]) if attributes else ""
    by_property = PROPERTIES.get((attributes.get("itemprop") or "").lower())
    return Box(at, up, tag, names, by_property or (role_of(names) if names else None) or TAG_ROLES.get(tag))


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
