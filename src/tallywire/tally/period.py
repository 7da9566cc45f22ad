"""Words of time as they ask for windows: "in one week", "Friday", "in October 2022", "since the war began"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tallywire.tally.number import SMALL

Shape = Literal["lengths", "weekday", "calendar", "since", "running", "free"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# How many days, weeks, months: "two weeks", "a month", "the past day".
COUNTS = {word: value for word, value in SMALL.items() if value <= 12}
COUNTS |= {"a": 1, "an": 1, "the": 1, "each": 1, "per": 1}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which windows words of time ask for.

    lengths: windows of so many days; weekday: the change of that day of the week; calendar: from `first` to `last`;
    since: from `first` to any later report; running: a total since the start, on that weekday if one is named; free:
    any window.
    """

    shape: Shape
    words: str
    lengths: tuple[int, ...] = ()
    weekday: int | None = None
    first: date | None = None
    last: date | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def asks(self) -> str:
        """The windows in words, for a report."""
        if self.shape == "lengths":
            named = "one-day" if self.lengths == (1,) else f"{'/'.join(map(str, self.lengths))}-day"
            return f"{named} windows"
        if self.shape == "weekday":
            return f"one-day changes reported on a {WEEKDAYS[self.weekday or 0].capitalize()}"
        if self.shape == "calendar":
            return f"the days from {self.first} to {self.last}"
        if self.shape == "since":
            return f"the days since {self.first} up to a later report"
        return "running totals" if self.shape == "running" else "windows of 1 to 60 days"


FREE = Stretch("free", "")
RUNNING = Stretch("running", "")
ONE_DAY = Stretch("lengths", "", (1,))

_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_WEEKDAY = "|".join(WEEKDAYS)
_COUNT = "|".join(COUNTS) + r"|\d{1,3}"

