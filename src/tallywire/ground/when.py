"""Dates: the words of a period become EDTF, "Friday" of a page of 11 November 2022 "2022-11-11".

Two days stand as "first/last", both counted in. What runs "since" a day ends on the day of publication; what runs
"until" a day begins unknown ("../2022-11-11"). What the words and the page do not fix stays null, with the reason.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from tallywire.catalog.actors import fold
from tallywire.catalog.calendar import Calendar, calendar
from tallywire.catalog.conflicts import Conflict
from tallywire.claims.figure import Figure, Why

_WORD = re.compile(r"\d+|[^\W\d_]+(?:[-'][^\W\d_]+)*['.]?")
_ELIDED = re.compile(r"\b(dall|dell|nell|l)'")  # "dall'inizio"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_WEEK, _YEAR = 7, 365
# A date without a year may lie this many days after publication: the hour zones of writer and page differ.
_AHEAD = 2
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

Stretch = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Times:
    """What fixes a text's words of time: the day of publication, and the conflict the text is about."""

    published: date | None
    conflict: Conflict | None


def dated(figure: Figure, times: Times) -> Figure:
    """The figure with its period in EDTF, and the reason."""
    period = figure.period
    if period is None or period.edtf is not None:
        return figure
    edtf, reason = edtf_of(period.words, times)
    why = Why("period", f"{period.words!r}: {edtf or 'not dated'}, {reason}", period.start, period.end)
    return replace(figure, period=replace(period, edtf=edtf), why=(*figure.why, why))


