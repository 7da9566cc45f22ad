"""Which block of a page plays which part: find the box of the article, then judge each block in and around it."""

from __future__ import annotations

import re

from tallywire.catalog.page_cues import Role
from tallywire.claims.article import SegmentKind
from tallywire.collect.lines import Line, read_cues
from tallywire.collect.dates import clock_in
from tallywire.collect.head import HEAD_ROLES, judge_head
from tallywire.collect.links import LINKED, mark_links, mark_threads
from tallywire.collect.metadata import Metadata
from tallywire.collect.outline import Outline
from tallywire.collect.walk import HEADINGS, Block, Box

# The article's box is the innermost that holds this share of the page's good prose. Named boxes (<article>,
# class="article-body") need less: a page of teasers may have much prose beside the article.
HOLDS, NAMED_HOLDS = 0.8, 0.5
# An element whose name says "sidebar" or "related" is taken at its word unless it holds this share of the article.
TOO_MUCH = 0.5
ALL_BUT_ALL = 0.95  # of the page's prose; the words over cookies may be longer than the article
PART = 0.15  # of the page's prose; a second element named like the first, with so much, is the article's other half
LEAD_IN = 0.35  # links in an ordinary paragraph stay below this share
TEXT_TAGS = frozenset(
    {"p", "li", "blockquote", "pre", "dd", "dt", "td", "th", "tr", "div", "section", "article", "main"}
)
SIDE_ROLES: frozenset[Role] = frozenset({"comment", "related", "boilerplate"})
FOOT = 3  # blocks below the text that may hold its date and writer
FEW = 2  # paragraphs of prose; a text needs more before one of them can be its standfirst
SMALL_ROLES: dict[Role, int] = {"byline": 200, "dateline": 120, "standfirst": 500, "caption": 800, "likes": 40}  # most letters

_CONSENT = re.compile("consent|cookie|gdpr|onetrust", re.IGNORECASE)

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
    first, last = _extent(inside, outline.boxes, whole=main.role == "body")
    _judge_body(inside[first : last + 1])
    start = next((at for at, block in enumerate(outline.blocks) if inside and block is inside[first]), 0)
    end = next((at for at, block in enumerate(outline.blocks) if inside and block is inside[last]), len(outline.blocks))
    _judge_foot(outline.blocks[end + 1 : end + 1 + FOOT])
    judge_head(outline.blocks[:start] if inside else outline.blocks, metadata)
    around = set(outline.above(main.at))
    mark_threads(outline, around, inside[last] if inside else None)
    mark_links(outline, around, metadata.outlet)
    _mark_other_articles(outline, main, around)
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
    together = _prose_by_name(outline)
    for box in boxes:
        most = ALL_BUT_ALL if _CONSENT.search(box.said.names) else TOO_MUCH
        prose = together.get(box.said.names, 0) if box.role == "boilerplate" else box.prose
        here = box.role in SIDE_ROLES and prose < most * whole and not (box.headed and box.role != "comment")
        # The captions of a gallery say the same again and again; an article's are none of its text.
        here = here or (box.role == "caption" and box.letters <= SMALL_ROLES["caption"])
        aside[box.at] = here or (box.up >= 0 and aside[box.up])
    for block in outline.blocks:
        if block.line.prose and block.link_share < LEAD_IN and not aside[block.box]:
            free[block.box] += len(block.line.words)
    for box in reversed(boxes[1:]):
        free[box.up] += free[box.at]
    return free


def _prose_by_name(outline: Outline) -> dict[str, int]:
    """Prose in all boxes of a name that says "site's own": the entries of a "ticker" may be the article together."""
    found: dict[str, int] = {}
    for box in outline.boxes:
        if box.role == "boilerplate" and box.prose:
            found[box.said.names] = found.get(box.said.names, 0) + box.prose
    return found


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
    together = _prose_by_name(outline)
    for box in outline.boxes:
        inherited = roles[box.up] if box.up >= 0 else None
        prose = together.get(box.said.names, 0) if box.role == "boilerplate" else box.prose
        own = box.role if box.at not in around and _believable(box, prose, main) else None
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


def _believable(box: Box, prose: int, main: Box) -> bool:
    if box.role in SIDE_ROLES:
        return box.role == "comment" or prose < TOO_MUCH * max(1, main.prose)
    if box.role in SMALL_ROLES:
        return box.letters <= SMALL_ROLES[box.role]
    return box.role != "body"


def _held(outline: Outline, main: Box) -> list[bool]:
    """Whether each box is the article's or stands inside it."""
    held: list[bool] = []
    for box in outline.boxes:
        held.append(box is main or (box.up >= 0 and held[box.up]))
    return held


