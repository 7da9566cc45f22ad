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

_OF_MEDIAN, _OF_MEAN = 1.4826, 1.2533  # from median and mean distance to the standard deviation of a normal law
_POISSON = 1.0  # the standard deviation of a Poisson count after the transformation


@dataclass(frozen=True, slots=True)
class Scored:
    """A step with its score; the median, least and most of the changes around it, and the next one's score.

    `rival` is the score of the change around it that lies farthest out on the same side.
    """

    step: Step
    score: float
    middle: float
    least: int
    most: int
    rival: float
    days: int

    @property
    def stands_out(self) -> bool:
        """Whether it lies beyond the threshold, above or below."""
        return abs(self.score) > STANDS_OUT

    @property
    def stands_alone(self) -> bool:
        """Whether it does, and no other around it: what leaps every week stands out by its nature, and is no news."""
        return self.stands_out and not abs(self.rival) > STANDS_OUT


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
    score, least, most = (_stable(step.change) - middle) / spread, min(around), max(around)
    rival = (_stable(most if score > 0 else least) - middle) / spread
    return Scored(step, score, median(around), least, most, rival, len(around))


def _stable(change: int) -> float:
    return 2 * sqrt(max(change, 0) + 0.375)
