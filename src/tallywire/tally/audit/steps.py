"""Two adjacent reports of one category, and how totals, changes and days stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tallywire.claims.series import Point
from tallywire.tally.period import in_words

NEXT_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """Two totals of one category on adjacent days, with their difference and what the source says it is."""

    before: Point
    after: Point

    @property
    def day(self) -> date:
        """The day of the later report."""
        return self.after.day

    @property
    def change(self) -> int:
        """What the total grew by."""
        return total_of(self.after) - total_of(self.before)

    @property
    def stated(self) -> int | None:
        """The change that the source stated; None too where a total is a bound ("more than 12,000")."""
        bounded = {self.before.modifier, self.after.modifier} - {"exact", "about"}
        return None if bounded else self.after.change

    @property
    def arithmetic(self) -> str:
        """ "79,400 (11 November 2022) − 78,690 (10 November 2022) = 710"."""
        return f"{dated(self.after)} − {dated(self.before)} = {signed(self.change, plus='')}"


def total_of(point: Point) -> int:
    """The total of a report; an audit is shown only reports that state one."""
    if point.total is None:
        raise ValueError(f"{point.category} of {point.day} has no total")
    return point.total


def dated(point: Point) -> str:
    """A total with its day: "79,400 (11 November 2022)"."""
    return f"{point.total:,} ({in_words(point.day)})"


def signed(change: int, *, plus: str = "+") -> str:
    """A change as the reports write it: "+710", "−14", "0"."""
    return f"−{-change:,}" if change < 0 else f"{plus if change else ''}{change:,}"


def scored(score: float) -> str:
    """A score to one place: "5.1", "−4.5"."""
    return f"{score:.1f}".replace("-", "−")


def middle_words(change: float) -> str:
    """The median of changes around a day: "+40.5", "0"."""
    return f"{change:+,g}" if change else "0"


def counted(number: int, noun: str, many: str = "") -> str:
    """A count with its noun: "1 day", "12 days"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {many or noun + 's'}"


def listed(names: list[str]) -> str:
    """Names as a sentence lists them: "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def runs(days: list[date]) -> Iterator[tuple[date, ...]]:
    """Days in order, those that follow one another together."""
    run: list[date] = []
    for day in days:
        if run and day - run[-1] != NEXT_DAY:
            yield tuple(run)
            run = []
        run.append(day)
    if run:
        yield tuple(run)
