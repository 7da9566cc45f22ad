"""How far a day's change lies from those around it: the modified z-score of Iglewicz and Hoaglin (1993).

A change is held against those of the 30 days before and the 30 days after it: its distance from their median over their
spread, which is the median distance from it times 1.4826. Counts scatter more the larger they are, so they are first
transformed by 2·√(n + 3/8) (Anscombe 1948), after which a Poisson count has a spread of 1; no series of counts
scatters less, so 1 is the least spread taken. Where most days have no change at all the median distance says
nothing, so the mean distance times 1.2533 is taken where it is greater. Beyond 3.5 a change stands out, as Iglewicz and
Hoaglin propose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median

from tallywire.tally.audit.steps import Step

AROUND = 30  # days on either side: a season passes, an offensive does not
LEAST = 20  # changes around, below which a median says little
STANDS_OUT = 3.5  # Iglewicz and Hoaglin's own threshold
RIVALS = 1  # others around a change that may stand out as it does, half as far out or more

_OF_MEDIAN, _OF_MEAN = 1.4826, 1.2533  # from median and mean distance to the standard deviation of a normal law
_POISSON = 1.0  # the standard deviation of a Poisson count after the transformation


@dataclass(frozen=True, slots=True)
class Scored:
    """A step with its score; the median, least and most of the changes around it.

    `rivals` is how many of them lie beyond the threshold on the same side, and at least half as far out.
    """

    step: Step
    score: float
    middle: float
    least: int
    most: int
    rivals: int
    days: int

    @property
    def stands_out(self) -> bool:
        """Whether it lies beyond the threshold, above or below."""
        return abs(self.score) > STANDS_OUT

    @property
    def is_rare(self) -> bool:
        """Whether it does, and hardly another around it: what leaps every week is no news."""
        return self.stands_out and self.rivals <= RIVALS


def scores(steps: Sequence[Step]) -> tuple[Scored, ...]:
    """The steps that have enough others around them, each with its score; falls stand apart, and have none."""
    found = []
    days = [step.day.toordinal() for step in steps]
    first = last = 0
    for at, step in enumerate(steps):
        while days[first] < days[at] - AROUND:
            first += 1
        while last < len(steps) and days[last] <= days[at] + AROUND:
            last += 1
        around = tuple(other.change for other in (*steps[first:at], *steps[at + 1 : last]))
        if step.change >= 0 and len(around) >= LEAST:
            found.append(_scored(step, around))
    return tuple(found)


def _scored(step: Step, around: Sequence[int]) -> Scored:
    stable = [_stable(other) for other in around]
    middle = median(stable)
    distances = [abs(other - middle) for other in stable]
    spread = max(_OF_MEDIAN * median(distances), _OF_MEAN * fmean(distances), _POISSON)
    score, side = (_stable(step.change) - middle) / spread, 1 if _stable(step.change) > middle else -1
    far = max(STANDS_OUT, abs(score) / 2) * spread
    rivals = sum(side * (other - middle) > far for other in stable)
    return Scored(step, score, median(around), min(around), max(around), rivals, len(around))


def _stable(change: int) -> float:
    return 2 * sqrt(max(change, 0) + 0.375)
