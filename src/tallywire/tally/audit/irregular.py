"""The early reports were not daily figures: totals were given in leaps, and held for days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tallywire.claims.audit import Anomaly
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.steps import counted
from tallywire.tally.period import in_words


def find(seen: Observed) -> Iterator[Anomaly]:
    """The regime that the catalogue knows, where the series has days of it."""
    until, days = seen.info.irregular_until, [day for day in seen.days if seen.is_irregular(day)]
    if until is None or not days:
        return
    yield Anomaly(
        series=seen.info.id,
        category=None,
        day=days[0],
        last=until - timedelta(days=1),
        kind="irregular",
        size=len(days),
        says=f"{counted(len(days), 'report')} before {in_words(until)} are not daily figures; no record, average or "
        "outlier may rest on them",
        explained_by=seen.info.irregular_why or "the catalogue says so",
    )
