"""The audit of a series: one kind of anomaly a file, found by this folder; each found is explained or open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from tallywire.claims.audit import Anomaly, AnomalyKind, Audit
from tallywire.claims.fit import Coverage
from tallywire.claims.series import Series
from tallywire.tally.audit.explanations import explained
from tallywire.tally.audit.observed import Observed

__all__ = ["ORDER", "audit"]

# What is certain and hides most comes first.
ORDER: tuple[AnomalyKind, ...] = (
    "change_differs",
    "total_fell",
    "two_totals",
    "copied",
    "repeated",
    "missing",
    "stand_out_together",
    "outlier",
    "joined",
    "split",
    "born",
    "ended",
    "irregular",
)


class Rule(Protocol):
    """A module of this folder: its docstring is the sentence that says what it finds."""

    __name__: str
    __doc__: str | None

    def find(self, seen: Observed) -> Iterator[Anomaly]:
        """Every anomaly of its kind."""
        ...


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Every rule of this folder, by name; the other files are what the rules share."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return tuple(cast("Rule", module) for module in modules if hasattr(module, "find"))


def audit(series: Series) -> Audit:
    """All anomalies of a series of at least one point.

    Open ones come before explained ones, then it goes by kind, then the largest first, then the earlier day.
    """
    seen = Observed(series)
    found = explained([anomaly for rule in rules() for anomaly in rule.find(seen)], seen)
    return Audit(
        info=series.info,
        coverage=Coverage(series.info.id, seen.days[0], seen.days[-1], len(seen.days)),
        stated=sum(step.stated is not None for steps in seen.steps.values() for step in steps),
        corrections=series.corrections,
        unread=len(series.unrecognised),
        origins=tuple(sorted({point.origin for point in series.points})),
        anomalies=tuple(sorted(found, key=_rank)),
    )


def _rank(anomaly: Anomaly) -> tuple[bool, int, float, str, str]:
    weight = abs(anomaly.score if anomaly.score is not None else anomaly.size or 0)
    return (
        anomaly.explained_by is not None,
        ORDER.index(anomaly.kind),
        -weight,
        anomaly.day.isoformat(),
        anomaly.category or "",
    )
