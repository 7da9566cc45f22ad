"""Two files or posts of the source give one category and day different totals or changes."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.audit import Anomaly
from tallywire.claims.series import Point
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.steps import signed


def find(seen: Observed) -> Iterator[Anomaly]:
    """Every disagreement of the files, with the one that was kept first."""
    for conflict in seen.series.conflicts:
        kept, other = conflict.kept, conflict.other
        if kept.total is None or other.total is None:
            continue
        yield Anomaly(
            series=seen.info.id,
            category=kept.category,
            day=kept.day,
            last=kept.day,
            kind="two_totals",
            size=kept.total - other.total,
            says=f"two statements of one day: {_said(kept)} and {_said(other)}; the first is used: {conflict.why}",
            arithmetic=f"{kept.total:,} − {other.total:,} = {signed(kept.total - other.total, plus='')}",
        )


def _said(point: Point) -> str:
    change = "" if point.change is None else f" ({signed(point.change)})"
    return f"{point.total:,}{change}{f' in {point.origin}' if point.origin else ''}"
