"""A day's change stands out: far from those of the 30 days before and after it, at most one of which does as much.

The score is the modified z-score of Iglewicz and Hoaglin, see `scores.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.audit import Anomaly
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.scores import STANDS_OUT, Scored
from tallywire.tally.audit.steps import middle_words, scored, signed


def find(seen: Observed) -> Iterator[Anomaly]:
    """Changes beyond the threshold with at most one other around them; days without any change are told as repeated."""
    for category in seen.categories():
        for one in seen.scored(category.id):
            if one.is_rare and one.step.change:
                yield _found(seen, one)


def _found(seen: Observed, one: Scored) -> Anomaly:
    step = one.step
    extreme = f"{signed(one.most)} at most" if one.score > 0 else f"{signed(one.least)} at least"
    return Anomaly(
        series=seen.info.id,
        category=step.after.category,
        day=step.day,
        last=step.day,
        kind="outlier",
        size=step.change,
        says=f"{signed(step.change)} in a day; the {one.days} days around it have {middle_words(one.middle)} in the "
        f"middle and {extreme}",
        arithmetic=f"{step.arithmetic}; score {scored(one.score)}, beyond {STANDS_OUT}",
        sure="chance",
        score=round(one.score, 2),
    )
