"""A stated change is not the difference of the totals: earlier days were revised without a word, by what is left."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.audit import Anomaly
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.steps import Step, signed


def find(seen: Observed) -> Iterator[Anomaly]:
    """Every stated change between totals of adjacent days that is not their difference, with the rest as its size."""
    for category in seen.categories():
        for step in seen.steps[category.id]:
            if step.stated is not None and step.stated != step.change:
                yield _found(seen, step, step.stated)


def _found(seen: Observed, step: Step, stated: int) -> Anomaly:
    hidden = step.change - stated
    return Anomaly(
        series=seen.info.id,
        category=step.after.category,
        day=step.day,
        last=step.day,
        kind="change_differs",
        size=hidden,
        says=f"the source states {signed(stated)}, its totals give {signed(step.change)}: {abs(hidden):,} "
        f"{'more' if hidden > 0 else 'less'} than it says",
        arithmetic=f"{step.arithmetic}; {signed(step.change, plus='')} − {_bracketed(stated)} = "
        f"{signed(hidden, plus='')}",
    )


def _bracketed(change: int) -> str:
    return signed(change, plus="") if change >= 0 else f"({signed(change)})"