# "since the start of the war", "since 24 February", "so far", "to date"
_RUNNING = re.compile(
    r"\bsince\b[^.;]*?\b(?:start|beginning|began|begun|outset|outbreak|war|invasion|2022|february|feb)\b"
    r"(?:[^.;]*?\b(?:war|invasion|began))?|\bso far\b|\bto date\b|\bin total\b|\boverall\b",
    re.IGNORECASE,
)
_ON_WEEKDAY = re.compile(rf"\b(?:as of |on |last |this )?({_WEEKDAY})\b", re.IGNORECASE)
# "5-11 November 2022", "11 November 2022", "November 11, 2022", "2022-11-05/2022-11-11", "2022-11-11"
_DAY_FIRST = re.compile(rf"\b(?:(\d{{1,2}})\s*(?:-|–|to|and)\s*)?(\d{{1,2}}) ({_MONTH})\.? (\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:\s*(?:-|–|to)\s*(\d{{1,2}}))?,? (\d{{4}})\b", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4}-\d{2}-\d{2})(?:/(\d{4}-\d{2}-\d{2}))?\b")
# "the week to 11 November 2022", "12 days ending on November 11, 2022"
_DATE = (
    rf"(?:\d{{1,2}} (?:{_MONTH})\.?(?:,? \d{{4}})?|(?:{_MONTH})\.? \d{{1,2}}(?:,? \d{{4}})?"
    r"|\d{4}-\d{2}-\d{2})"
)
_ENDING = re.compile(
    rf"\b(?:({_COUNT})[ -])?(?:full |whole |last |past )?(days?|weeks?|fortnights?|months?)"
    rf" (?:up to|to|until|till|through|ending(?: on)?|ended(?: on)?) ({_DATE})\b",
    re.IGNORECASE,
)
# "from 28 October to 11 November 2022", "between October 28 and November 11, 2022", "since 2025-10-11 until 2026-08-13"
_FROM_TO = re.compile(
    rf"\b(?:(?:from|since|between)\b[^\d.;]*?)?\b({_DATE})\s*(?:-|–|to|and|until|up to|till|through)\s*({_DATE})\b",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(r"\b(\d{1,2})\b")
_YEAR = re.compile(r"\b(\d{4})\b")
_OF_MONTH = re.compile(rf"(?<!\d )\b({_MONTH})\.? (\d{{4}})\b", re.IGNORECASE)
_OF_YEAR = re.compile(r"\b(?:in|during|over) (\d{4})\b", re.IGNORECASE)
_SINCE = re.compile(rf"\bsince\b[^\d.;]*?\b({_DATE})\b", re.IGNORECASE)
# "in one week", "7 days", "past 24 hours", "a month", "daily", "weekly"
_LENGTH = re.compile(
    rf"\b(?:({_COUNT})[ -])?(?:(?:full|single|whole|past|last)[ -])?"
    r"(hours?|days?|weeks?|fortnights?|months?|years?|daily|weekly|monthly|today|yesterday|overnight)\b",
    re.IGNORECASE,
)

_DAYS: dict[str, tuple[int, ...]] = {
    "day": (1,),
    "week": (7,),
    "fortnight": (14,),
    "month": (28, 29, 30, 31),
    "year": (365, 366),
    "daily": (1,),
    "weekly": (7,),
    "monthly": (28, 29, 30, 31),
    "today": (1,),
    "yesterday": (1,),
    "overnight": (1,),
}


def stretch(words: str) -> Stretch | None:
    """The windows that the first words of time in a text ask for; None when there are none."""
    for reader in (_from_to, _since, _explicit, _running, _month, _weekday, _length, _year):
        found = reader(words)
        if found:
            return found
    return None


def of_edtf(edtf: str) -> Stretch | None:
    """The windows of a closed interval or a day in EDTF; None for anything open or vague."""
    return _explicit(edtf) if _ISO.fullmatch(edtf) else None


def _from_to(words: str) -> Stretch | None:
    """ "From 28 December to 3 January 2026", also with "since", "between", "until", "and"."""
    named = _FROM_TO.search(words)
    if not named:
        return None
    since, until = named[1], named[2]
    return _between(words, named.span(), lambda: _in_order(since, _day_named(until)))


def _since(words: str) -> Stretch | None:
    """ "Since 10 October 2025", "since the ceasefire of 10 October 2025"."""
    named = _SINCE.search(words)
    first = _day_in(named[1]) if named else None
    return Stretch("since", named[0], first=first, span=named.span()) if named and first else None


def _day_in(words: str) -> date | None:
    found = _explicit(words)
    return found.first if found and found.first == found.last else None


def _explicit(words: str) -> Stretch | None:
    if iso := _ISO.search(words):
        first_day, last_day = iso[1], iso[2] or iso[1]
        return _between(words, iso.span(), lambda: (date.fromisoformat(first_day), date.fromisoformat(last_day)))
    if ending := _ENDING.search(words):
        said, unit, until = ending[1] or "one", ending[2], ending[3]
        return _between(words, ending.span(), lambda: _days_until(said, unit, _day_named(until)))
    if day := _DAY_FIRST.search(words):
        month, year = month_number(day[3]), int(day[4])
        first, last = int(day[1] or day[2]), int(day[2])
        return _between(words, day.span(), lambda: (date(year, month, first), date(year, month, last)))
    if day := _MONTH_FIRST.search(words):
        month, year = month_number(day[1]), int(day[4])
        first, last = int(day[2]), int(day[3] or day[2])
        return _between(words, day.span(), lambda: (date(year, month, first), date(year, month, last)))
    return None


def _between(words: str, span: tuple[int, int], days: Callable[[], tuple[date, date]]) -> Stretch | None:
    try:
        first, last = days()
    except ValueError:  # "31 November": no day, so no words of time
        return None
    return Stretch("calendar", words[slice(*span)], first=first, last=last, span=span) if first <= last else None


def _day_named(words: str, year: int | None = None) -> date:
    """A day in words, of its own year or the one given; ValueError where there is no such day or no year."""
    if iso := _ISO.search(words):
        return date.fromisoformat(iso[1])
    own, month = _YEAR.search(words), re.search(_MONTH, words, re.IGNORECASE)
    day = _DAY_OF_MONTH.search(words)
    if not (month and day and (own or year)):
        raise ValueError(words)
    return date(int(own[1]) if own else year or 0, month_number(month[0]), int(day[1]))


def _in_order(since: str, last: date) -> tuple[date, date]:
    """From a day that may leave out its year, "28 December", to the last day."""
    first = _day_named(since, last.year)
    return (first if first <= last else _day_named(since, last.year - 1)), last


def _days_until(said: str, unit: str, last: date) -> tuple[date, date]:
    """So many days, weeks or months up to a day, that day among them."""
    count = int(said) if said.isdecimal() else COUNTS[said.casefold()]
    if not count:
        raise ValueError(said)
    if not unit.casefold().startswith("month"):
        (days,) = _DAYS[unit.casefold().removesuffix("s")]
        return last - timedelta(days=count * days - 1), last
    years, month = divmod(last.year * 12 + last.month - 1 - count, 12)
    before = date(years, month + 1, min(last.day, monthrange(years, month + 1)[1]))
    return before + timedelta(days=1), last


def _running(words: str) -> Stretch | None:
    since = _RUNNING.search(words)
    if not since:
        return None
    day = _ON_WEEKDAY.search(words)
    return Stretch("running", since[0], weekday=_weekday_number(day), span=since.span())


def _month(words: str) -> Stretch | None:
    named = _OF_MONTH.search(words)
    if not named:
        return None
    month, year = month_number(named[1]), int(named[2])
    last = date(year, month, monthrange(year, month)[1])
    return Stretch("calendar", named[0], first=date(year, month, 1), last=last, span=named.span())


def _weekday(words: str) -> Stretch | None:
    day = _ON_WEEKDAY.search(words)
    return Stretch("weekday", day[0], weekday=_weekday_number(day), span=day.span()) if day else None


def _length(words: str) -> Stretch | None:
    named = _LENGTH.search(words)
    if not named:
        return None
    said, unit = (named[1] or "one").casefold(), named[2].casefold()
    count = int(said) if said.isdecimal() else COUNTS[said]
    if unit.startswith("hour"):
        lengths: tuple[int, ...] = (count // 24,) if count and count % 24 == 0 else ()
    else:
        lengths = tuple(days * count for days in _DAYS[unit if unit == "daily" else unit.removesuffix("s")])
    return Stretch("lengths", named[0], lengths, span=named.span()) if all(lengths) and lengths else None


def _year(words: str) -> Stretch | None:
    named = _OF_YEAR.search(words)
    if not named:
        return None
    year = int(named[1])
    return Stretch("calendar", named[0], first=date(year, 1, 1), last=date(year, 12, 31), span=named.span())


def _weekday_number(day: re.Match[str] | None) -> int | None:
    return WEEKDAYS.index(day[1].casefold()) if day else None


def month_number(name: str) -> int:
    """The number of a month by its name or the first three letters of it."""
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3].casefold()))


def last_weekday(day: date, weekday: int) -> date:
    """The last such day of the week on or before a day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def in_words(day: date) -> str:
    """A day as a sentence writes it: "11 November 2022"."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