def day_of(published: str | None) -> date | None:
    """The day of an RFC 3339 time or plain date; None for anything else."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


@lru_cache(maxsize=16_384)
def edtf_of(words: str, times: Times) -> tuple[str | None, str]:
    """The EDTF of these words, and by what; None with what is missing."""
    said = _Said(words, times)
    if said.is_since:
        return _since(said)
    if said.is_until:
        stretch, reason = _stretch(said)
        return (f"../{stretch[1].isoformat()}", f"until then; {reason}") if stretch else (None, reason)
    stretch, reason = _stretch(said)
    return (written(stretch), reason) if stretch else (None, reason)


def written(stretch: Stretch) -> str:
    """A stretch in EDTF, as short as it goes: a day, a month, a year, or "first/last"."""
    first, last = stretch
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04}"
    if stretch == _month(first.year, first.month):
        return f"{first.year:04}-{first.month:02}"
    if first.day == 1 and last == _month(last.year, last.month)[1]:
        return f"{first.year:04}-{first.month:02}/{last.year:04}-{last.month:02}"
    return f"{first.isoformat()}/{last.isoformat()}"


class _Said:
    """The words of a period, folded, with what was found in them."""

    def __init__(self, words: str, times: Times) -> None:
        self.calendar: Calendar = calendar()
        self.times = times
        cut = _ELIDED.sub(r"\1' ", fold(words).replace("–", "-"))
        self.words = [word.rstrip(".") for word in _WORD.findall(cut)]
        self.is_range = any(mark in words for mark in ("–", "-")) or bool({"to", "and", "до", "al"} & set(self.words))
        self.is_since = any(word in self.calendar.since for word in self.words) or self._from_start()
        self.is_until = any(word in self.calendar.until for word in self.words) or "as of" in fold(words)
        self.year = next((int(word) for word in self.words if _is_year(word)), None)

    def _from_start(self) -> bool:
        return self.words[:1] == ["from"] and self.begins

    @property
    def begins(self) -> bool:
        return self.any(self.calendar.start) and self.any(self.calendar.war)

    def any(self, words: frozenset[str]) -> bool:
        return any(word in words for word in self.words)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and _FIRST_YEAR <= int(word) <= _LAST_YEAR  # digits


# --- since ------------------------------------------------------------------------------------------------------------


def _since(said: _Said) -> tuple[str | None, str]:
    """ "since Feb. 24", "since the start of the war": from that day until the day of publication, or open."""
    start, reason = _start(said)
    if start is None:
        return None, reason
    end = said.times.published
    closed = f"{written(start)}/{end.isoformat()}" if end and end >= start[0] else f"{written(start)}/.."
    return closed, f"{reason}, running until {'the day of publication' if end else 'an unknown day'}"


def _start(said: _Said) -> tuple[Stretch | None, str]:
    war = said.times.conflict
    explicit, reason = _explicit(said)
    if war and explicit and said.year is None and _same_day(explicit, war.start):
        return (war.start, war.start), f"the first day of: {war.name}"
    if explicit:
        first_day = said.any(said.calendar.start) and not said.any(said.calendar.war)
        return (explicit[0], explicit[0]) if first_day else explicit, reason
    if said.begins or (said.any(said.calendar.war) and not said.any(said.calendar.last)):
        if war is None:
            return None, "which war is meant is not known"
        return (war.start, war.start), f"the first day of: {war.name}"
    return _stretch(said)


def _same_day(stretch: Stretch, day: date) -> bool:
    return stretch[0] == stretch[1] and (stretch[0].month, stretch[0].day) == (day.month, day.day)


# --- stretches --------------------------------------------------------------------------------------------------------


def _stretch(said: _Said) -> tuple[Stretch | None, str]:
    """The days these words cover, by the first reader that knows them; the reason, or what is missing."""
    explicit, reason = _explicit(said)
    if explicit or reason != _NO_DATE:
        return explicit, reason
    found = _counted(said, said.times.published or _ANY_DAY)
    if found is None:
        return None, "no rule reads these words"
    if said.times.published is None:
        return None, "the day of publication is not known"
    return found, f"counted from the day of publication, {said.times.published.isoformat()}"


def _counted(said: _Said, published: date) -> Stretch | None:
    """What is told from the day of publication, by the first reader that knows the words."""
    readers = (_weekend, _weekday, _relative, _calendar_unit, _window)
    return next(filter(None, (reader(said, published) for reader in readers)), None)


_ANY_DAY = date(2000, 1, 15)  # to ask whether a reader knows the words at all


def _explicit(said: _Said) -> tuple[Stretch | None, str]:
    """Dates with a month or a year: "Dec. 15", "5-8 October 2020", "June", "the first half of 2021"."""
    days = _days(said)
    if days:
        return _years_given(said, days)
    month = next((said.calendar.months[word] for word in said.words if word in said.calendar.months), None)
    if month:
        year = said.year or _recent_year(said.times.published, month, 1)
        return (_part(said, _month(year, month)), "the month as written") if year else (None, _NO_YEAR)
    if said.year:
        return _part(said, (date(said.year, 1, 1), date(said.year, 12, 31))), "the year as written"
    return None, _NO_DATE


_NO_DATE = "no date is written"
_NO_YEAR = "no year is written and the day of publication is not known"
_LONGEST_MONTH = 31


def _days(said: _Said) -> list[tuple[int, int]]:
    """Days and months, in order: each number beside a month, "October 5-8" both of October."""
    months, words = said.calendar.months, said.words
    at = [index for index, word in enumerate(words) if word in months]
    found: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if word.isdigit() and 1 <= int(word) <= _LONGEST_MONTH and at:
            near = min(at, key=lambda month, here=index: (abs(month - here), month < here))  # type: ignore[misc]
            if abs(near - index) <= 3:  # "October 5 and 8", "between 5 and 8 October"
                found.append((months[words[near]], int(word)))
    return found[:2] if said.is_range else found[:1]


def _years_given(said: _Said, days: list[tuple[int, int]]) -> tuple[Stretch | None, str]:
    (month, day), (last_month, last_day) = days[0], days[-1]
    year = said.year or _recent_year(said.times.published, last_month, last_day)
    if year is None:
        return None, _NO_YEAR
    try:
        first, last = date(year, month, day), date(year, last_month, last_day)
    except ValueError:
        return None, "no such day"
    if first > last:
        first = first.replace(year=year - 1) if (month, day) != (2, 29) else date(year - 1, 2, 28)
    reason = "the day as written" if said.year else "the day as written, of the last year that had it"
    return (first, last), reason


def _recent_year(published: date | None, month: int, day: int) -> int | None:
    """The year in which this day last came, seen from publication."""
    if published is None:
        return None
    latest = published + timedelta(days=_AHEAD)
    return latest.year if (month, day) <= (latest.month, latest.day) else latest.year - 1


def _part(said: _Said, whole: Stretch) -> Stretch:
    """Halves and quarters of a year or month."""
    parts = {said.calendar.parts[word] for word in said.words if word in said.calendar.parts}
    which = next((_QUARTERS[part] for part in parts if part in _QUARTERS), None)
    if which is None or not parts & {"half", "quarter"}:
        return whole
    pieces = 2 if "half" in parts else 4
    first, last = whole
    if last.month != first.month:
        size = 12 // pieces
        begin, end = 1 + (which - 1) * size, min(12, which * size)
        return date(first.year, begin, 1), _month(first.year, end)[1]
    middle = first + timedelta(days=14)
    return (first, middle) if which == 1 else (middle + timedelta(days=1), last)


def _month(year: int, month: int) -> Stretch:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _weekday(said: _Said, published: date) -> Stretch | None:
    """ "Friday", "late on Tuesday night": the last one on or before publication; "last Friday" is never that day."""
    day = next((said.calendar.weekdays[word] for word in said.words if word in said.calendar.weekdays), None)
    if day is None:
        return None
    back = (published.isoweekday() - day) % _WEEK
    if back == 0 and said.any(said.calendar.last):
        back = _WEEK
    found = published - timedelta(days=back)
    return found, found


def _weekend(said: _Said, published: date) -> Stretch | None:
    if not any(said.calendar.units.get(word) == "weekend" for word in said.words):
        return None
    saturday = published - timedelta(days=(published.isoweekday() - 6) % _WEEK)
    if published.isoweekday() >= 6 and said.any(said.calendar.last):  # Saturday
        saturday -= timedelta(days=_WEEK)
    return saturday, min(saturday + timedelta(days=1), max(published, saturday))


def _relative(said: _Said, published: date) -> Stretch | None:
    """ "today", "yesterday", "overnight" (the night before publication), "this morning"."""
    back = next((said.calendar.relative[word] for word in said.words if word in said.calendar.relative), None)
    if back is not None:
        day = published - timedelta(days=back)
        return day, day
    if said.any(said.calendar.night) or "last night" in " ".join(said.words):
        return published - timedelta(days=1), published
    if said.any(said.calendar.this) and {"morning", "afternoon", "evening", "noon"} & set(said.words):
        return published, published
    return None


def _calendar_unit(said: _Said, published: date) -> Stretch | None:
    """ "last week", "this month", "last year": the calendar's, not the last seven days."""
    if len(said.words) < 2 or _number(said) is not None:  # "this" and the unit
        return None
    unit = _unit(said)
    this, last = said.any(said.calendar.this), said.any(frozenset({"last", "letzte", "letzten", "прошлой", "минулого"}))
    if unit is None or not (this or last) or {"the", "over", "past"} & set(said.words) or unit in {"day", "hour"}:
        return None
    whole = _whole(unit, published)
    if this:
        return whole[0], published
    return _whole(unit, whole[0] - timedelta(days=1))


