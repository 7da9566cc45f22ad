"""What stands above the first paragraph of an article: headline, standfirst, byline, date."""

from __future__ import annotations

import re

from tallywire.catalog.page_cues import Role
from tallywire.claims.article import SegmentKind
from tallywire.collect.metadata import Metadata
from tallywire.collect.walk import HEADINGS, Block

HEAD_ROLES: frozenset[Role] = frozenset({"byline", "dateline", "standfirst"})  # so common that they need a place, too
HEAD_KINDS: dict[Role, SegmentKind] = {"byline": "byline", "dateline": "dateline", "standfirst": "standfirst"}
TITLE = 20  # letters in which a line agrees with the page's title to be its beginning
PART_OF_TITLE = 8  # letters; a heading that is a part of the page's title has so many
STANDFIRST_WORDS = 5  # a heading below the headline with fewer is a section
NEAR = 4  # blocks before the headline that may still hold the date
BEGINS = 40  # letters in which a paragraph agrees with the page's description to be the standfirst

_NOT_LETTERS = re.compile(r"[\W_]+")
_TWO_YEARS = re.compile(r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b")
_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]+(?: [^\W\d_]['’\w.-]*){1,3}")


def judge_head(blocks: list[Block], metadata: Metadata) -> None:
    """Give the blocks before the first paragraph their kinds."""
    headline = _headline(blocks, metadata)
    begins = {folded(text)[:BEGINS] for text in metadata.descriptions}
    writers = {folded(name) for name in metadata.authors}
    told = folded(blocks[headline].line.words) if headline >= 0 else None
    for at, block in enumerate(blocks):
        line = block.line
        open_ = line.kind in {None, "boilerplate"}
        if at == headline or (told and open_ and len(line.words) >= len(told) and folded(line.words) == told):
            line.kind = "headline"
        elif open_:
            line.kind = _kind(block, begins, writers) or _by_place(blocks, at, headline) or line.kind
            if (at < headline and line.kind in {"standfirst", "byline", "headline"}) or (
                at < headline - NEAR and line.kind == "dateline"
            ):
                line.kind = "boilerplate"


def _headline(blocks: list[Block], metadata: Metadata) -> int:
    """The block of the headline: the page's title, a part of it, or the last heading of first rank; -1 for none."""
    title, element, outlet = (folded(words or "") for words in (metadata.title, metadata.element, metadata.outlet))
    free = [at for at, block in enumerate(blocks) if block.line.kind in {None, "boilerplate"}]
    said = {at: folded(blocks[at].line.words) for at in free}
    exact = [at for at in free if title and said[at] == title]
    headings = [at for at in free if blocks[at].tag in HEADINGS and blocks[at].line.kind is None]
    # "The Courier: Bridge falls" over a heading "The Courier" and another, "Bridge falls".
    parts = [at for at in headings if _is_part(said[at], element, outlet)]
    if exact and not (parts and parts[-1] > exact[0]):
        return exact[0]
    begun = [at for at in free if len(said[at]) >= TITLE and title.startswith(said[at])]
    first = [at for at in headings if blocks[at].tag == "h1"]
    return (parts or begun[:1] or first or [-1])[-1]


def _is_part(words: str, element: str, outlet: str) -> bool:
    return len(words) >= PART_OF_TITLE and words in element and words != outlet


def _kind(block: Block, begins: set[str], writers: set[str]) -> SegmentKind | None:
    line = block.line
    if len(line.words) >= BEGINS:
        if begins and folded(line.words)[:BEGINS] in begins:
            return "standfirst"
    elif writers and line.kind is None and folded(line.words) in writers:
        return "byline"
    if line.part == "byline":
        return "byline"
    if line.dated or line.part == "updated":
        return None if _TWO_YEARS.search(line.words) else "dateline"
    if line.part == "caption":
        return "caption"
    return HEAD_KINDS[block.role] if block.role in HEAD_ROLES and line.kind is None else None


def _by_place(blocks: list[Block], at: int, headline: int) -> SegmentKind | None:
    """A heading right below the headline is its standfirst, a later one heads the text; a name beside a date wrote."""
    block = blocks[at]
    if headline < 0 or at < headline or block.line.kind is not None or block.linked or block.line.part is not None:
        return None
    if block.tag in HEADINGS:
        if at == headline + 1 and block.line.count >= STANDFIRST_WORDS:
            return "standfirst"
        return "headline" if at == len(blocks) - 1 else None
    if at == headline + 1 and block.line.count >= STANDFIRST_WORDS and block.line.words[-1] in ".!?…":
        return "standfirst"
    beside = [
        one for one in (*blocks[at - 1 : at], *blocks[at + 1 : at + 2]) if one.line.dated or one.role == "dateline"
    ]
    return "byline" if beside and _NAME.fullmatch(block.line.words) else None


def folded(words: str) -> str:
    """The letters and digits alone, case folded."""
    return _NOT_LETTERS.sub("", words.casefold())
