"""A series as it is shown: what is known of it, what of it is at hand, and its totals of some days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tallywire.claims.figure import Kind, Modifier, What
from tallywire.claims.series import Definition

# Who says what a series counts.
DescribedBy = Literal["catalogue", "file", "ledger"]


@dataclass(frozen=True, slots=True)
class AtHand:
    """What of a series is at hand, to stand beside every "nothing gives it". `days` counts those with a report."""

    first: date
    last: date
    days: int
    points: int
    read: str  # RFC 3339
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A series in a list."""

    id: str
    name: str
    claimant: str
    side: str
    described_by: DescribedBy
    at_hand: AtHand | None
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A category of a series: what it counts, when it was first and last reported, and what of it is at hand.

    `first` and `last` are as described; None where it has been reported from the first day on, or still is.
    """

    id: str
    name: str
    kind: Kind
    what: What
    accepts: tuple[Kind, ...]
    joins: tuple[str, ...]
    first: date | None
    last: date | None
    why: str
    days: int


@dataclass(frozen=True, slots=True)
class Total:
    """A running total with what it grew by since the day before: as the totals have it, and as the source stated it."""

    day: date
    category: str
    total: int | None  # None where the source stated only the day's change
    modifier: Modifier
    difference: int | None
    stated: int | None
    words: str
    origin: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A series with its categories, its definition records and the totals of some days."""

    series: Listed
    term: str
    term_written: str
    starts: date
    day_ends: str
    irregular_until: date | None
    irregular_why: str
    categories: tuple[Column, ...]
    definitions: tuple[Definition, ...]
    totals: tuple[Total, ...]
    disagreements: tuple[str, ...]
    unread: tuple[str, ...]
