"""A running total falls: something counted before was taken back on that day, or earlier and only now seen."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.audit import Anomaly
from tallywire.tally.audit.observed import Observed


def find(seen: Observed) -> Iterator[Anomaly]:
    """Every fall; a total that counts from a start can only fall by a revision."""
    for category in seen.categories():
        for step in seen.steps[category.id]:
            if step.change < 0:
                yield Anomaly(
                    series=seen.info.id,
                    category=category.id,
                    day=step.day,
                    last=step.day,
                    kind="total_fell",
                    size=step.change,
                    says=f"the running total fell by {-step.change:,}",
                    arithmetic=step.arithmetic,
                )
