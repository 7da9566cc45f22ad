"""A whole report is that of the day before: all its totals, or all the changes that it states."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tallywire.claims.audit import Anomaly
from tallywire.claims.series import Point
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.steps import NEXT_DAY

# Two small numbers are alike by chance every week; three or more that are not zero are not.
LEAST = 3

Report = dict[str, Point]


def find(seen: Observed) -> Iterator[Anomaly]:
    """Reports with at least three categories that usually change, all of them as on the day before."""
    usual = {
        category for category, steps in seen.steps.items() if 2 * sum(step.change != 0 for step in steps) > len(steps)
    }
    for before, after in pairwise(seen.days):
        if after - before != NEXT_DAY:
            continue
        one, other = seen.reports[before], seen.reports[after]
        if _totals_alike(one, other, usual):
            yield _found(seen, after, f"all {len(one)} totals are those of the day before")
        elif _changes_alike(one, other):
            yield _found(seen, after, "all stated changes are those of the day before")


def _totals_alike(one: Report, other: Report, usual: set[str]) -> bool:
    return (
        len(usual & one.keys()) >= LEAST
        and one.keys() == other.keys()
        and all(one[category].total == other[category].total for category in one)
    )


def _changes_alike(one: Report, other: Report) -> bool:
    first, second = _changes(one), _changes(other)
    return first == second and sum(change != 0 for change in first.values()) >= LEAST


def _changes(report: Report) -> dict[str, int]:
    return {category: point.change for category, point in report.items() if point.change is not None}


def _found(seen: Observed, day: date, says: str) -> Anomaly:
    return Anomaly(seen.info.id, None, day, day, "copied", None, says)
