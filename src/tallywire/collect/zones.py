"""Which block of a page plays which part: find the box of the article, then judge each block in and around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallywire.catalog.page_cues import Role
from tallywire.claims.article import SegmentKind
from tallywire.collect.lines import Line, read_cues
from tallywire.collect.links import LINKED, mark_links, mark_threads
from tallywire.collect.metadata import Metadata
from tallywire.collect.outline import Outline
from tallywire.collect.walk import Block, Box

# The article's box is the innermost that holds this share of the page's good prose. Named boxes (<article>,
# class="article-body") need less: a page of teasers may have much prose beside the article.
HOLDS, NAMED_HOLDS = 0.8, 0.5
# An element whose name says "sidebar" or "related" is taken at its word unless it holds this share of the article.
TOO_MUCH = 0.5
ALL_BUT_ALL = 0.95  # of the page's prose; the words over cookies may be longer than the article
PART = 0.15  # of the page's prose; a second element named like the first, with so much, is the article's other half
LEAD_IN = 0.35  # links in an ordinary paragraph stay below this share
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TEXT_TAGS = frozenset(
    {"p", "li", "blockquote", "pre", "dd", "dt", "td", "th", "tr", "div", "section", "article", "main"}
)
SIDE_ROLES: frozenset[Role] = frozenset({"comment", "related", "boilerplate"})
HEAD_ROLES: frozenset[Role] = frozenset({"byline", "dateline", "standfirst"})  # so common that they need a place, too
FEW = 2  # paragraphs of prose; a text needs more before one of them can be its standfirst
SMALL_ROLES: dict[Role, int] = {"byline": 200, "dateline": 120, "standfirst": 500, "caption": 800, "likes": 40}  # most letters

TITLE = 20  # letters in which a line agrees with the page's title to be its beginning

_CONSENT = re.compile("consent|cookie|gdpr|onetrust", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[\W_]+")

ROLE_KINDS: dict[Role, SegmentKind] = {
    "comment": "comment",
    "related": "related",
    "boilerplate": "boilerplate",
    "caption": "caption",
    "embed": "embed",
    "byline": "byline",
    "dateline": "dateline",
    "standfirst": "standfirst",
    "likes": "boilerplate",
}


def judge(outline: Outline, metadata: Metadata) -> None:
    """Give every block's line its kind."""
    if not outline.blocks:
        return
    main = _main(outline)
    roles = _roles(outline, main)
    for block in outline.blocks:
        role = roles[block.box]
        pictured = role == "caption" and (not block.role or _is_pictured(outline, block.box))
        if not block.role or pictured or role in SIDE_ROLES or role == "embed":
            block.role = role
        block.line.kind = ROLE_KINDS[block.role] if block.role and block.role not in HEAD_ROLES else None
    # What stands in a list of links or under comments is known already, and nothing its words say would change it.
    read_cues([block.line for block in outline.blocks if block.line.kind not in {"related", "comment"}])
    held = _held(outline, main)
    inside = [block for block in outline.blocks if held[block.box]]
    first, last = _extent(inside, whole=main.role == "body")
    _judge_body(inside[first : last + 1])
    _judge_above(outline, inside[first] if inside else None, metadata)
    around = set(outline.above(main.at))
    mark_threads(outline, around, inside[last] if inside else None)
    mark_links(outline, around)
    for block in outline.blocks:
        block.line.kind = block.line.kind or "boilerplate"


def _main(outline: Outline) -> Box:
    """The box of the article: of those that hold enough, the innermost of the branch with the most."""
    free = _free_prose(outline)
    total = max(free[0], 1)
    best = outline.boxes[0]
    for box in outline.boxes:
        share = NAMED_HOLDS if _is_named(box) else HOLDS
        if free[box.at] >= share * total and (free[box.at] > free[best.at] or best.at in outline.above(box.at)):
            best = box
    return _with_twins(outline, best, free)


def _is_named(box: Box) -> bool:
    return box.role == "body" or box.tag in {"article", "main"}


