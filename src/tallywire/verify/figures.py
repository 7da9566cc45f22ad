"""What the checks ask of figures: whether they are the article's own, what they leave open, whether they may meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf

from tallywire.catalog.actors import actors
from tallywire.catalog.kinds import lattice
from tallywire.catalog.naming import with_article
from tallywire.catalog.series import ids, info
from tallywire.claims.article import OWN_SEGMENTS
from tallywire.claims.figure import Figure, Number, Side
from tallywire.claims.fit import Case
from tallywire.claims.series import SeriesInfo

# Names of a side in two inflections share this many letters ("Russia", "Russian"): shorter stems meet by accident.
_STEM = 4

# Figures written rounder than their source stay within this share of it: newspapers round 79,400 to 80,000 (0.8 %)
# and 4,560 to 4,600 (0.9 %), not 7 to 10.
ROUNDED_WITHIN = 0.05

# A headline's "over" is rarely passed by more than this factor: 4,560 is "over 4,000", 5,100 would be "over 5,000".
CLOSE = 1.25

# Below hundreds nobody rounds the dead: 19 and 20 are two counts.
ROUNDED_FROM = 100


def own(case: Case) -> tuple[Figure, ...]:
    """The figures that the article itself states; comments, related stories and page furniture take no part."""
    return tuple(figure for figure in case.reading.figures if figure.segment in OWN_SEGMENTS)


def claimed(case: Case) -> tuple[Figure, ...]:
    """The article's own figures that somebody puts forward as fact: no questions, expectations or suppositions."""
    return tuple(figure for figure in own(case) if figure.stance in {"asserted", "alleged"})


def bounds(figure: Figure) -> tuple[Number, Number]:
    """The numbers that a figure leaves open, both ends inclusive; infinity where there is no upper end."""
    if figure.modifier == "about" and figure.best is not None:
        return figure.band or _within_rounding(figure.best)
    low = 0 if figure.low is None else figure.low
    high = inf if figure.high is None else figure.high
    return low, high


def _within_rounding(stated: Number) -> tuple[Number, Number]:
    half = grain(stated) / 2
    return stated - half, stated + half


