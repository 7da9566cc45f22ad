"""What a tally is asked for, and the days, weeks and months it is cut into."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tallywire.claims.errors import UsageError
from tallywire.claims.figure import Kind, What

By = Literal["day", "week", "month"]
Policy = Literal["official", "lowest", "highest", "latest", "median"]

EACH_SOURCE = "each source"  # the default: one row a source, side by side


@dataclass(frozen=True, slots=True)
class Query:
    """A tally: kind of harm, of what, on which side, by which period.

    `side` and `source` are ids or names. `as_of` asks for what was known at the end of that day. Without a policy
    every source has its own row.
    """

    kind: Kind
    what: What
    side: str
    by: By = "week"
    source: str | None = None
    policy: Policy | None = None
    since: date | None = None
    until: date | None = None
    as_of: date | None = None

    def __post_init__(self) -> None:
        if self.policy == "official" and not self.source:
            raise UsageError("no_source", "the policy 'official' needs a source", remedy="name one with --source")

    @property
    def policy_name(self) -> str:
        """The policy as a cell names it."""
        return self.policy or EACH_SOURCE

    def asks_for(self, first: date, last: date) -> bool:
        """Whether days lie in the part of time that is asked for."""
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)


@dataclass(frozen=True, slots=True)
class Days:
    """Days from first to last, both inclusive."""

    first: date
    last: date

    @property
    def edtf(self) -> str:
        """One day, or an interval."""
        return self.first.isoformat() if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def count(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def holds(self, other: Days) -> bool:
        """Whether the other days all lie in these."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Days) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


def days_of(edtf: str | None) -> Days | None:
    """The days of a closed interval, a day or a month in EDTF; None for anything open, vague or unknown."""
    parts = (edtf or "").split("/")
    if len(parts) > 2:
        return None
    try:
        first, last = (_edge(part) for part in (parts[0], parts[-1]))
    except ValueError:
        return None
    return Days(first.first, last.last) if first.first <= last.last else None


def merged(parts: list[Days]) -> list[Days]:
    """The same days in as few stretches as possible."""
    whole: list[Days] = []
    for part in sorted(parts, key=lambda days: (days.first, days.last)):
        if whole and part.first <= whole[-1].last + timedelta(days=1):
            whole[-1] = Days(whole[-1].first, max(whole[-1].last, part.last))
        else:
            whole.append(part)
    return whole


def edtf_of(stretches: list[Days]) -> str:
    """One stretch of days as an interval, several as a set of all of them."""
    said = [days.edtf for days in stretches]
    return said[0] if len(said) == 1 else "{" + ",".join(said) + "}"


def _edge(part: str) -> Days:
    if len(part) == len("2022-11"):
        return period(date.fromisoformat(f"{part}-01"), "month")
    day = date.fromisoformat(part)
    return Days(day, day)


def period(day: date, by: By) -> Days:
    """The day, the week from its Monday, or the month that holds a day."""
    if by == "day":
        return Days(day, day)
    if by == "week":
        monday = day - timedelta(days=day.weekday())
        return Days(monday, monday + timedelta(days=6))
    return Days(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def periods(first: date, last: date, by: By) -> Iterator[Days]:
    """The periods that hold the days from first to last, in order."""
    one = period(first, by)
    while one.first <= last:
        yield one
        one = period(one.last + timedelta(days=1), by)
