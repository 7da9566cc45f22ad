"""Every figure of a text against the series that concern it, in the windows of its own words of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tallywire.claims.figure import Figure
from tallywire.claims.fit import Dating, Fit
from tallywire.claims.series import Category, Series, SeriesInfo
from tallywire.tally.concern import concerning, is_the_source_s_own, may_be_a_part, stretch_or_free
from tallywire.tally.dating import PUBLISHED_WITHIN
from tallywire.tally.period import Stretch
from tallywire.tally.precision import stated
from tallywire.tally.search import Asked, search
from tallywire.tally.windows import tracks


def fits(
    figures: Sequence[Figure],
    series: Sequence[Series],
    published: date | None = None,
    dated: Dating | None = None,
) -> tuple[Fit, ...]:
    """One fit for each figure that concerns a series and states a whole number.

    The day a text stands on is that of its joint dating where that proves one and it agrees with the day of
    publication (that day or up to a week before), else the day of publication or the one before. Where a day is
    known, only the windows that the words mean on that day are searched: no other window comes to the rescue.
    A figure that fits nothing is passed over where it may be only a part of what the series counts.
    """
    found = []
    for one in series:
        day, why = _day(published, dated, one)
        for figure, categories in concerning(figures, one.info):
            fit = _fit(figure, categories, one, (day, why, dated))
            if fit and not _is_a_part(fit, figure, one.info):
                found.append(fit)
    return tuple(found)


def _fit(
    figure: Figure, categories: tuple[Category, ...], series: Series, known: tuple[date | None, str, Dating | None]
) -> Fit | None:
    said = stated(figure)
    if said is None:
        return None
    day, why, dated = known
    wanted = stretch_or_free(figure)
    asked = Asked(
        said=said,
        stretch=wanted,
        day=None if wanted.shape in {"free", "calendar"} else day,
        fixed_by=_fixed_by(wanted, figure, why if day else ""),
        figure=figure.id,
        latest_only=bool(dated and dated.day and dated.day == day),
    )
    return search(asked, tracks(series, categories))


def _is_a_part(fit: Fit, figure: Figure, info: SeriesInfo) -> bool:
    """The toll of one place, or a number below half of the whole that somebody else than the claimant says."""
    if fit.matches:
        return False
    too_small = fit.nearest is not None and 2 * fit.value < fit.nearest.value
    return may_be_a_part(figure) or (too_small and not is_the_source_s_own(figure, info))


def _day(published: date | None, dated: Dating | None, series: Series) -> tuple[date | None, str]:
    own = dated.day if dated and dated.proves and series.info.id in dated.series else None
    if own and (published is None or timedelta(0) <= published - own <= PUBLISHED_WITHIN):
        return own, f"dated {own} by its figures" if published is None else f"published {published}"
    return published, f"published {published}" if published else ""


def _fixed_by(wanted: Stretch, figure: Figure, why: str) -> str | None:
    words = figure.period.words if figure.period else None
    if wanted.shape == "free":
        return None
    if wanted.shape == "calendar":
        return f"the words {words!r}"
    if not why:
        return None
    return f"{why}, {words!r}" if words else why