def _free_prose(outline: Outline) -> list[int]:
    """Letters of prose in each box that no element of the sides holds."""
    boxes = outline.boxes
    free = [0] * len(boxes)
    whole = boxes[0].prose
    aside = [False] * len(boxes)
    for box in boxes:
        most = ALL_BUT_ALL if _CONSENT.search(box.said.names) else TOO_MUCH
        here = box.role in SIDE_ROLES and box.prose < most * whole and not (box.headed and box.role != "comment")
        # The captions of a gallery say the same again and again; an article's are none of its text.
        here = here or (box.role == "caption" and box.letters <= SMALL_ROLES["caption"])
        aside[box.at] = here or (box.up >= 0 and aside[box.up])
    for block in outline.blocks:
        if block.line.prose and block.link_share < LEAD_IN and not aside[block.box]:
            free[block.box] += len(block.line.words)
    for box in reversed(boxes[1:]):
        free[box.up] += free[box.at]
    return free


def _with_twins(outline: Outline, main: Box, free: list[int]) -> Box:
    """The box around all parts, where an advertisement or picture cuts the article's body into several."""
    if main.role != "body":
        return main
    twins = [box for box in outline.boxes if box.tag == main.tag and box.said.names == main.said.names]
    parts = [box for box in twins if free[box.at] >= PART * free[0]]
    around = outline.above(main.at)
    for box in parts:
        above = set(outline.above(box.at))
        if main.at not in above and box.at not in around:
            around = [at for at in around if at in above]
    return outline.boxes[around[0]]


def _roles(outline: Outline, main: Box) -> list[Role | None]:
    """The role that holds for each box: its own or the nearest above it, as far as its size makes it believable."""
    around = set(outline.above(main.at))
    roles: list[Role | None] = []
    for box in outline.boxes:
        inherited = roles[box.up] if box.up >= 0 else None
        own = box.role if box.at not in around and _believable(box, main) else None
        holds = inherited in SIDE_ROLES or inherited == "embed"
        if holds and not (inherited == "comment" and _is_form(box)):
            own = inherited
        roles.append(own or inherited)
    return roles


def _is_pictured(outline: Outline, box: int) -> bool:
    return any(outline.boxes[at].tag in {"figure", "figcaption"} for at in outline.above(box)[:4])


def _is_form(box: Box) -> bool:
    """The form under the comments in which a reader writes one is none."""
    return box.role == "boilerplate" and (box.tag == "form" or "respond" in box.said.names or "form" in box.said.names)


def _believable(box: Box, main: Box) -> bool:
    if box.role in SIDE_ROLES:
        return box.role == "comment" or box.prose < TOO_MUCH * max(1, main.prose)
    if box.role in SMALL_ROLES:
        return box.letters <= SMALL_ROLES[box.role]
    return box.role != "body"


def _held(outline: Outline, main: Box) -> list[bool]:
    """Whether each box is the article's or stands inside it."""
    held: list[bool] = []
    for box in outline.boxes:
        held.append(box is main or (box.up >= 0 and held[box.up]))
    return held


def _extent(inside: list[Block], *, whole: bool) -> tuple[int, int]:
    """The first and last good paragraph of the article's box, with what belongs to them at the edges.

    A box that is named the article's body is taken whole, up to the heading of what follows an article.
    """
    good = [at for at, block in enumerate(inside) if _is_good(block)]
    if not good:
        return 0, len(inside) - 1
    if whole:
        return _whole_extent(inside, good)
    first, last = good[0], good[-1]
    while last + 1 < len(inside) and _continues(inside[last + 1], inside[last]):
        last += 1
    while first and _continues(inside[first - 1], inside[first]):
        first -= 1
    return first, last


def _whole_extent(inside: list[Block], good: list[int]) -> tuple[int, int]:
    first = next((at for at, block in enumerate(inside) if block.line.kind is None and block.tag in TEXT_TAGS), good[0])
    ends = (at for at in range(good[-1] + 1, len(inside)) if inside[at].line.part in {"related", "thread", "tail"})
    return min(first, good[0]), next(ends, len(inside)) - 1


