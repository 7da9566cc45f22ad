"""A total stays as it was the day before, in a category that changes nearly every day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallywire.claims.audit import Anomaly
from tallywire.claims.series import Category
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.steps import Step, counted, dated, runs

# A category "changes nearly every day" where at most one day in a hundred leaves its total as it was.
RARE = 0.01


def find(seen: Observed) -> Iterator[Anomaly]:
    """Unchanged days that are rare in the category, or far below the changes around them; those in a row together."""
    for category in seen.categories():
        steps = seen.steps[category.id]
        still = [step for step in steps if step.change == 0]
        if not still:
            continue
        why = f"; of all {counted(len(steps), 'day')} {len(still):,} did so"
        if len(still) > RARE * len(steps):
            low = {one.step.day for one in seen.scored(category.id) if one.is_rare and one.score < 0}
            still = [step for step in still if step.day in low]
            why = "; the 30 days before and after it rose far more"
        yield from _found(seen, category, still, why)


def _found(seen: Observed, category: Category, still: Sequence[Step], why: str) -> Iterator[Anomaly]:
    by_day = {step.day: step for step in still}
    for run in runs(list(by_day)):
        first, last = by_day[run[0]], by_day[run[-1]]
        yield Anomaly(
            series=seen.info.id,
            category=category.id,
            day=run[0],
            last=run[-1],
            kind="repeated",
            size=len(run),
            says=f"the total stood still{f' for {len(run)} days' if len(run) > 1 else ''}{why}",
            arithmetic=f"{dated(last.after)} − {dated(first.before)} = 0",
        )
