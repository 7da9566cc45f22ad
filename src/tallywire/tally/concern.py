"""Which figures of a text a series can be held against: right side, kind and thing, said by its source or passed on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallywire.claims.article import OWN_SEGMENTS
from tallywire.claims.figure import Figure
from tallywire.claims.series import Category, SeriesInfo
from tallywire.tally.period import FREE, ONE_DAY, RUNNING, Stretch, of_edtf, stretch

# What nobody asserts cannot be held against a series.
_STANCES = frozenset({"asserted", "alleged"})


def concerning(figures: Sequence[Figure], info: SeriesInfo) -> Iterator[tuple[Figure, tuple[Category, ...]]]:
    """The figures that a series concerns, each with the categories it may be compared with.

    A figure that nobody of the series is named for must at least say of which time it is: "12 soldiers were killed"
    is the toll of some incident, not of the war.
    """
    things = {figure.id: figure.what for figure in figures}
    for figure in figures:
        categories = _categories(figure, info)
        whole = things.get(figure.subset_of or "")
        # "dozens of vehicles, among them a helicopter": a thing of another category is all that this category counts
        is_part = figure.subset_of is not None and not (
            whole not in {None, figure.what} and all(category.kind == "lost" for category in categories)
        )
        if is_part or not (categories and _is_comparable(figure) and _same_side(figure, info)):
            continue
        told = _told_by(figure)
        if told & _names(info) or (not told and figure.period and stretch_of(figure)):
            yield figure, categories


def may_be_a_part(figure: Figure) -> bool:
    """Whether it counts one place only, so that differing from the whole says nothing against it."""
    places = [place for place in (figure.place, *figure.places) if place]
    return any(place.precision != "country" for place in places)


def is_the_source_s_own(figure: Figure, info: SeriesInfo) -> bool:
    """Whether the claimant itself is named for it, not just somebody who passes its figures on."""
    return bool(_told_by(figure) & {info.claimant, info.claimant_id})


def stretch_of(figure: Figure, *, grounded: bool = True) -> Stretch | None:
    """The windows that a figure's own words of time and its count ask for; None when it says too little.

    Words come first. `grounded` lets identified dates speak where the words are not understood; a search for the
    date itself must not use them, since they may rest on the day of publication.
    """
    named = stretch(figure.period.words) if figure.period else None
    if named and named.shape == "since":
        return named
    if figure.count == "running_total":
        return Stretch("running", named.words, weekday=named.weekday) if named else RUNNING
    if named is None and grounded and figure.period and figure.period.edtf:
        named = of_edtf(figure.period.edtf)
    if named is None and figure.count == "increment":
        return ONE_DAY
    return named


def stretch_or_free(figure: Figure) -> Stretch:
    """The windows a figure asks for, or any window when its words do not say."""
    return stretch_of(figure) or FREE


def _categories(figure: Figure, info: SeriesInfo) -> tuple[Category, ...]:
    return tuple(
        category
        for category in info.categories
        if not category.estimate and figure.kind in category.accepts and figure.what in category.whats
    )


def _is_comparable(figure: Figure) -> bool:
    civilians = figure.who is not None and figure.who.status == "civilian"
    return figure.stance in _STANCES and figure.segment in OWN_SEGMENTS and not civilians and figure.previous_of is None


def _same_side(figure: Figure, info: SeriesInfo) -> bool:
    if figure.side is None:
        return False
    names = {info.side, info.side_id, *info.sides}
    return figure.side.id in names if figure.side.id else figure.side.name in names


def _names(info: SeriesInfo) -> set[str]:
    return {info.claimant, info.claimant_id, *info.claimants}


def _told_by(figure: Figure) -> set[str]:
    """Ids and names of who says it or of those it was worked out from; nothing when the text names nobody."""
    told = {word for ref in figure.derived_from for word in (ref.id, ref.name) if word}
    if figure.source:
        told |= {word for word in (figure.source.id, figure.source.name) if word}
    return told
