"""What an audit of a series finds: each anomaly with its arithmetic, explained or open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tallywire.claims.figure import Number
from tallywire.claims.fit import Coverage
from tallywire.claims.series import Correction, SeriesInfo

AnomalyKind = Literal[
    "change_differs",
    "total_fell",
    "two_totals",
    "copied",
    "repeated",
    "missing",
    "stand_out_together",
    "outlier",
    "irregular",
    "born",
    "ended",
    "joined",
    "split",
]


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Something in a series that its other days do not lead one to expect.

    `category` is None where it is about the report as a whole, and `last` is another day than `day` where it lasts.
    `size` is in what the category counts; of days that are missing, repeated or irregular it is how many. `score` says
    how far a change lies from those around it, in robust standard deviations. `sure` is "chance" where only the
    numbers' rarity speaks; `chance` then is the share of such days that would come about by chance, where it was
    measured. Without `explained_by` it is open.
    """

    series: str
    category: str | None
    day: date
    last: date
    kind: AnomalyKind
    size: Number | None
    says: str
    arithmetic: str | None = None
    sure: Literal["certain", "chance"] = "certain"
    score: float | None = None
    chance: float | None = None
    explained_by: str | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """All that an audit finds in one series, ranked: what is open first.

    `stated` counts the changes that the source stated beside totals of two adjacent days, which are the only ones
    that can be checked; `corrections` are the data set's own. `unread` counts numbers that no reader knows; `origins`
    are the files and pages that the totals were read from.
    """

    info: SeriesInfo
    coverage: Coverage
    stated: int
    corrections: tuple[Correction, ...]
    unread: int
    origins: tuple[str, ...]
    anomalies: tuple[Anomaly, ...]