def grain(value: Number) -> int:
    """The step a number was written in: 10 for 4,560, 1,000 for 4,000, 1 for 19."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def rounds_to(one: Number, other: Number) -> bool:
    """Whether the rounder of two numbers is the other one rounded."""
    fine, round_ = sorted((one, other), key=grain)
    step = grain(round_)
    close = abs(fine - round_) <= min(step / 2, ROUNDED_WITHIN * max(fine, round_))
    return fine != round_ and step >= ROUNDED_FROM and close


def is_of_people(figure: Figure) -> bool:
    """Whether a figure counts people rather than things or land."""
    known = lattice()
    return "people" in known.whats[figure.what].of and "people" in known.kinds[figure.kind].of


def kinds_meet(one: Figure, other: Figure) -> bool:
    """Whether one kind is the other or a part of it: killed and casualties meet, killed and wounded do not."""
    known = lattice()
    return known.is_part_of(one.kind, other.kind) or known.is_part_of(other.kind, one.kind)


def whats_meet(one: Figure, other: Figure) -> bool:
    """Whether one thing counted is the other or a sort of it: tanks and vehicles meet, tanks and drones do not."""
    known = lattice()
    return known.is_sort_of(one.what, other.what) or known.is_sort_of(other.what, one.what)


def sides_differ(one: Figure, other: Figure) -> bool:
    """Whether two figures are known to be losses of different sides; an unknown side differs from none."""
    if one.side is None or other.side is None:
        return False
    if one.side.id is not None and other.side.id is not None:
        return _belligerents(one.side).isdisjoint(_belligerents(other.side))
    if _is_population(one.side) or _is_population(other.side) or one.side.id or other.side.id:
        return False  # "civilians of Kherson" beside "Ukraine": nothing tells that they differ
    names = one.side.name.casefold(), other.side.name.casefold()
    return names[0][:_STEM] != names[1][:_STEM]


def _is_population(side: Side) -> bool:
    return side.home is not None


def places_differ(one: Figure, other: Figure) -> bool:
    """Whether two figures are known to be of different places of one rank: Kherson lies in Ukraine, not beside it."""
    if one.place is None or other.place is None or one.place.precision != other.place.precision:
        return False
    # Names without identifiers differ for many reasons: spelling, inflection, a part beside its whole.
    ids = {one.place.geonameid, other.place.geonameid}
    return None not in ids and len(ids) == 2


def periods_differ(one: Figure, other: Figure) -> bool:
    """Whether two figures are known to cover different times: a week is not a day, nor a toll since the start."""
    if one.count is not None and other.count is not None and one.count != other.count:
        return True
    mine, theirs = _edtf(one), _edtf(other)
    # "2022-11-11" and "2022-11-11T20:00" are one day in two precisions.
    return bool(mine and theirs) and not (mine.startswith(theirs) or theirs.startswith(mine))


def _edtf(figure: Figure) -> str:
    return "" if figure.period is None else figure.period.edtf or ""


def may_meet(one: Figure, other: Figure, *, anywhere: bool = False) -> bool:
    """Whether nothing known keeps two figures from being the same count; `anywhere` also lets places differ."""
    return (
        kinds_meet(one, other)
        and whats_meet(one, other)
        and one.scope == other.scope
        and not (sides_differ(one, other) or periods_differ(one, other))
        and (anywhere or not places_differ(one, other))
    )


def are_close(one: Figure, other: Figure) -> bool:
    """Whether two numbers are near enough to be one count: "over 4,000" and 4,560 are, "over 4,000" and 40,000 not."""
    values = [figure.value for figure in (one, other) if figure.value]
    return len(values) == 2 and max(values) <= CLOSE * min(values)


def is_part(figure: Figure) -> bool:
    """Whether a figure is stated as a part, change or earlier value of another one."""
    return any((figure.subset_of, figure.of, figure.change_of, figure.previous_of))


@dataclass(frozen=True, slots=True)
class Claimant:
    """Whose word a figure rests on: the source, or the one whose figures the outlet worked it out from."""

    name: str
    id: str | None
    party: bool


def claimants(figure: Figure) -> tuple[Claimant, ...]:
    """Everyone a figure rests on, the source first."""
    said_by = [] if figure.source is None else [figure.source]
    named = [Claimant(one.name, one.id, bool(one.party_to_conflict)) for one in said_by]
    # Whose figures were added up is named without a word on war; the catalogue knows who wages it.
    return (*named, *(Claimant(one.name, one.id, _is_party(one.id)) for one in figure.derived_from))


def _is_party(actor_id: str | None) -> bool:
    actor = actors().by_id.get(actor_id or "")
    return actor is not None and actor.is_party


def speaks_of_enemy(claimant: Claimant, side: Side) -> bool:
    """Whether a party is known to speak of another side's losses; of an unknown side nothing is known."""
    if not claimant.party or claimant.id is None or side.id is None:
        return False
    return belligerent(claimant.id) not in _belligerents(side)


def belligerent(actor_id: str) -> str:
    """The power on whose side an actor stands: "UKR-GS" on that of "UKR"; an unknown actor stands alone."""
    actor = actors().by_id.get(actor_id)
    return actor_id if actor is None or actor.side is None else actor.side


def _belligerents(side: Side) -> set[str]:
    return {belligerent(one) for one in (side.id, *side.members) if one is not None}


def drawn_from(figure: Figure, series: SeriesInfo) -> bool:
    """Whether a figure is the claimant's of a series, and of the side that the series counts."""
    ours = any(_is_claimant(one, series) for one in claimants(figure))
    return ours and (figure.side is None or figure.side.id is None or _is_side(figure.side, series))


def _is_claimant(one: Claimant, series: SeriesInfo) -> bool:
    return one.id in {series.claimant_id, *series.claimants} or one.name in {series.claimant, *series.claimants}


def _is_side(side: Side, series: SeriesInfo) -> bool:
    return belligerent(series.side_id) in _belligerents(side)


def known_series(case: Case) -> tuple[SeriesInfo, ...]:
    """Descriptions of the series at hand and of those that the catalogue knows, each once."""
    known = {one.id: one for one in _described()} | {series.info.id: series.info for series in case.series}
    return tuple(known.values())


@lru_cache(maxsize=1)
def _described() -> tuple[SeriesInfo, ...]:
    return tuple(map(info, ids()))


def published_on(case: Case) -> date | None:
    """The day the page bears, where it bears one that a calendar knows."""
    try:
        return date.fromisoformat((case.reading.article.published or "")[:10])
    except ValueError:
        return None


def series_name(case: Case, series_id: str) -> str:
    """A series by its claimant: "the daily series of the General Staff of the Armed Forces of Ukraine"."""
    known = (described.claimant for described in known_series(case) if described.id == series_id)
    claimant = next(known, None)
    return series_id if claimant is None else f"the daily series of {with_article(claimant).words}"
