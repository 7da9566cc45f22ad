"""The headline says no other number than the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tallywire.catalog.kinds import lattice
from tallywire.claims.figure import Figure
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.verify.figures import (
    are_close,
    bounds,
    claimed,
    is_part,
    kinds_meet,
    may_meet,
    places_differ,
    sides_differ,
    whats_meet,
)
from tallywire.verify.label import Meeting, meeting
from tallywire.verify.words import listed, number, said

# "over 4,000" agrees with 40,000 by logic alone; from this factor on, a reader of the headline is misled.
_LOOSE = 2

# Of more figures some two or three add up to anything.
_ADDENDS = 6

# No headline states more figures than this; a page that marks everything as one is not compared with itself.
_HEADS = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """A headline's figure beside one of the body, and how their numbers meet."""

    head: Figure
    body: Figure
    met: Meeting


def check(case: Case) -> Iterator[Finding]:
    """Says of each figure of the headline whether a figure of the same kind in the text bears it out."""
    figures = claimed(case)
    rest = [figure for figure in figures if figure.segment not in {"headline", "standfirst"}]
    for head in [figure for figure in figures if figure.segment == "headline"][:_HEADS]:
        pairs = [Pair(head, body, meeting(head, body)) for body in rest if _may_meet(head, body)]
        verdict = _verdict(head, pairs)
        if verdict is not None:
            yield verdict


def _may_meet(head: Figure, body: Figure) -> bool:
    """ "15 killed in strike" beside "the toll has risen to 15": one number, though only the body calls it a total."""
    if may_meet(head, body, anywhere=True):
        return True
    one_count = kinds_meet(head, body) and whats_meet(head, body) and not sides_differ(head, body)
    return one_count and head.value == body.value and body.count == "running_total"


def _verdict(head: Figure, pairs: list[Pair]) -> Finding | None:
    # A headline and its story often name different places for one count, so a place alone parts only unlike numbers.
    agreeing = [pair for pair in pairs if pair.met.agrees and (are_close(head, pair.body) or _is_told(pair))]
    if agreeing:
        return _agree(head, min(agreeing, key=_closeness))
    against = [pair for pair in pairs if _is_against(pair)]
    return _sum(head, pairs) or (_differ(head, against) if against and not _are_parts(head, pairs) else None)


def _are_parts(head: Figure, pairs: list[Pair]) -> bool:
    """Whether the body only tells smaller numbers in several sentences: town by town, and never the whole."""
    smaller = {pair.body.evidence for pair in pairs if bounds(pair.body)[1] < bounds(head)[0]}
    return len(smaller) > 1 and all(bounds(pair.body)[1] < bounds(head)[0] for pair in pairs)


def _closeness(pair: Pair) -> tuple[bool, bool, bool, int]:
    """The plainest agreement first: a figure of the same kind, an exact one, the same number, the earliest."""
    head, body = pair.head, pair.body
    return body.kind != head.kind, body.modifier != "exact", body.value != head.value, body.start


def _is_told(pair: Pair) -> bool:
    """Whether an agreement says anything: of two open figures ("more than 20", "at least two") none does.

    Nor does an open figure far below the headline: 15 is true of "at least three", and of most numbers.
    """
    head, body = pair.head, pair.body
    open_ = body.modifier == "at_least" and (head.modifier == "at_least" or _is_far_above(head, body))
    return _are_near(pair) and not open_


def _are_near(pair: Pair) -> bool:
    return not places_differ(pair.head, pair.body)


def _is_against(pair: Pair) -> bool:
    """Whether numbers that cannot both be true of one count really are of one: a part may be smaller than its whole."""
    if pair.met.agrees or not _are_near(pair):
        return False
    if bounds(pair.body)[0] > bounds(pair.head)[1]:
        return not _is_wider(pair.body, pair.head)
    placed = pair.body.place is not None and pair.head.place is None
    return not (placed or is_part(pair.body) or _is_wider(pair.head, pair.body))


def _is_wider(one: Figure, other: Figure) -> bool:
    """Whether one counts more than the other by its kind or thing: casualties than killed, people than children."""
    return (one.kind, one.what) != (other.kind, other.what) and (
        lattice().is_part_of(other.kind, one.kind) and lattice().is_sort_of(other.what, one.what)
    )


def _agree(head: Figure, pair: Pair) -> Finding:
    ids = (head.id, pair.body.id)
    if head.modifier == "at_least" and _is_far_above(pair.body, head):
        says = f"The headline's {said(head)} is true of {said(pair.body)} in the {pair.body.segment}, but far below it."
        return Finding("headline_differs", says, pair.met.arithmetic, ids, severity="notice")
    says = f"Headline and {pair.body.segment} agree: {said(head)} and {said(pair.body)}."
    return Finding("headline_differs", says, pair.met.arithmetic, ids)


def _is_far_above(one: Figure, bound: Figure) -> bool:
    return bool(bound.low and one.best and one.best >= _LOOSE * bound.low)


def _sum(head: Figure, pairs: list[Pair]) -> Finding | None:
    """Two or three figures of the body may add up to a headline that no sentence of it states."""
    addends = [pair.body for pair in pairs if pair.body.best and pair.body.kind == head.kind][:_ADDENDS]
    for count in (2, 3):
        for chosen in combinations(addends, count):
            values = [figure.best or 0 for figure in chosen]
            if sum(values) == head.best and len({(one.evidence, one.place) for one in chosen}) == count:
                sum_ = f"{' + '.join(map(number, values))} = {number(sum(values))}"
                parts = listed([said(one) for one in chosen])
                says = f"The headline's {said(head)} may be the sum of {parts} below it."
                return Finding("headline_differs", says, sum_, (head.id, *(one.id for one in chosen)))
    return None


def _differ(head: Figure, pairs: list[Pair]) -> Finding:
    others = list(dict.fromkeys(said(pair.body) for pair in pairs))
    return Finding(
        "headline_differs",
        f"The headline says {said(head)}; the text below it says {listed(others)}.",
        pairs[0].met.arithmetic,
        (head.id, *(pair.body.id for pair in pairs)),
        # Several other numbers may belong to other incidents of the same story.
        severity="conflict" if len({pair.body.value for pair in pairs}) == 1 else "notice",
    )
