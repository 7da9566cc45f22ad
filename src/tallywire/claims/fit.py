"""How a figure fits a series: the windows that give it, how many were searched, how many an invented figure would fit.

The tally stage works these out; the checks of the verify stage say them; the report prints them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tallywire.claims.figure import Number
from tallywire.claims.finding import Match
from tallywire.claims.reading import Reading
from tallywire.claims.series import Series


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
    that search; `free_searched` and `free_fits` count windows of any length from 1 to 60 days. `chance` is how often
    an invented figure of that size and roundness would fit the same search, 0..1. `fixed_by` names what in the text
    fixes the window ("published 2022-11-11, 'in one week'"), or None when nothing does.
    """

    figure: str | None  # figure id; None when a question was asked outside a text
    value: Number
    asked: str
    matches: tuple[Match, ...]  # best first
    nearest: Match | None  # the closest window where nothing fits
    searched: int
    fits: int
    free_searched: int
    free_fits: int
    chance: float
    fixed_by: str | None
    coverage: tuple[Coverage, ...]
    rank_rule: str

    @property
    def proves(self) -> bool:
        """Whether "reproduced" may be said: the text fixes the window, or chance is below 1 %."""
        return bool(self.matches) and (self.fixed_by is not None or self.chance < REPRODUCED_BELOW)


# Below this chance a fit is called "reproduced" although the text does not fix its window (contract, "Chance").
REPRODUCED_BELOW = 0.01


@dataclass(frozen=True, slots=True)
class Dating:
    """The dates on which all datable figures of a text fit a series together. `steps` says each figure's arithmetic."""

    figures: tuple[str, ...]
    series: tuple[str, ...]
    dates: tuple[date, ...]  # every date that fits, best known first; one entry means dated
    searched: int
    steps: tuple[str, ...]  # for the first date
    chance: float


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the checks may look at: the reading, the series at hand, the fits and the joint dating."""

    reading: Reading
    series: tuple[Series, ...] = ()
    fits: tuple[Fit, ...] = ()
    dating: Dating | None = None