def _is_good(block: Block) -> bool:
    return block.line.kind is None and block.line.part is None and block.line.prose and block.link_share < LEAD_IN


def _continues(block: Block, neighbour: Block) -> bool:
    """A short paragraph of the same sort beside a good one is text too."""
    same = block.box == neighbour.box or (block.tag == neighbour.tag and block.tag in {"p", "li"})
    return same and block.line.kind is None and block.line.part is None and not block.line.dated and block.linked == 0


def _judge_body(blocks: list[Block]) -> None:
    begun = False
    prose = sum(block.line.prose and block.line.kind is None for block in blocks)
    for block in blocks:
        line, role = block.line, block.role
        if line.kind is not None:
            continue
        if role in HEAD_ROLES and (not line.prose or (role == "standfirst" and not begun and prose > FEW)):
            line.kind = ROLE_KINDS[role]
        else:
            line.kind = _cued(line) or _body_kind(block)
        begun = begun or line.prose
    _mark_cards(blocks)


def _mark_cards(blocks: list[Block]) -> None:
    """A linked title over a byline or date and a paragraph is another article's card, its paragraph too."""
    card = -1
    for at, block in enumerate(blocks):
        kind = block.line.kind
        if kind == "related" and block.line.count > 3:
            card = at
        elif card >= 0 and kind in {"byline", "dateline", "standfirst"}:
            block.line.kind = "related"
        elif card >= 0 and kind == "body" and at > card + 1 and blocks[at - 1].line.kind == "related":
            block.line.kind = "related"
            card = -1
        else:
            card = -1


def _cued(line: Line) -> SegmentKind | None:
    match line.part:
        case "related" | "boilerplate" | "caption" | "embed":
            return line.part
        case "thread" | "tail" | "reply" | "credit":
            return "boilerplate" if line.heading else None
        case "byline":
            return "byline"
        case "updated":
            return "dateline" if not line.prose else None
        case _:
            return "dateline" if line.dated else None


def _body_kind(block: Block) -> SegmentKind:
    if block.link_share >= LINKED:
        return "body" if block.line.prose and block.line.words[-1] in ".!?" else "related"
    if block.tag == "tr":
        return "table"
    return "headline" if block.tag in HEADINGS else "body"


def _judge_above(outline: Outline, first: Block | None, metadata: Metadata) -> None:
    """Headline, standfirst, byline and date stand between the page's title and its first paragraph."""
    title = _folded(metadata.title or "")
    begins = {_folded(text)[:40] for text in metadata.descriptions}
    for block in _before(outline, first):
        line, folded = block.line, _folded(block.line.words)
        if _is_title(folded, title) or (block.tag == "h1" and line.kind is None):
            line.kind = "headline"
        elif line.kind is None or line.kind == "boilerplate":
            by_role = ROLE_KINDS[block.role] if block.role in HEAD_ROLES and line.kind is None else None
            line.kind = _kind_above(block, folded, begins) or by_role or line.kind


def _is_title(folded: str, title: str) -> bool:
    """The title itself, or its first part where the outlet's name follows unparted."""
    return bool(title) and (folded == title or (len(folded) >= TITLE and title.startswith(folded)))


def _kind_above(block: Block, folded: str, begins: set[str]) -> SegmentKind | None:
    line = block.line
    if len(folded) >= 40 and folded[:40] in begins:
        return "standfirst"
    if line.part == "byline":
        return "byline"
    if line.dated or line.part == "updated":
        return "dateline"
    return "caption" if line.part == "caption" else None


def _before(outline: Outline, first: Block | None) -> Iterator[Block]:
    for block in outline.blocks:
        if block is first:
            return
        yield block


def _folded(words: str) -> str:
    return _NOT_LETTERS.sub("", words.casefold())
