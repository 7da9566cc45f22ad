"""An HTML tree laid flat: boxes (elements that hold others) and the blocks of text in them, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from tallywire.collect.lines import line_of
from tallywire.collect.walk import HEADINGS, Block, Box, Mark, Walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

CELL = 120  # letters; a cell of a table of figures is shorter, one of a table that lays out a page is not
CELL_BLOCKS = 2


@dataclass(slots=True)
class Outline:
    """A page laid flat."""

    boxes: list[Box]
    blocks: list[Block]
    marks: list[Mark]

    def above(self, at: int) -> list[int]:
        """A box and those around it, the nearest first."""
        found = []
        while at >= 0:
            found.append(at)
            at = self.boxes[at].up
        return found

    def within(self, at: int) -> range:
        """A box and those inside it: they follow one another."""
        inside = (other for other in range(at + 1, len(self.boxes)) if self.boxes[other].up < at)
        return range(at, next(inside, len(self.boxes)))


def outline(root: LexborNode) -> Outline:
    """The boxes and blocks of a page's body, with letters counted upwards."""
    walk = Walk()
    walk.run(root)
    found = Outline(walk.boxes, walk.blocks, walk.marks)
    if any(box.tag == "tr" for box in found.boxes):
        _join_rows(found)
    for block in found.blocks:
        box = found.boxes[block.box]
        size = len(block.line.words)
        box.letters += size
        box.linked += block.linked
        box.headed = box.headed or box.tag == "h1"
        if block.line.prose and block.link_share < 0.5:
            box.prose += size
    for box in reversed(found.boxes[1:]):
        if box.letters:
            up = found.boxes[box.up]
            up.letters += box.letters
            up.linked += box.linked
            up.prose += box.prose
            up.headed = up.headed or box.headed
    return found


def _join_rows(found: Outline) -> None:
    """Make the cells of a row of figures one block: "tanks | 2814 | +10"."""
    now: list[int] = []  # for each block as it was, its number from now on
    blocks: list[Block] = []
    for size, block in _rows(found):
        now += [len(blocks)] * size
        blocks.append(block)
    now.append(len(blocks))
    found.blocks = blocks
    for box in found.boxes:
        box.first = now[box.first]
    for mark in found.marks:
        mark.block = now[mark.block]


def _lays_out(found: Outline, cells: list[Block]) -> bool:
    """Whether a row lays out the page: one of its cells holds a heading, or more than a figure and a remark on it."""
    held: dict[int, int] = {}
    for cell in cells:
        box = next((at for at in found.above(cell.box) if found.boxes[at].tag in {"td", "th"}), -1)
        held[box] = held.get(box, 0) + 1
    return max(held.values()) > CELL_BLOCKS or any(cell.tag in HEADINGS for cell in cells)


def _rows(found: Outline) -> Iterator[tuple[int, Block]]:
    """Each block with the number of those it is made of."""
    rows: list[int] = []
    aside: list[bool] = []  # a table of comments lays them out
    for box in found.boxes:
        aside.append(box.role in {"comment", "related"} or (box.up >= 0 and aside[box.up]))
        rows.append(-1 if aside[-1] else box.at if box.tag == "tr" else rows[box.up] if box.up >= 0 else -1)
    for row, group in groupby(found.blocks, key=lambda block: rows[block.box]):
        cells = list(group)
        if row < 0 or len(cells) < 2 or any(len(cell.line.words) > CELL for cell in cells) or _lays_out(found, cells):
            yield from ((1, cell) for cell in cells)
        else:
            words = " | ".join(cell.line.words for cell in cells)
            yield len(cells), Block(line_of(words), row, "tr", sum(cell.linked for cell in cells), len(cells))
