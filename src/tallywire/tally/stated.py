"""Rows of a tally from claims: what each source stated for days inside a period; totals that run are never added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallywire.claims.article import OWN_SEGMENTS
from tallywire.claims.claim import Claim
from tallywire.claims.figure import Figure, Number
from tallywire.claims.finding import Cell, LeftOut
from tallywire.tally.growth import is_named
from tallywire.tally.query import Days, Query, days_of, edtf_of, merged, period

OF_NO_PERIOD = "../.."  # EDTF: both ends unknown


@dataclass(frozen=True, slots=True)
class _Stated:
    """A claim that can be tallied, with its days."""

    claim: Claim
    days: Days

    @property
    def place(self) -> str:
        """Where, or nothing when it is said of everywhere."""
        place = self.claim.figure.place
        return str(place.geonameid or place.name) if place else ""


def rows(claims: Sequence[Claim], query: Query) -> Iterator[Cell]:
    """One cell a source and period; what a source stated and could not be used stands in `left_out` with its reason."""
    of_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _is_asked(claim, query):
            of_source[_key(claim)].append(claim)
    for _source, said in sorted(of_source.items()):
        yield from _of_one_source(said, query)


def _of_one_source(said: list[Claim], query: Query) -> Iterator[Cell]:
    stated: dict[Days, list[_Stated]] = defaultdict(list)
    left_out: list[LeftOut] = []
    for claim in said:
        found = _stated(claim, query)
        if isinstance(found, str):
            left_out.append(LeftOut(claim.id, found))
        elif query.asks_for(found.days.first, found.days.last):
            stated[period(found.days.first, query.by)].append(found)
    cells = [_cell(asked, of_period, query) for asked, of_period in sorted(stated.items(), key=lambda p: p[0].first)]
    if cells:
        cells[-1] = replace(cells[-1], left_out=(*cells[-1].left_out, *left_out))
        yield from cells
    elif left_out:
        yield _empty(said[0], tuple(left_out), query, max(claim.recorded for claim in said))


def _is_asked(claim: Claim, query: Query) -> bool:
    figure = claim.figure
    if figure.kind != query.kind or figure.what != query.what or figure.side is None:
        return False
    if query.as_of and claim.recorded[:10] > query.as_of.isoformat():
        return False
    return is_named(query.side, figure.side.id, figure.side.name)


def _stated(claim: Claim, query: Query) -> _Stated | str:
    """The claim with its days, or why it cannot be tallied."""
    figure = claim.figure
    days = days_of(figure.period.edtf if figure.period else None)
    for fails, why in (
        (figure.segment not in OWN_SEGMENTS, f"stands in a {figure.segment}, not in the article itself"),
        (
            figure.stance not in {"asserted", "alleged"},
            f"its stance is {figure.stance}: nobody puts it forward as fact",
        ),
        (figure.modifier == "vague", "a vague number is never added"),
        (figure.count == "running_total", "a running total is never added to what was counted in a period"),
        (figure.count is None, "the text does not say whether it is an addition or a total"),
        (bool(figure.subset_of or figure.of), "part of another figure"),
        (figure.previous_of is not None, "an earlier figure, given for comparison"),
        (days is None, "its days are not known"),
        (
            days is not None and not period(days.first, query.by).holds(days),
            f"its days reach over more than one {query.by}",
        ),
    ):
        if fails:
            return why
    return _Stated(claim, days) if days else "its days are not known"


def _cell(asked: Days, stated: list[_Stated], query: Query) -> Cell:
    used, left_out = _used(asked, stated)
    figures = [one.claim.figure for one in used]
    covered = merged([one.days for one in used])
    counted = sum(days.count for days in covered)
    parts = " + ".join(f"{one.claim.figure.words} ({one.days.edtf})" for one in used)
    says = "" if counted == asked.count else f"part of {asked.edtf}, {counted} of {asked.count} days; "
    first = used[0].claim
    return Cell(
        period=edtf_of(covered),
        side=_side(first.figure),
        kind=first.figure.kind,
        what=first.figure.what,
        claimant=_claimant(first),
        low=_sum([figure.low for figure in figures]),
        best=_sum([figure.best for figure in figures]),
        high=_sum([figure.high for figure in figures]),
        policy=query.policy_name,
        as_of=max(one.claim.recorded for one in stated),
        used=tuple(one.claim.id for one in used),
        left_out=left_out,
        derivation=f"{says}{parts}; a claim, unverified",
    )


def _used(asked: Days, stated: list[_Stated]) -> tuple[list[_Stated], tuple[LeftOut, ...]]:
    """The longest periods first, of everywhere before a place, the latest statement of each; nothing counted twice."""
    latest = sorted(stated, key=lambda one: (one.claim.published or "", one.claim.id), reverse=True)
    in_order = sorted(latest, key=lambda one: (-one.days.count, one.days.first, one.place != ""))
    used: list[_Stated] = []
    left_out: list[LeftOut] = []
    for one in in_order:
        rival = next((other for other in used if other.days.meets(one.days) and _same_place(one, other)), None)
        if rival is None:
            used.append(one)
        else:
            left_out.append(LeftOut(one.claim.id, f"its days are counted in {rival.claim.id} of the same source"))
    return sorted(used, key=lambda one: (one.days.first, one.place)), tuple(left_out)


def _same_place(one: _Stated, other: _Stated) -> bool:
    return not one.place or not other.place or one.place == other.place


def _empty(claim: Claim, left_out: tuple[LeftOut, ...], query: Query, as_of: str) -> Cell:
    figure = claim.figure
    return Cell(
        period=OF_NO_PERIOD,
        side=_side(figure),
        kind=figure.kind,
        what=figure.what,
        claimant=_claimant(claim),
        low=None,
        best=None,
        high=None,
        policy=query.policy_name,
        as_of=as_of,
        used=(),
        left_out=left_out,
        derivation="no number: none of the source's claims can be tallied",
    )


def _key(claim: Claim) -> str:
    source = claim.figure.source
    return (source.id or source.name.casefold()) if source else _claimant(claim).casefold()


def _claimant(claim: Claim) -> str:
    """Who says it; the outlet itself where the text names nobody."""
    figure = claim.figure
    if figure.source:
        return figure.source.name
    teller = claim.outlet or claim.address
    return f"{teller}, worked out from {figure.derived_from[0].name}" if figure.derived_from else teller


def _side(figure: Figure) -> str:
    return (figure.side.id or figure.side.name) if figure.side else ""


def _sum(numbers: list[Number | None]) -> Number | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