def _whole(unit: str, day: date) -> Stretch:
    if unit == "week":
        monday = day - timedelta(days=day.isoweekday() - 1)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return _month(day.year, day.month)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _window(said: _Said, published: date) -> Stretch | None:
    """ "in one week", "the past 24 hours", "за добу": so many days that end on the day of publication."""
    unit = _unit(said)
    if unit is None:
        return None
    count = _number(said) or 1
    if unit == "hour":
        return published - timedelta(days=max(1, round(count / 24))), published
    if unit == "day" and count == 1:
        # A reporting day ends on the morning of publication and began the day before.
        return published - timedelta(days=1), published
    if unit in {"day", "week"}:
        return published - timedelta(days=count * (_WEEK if unit == "week" else 1) - 1), published
    return _months_back(published, count * (12 if unit == "year" else 1)) + timedelta(days=1), published


def _months_back(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _unit(said: _Said) -> str | None:
    units = said.calendar.units
    return next((units[word] for word in said.words if word in units and units[word] != "weekend"), None)


def _number(said: _Said) -> int | None:
    """The number that stands right before a unit: "seven days", "the past 24 hours"."""
    numbers, units = said.calendar.numbers, said.calendar.units
    for before, word in zip(said.words, said.words[1:], strict=False):
        if word in units:
            number = int(before) if before.isdigit() and not _is_year(before) else numbers.get(before)
            if number is not None:
                return min(number, _YEAR * 100)
    return None
