"""A day has no report, or a category has no total where others of that day have one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tallywire.claims.audit import Anomaly
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.steps import counted, runs


def find(seen: Observed) -> Iterator[Anomaly]:
    """Days without a report between the first and the last, then days that a category lacks between its own."""
    if not seen.days:
        return
    lacking = [day for day in _between(seen.days[0], seen.days[-1]) if day not in seen.reports]
    for run in runs(lacking):
        yield _found(seen, None, run, f"no report on {counted(len(run), 'day')}")
    for category in seen.categories():
        points = seen.points[category.id]
        known = {point.day for point in points}
        own = [day for day in seen.days if points[0].day < day < points[-1].day and day not in known]
        for run in runs(own):
            yield _found(seen, category.id, run, f"no total on {counted(len(run), 'day')} with totals of others")


def _between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _found(seen: Observed, category: str | None, run: tuple[date, ...], says: str) -> Anomaly:
    return Anomaly(seen.info.id, category, run[0], run[-1], "missing", len(run), says)
