"""An official series: running totals as a source reported them, day by day, and what they are said to count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tallywire.claims.figure import Kind, Modifier, What


@dataclass(frozen=True, slots=True)
class Point:
    """One category on one reporting day: the running total, the change that the source itself stated, its words.

    `words` is the line of the bulletin; "" for data sets. `origin` names the file or page it was read from.
    """

    day: date
    category: str
    total: int
    change: int | None = None
    modifier: Modifier = "exact"
    words: str = ""
    version: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """What one column of a series counts, in the lattice of kinds."""

    id: str
    name: str
    kind: Kind
    what: What


@dataclass(frozen=True, slots=True)
class Definition:
    """Somebody's statement of what a series counts; sources may dispute one another."""

    says: str
    by: str
    since: date | None
    disputed: bool
    reference: str


@dataclass(frozen=True, slots=True)
class SeriesInfo:
    """What the catalogue knows of a series: whose claim about whose losses, reporting day, categories, definitions."""

    id: str
    name: str
    claimant: str  # name to print: "General Staff of the Armed Forces of Ukraine"
    claimant_id: str  # catalogue actor id
    side: str  # whose losses
    side_id: str
    term: str  # the source's own word of harm: "liquidated"
    starts: date  # the day the running totals count from
    day_ends: str  # "06:00 Europe/Kyiv"
    irregular_until: date | None  # bulletins before this day are not daily
    categories: tuple[Category, ...]
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A series as read: its description and its points, sorted by category and day, one a category and day."""

    info: SeriesInfo
    points: tuple[Point, ...]
