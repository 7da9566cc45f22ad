"""What would settle the figures that nothing at hand can be laid against."""

from __future__ import annotations

from tallywire.claims.figure import Figure
from tallywire.claims.fit import Case, Fit
from tallywire.claims.series import SeriesInfo
from tallywire.verify.figures import claimed, drawn_from, is_part, known_series, published_on, series_name
from tallywire.verify.words import counted, day, listed, quoted


def needs(case: Case) -> tuple[str, ...]:
    """One line for each thing that would let more figures be checked: a series, or the date of the text."""
    tried = {fit.figure for fit in case.fits if fit.outcome != "not_covered"} | set(
        case.dating.figures if case.dating else ()
    )
    lines = []
    for series in known_series(case):
        mine = [one for one in claimed(case) if drawn_from(one, series) and _is_counted(one, series)]
        left = [figure for figure in mine if figure.id not in tried]
        short = [fit for fit in case.fits if fit.outcome == "not_covered" and fit.figure in {one.id for one in mine}]
        if short:
            lines.append(_give_more(case, series, short[0]))
        elif left and not _at_hand(case, series):
            lines.append(_give_series(case, series, left))
        elif len(left) < len(mine) and not _is_dated(case):
            lines.append(_give_date(case))
    return tuple(dict.fromkeys(lines))


def _is_counted(figure: Figure, series: SeriesInfo) -> bool:
    columns = (one for one in series.categories if figure.kind in one.accepts and figure.what in one.whats)
    return figure.value is not None and not is_part(figure) and any(True for _ in columns)


def _at_hand(case: Case, series: SeriesInfo) -> bool:
    return any(one.info.id == series.id and one.points for one in case.series)


def _is_dated(case: Case) -> bool:
    return published_on(case) is not None or (case.dating is not None and len(case.dating.dates) == 1)


def _give_series(case: Case, series: SeriesInfo, figures: list[Figure]) -> str:
    words = listed(list(dict.fromkeys(quoted(figure.words) for figure in figures)))
    published = published_on(case)
    days = f" up to {day(published)}" if published else ""
    many = counted(len(figures), "figure").capitalize()
    name = series_name(case, series.id)
    return f"{many} ({words}) can be laid against {name}: give its totals{days} with --series FILE."


def _give_more(case: Case, series: SeriesInfo, short: Fit) -> str:
    held = listed([f"{day(one.first)} to {day(one.last)}" for one in short.coverage]) or "no day"
    name = series_name(case, series.id)
    return f"The file given of {name} holds {held}: give its totals for the days of the text with --series FILE."


def _give_date(case: Case) -> str:
    periods = (figure.period for figure in claimed(case) if figure.count == "period_total")
    words = next((f" such as {quoted(period.words)}" for period in periods if period is not None), "")
    return f"Words of time{words} fix a window only when the date of the text is known: give it with --published DATE."
