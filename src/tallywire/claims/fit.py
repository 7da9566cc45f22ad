"""How a figure fits a series: the windows that give it, how many were searched, how many an invented figure would fit.

The tally stage works these out; the checks of the verify stage say them; the report prints them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tallywire.claims.figure import Number
from tallywire.claims.finding import Match
from tallywire.claims.reading import Reading, Tolls
from tallywire.claims.series import Series

# Below this chance a fit is called "reproduced" although the text does not fix its window (contract, "Chance").
REPRODUCED_BELOW = 0.01

Outcome = Literal["reproduced", "consistent", "not_reproduced", "not_covered"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a series covers, to stand beside every "nothing gives it"."""

    series: str
    first: date
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class Fit:
    """A figure against the series: the best match under the text's own words, and how much that proves.

    `asked` says in words what was searched ("seven-day windows of personnel"). `searched` and `fits` count windows of
    that search; `free_searched` and `free_fits` count windows of any length from 1 to 60 days, and `free_matches`
    shows the first of them. `chance` is how often an invented figure of that size and roundness would fit the same
    search, 0..1. `fixed_by` names what in the text fixes the window ("published 2022-11-11, 'in one week'"), or None
    when nothing does. `bound` is true of a figure that states no number but a limit or a band ("over 4,000", "nearly
    80,000"): it can be consistent, never reproduced.
    """

    figure: str | None  # figure id; None when a question was asked outside a text
    value: Number
    asked: str
    matches: tuple[Match, ...]  # best first
    nearest: Match | None  # the closest window where nothing fits; the text's own window where that is fixed
    searched: int
    fits: int
    free_searched: int
    free_fits: int
    chance: float
    fixed_by: str | None
    coverage: tuple[Coverage, ...]
    rank_rule: str
    bound: bool = False
    free_matches: tuple[Match, ...] = ()
    population: str = ""  # the invented figures that `chance` was counted over, in words

    @property
    def proves(self) -> bool:
        """Whether "reproduced" may be said: the text fixes the window, or chance is below 1 %."""
        return bool(self.matches) and not self.bound and (self.fixed_by is not None or self.chance < REPRODUCED_BELOW)

    @property
    def outcome(self) -> Outcome:
        """What may be said of it; `not_covered` where the series holds no window of the kind that was asked."""
        if not self.searched:
            return "not_covered"
        if not self.matches:
            return "not_reproduced"
        return "reproduced" if self.proves else "consistent"


@dataclass(frozen=True, slots=True)
class DayFit:
    """One day on which figures fit together: how many of them exactly, and each figure's arithmetic."""

    day: date
    exact: int
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dating:
    """The dates on which the datable figures of a text fit a series together. `steps` says each figure's arithmetic.

    A date is the day of the last bulletin that the text stands on. `left_out` names the one figure that fits no date
    together with the others. `chance` is the number of dates that invented figures of these sizes and roundnesses
    would be expected to fit, at most 1.
    """

    figures: tuple[str, ...]
    series: tuple[str, ...]
    dates: tuple[date, ...]  # every date that fits, nearest to the day of publication first; one entry means dated
    searched: int
    steps: tuple[str, ...]  # for the first date
    chance: float
    left_out: tuple[str, ...] = ()
    best: tuple[DayFit, ...] = ()  # the first of the dates by how well they fit, whatever day the page bears

    @property
    def day(self) -> date | None:
        """The date of the text, when there is exactly one."""
        return self.dates[0] if len(self.dates) == 1 else None

    @property
    def proves(self) -> bool:
        """Whether "dated" may be said: one date, and invented figures would hardly ever fit one."""
        return self.day is not None and self.chance < REPRODUCED_BELOW


@dataclass(frozen=True, slots=True)
class Dates:
    """What `tallywire date` answers: the days that a text's figures fit together, best first, and how much that proves.

    `outcome` is "dated" for one day that invented figures would hardly ever fit, "consistent" for days that they fit
    too, "undated" where nothing is fixed; `why` says it in a sentence. `fits` counts the days of `searched` that fit,
    `days` holds the first of them. `used`, `left_out` and `unused` are figures in the words of the text: those that
    fit, the one that fits no day together with them, and those that ask for no day of a series.
    """

    source: str
    published: str | None
    outcome: Literal["dated", "consistent", "undated"]
    why: str
    days: tuple[DayFit, ...]
    fits: int
    searched: int
    chance: float | None
    used: tuple[str, ...]
    left_out: tuple[str, ...]
    unused: tuple[str, ...]
    series: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    rank_rule: str


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the checks may look at: the reading, the series at hand, the fits and the joint dating."""

    reading: Reading
    series: tuple[Series, ...] = ()
    fits: tuple[Fit, ...] = ()
    dating: Dating | None = None
    tolls: Tolls = field(default_factory=Tolls)
