"""What a stated number leaves open, and how often an invented number of its size and roundness would fit.

A number that ends in two zeros or more and has fewer than three other digits stands for what rounds to it (4,600 is
4,550 to 4,650); any other is meant as it stands (4,560, 710, 79,400). "Over N" reaches to the next number as round, or
a tenth further, whichever is more; a number that ends in five counts in fives ("over 150" ends before 200). "Nearly N"
lies below N by less than one and a half steps of the next digit: 78,500 to 80,000; where N is below 100, or has two
digits or more before its zeros, by up to half a step of the last of them or a fiftieth, whichever is more, and never
more than that step: 35 to 40, 1,150 to 1,200, 710 to 720.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from tallywire.claims.figure import Figure, Modifier, Number

Lean = Literal["around", "below", "above"]

_ROUND_FROM_STEP = 100
_EXACT_FROM_DIGITS = 3
_FINE = 0.1  # a last digit that is worth no more than this share of the number
_NEAR = 0.02  # "nearly" is this near, where the last digit is fine enough to tell
# Beyond this many invented numbers every k-th is tried; the share is then known to about a percent.
_TRIED_AT_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as a text states it: with its modifier, which way a hedge leans, and a band from outside, if any."""

    value: int
    modifier: Modifier = "exact"
    lean: Lean = "around"
    band: tuple[Number, Number] | None = None

    @property
    def is_bound(self) -> bool:
        """Whether a limit or a band is stated instead of a number."""
        return self.modifier != "exact"

    def interval(self) -> tuple[Number, Number]:
        """The numbers that it may stand for, both ends inclusive."""
        if self.band:
            return self.band
        return _interval(self.value, self.modifier, self.lean)

    def of(self, invented: int) -> Stated:
        """The same statement about another number; a band keeps its share."""
        band = self.band and (self.band[0] * invented / self.value, self.band[1] * invented / self.value)
        return Stated(invented, self.modifier, self.lean, band)


def stated(figure: Figure, *, sharp: bool = False) -> Stated | None:
    """What a figure states, if it states a whole number; `sharp` replaces its band by the rule of this page."""
    value = figure.value
    if value is None or value != int(value) or value <= 0:
        return None
    lean: Lean = "around"
    if figure.band and figure.modifier == "about":
        lean = "below" if figure.band[1] <= value else "above" if figure.band[0] >= value else "around"
    return Stated(int(value), figure.modifier, lean, None if sharp or figure.modifier != "about" else figure.band)


def unit(value: int) -> int:
    """The step of the last digit that is not a zero: 10 for 4,560, 10,000 for 80,000."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def grain(value: int) -> int:
    """The step a number seems rounded to: its last digit's, or five of them where that digit is a five."""
    step = unit(value)
    return 5 * step if value // step % 10 == 5 else step


def population(value: int) -> str:
    """The invented numbers a chance is counted over, in words."""
    zeros = len(str(unit(value))) - 1
    ending = "do not end in zero" if not zeros else "end in one zero" if zeros == 1 else f"end in {zeros} zeros"
    low, high = _around(value)
    return f"the numbers from {low:,} to {high:,} that {ending}"


def chance(windows: Iterable[Number], said: Stated) -> float:
    """The share of invented numbers, from half to twice as large and as round, that fit at least one of the windows.

    Numbers of as many digits would be the wrong crowd: for 11,830 most of them lie where no window does.
    """
    step, (low, high) = unit(said.value), _around(said.value)
    least, most = reach(said)
    values = sorted({value for value in windows if least <= value <= most})
    if not said.is_bound and said.interval() == (said.value, said.value):
        fitting = sum(1 for value in values if low <= value <= high and unit(int(value)) == step)
        return fitting / (_multiples(step, low, high) - _multiples(step * 10, low, high))
    first = -(-low // step) * step
    tried = [number for number in range(first, high + 1, step) if unit(number) == step]
    tried = tried[:: max(1, len(tried) // _TRIED_AT_MOST)]
    return sum(_fits_one(values, said.of(number)) for number in tried) / len(tried)


def reach(said: Stated) -> tuple[Number, Number]:
    """From where to where a window can matter to `chance`: what any of the invented numbers may stand for."""
    step, (low, high) = unit(said.value), _around(said.value)
    return said.of(low).interval()[0] - step, said.of(high).interval()[1] + step


def _around(value: int) -> tuple[int, int]:
    return -(-value // 2), 2 * value


def _multiples(step: int, low: int, high: int) -> int:
    return high // step - (low - 1) // step


def _fits_one(values: list[Number], said: Stated) -> bool:
    low, high = said.interval()
    place = bisect_left(values, low)
    return place < len(values) and values[place] <= high


def _exactly(value: int, step: int, _lean: Lean) -> tuple[Number, Number]:
    if step < _ROUND_FROM_STEP or len(str(value // step)) >= _EXACT_FROM_DIGITS:
        return value, value
    return value - step / 2, value + step / 2


def _at_least(value: int, _step: int, _lean: Lean) -> tuple[Number, Number]:
    return value, value + max(grain(value), value // 10) - 1


def _at_most(value: int, _step: int, _lean: Lean) -> tuple[Number, Number]:
    return value - max(grain(value), value // 10) + 1, value


def _about(value: int, step: int, lean: Lean) -> tuple[Number, Number]:
    if lean == "around":
        wide = max(step, grain(value) / 2)
        return value - wide, value + wide
    hair = 1.5 * max(1, step // 10)
    if step <= max(10, value * _FINE):
        hair = max(hair, step / 2, min(step, value * _NEAR))
    return (value - hair, value) if lean == "below" else (value, value + hair)


_RULES: dict[Modifier, Callable[[int, int, Lean], tuple[Number, Number]]] = {
    "exact": _exactly,
    "at_least": _at_least,
    "at_most": _at_most,
    "about": _about,
}


def _interval(value: int, modifier: Modifier, lean: Lean) -> tuple[Number, Number]:
    return _RULES[modifier](value, unit(value), lean)