def _extent(inside: list[Block], boxes: list[Box], *, whole: bool) -> tuple[int, int]:
    """The first and last good paragraph of the article's box, with what belongs to them at the edges.

    A box that is named the article's body is taken whole, up to the heading of what follows an article.
    """
    inside = inside[: _thread(inside)]
    good = [at for at, block in enumerate(inside) if _is_good(block)]
    if not good:
        return 0, len(inside) - 1
    if whole:
        return _whole_extent(inside, good)
    first, last = good[0], good[-1]
    while last + 1 < len(inside) and _continues(inside[last + 1], inside[last], boxes):
        last += 1
    while first and _continues(inside[first - 1], inside[first], boxes):
        first -= 1
    return first, last


def _thread(inside: list[Block]) -> int:
    """Where readers' comments begin in the article's own box, told by their heading and the most of the text above it."""
    prose = [len(block.line.words) if _is_good(block) else 0 for block in inside]
    for at, block in enumerate(inside):
        if block.line.part == "thread" and block.line.heading and sum(prose[:at]) > sum(prose[at:]):
            if any(map(str.isdigit, block.line.words)) or any(one.line.part == "reply" for one in inside[at:]):
                return at
    return len(inside)


def _whole_extent(inside: list[Block], good: list[int]) -> tuple[int, int]:
    first = next((at for at, block in enumerate(inside) if block.line.kind is None and block.tag in TEXT_TAGS), good[0])
    ends = (at for at in range(good[-1] + 1, len(inside)) if inside[at].line.part in {"related", "thread", "tail"})
    return min(first, good[0]), next(ends, len(inside)) - 1


def _is_good(block: Block) -> bool:
    return block.line.kind is None and block.line.part is None and block.line.prose and block.link_share < LEAD_IN


def _continues(block: Block, neighbour: Block, boxes: list[Box]) -> bool:
    """A short paragraph of the same sort beside a good one, or in the same box, is text too."""
    same = block.box == neighbour.box or (block.tag == neighbour.tag and block.tag in {"p", "li"})
    beside = {block.tag, neighbour.tag} <= {"p", "li", "blockquote", "div"} and _around(block, boxes) == _around(neighbour, boxes)
    listed = "li" in {block.tag, neighbour.tag} and beside
    return (same or listed) and block.line.kind is None and block.line.part is None and not block.line.dated and block.linked == 0


def _around(block: Block, boxes: list[Box]) -> int:
    """The box around a paragraph, or around its list."""
    up = boxes[block.box].up
    return boxes[up].up if up >= 0 and boxes[up].tag in {"ul", "ol"} else up


def _mark_other_articles(outline: Outline, main: Box, around: set[int]) -> None:
    """Where a page goes on with its next article below, that is another's: the same element again, or an <article>."""
    held = _held(outline, main)
    others: list[bool] = []
    for box in outline.boxes:
        twin = box.tag == main.tag and box.said.names == main.said.names and bool(box.said.names)
        own = (twin or box.tag == "article") and not held[box.at] and box.at not in around and box.prose > 0
        others.append(own or (box.up >= 0 and others[box.up]))
    for block in outline.blocks:
        if others[block.box] and block.line.kind in {None, "boilerplate"}:
            block.line.kind = "related"


def _judge_body(blocks: list[Block]) -> None:
    begun = False
    prose = sum(block.line.prose and block.line.kind is None for block in blocks)
    for block in blocks:
        line, role = block.line, block.role
        if line.kind is not None:
            continue
        if role == "standfirst" and (begun or prose <= FEW):
            line.kind = _cued(line) or _body_kind(block)
        elif role in HEAD_ROLES and (not line.prose or role == "standfirst"):
            line.kind = ROLE_KINDS[role]
        else:
            line.kind = _cued(line) or _body_kind(block)
        begun = begun or line.prose
    _mark_cards(blocks)


def _judge_foot(blocks: list[Block]) -> None:
    """Some pages give date and writer below the text."""
    for block in blocks:
        if block.line.kind is None and (block.line.dated or block.line.part == "byline"):
            block.line.kind = "dateline" if block.line.dated else "byline"


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
            return "dateline" if line.dated or clock_in(line.words) else None


def _body_kind(block: Block) -> SegmentKind:
    if block.link_share >= LINKED:
        return "body" if block.line.prose and block.line.words[-1] in ".!?" else "related"
    if block.tag in {"tr", "caption"}:
        return "table"
    return "headline" if block.tag in HEADINGS else "body"
