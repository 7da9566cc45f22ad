"""What stands beside and below an article and has no telling name: titles of other articles, readers' comments."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from tallywire.catalog.page_cues import fold, page_cues
from tallywire.collect.outline import Outline
from tallywire.collect.walk import Block

LINKED = 0.6  # a block with this share of its letters in links is a link
TITLE_WORDS = 4  # a link of fewer words is a section of the site, unless a heading such as "Read also" is over it
TITLE_LETTERS = 10  # the same in a script that sets no spaces
ANCHOR_LETTERS = 25  # in each link of a block of titles, at least, on the mean; those of a menu are shorter
HEADING_LETTERS = 60  # a line over a list of links is shorter
REPLIES = 2  # "Reply" and "3 days ago" so often make a thread where no heading does
NEAR = 3  # boxes between a title and the date or heading that belongs to it

_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_ROW = re.compile(r"\s[|·•»]\s.*\s[|·•»]\s")  # "World | Sport | Weather"
_SITE = re.compile(
    r"menu|nav|crumb|foot|\btag|topic|keyword|cookie|consent|share|social|login|legal|skip|terms|masthead|header",
    re.IGNORECASE,
)


def mark_threads(outline: Outline, around: set[int], below: int) -> None:
    """Readers' comments below the article that only the words over them tell: "3 comments", "Reply", "Reply"."""
    blocks = outline.blocks
    replies = sum(block.line.part == "reply" for block in blocks[below:])
    at = below
    for heading, first in pairwise(blocks):
        if heading.line.part == "thread" and heading.line.heading and first.line.kind == "comment":
            heading.line.kind = "comment"
    while at < len(blocks):
        line = blocks[at].line
        numbered = any(map(str.isdigit, line.words))
        if line.part == "thread" and line.heading and line.kind is None and (numbered or replies >= REPLIES):
            end = _end_of_thread(outline, at, around)
            _paint_thread(blocks[at:end])
            at = end
        else:
            at += 1


def _paint_thread(blocks: list[Block]) -> None:
    for block in blocks:
        if block.line.part in {"tail", "related"} and block.line.heading:
            return
        if block.line.kind is None:
            block.line.kind = "boilerplate" if block.line.part == "boilerplate" else "comment"


def mark_links(outline: Outline, around: set[int], outlet: str | None) -> None:
    """Titles of other articles outside the article: links of several words, and all that stands under "Read also"."""
    blocks = outline.blocks
    for at, block in enumerate(blocks):
        if block.line.kind not in {None, "boilerplate"}:
            continue
        if block.line.part == "related" and block.line.heading:
            _mark_list(outline, at, around)
        elif _is_headed(block) or (_is_title(block) and block.line.words != outlet and not _is_site(outline, block)):
            block.line.kind = "related"
    for at, block in enumerate(blocks):
        if block.line.kind == "related" and block.link_share >= LINKED:
            _mark_beside(outline, at)


def _is_headed(block: Block) -> bool:
    """ "Also today" and two links, in one block with breaks between."""
    first, broken, _ = block.line.words.partition("\n")
    return bool(broken) and block.anchors > 0 and page_cues().of_line(fold(first)) == "related"


def _is_title(block: Block) -> bool:
    if block.link_share < LINKED or block.line.part not in {None, "related"} or _ROW.search(block.line.words):
        return False
    if block.anchors > 1 and block.linked < ANCHOR_LETTERS * block.anchors:
        return False
    return block.line.count >= TITLE_WORDS or (
        _UNSPACED.search(block.line.words) is not None and block.linked >= TITLE_LETTERS
    )


def _is_site(outline: Outline, block: Block) -> bool:
    """Whether it stands in a menu, a foot or a list of topics."""
    boxes = outline.boxes
    return any(
        boxes[at].tag in {"footer", "header"} or _is_sites(boxes[at].said.names)
        for at in outline.above(block.box)
        if boxes[at].tag not in {"body", "main", "article"}
    )


@lru_cache(maxsize=1 << 13)
def _is_sites(names: str) -> bool:
    return _SITE.search(names) is not None


def _mark_beside(outline: Outline, at: int) -> None:
    """The date before or after a title, and the heading of its list, belong to it."""
    blocks = outline.blocks
    before = at - 1
    while before >= 0 and _is_loose(blocks[before], blocks[at]) and _adjoins(outline, before, at):
        block = blocks[before]
        if not (_is_small(block) or (_is_heading(block) and before == at - 1)):
            break
        block.line.kind = "related"
        before -= 1
    after = at + 1
    while after < len(blocks) and _is_loose(blocks[after], blocks[at]) and _adjoins(outline, after, at):
        if not _is_small(blocks[after]):
            break
        blocks[after].line.kind = "related"
        after += 1


def _is_loose(block: Block, title: Block) -> bool:
    return block.line.kind in {None, "boilerplate"} or (block.line.kind == "dateline" and block.box == title.box)


def _is_small(block: Block) -> bool:
    """A date, a time of day or a number alone."""
    words = block.line.words
    return block.line.dated or (len(words) <= 8 and any(map(str.isdigit, words)))


def _is_heading(block: Block) -> bool:
    line = block.line
    short = len(line.words) <= HEADING_LETTERS and not line.prose and line.part in {None, "related"}
    return short and block.tag in {"h2", "h3", "h4", "h5", "h6", "div", "span", "strong", "b", "p", "td"}


def _adjoins(outline: Outline, one: int, other: int) -> bool:
    """Whether two blocks stand in the same small part of the page."""
    above = set(outline.above(outline.blocks[one].box)[: NEAR + 1])
    return any(at in above for at in outline.above(outline.blocks[other].box)[: NEAR + 1])


def _mark_list(outline: Outline, at: int, around: set[int]) -> None:
    end = _end_of_list(outline, at, around)
    blocks = outline.blocks[at:end]
    if not any(block.linked for block in blocks):
        return
    for block in blocks:
        if block.line.kind in {None, "boilerplate"} and block.line.part in {None, "related", "byline"}:
            block.line.kind = "related"


def _end_of_thread(outline: Outline, at: int, around: set[int]) -> int:
    """Where the box of the comments ends; the page's end where that is the box of the article too."""
    blocks = outline.blocks
    following = set(outline.above(blocks[at + 1].box)) if at + 1 < len(blocks) else set()
    holder = next((box for box in outline.above(blocks[at].box) if box in following), -1)
    return len(blocks) if holder in around else _end_of_list(outline, at, around)


def _end_of_list(outline: Outline, at: int, around: set[int]) -> int:
    """Where the box ends that holds a heading and its list; where that holds the article too, the run of links."""
    blocks = outline.blocks
    if at + 1 >= len(blocks):
        return at + 1
    here = outline.above(blocks[at].box)
    following = set(outline.above(blocks[at + 1].box))
    holder = next((box for box in here if box in following), -1)
    end = at + 1
    if holder in around or holder < 0:
        while end < len(blocks) and (blocks[end].link_share >= LINKED or blocks[end].line.dated):
            end += 1
        return end
    while end < len(blocks) and holder in outline.above(blocks[end].box):
        end += 1
    return end
