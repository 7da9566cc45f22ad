"""A figure taken from a series is what that series gives for the time the text names."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.figure import Figure
from tallywire.claims.finding import Finding, Match
from tallywire.claims.fit import Case, Coverage, Fit
from tallywire.verify.figures import own, published_on, series_name
from tallywire.verify.words import counted, day, days, listed, number, said


def check(case: Case) -> Iterator[Finding]:
    """Says of each figure laid against a series whether it comes out, exactly, within rounding, or not."""
    figures = {figure.id: figure for figure in own(case)}
    for fit in case.fits:
        figure = figures.get(fit.figure or "")
        # A series that holds no such window was not tried; what it lacks stands in `needs`.
        if figure is None or fit.outcome == "not_covered":
            continue
        if fit.outcome == "not_reproduced":
            yield _not_reproduced(case, figure, fit)
        elif fit.outcome == "reproduced":
            yield _reproduced(case, figure, fit)
        else:
            yield _consistent(case, figure, fit)


def _reproduced(case: Case, figure: Figure, fit: Fit) -> Finding:
    best = fit.matches[0]
    how = "is exactly what" if best.exact else "fits, within its wording, what"
    fixed = f"; what fixes the window: {fit.fixed_by}" if fit.fixed_by else ""
    return Finding(
        "reproduced",
        f"{said(figure)} {how} {series_name(case, best.series)} gives for {days(best.start, best.end)}{fixed}.",
        arithmetic=f"{best.arithmetic}. {_searched(fit)}",
        figures=(figure.id,),
        series=(best.series,),
        sure="certain" if fit.fixed_by and not _dated_by_itself(case, figure) else "chance",
        fits=fit.fits,
        searched=fit.searched,
        chance=fit.chance,
    )


def _dated_by_itself(case: Case, figure: Figure) -> bool:
    """Whether the window follows from a date that this very figure helped to find."""
    return published_on(case) is None and case.dating is not None and figure.id in case.dating.figures


def _consistent(case: Case, figure: Figure, fit: Fit) -> Finding:
    best = fit.matches[0]
    series = series_name(case, best.series)
    if fit.fixed_by:
        # Its window is known, and still it states only a limit or a band: nothing to reproduce.
        says = f"{said(figure)} is consistent with the {number(best.value)} that {series} gives for {_window(best)}."
        arithmetic = f"{best.arithmetic}."
    else:
        many = f"{number(fit.fits)} of {counted(fit.searched, 'window')}"
        says = f"{said(figure)} is consistent with {many} of {series}; nothing in the text says which one is meant."
        arithmetic = f"The first, {_window(best)}: {best.arithmetic}. {_searched(fit)}"
    return Finding(
        "consistent_with",
        says,
        arithmetic=arithmetic,
        figures=(figure.id,),
        series=_series(fit),
        sure="chance",
        fits=fit.fits,
        searched=fit.searched,
        chance=fit.chance,
    )


def _not_reproduced(case: Case, figure: Figure, fit: Fit) -> Finding:
    names = listed([series_name(case, series) for series in _series(fit)], "or") or "the series at hand"
    if fit.fixed_by and fit.nearest:
        window = f"{_window(fit.nearest)}, {number(fit.nearest.value)} ({fit.fixed_by})"
        says = f"{said(figure)} is not what {names} gives for {window}."
    else:
        says = f"{said(figure)} is not among the {fit.asked} that {names} gives."
    return Finding(
        "not_reproduced",
        says,
        arithmetic=f"{_nearest(fit)}{_searched(fit)} {_covered(fit.coverage)}".strip(),
        figures=(figure.id,),
        series=_series(fit),
        severity="conflict" if fit.fixed_by else "notice",
        fits=0,
        searched=fit.searched,
        chance=fit.chance,
    )


def _nearest(fit: Fit) -> str:
    """How far off: the window that the text names, or the closest of all that were searched."""
    if fit.nearest is None:
        return ""
    high, low = max(fit.value, fit.nearest.value), min(fit.value, fit.nearest.value)
    off = f"{fit.nearest.arithmetic}; {number(high)} − {number(low)} = {number(high - low)}. "
    return off if fit.fixed_by else f"The nearest is {_window(fit.nearest)}: {off}"


def _window(match: Match) -> str:
    return days(match.start, match.end)


def _searched(fit: Fit) -> str:
    words = f"Searched: {fit.asked}, {counted(fit.searched, 'window')}; {_fit(fit.fits)}."
    if fit.free_searched > fit.searched:
        words += f" Of all {number(fit.free_searched)} windows of 1-60 days, {_fit(fit.free_fits)}."
    return words


def _fit(count: int) -> str:
    if count == 0:
        return "none fits"
    return "one fits" if count == 1 else f"{number(count)} fit"


def _covered(coverage: tuple[Coverage, ...]) -> str:
    spans = [f"{day(one.first)} to {day(one.last)} ({counted(one.days, 'day')})" for one in coverage]
    return f"Covered: {listed(spans)}." if spans else ""


def _series(fit: Fit) -> tuple[str, ...]:
    named = (match.series for match in fit.matches)
    return tuple(dict.fromkeys([*named, *(one.series for one in fit.coverage)]))
