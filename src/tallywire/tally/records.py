"""Records of a series: its highest day, week or month, and apart from it the highest since its reports are regular.

The first weeks of a series may have been told in leaps ("3,160" for one day after days without a change), and a leap is
no day's toll. So a record from them never stands alone: the regular days' own record stands beside it, each named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tallywire.claims.finding import Cell
from tallywire.claims.series import Series
from tallywire.tally import growth
from tallywire.tally.period import in_words
from tallywire.tally.query import Query, days_of

_POLICY = "records, those of irregular reports apart"


def records(series: Sequence[Series], query: Query) -> tuple[Cell, ...]:
    """The record of each category that the query asks for, by regime; the earliest of equal periods."""
    return tuple(cell for one in series for part in _by_category(one) for cell in _of_one(part, query))


def _by_category(series: Series) -> Iterator[Series]:
    """The series of each of its categories alone."""
    for category in series.info.categories:
        yield replace(series, info=replace(series.info, categories=(category,)))


def _of_one(series: Series, query: Query) -> Iterator[Cell]:
    known = [cell for cell in growth.rows(series, query) if cell.best is not None]
    until = series.info.irregular_until
    regular = [cell for cell in known if until is None or _begins(cell) > until]
    irregular = [cell for cell in known if until is not None and _begins(cell) <= until]
    best, leap = _highest(regular), _highest(irregular)
    if leap and (best is None or (leap.best or 0) > (best.best or 0)):
        why = f"; {series.info.irregular_why}" if series.info.irregular_why else ""
        said = f"highest {query.by} of all {len(known)}, from irregular reports: {leap.derivation}{why}"
        yield replace(leap, policy=_POLICY, derivation=said)
    if best:
        since = f" regular since {in_words(until)}" if irregular and until else ""
        said = f"highest {query.by} of {len(regular)}{since}: {best.derivation}"
        yield replace(best, policy=_POLICY, derivation=said)


def _highest(cells: Sequence[Cell]) -> Cell | None:
    return max(cells, key=lambda cell: cell.best or 0, default=None)


def _begins(cell: Cell) -> date:
    days = days_of(cell.period)
    return days.first if days else date.max
