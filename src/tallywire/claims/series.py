"""An official series: running totals as a source reported them, day by day, and what they are said to count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tallywire.claims.article import Note
from tallywire.claims.figure import Kind, Modifier, What


@dataclass(frozen=True, slots=True)
class Point:
    """One category on one reporting day: the running total, the change that the source itself stated, its words.

    `words` is the line of the bulletin; "" for data sets. `version` names the form it was read by. `origin` names the
    file or page it was read from.
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
    """What one column of a series counts, in the lattice of kinds.

    `accepts` and `whats` say which figures may be compared with it although their word is another ("casualties" with
    a series of the liquidated); `kind` and `what` are always among them. `names` are the names in the bulletins of
    any language, `column` is the name in the data set. `first` and `last` are the days of its first and last report;
    `joins` names the categories it took over.
    """

    id: str
    name: str
    kind: Kind
    what: What
    accepts: tuple[Kind, ...] = ()
    whats: tuple[What, ...] = ()
    names: tuple[str, ...] = ()
    column: str = ""
    first: date | None = None
    last: date | None = None
    joins: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """Somebody's statement of what a series counts; sources may dispute one another.

    `since` is the day from which the statement is known to have been made.
    """

    says: str
    by: str
    since: date | None
    disputed: bool
    reference: str


@dataclass(frozen=True, slots=True)
class SeriesInfo:
    """What the catalogue knows of a series: whose claim about whose losses, reporting day, categories, definitions.

    `claimants` are further ids and names under which the same figures are passed on ("Ukraine says ...");
    `sides` are further ids and names of those whose losses they are.
    """

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
    irregular_why: str = ""
    term_written: str = ""  # the word of harm in the source's language
    claimants: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()  # where its data set is published, for `tallywire series fetch`

    def category(self, category_id: str) -> Category:
        """The category of this id; a series never holds a point of a category its catalogue entry lacks."""
        return next(category for category in self.categories if category.id == category_id)


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of a bulletin that state no total: "the greatest losses were in the Bakhmut direction"."""

    day: date
    words: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A data set's own statement that a day's change holds a correction of earlier days."""

    day: date
    category: str
    by: int
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """A line with a number that no form of the bulletin reads; it is told, never dropped."""

    words: str
    why: str
    line: int
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What one file or post of an issuer says: points, and everything beside them.

    `info` describes a series that the catalogue does not know; the file brings it along.
    """

    series: str
    points: tuple[Point, ...]
    remarks: tuple[Remark, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unrecognised: tuple[Unrecognised, ...] = ()
    notes: tuple[Note, ...] = ()
    info: SeriesInfo | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements of one category and day that differ in total or in stated change: which was kept, which not."""

    kept: Point
    other: Point
    why: str


@dataclass(frozen=True, slots=True)
class Series:
    """A series as read: its description and its points, sorted by category and day, one a category and day."""

    info: SeriesInfo
    points: tuple[Point, ...]
    conflicts: tuple[Conflict, ...] = ()
    remarks: tuple[Remark, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unrecognised: tuple[Unrecognised, ...] = ()
    notes: tuple[Note, ...] = ()
