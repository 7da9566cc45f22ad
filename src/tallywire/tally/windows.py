"""Windows of a series: what a category grew by over some days, from the totals before and at the end of them.

The value of a window is the total on its last day minus the total on the day before its first. Both must have been
stated; a window whose end is missing does not exist. Totals rise, so the windows up to a day that give a number lie
side by side, and are found by halving: all 1.3 million windows of 1 to 60 days of 19 categories over four years take
a twentieth of a second without numpy. Where totals fell or are missing each window is looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import pairwise, repeat
from math import inf, isnan, nan
from operator import sub

from tallywire.claims.figure import Number
from tallywire.claims.series import Category, Series, SeriesInfo
from tallywire.tally.sums import Summed, line

FREE_LENGTHS = range(1, 61)

_PRUNED_FROM = 8  # times as many windows as are kept may wait before the longer ones are dropped


@dataclass(frozen=True, slots=True)
class Window:
    """Days of one category: `base` is the day before the first, None for a running total; days are ordinals."""

    track: Track
    base: int | None
    end: int
    value: int

    @property
    def days(self) -> int:
        """How many days it covers."""
        return self.end - (self.track.starts - 1 if self.base is None else self.base)

    @property
    def first(self) -> date:
        """Its first day."""
        return date.fromordinal(self.end - self.days + 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date.fromordinal(self.end)

    @property
    def is_irregular(self) -> bool:
        """Whether it begins where the bulletins were not daily yet."""
        until = self.track.info.irregular_until
        return until is not None and self.base is not None and self.base < until.toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """The totals of one category, a place for each day; a day without a total holds NaN, which fits nothing.

    Where a category has no running totals, `summed` holds the daily numbers that were added up instead.
    """

    info: SeriesInfo
    category: Category
    begins: int
    totals: list[float]
    summed: Summed | None = None

    @property
    def starts(self) -> int:
        """The day the running totals count from."""
        if self.summed:
            return self.begins + 1
        return (self.category.since or self.info.starts).toordinal()

    @property
    def ends(self) -> int:
        """The last day with a total."""
        return self.begins + len(self.totals) - 1

    def total(self, day: int) -> int | None:
        """The running total of a day, if one was stated."""
        if not self.begins <= day <= self.ends:
            return None
        stated = self.totals[day - self.begins]
        return None if isnan(stated) else int(stated)

    def window(self, base: int | None, end: int) -> Window | None:
        """The window after `base` up to `end`, if the totals it needs were stated."""
        last = self.total(end)
        before = 0 if base is None else self.total(base)
        return None if last is None or before is None else Window(self, base, end, last - before)

    def running(self) -> Iterator[Window]:
        """The running totals of all days."""
        return self._each(range(self.begins, self.ends + 1), None)

    def windows(self, days: int) -> Iterator[Window]:
        """All windows of that many days."""
        return self._each(range(self.begins + days, self.ends + 1), days)

    def _each(self, ends: Iterable[int], days: int | None) -> Iterator[Window]:
        for end in ends:
            window = self.window(None if days is None else end - days, end)
            if window:
                yield window


@dataclass(frozen=True, slots=True)
class Search:
    """A search over all windows of some lengths: how many there are, how many lie within, and the shortest of those."""

    searched: int
    fits: int
    windows: tuple[Window, ...]


def tracks(series: Series, categories: Iterable[Category] | None = None) -> tuple[Track, ...]:
    """The categories of a series as lists of totals, in the catalogue's order; those without a point are left out.

    Named unions, and categories of which only daily numbers are stated, are lists of sums. What a data set reckoned
    itself is left out unless it is asked for.
    """
    wanted = [one for one in series.info.categories if not one.estimate] if categories is None else list(categories)
    totals: dict[str, dict[int, int]] = {category.id: {} for category in wanted}
    for point in series.points:
        if point.category in totals and point.total is not None:
            totals[point.category][point.day.toordinal()] = point.total
    found = (_track(series, category, totals[category.id]) for category in wanted)
    return tuple(track for track in found if track)


def within(of: Iterable[Track], low: Number, high: Number, *, lengths: Sequence[int], keep: int = 20) -> Search:
    """Search every window of the given lengths for values from `low` to `high`; the shortest and earliest are kept."""
    lines, allowed, longest = tuple(of), frozenset(lengths), max(lengths)
    every = len(allowed) == longest
    found: list[tuple[int, int, int]] = []
    fits, limit = 0, longest
    for number, track in enumerate(lines):
        for end, bases in _places(track.totals, low, high, longest):
            meant = bases if every else [base for base in bases if end - base in allowed]
            fits += len(meant)
            if meant and end - meant[-1] <= limit:
                found.extend((end - base, number, base) for base in meant[-keep:] if end - base <= limit)
        if len(found) > _PRUNED_FROM * keep:
            found = nsmallest(keep, found)
            limit = found[-1][0]
    kept = (_at(lines[number], base, days) for days, number, base in nsmallest(keep, found))
    return Search(sum(_count(track.totals, lengths) for track in lines), fits, tuple(kept))


def totals_within(of: Iterable[Track], low: Number, high: Number, *, keep: int = 20) -> Search:
    """Search the running totals of all days for values from `low` to `high`; the earliest of each track are kept."""
    lines = tuple(of)
    found = [
        (place, number)
        for number, track in enumerate(lines)
        for place, total in enumerate(track.totals)
        if low <= total <= high
    ]
    windows = (lines[number].window(None, lines[number].begins + place) for place, number in nsmallest(keep, found))
    return Search(_count_totals(lines), len(found), tuple(window for window in windows if window))


def _count_totals(lines: Iterable[Track]) -> int:
    return sum(not isnan(total) for track in lines for total in track.totals)


def values(of: Iterable[Track], lengths: Sequence[int], low: Number = -inf, high: Number = inf) -> set[float]:
    """The values from `low` to `high` that windows of the given lengths take."""
    allowed, longest, taken = frozenset(lengths), max(lengths), set[float]()
    every = len(allowed) == longest
    for track in of:
        totals = track.totals
        for end, bases in _places(totals, low, high, longest):
            if every and isinstance(bases, range):
                taken.update(map(sub, repeat(totals[end]), totals[bases.start : bases.stop]))
            else:
                taken.update(totals[end] - totals[base] for base in bases if end - base in allowed)
    return taken


def total_values(of: Iterable[Track]) -> set[float]:
    """The running totals of all days."""
    return {total for track in of for total in track.totals if not isnan(total)}


def _count(totals: list[float], lengths: Iterable[int]) -> int:
    """How many windows of some lengths have both their totals."""
    if not any(map(isnan, totals)):
        return sum(max(0, len(totals) - days) for days in lengths)
    known = [not isnan(total) for total in totals]
    return sum(sum(map(bool.__and__, known[days:], known)) for days in lengths)


def _places(totals: list[float], low: Number, high: Number, longest: int) -> Iterator[tuple[int, Sequence[int]]]:
    """For each place of a last day the places of the totals before a window whose value lies between the two."""
    rises = 0  # the first place from which on totals rise without a gap up to here
    for end, (before, total) in enumerate(pairwise(totals), start=1):
        if not before <= total:
            rises = end
        first = max(0, end - longest)
        if first < rises:
            yield end, [base for base in range(first, end) if low <= total - totals[base] <= high]
        else:
            left = bisect_left(totals, total - high, first, end)
            yield end, range(left, bisect_right(totals, total - low, left, end))


def _at(track: Track, base: int, days: int) -> Window:
    value = int(track.totals[base + days] - track.totals[base])
    return Window(track, track.begins + base, track.begins + base + days, value)


def _track(series: Series, category: Category, of_one: dict[int, int]) -> Track | None:
    if of_one:
        begins, ends = min(of_one), max(of_one)
        totals = [float(of_one.get(day, nan)) for day in range(begins, ends + 1)]
        return Track(series.info, category, begins, totals)
    summed = line(series, category)
    return Track(series.info, category, summed.begins, summed.sums, summed.of) if summed else None
