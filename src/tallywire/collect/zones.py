"""Which block of a page plays which part: find the box of the article, then judge each block in and around it."""

from __future__ import annotations

from tallywire.catalog.page_cues import Role
from tallywire.claims.article import SegmentKind
from tallywire.collect.dates import clock_in
from tallywire.collect.head import HEAD_ROLES, judge_head
from tallywire.collect.lines import CUE_LETTERS, Line, read_cues
from tallywire.collect.links import LINKED, mark_links, mark_threads
from tallywire.collect.mainbox import LEAD_IN, SIDE_ROLES, article_box
from tallywire.collect.metadata import Metadata
from tallywire.collect.outline import Outline
from tallywire.collect.walk import HEADINGS, Block, Box

TEXT_TAGS = frozenset(
    {"p", "li", "blockquote", "pre", "dd", "dt", "td", "th", "tr", "div", "section", "article", "main"}
)
FOOT = 3  # blocks below the text that may hold its date and writer
FEW = 2  # paragraphs of prose; a text needs more before one of them can be its standfirst
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
    main, roles = article_box(outline)
    for block in outline.blocks:
        role = roles[block.box]
        pictured = role == "caption" and (not block.role or _is_pictured(outline, block.box))
        if not block.role or pictured or role in SIDE_ROLES or role == "embed":
            block.role = role
        block.line.kind = ROLE_KINDS[block.role] if block.role and block.role not in HEAD_ROLES else None
    read_cues([block.line for block in outline.blocks if _is_open(block)])
    held = outline.within(main.at)
    # A box's blocks follow one another, for boxes are in the order of the page.
    places = [at for at, block in enumerate(outline.blocks) if block.box in held]
    inside = outline.blocks[places[0] : places[-1] + 1] if places else []
    first, last = _extent(inside, outline.boxes, whole=main.role == "body")
    _judge_body(inside[first : last + 1])
    start, end = (places[0] + first, places[0] + last + 1) if places else (len(outline.blocks), 0)
    judge_head(outline.blocks[:start], metadata)
    around = set(outline.above(main.at))
    mark_threads(outline, around, end)
    mark_links(outline, around, metadata.outlet)
    _mark_other_articles(outline, main, around, held)
    _judge_foot(outline.blocks[end : end + FOOT])
    for block in outline.blocks:
        block.line.kind = block.line.kind or "boilerplate"


def _is_open(block: Block) -> bool:
    """Whether what its words say may change what it is: not under comments or in a list of links, in a menu hardly."""
    if block.line.kind == "boilerplate":
        return len(block.line.words) <= CUE_LETTERS and block.link_share < LINKED
    return block.line.kind not in {"related", "comment"}


def _is_pictured(outline: Outline, box: int) -> bool:
    return any(outline.boxes[at].tag in {"figure", "figcaption"} for at in outline.above(box)[:4])


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
    """Where readers' comments begin in the article's own box, told by their heading and most of the text above it."""
    headings = [at for at, block in enumerate(inside) if block.line.part == "thread" and block.line.heading]
    prose = [len(block.line.words) if _is_good(block) else 0 for block in inside] if headings else []
    for at in headings:
        numbered = any(map(str.isdigit, inside[at].line.words))
        answered = numbered or any(one.line.part == "reply" for one in inside[at:])
        if answered and sum(prose[:at]) > sum(prose[at:]):
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
    beside = {block.tag, neighbour.tag} <= {"p", "li", "blockquote", "div"} and _around(block, boxes) == _around(
        neighbour, boxes
    )
    listed = "li" in {block.tag, neighbour.tag} and beside
    return (
        (same or listed)
        and block.line.kind is None
        and block.line.part is None
        and not block.line.dated
        and block.linked == 0
    )


def _around(block: Block, boxes: list[Box]) -> int:
    """The box around a paragraph, or around its list."""
    up = boxes[block.box].up
    return boxes[up].up if up >= 0 and boxes[up].tag in {"ul", "ol"} else up


def _mark_other_articles(outline: Outline, main: Box, around: set[int], held: range) -> None:
    """Where a page goes on with its next article below, that is another's: the same element again, or an <article>."""
    beside = (box for box in outline.boxes if box.prose and box.at not in held and box.at not in around)
    others = [outline.within(box.at) for box in beside if _is_like(box, main)]
    for block in outline.blocks:
        if any(block.box in other for other in others) and block.line.kind in {None, "boilerplate"}:
            block.line.kind = "related"


def _is_like(box: Box, main: Box) -> bool:
    return box.tag == "article" or (box.tag == main.tag and box.said.names == main.said.names != "")


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
