"""What two figures are to each other: equal, rounded, a part, another kind, another time, or a contradiction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from tallywire.catalog.charged import charged_word
from tallywire.claims.figure import Figure, Number
from tallywire.verify.figures import (
    bounds,
    claimants,
    grain,
    is_of_people,
    kinds_meet,
    periods_differ,
    places_differ,
    rounds_to,
    sides_differ,
    whats_meet,
)
from tallywire.verify.words import number, quoted, said

LabelName = Literal[
    "equal",
    "rounds_to",
    "compatible",
    "plus_increment",
    "part_of",
    "other_kind",
    "other_term",
    "other_basis",
    "other_period",
    "other_side",
    "superseded",
    "contradicts",
    "unrelated",
]


@dataclass(frozen=True, slots=True)
class Label:
    """What figure `a` is to figure `b`, in one sentence, with its arithmetic."""

    a: str
    b: str
    label: LabelName
    says: str
    arithmetic: str | None = None


Answer = tuple[LabelName, str, str | None]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two numbers laid side by side, whatever they count."""

    label: Literal["equal", "rounds_to", "compatible", "contradicts"]
    arithmetic: str

    @property
    def agrees(self) -> bool:
        """Whether both can be true of one count."""
        return self.label != "contradicts"


def meeting(one: Figure, other: Figure) -> Meeting:
    """How the numbers of two figures stand to each other, by their bounds alone."""
    if one.value is not None and one.value == other.value and one.modifier == other.modifier:
        return Meeting("equal", f"{number(one.value)} = {number(one.value)}")
    if one.best is not None and other.best is not None and rounds_to(one.best, other.best):
        return Meeting("rounds_to", _rounding(one.best, other.best))
    mine, theirs = bounds(one), bounds(other)
    meets = max(mine[0], theirs[0]) <= min(mine[1], theirs[1])
    return Meeting("compatible", _shared(one, other)) if meets else Meeting("contradicts", _apart(one, other))


def _rounding(one: Number, other: Number) -> str:
    fine, rounder = sorted((one, other), key=grain)
    return f"{number(fine)}, rounded, is {number(rounder)}"


def span(figure: Figure) -> str:
    """What a figure leaves open, in words: "4,000 or more", "72,000 to 80,000", "4,560"."""
    low, high = bounds(figure)
    if high == inf:
        return f"{number(low)} or more"
    if low == 0 and figure.modifier == "at_most":
        return f"{number(high)} or fewer"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def _shared(one: Figure, other: Figure) -> str:
    if bounds(one)[0] == bounds(one)[1]:
        one, other = other, one
    if bounds(other)[0] == bounds(other)[1]:
        return f"{span(other)} lies within {span(one)}"
    return f"{span(one)} and {span(other)} overlap"


def _apart(one: Figure, other: Figure) -> str:
    if one.best is not None and other.best is not None:
        low, high = sorted((one.best, other.best))
        return f"{number(high)} - {number(low)} = {number(high - low)}"
    return f"{span(one)} and {span(other)} have no number in common"


def label(a: Figure, b: Figure, others: Sequence[Figure] = ()) -> Label:
    """What `a` is to `b`; among `others` may stand the increment that leads from one to the other."""
    for decide in _DECIDERS:
        answer = decide(a, b)
        if answer is not None:
            return Label(a.id, b.id, *answer)
    step = _increment(a, b, others)
    return Label(a.id, b.id, *(step or _numbers(a, b)))


def _stated_link(a: Figure, b: Figure) -> Answer | None:
    for one, other in ((a, b), (b, a)):
        if other.id in (one.subset_of, one.of):
            return "part_of", f"{said(one)} is stated as a part of {said(other)}", _out_of(one, other)
        if one.change_of == other.id:
            return "plus_increment", f"{said(one)} is stated as the change that led to {said(other)}", None
        if one.previous_of == other.id:
            return "superseded", f"{said(other)} replaces the earlier {said(one)}", _step(one, other)
    return None


def _out_of(part: Figure, whole: Figure) -> str | None:
    if part.value is None or whole.value is None:
        return None
    return f"{number(part.value)} of {number(whole.value)}"


def _step(earlier: Figure, later: Figure) -> str | None:
    if earlier.best is None or later.best is None:
        return None
    return f"{number(later.best)} - {number(earlier.best)} = {number(later.best - earlier.best)}"


def _not_said(a: Figure, b: Figure) -> Answer | None:
    """Questions, expectations and suppositions agree or disagree with nothing."""
    for figure in (a, b):
        if figure.stance in {"question", "hypothetical", "expected"}:
            return "unrelated", f"{said(figure)} is not put forward as fact ({figure.stance})", None
    return None


