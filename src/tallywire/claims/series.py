"""An official series: running totals as a source reported them, day by day, and what they are said to count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tallywire.claims.article import Note
from tallywire.claims.figure import Kind, Modifier, What


@dataclass(frozen=True, slots=True)
class Point:
    """One category on one reporting day: the running total, the change that the source itself stated, its words.

    A day may state the one without the other: then `total` or `change` is None, and neither is worked out from the
    other. `words` is the line of the bulletin; "" for data sets. `version` names the form it was read by. `origin`
    names the file or page it was read from. `by` is the id of who stated it, where that is not the series' claimant,
    "unknown" where the data set names nobody, "data set" where it reckoned the number itself. `hours` is how long a
    time the change covers; 0 where a data set repeats the day before because nothing was reported.
    """

    day: date
    category: str
    total: int | None
    change: int | None = None
    modifier: Modifier = "exact"
    words: str = ""
    version: str = ""
    origin: str = ""
    by: str = ""
    hours: int = 24


@dataclass(frozen=True, slots=True)
class Category:
    """What one column of a series counts, in the lattice of kinds.

    `accepts` and `whats` say which figures may be compared with it although their word is another ("casualties" with
    a series of the liquidated); `kind` and `what` are always among them. `names` are the names in the bulletins of
    any language, `column` is the name of the running total in the data set, `daily` that of the stated daily number.
    `first` and `last` are the days of its first and last report; `joins` names the categories it took over. `since`
    is the day its running total counts from, where that is not the start of the series.

    `part_of` names the whole that the reports themselves break into this category and others like it, none counted
    twice. `sums` makes it a named union: its number is the sum of what those categories state. `estimate` marks what
    the data set filled in by reckoning: nobody reported it, and it is searched only when it is named. `apart` marks a
    count that stands beside the main one of the same kind: no tally shows it as a rival of that.
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
    daily: str = ""
    since: date | None = None
    part_of: str = ""
    sums: tuple[str, ...] = ()
    estimate: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Landmark:
    """A day that texts name by an event: "since the ceasefire". `last_before` is the last day before it counts."""

    words: tuple[str, ...]
    last_before: date
    why: str


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
    landmarks: tuple[Landmark, ...] = ()
    addresses: tuple[str, ...] = ()  # where its data set is published, for `tallywire series fetch`

    @property
    def reported(self) -> tuple[Category, ...]:
        """The main counts that somebody reported: no estimates, no parts or unions of them, none that stands apart."""
        return tuple(
            one for one in self.categories if not (one.estimate or one.part_of or one.sums or one.since or one.apart)
        )

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
