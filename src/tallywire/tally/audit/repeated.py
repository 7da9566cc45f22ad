"""A total stays as it was the day before, in a category that changes nearly every day."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.audit import Anomaly
from tallywire.claims.series import Category
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.scores import Scored
from tallywire.tally.audit.steps import Step, dated, middle_words, runs

# A category "changes nearly every day" where at most one day in a hundred leaves its total as it was.
RARE = 0.01


def find(seen: Observed) -> Iterator[Anomaly]:
    """Unchanged days that are rare in the category, or far below the changes around them; those in a row together."""
    for category in seen.categories():
        steps = seen.steps[category.id]
        still = {step.day: step for step in steps if step.change == 0}
        scored = {one.step.day: one for one in seen.scored(category.id) if one.step.day in still}
        often = f"of all {len(steps):,} days {len(still):,} did so"
        if len(still) > RARE * len(steps):
            still = {day: step for day, step in still.items() if day in scored and _is_low(scored[day])}
        for run in runs(list(still)):
            lowest = min((scored[day] for day in run if day in scored), key=lambda one: one.score, default=None)
            yield _found(seen, category, [still[day] for day in run], lowest, often)


def _is_low(one: Scored) -> bool:
    return one.is_rare and one.score < 0


def _found(seen: Observed, category: Category, run: list[Step], lowest: Scored | None, often: str) -> Anomaly:
    first, last = run[0], run[-1]
    for_days = f" for {len(run)} days" if len(run) > 1 else ""
    around = f"the {lowest.days} days around it have {middle_words(lowest.middle)} in the middle; " if lowest else ""
    return Anomaly(
        series=seen.info.id,
        category=category.id,
        day=first.day,
        last=last.day,
        kind="repeated",
        size=len(run),
        says=f"the total stood still{for_days}; {around}{often}",
        arithmetic=f"{dated(last.after)} − {dated(first.before)} = 0",
        score=round(lowest.score, 2) if lowest else None,
    )
