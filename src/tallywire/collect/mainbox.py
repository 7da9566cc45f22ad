"""Which box of a page is the article's, and which names of the other boxes can be believed."""

from __future__ import annotations

import re

from tallywire.catalog.page_cues import Role
from tallywire.collect.outline import Outline
from tallywire.collect.walk import Box

# The article's box is the innermost that holds this share of the page's good prose. Named boxes (<article>,
# class="article-body") need less: a page of teasers may have much prose beside the article.
HOLDS, NAMED_HOLDS = 0.8, 0.5
# An element whose name says "sidebar" or "related" is taken at its word unless it holds this share of the article.
TOO_MUCH = 0.5
ALL_BUT_ALL = 0.95  # of the page's prose; the words over cookies may be longer than the article
PART = 0.15  # of the page's prose; a second element named like the first, with so much, is the article's other half
LEAD_IN = 0.35  # links in an ordinary paragraph stay below this share
SIDE_ROLES: frozenset[Role] = frozenset({"comment", "related", "boilerplate"})
SMALL_ROLES: dict[Role, int] = {  # most letters
    "byline": 200,
    "dateline": 120,
    "standfirst": 500,
    "caption": 800,
    "likes": 40,
}

_CONSENT = re.compile("consent|cookie|gdpr|onetrust", re.IGNORECASE)


def article_box(outline: Outline) -> tuple[Box, list[Role | None]]:
    """The box of the article: of those that hold enough, the innermost of the branch with the most; and all roles."""
    together = _prose_by_name(outline)
    free = _free_prose(outline, together)
    least, total = NAMED_HOLDS * max(free[0], 1), max(free[0], 1)
    best = outline.boxes[0]
    for box in outline.boxes:
        here = free[box.at]
        if here < least or (here < HOLDS * total and not _is_named(box)):
            continue
        if here > free[best.at] or best.at in outline.above(box.at):
            best = box
    main = _with_twins(outline, best, free)
    return main, _roles(outline, main, together)


def _is_named(box: Box) -> bool:
    return box.role == "body" or box.tag in {"article", "main"}


def _free_prose(outline: Outline, together: dict[str, int]) -> list[int]:
    """Letters of prose in each box that no element of the sides holds."""
    boxes = outline.boxes
    free = [0] * len(boxes)
    whole = boxes[0].prose
    aside = [False] * len(boxes)
    for box in boxes[1:]:
        aside[box.at] = aside[box.up] or (box.role is not None and _stands_aside(box, together, whole))
    for block in outline.blocks:
        if block.line.prose and block.link_share < LEAD_IN and not aside[block.box]:
            free[block.box] += len(block.line.words)
    for box in reversed(boxes[1:]):
        if free[box.at]:
            free[box.up] += free[box.at]
    return free


def _stands_aside(box: Box, together: dict[str, int], whole: int) -> bool:
    if box.role == "caption":  # those of a gallery say the same again and again; none is the article's text
        return box.letters <= SMALL_ROLES["caption"]
    if box.role not in SIDE_ROLES or (box.headed and box.role != "comment"):
        return False
    prose = together.get(box.said.names, 0) if box.role == "boilerplate" else box.prose
    return prose < whole * (ALL_BUT_ALL if _CONSENT.search(box.said.names) else TOO_MUCH)


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


def _roles(outline: Outline, main: Box, together: dict[str, int]) -> list[Role | None]:
    """The role that holds for each box: its own or the nearest above it, as far as its size makes it believable."""
    around = set(outline.above(main.at))
    roles: list[Role | None] = []
    for box in outline.boxes:
        inherited = roles[box.up] if box.up >= 0 else None
        if box.role is None or box.at in around:
            roles.append(inherited)
            continue
        prose = together.get(box.said.names, 0) if box.role == "boilerplate" else box.prose
        own = box.role if _believable(box, prose, main) else None
        holds = inherited in SIDE_ROLES or inherited == "embed"
        if holds and not (inherited == "comment" and _is_form(box)):
            own = inherited
        roles.append(own or inherited)
    return roles


def _is_form(box: Box) -> bool:
    """The form under the comments in which a reader writes one is none."""
    return box.role == "boilerplate" and (box.tag == "form" or "respond" in box.said.names or "form" in box.said.names)


def _believable(box: Box, prose: int, main: Box) -> bool:
    if box.role in SIDE_ROLES:
        return box.role == "comment" or prose < TOO_MUCH * max(1, main.prose)
    if box.role in SMALL_ROLES:
        return box.letters <= SMALL_ROLES[box.role]
    return box.role != "body"