def _other_thing(a: Figure, b: Figure) -> Answer | None:
    if whats_meet(a, b):
        return None
    return "unrelated", f"{said(a)} and {said(b)} count different things ({a.what}, {b.what})", None


def _other_side(a: Figure, b: Figure) -> Answer | None:
    if not sides_differ(a, b) or a.side is None or b.side is None:
        return None
    return "other_side", f"{said(a)} is of {a.side.name}, {said(b)} of {b.side.name}", None


def _other_place(a: Figure, b: Figure) -> Answer | None:
    if not places_differ(a, b) or a.place is None or b.place is None:
        return None
    return "unrelated", f"{said(a)} is of {a.place.name}, {said(b)} of {b.place.name}", None


def _other_kind(a: Figure, b: Figure) -> Answer | None:
    if a.kind == b.kind:
        return None
    if not kinds_meet(a, b):
        return "unrelated", f"{said(a)} and {said(b)} are of different kinds ({a.kind}, {b.kind})", None
    return "other_kind", f"{said(a)} counts {a.kind}, {said(b)} counts {b.kind}", meeting(a, b).arithmetic


def _other_period(a: Figure, b: Figure) -> Answer | None:
    if a.count == b.count == "running_total":
        return _later_total(a, b)
    if not periods_differ(a, b):
        return None
    return "other_period", f"{said(a)} covers {_time(a)}, {said(b)} covers {_time(b)}", None


def _later_total(a: Figure, b: Figure) -> Answer | None:
    if not periods_differ(a, b):
        return None
    earlier, later = sorted((a, b), key=lambda figure: figure.period.edtf or "" if figure.period else "")
    if _origins(a).isdisjoint(_origins(b)):
        return "other_period", f"{said(a)} and {said(b)} are totals of different days", _step(earlier, later)
    return "superseded", f"{said(later)} is the later total of the same source", _step(earlier, later)


def _origins(figure: Figure) -> set[str]:
    return {one.id or one.name.casefold() for one in claimants(figure)}


def _time(figure: Figure) -> str:
    if figure.period is not None:
        return quoted(figure.period.words)
    return {"increment": "one incident or day", "period_total": "a closed period", "running_total": "all time so far"}[
        figure.count or "increment"
    ]


def _other_basis(a: Figure, b: Figure) -> Answer | None:
    if a.scope == b.scope:
        return None
    return "other_basis", f"{said(a)} and {said(b)} leave out or take in different things", None


def _other_term(a: Figure, b: Figure) -> Answer | None:
    if word_family(a) == word_family(b) or not meeting(a, b).agrees:
        return None
    return "other_term", f"{said(a)} and {said(b)} use different words for {a.kind}", meeting(a, b).arithmetic


def word_family(figure: Figure) -> str:
    """The plain kind, or the charged word that stands for it: "died" and "dead" are killed, "liquidated" is itself."""
    if figure.term is None or not is_of_people(figure):
        return figure.kind
    found = charged_word(figure.term.words)
    return figure.kind if found is None else found[0]


def _denied(a: Figure, b: Figure) -> Answer | None:
    if (a.stance == "denied") == (b.stance == "denied"):
        return None
    return "contradicts", f"one states and the other denies: {said(a)}, {said(b)}", meeting(a, b).arithmetic


def _increment(a: Figure, b: Figure, others: Sequence[Figure]) -> Answer | None:
    if a.best is None or b.best is None:
        return None
    low, high = sorted((a.best, b.best))
    for figure in others:
        if figure.count == "increment" and figure.best and figure.best == high - low:
            sum_ = f"{number(low)} + {number(figure.best)} = {number(high)}"
            return "plus_increment", f"{said(a)} and {said(b)} differ by exactly {said(figure)}", sum_
    return None


def _numbers(a: Figure, b: Figure) -> Answer:
    met = meeting(a, b)
    how = {
        "equal": "are the same number",
        "rounds_to": "are the same number after rounding",
        "compatible": "can both be true",
        "contradicts": "cannot both be true of one count",
    }[met.label]
    return met.label, f"{said(a)} and {said(b)} {how}", met.arithmetic


_DECIDERS: tuple[Callable[[Figure, Figure], Answer | None], ...] = (
    _stated_link,
    _not_said,
    _other_thing,
    _other_side,
    _other_place,
    _other_period,
    _other_kind,
    _denied,
    _other_basis,
    _other_term,
)
