"""What daily numbers add up to, for categories that have no running total and for named unions of categories.

A day's daily number that is not stated is nothing where what is stated already makes the day's whole ("471 killed, of
whom 35 anew, 116 recovered, 320 added by the committee": none died of wounds). Where it does not, the rest of the
whole stays open: it is in no category, the sum holds only what was stated, and the arithmetic names the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import nan

from tallywire.claims.series import Category, Series
from tallywire.tally.period import in_words

_Changes = dict[int, int]  # by day, as an ordinal


@dataclass(frozen=True, slots=True, eq=False)
class Summed:
    """The stated daily numbers behind a line of sums, and how many of a day's whole no category holds."""

    categories: tuple[Category, ...]
    stated: tuple[_Changes, ...]
    left_open: _Changes

    def arithmetic(self, base: int, end: int) -> str:
        """The sum of the days after `base` up to `end`: "1,133 killed anew (212 daily numbers) + 68 died of wounds"."""
        pairs = zip(self.categories, self.stated, strict=True)
        parts = [_part(category, changes, base, end) for category, changes in pairs]
        total = sum(sum(_within(changes, base, end)) for changes in self.stated)
        made = f" = {total:,}" if len(parts) > 1 else ""
        days = f"{in_words(date.fromordinal(base + 1))} to {in_words(date.fromordinal(end))}"
        return f"{' + '.join(parts)}{made}, stated in the reports of {days}{self._open(base, end)}"

    def _open(self, base: int, end: int) -> str:
        days = {day: rest for day, rest in sorted(self.left_open.items()) if base < day <= end}
        if not days:
            return ""
        named = ", ".join(f"{rest:,} of {in_words(date.fromordinal(day))}" for day, rest in days.items())
        return f"; in no category: {named}"


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Sums by day from the day before the first stated number; NaN where no report was made."""

    begins: int
    sums: list[float]
    of: Summed


def line(series: Series, category: Category) -> Line | None:
    """The sums of a category's daily numbers, or of those of a union's categories; None where nothing was stated."""
    members = tuple(series.info.category(member) for member in category.sums) or (category,)
    stated = tuple(_changes(series, member.id) for member in members)
    if not all(stated):
        return None
    wholes = {member.part_of for member in members}
    left_open, reported = _whole(series, wholes.pop()) if len(wholes) == 1 else ({}, None)
    begins = max(min(changes) for changes in stated)
    ends = max(max(changes) for changes in stated) if not reported else max(reported)
    known = reported or set().union(*stated)
    daily = [sum(changes.get(day, 0) for changes in stated) for day in range(begins, ends + 1)]
    so_far = accumulate(daily)
    sums = [float(sum_) if day in known else nan for day, sum_ in enumerate(so_far, start=begins)]
    return Line(begins - 1, [0.0, *sums], Summed(members, stated, left_open))


def _whole(series: Series, whole: str) -> tuple[_Changes, set[int] | None]:
    """How many of each day's whole no part holds, and the days on which the whole was stated."""
    if not whole:
        return {}, None
    of_parts = [_changes(series, one.id) for one in series.info.categories if one.part_of == whole]
    changes = _changes(series, whole)
    rest = {day: value - sum(part.get(day, 0) for part in of_parts) for day, value in changes.items()}
    return {day: open_ for day, open_ in rest.items() if open_}, set(changes)


def _changes(series: Series, category: str) -> _Changes:
    return {
        point.day.toordinal(): point.change
        for point in series.points
        if point.category == category and point.change is not None
    }


def _within(changes: _Changes, base: int, end: int) -> Iterator[int]:
    return (change for day, change in changes.items() if base < day <= end)


def _part(category: Category, changes: _Changes, base: int, end: int) -> str:
    stated: Sequence[int] = tuple(_within(changes, base, end))
    numbers = "daily number" if len(stated) == 1 else "daily numbers"
    return f"{sum(stated):,} {category.name} ({len(stated)} {numbers})"
