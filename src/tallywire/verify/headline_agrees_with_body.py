"""The headline says no other number than the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallywire.claims.figure import Figure, Number
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.verify.figures import claimed, is_part, may_meet
from tallywire.verify.label import Meeting, meeting
from tallywire.verify.words import listed, number, said

# "over 4,000" agrees with 40,000 by logic alone; from this factor on, a reader of the headline is misled.
_LOOSE = 2

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
        pairs = [Pair(head, body, meeting(head, body)) for body in rest if may_meet(head, body)]
        if pairs:
            yield _verdict(head, pairs)


def _verdict(head: Figure, pairs: list[Pair]) -> Finding:
    agreeing = [pair for pair in pairs if pair.met.agrees]
    if agreeing:
        return _agree(head, min(agreeing, key=_closeness))
    summed = _sum(head, pairs)
    return summed or _differ(head, pairs)


def _closeness(pair: Pair) -> tuple[bool, bool, int]:
    """The plainest agreement first: a figure of the same kind, an exact one, the earliest."""
    return pair.body.kind != pair.head.kind, pair.body.modifier != "exact", pair.body.start


def _agree(head: Figure, pair: Pair) -> Finding:
    ids = (head.id, pair.body.id)
    loose = head.modifier == "at_least" and _at_least_times(pair.body, head)
    if loose:
        says = f"The headline's {said(head)} is true of {said(pair.body)} in the {pair.body.segment}, but far below it."
        return Finding("headline_differs", says, pair.met.arithmetic, ids, severity="notice")
    says = f"Headline and {pair.body.segment} agree: {said(head)} and {said(pair.body)}."
    return Finding("headline_differs", says, pair.met.arithmetic, ids)


def _at_least_times(body: Figure, head: Figure) -> bool:
    return bool(head.low and body.best and body.best >= _LOOSE * head.low)


def _sum(head: Figure, pairs: list[Pair]) -> Finding | None:
    """Figures of different places may add up to a headline that no sentence of the body states."""
    apart: dict[str, Number] = {}
    for pair in pairs:
        if pair.body.place is not None and pair.body.best is not None and pair.body.kind == head.kind:
            apart.setdefault(pair.body.place.name, pair.body.best)
    if len(apart) < 2 or sum(apart.values()) != head.best:
        return None
    parts = listed([f"{number(value)} in {place}" for place, value in apart.items()])
    sum_ = f"{' + '.join(map(number, apart.values()))} = {number(sum(apart.values()))}"
    ids = (head.id, *(pair.body.id for pair in pairs))
    return Finding("headline_differs", f"The headline's {said(head)} is the sum of the body's {parts}.", sum_, ids)


def _differ(head: Figure, pairs: list[Pair]) -> Finding:
    whole = [pair for pair in pairs if not is_part(pair.body)] or pairs
    others = listed(list(dict.fromkeys(said(pair.body) for pair in whole)))
    return Finding(
        "headline_differs",
        f"The headline says {said(head)}; the text below it says {others}.",
        whole[0].met.arithmetic,
        (head.id, *(pair.body.id for pair in whole)),
        severity="conflict",
    )
