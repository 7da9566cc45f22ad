"""Words of time told from the day of publication: "Friday", "last week", "overnight", "in five months"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from tallywire.ground.time_words import Said, Stretch, is_year, month_of

_WEEK, _YEAR, _SATURDAY = 7, 365, 6
_LONGEST_COUNT = 100 * _YEAR
_MOST_DIGITS = 9  # of a number of days; Python refuses to read numbers of thousands of digits


def counted(said: Said, published: date) -> Stretch | None:
    """What is told from the day of publication, by the first reader that knows the words."""
    readers = (_weekend, _weekday, _relative, _calendar_unit, _window)
    return next(filter(None, (reader(said, published) for reader in readers)), None)


def _weekday(said: Said, published: date) -> Stretch | None:
    """ "Friday", "late on Tuesday night": the last one on or before publication; "last Friday" is never that day."""
    day = next((said.calendar.weekdays[word] for word in said.words if word in said.calendar.weekdays), None)
    if day is None:
        return None
    back = (published.isoweekday() - day) % _WEEK
    if back == 0 and said.any(said.calendar.last):
        back = _WEEK
    found = published - timedelta(days=back)
    return found, found


def _weekend(said: Said, published: date) -> Stretch | None:
    if not any(said.calendar.units.get(word) == "weekend" for word in said.words):
        return None
    saturday = published - timedelta(days=(published.isoweekday() - _SATURDAY) % _WEEK)
    if published.isoweekday() >= _SATURDAY and said.any(said.calendar.last):
        saturday -= timedelta(days=_WEEK)
    return saturday, min(saturday + timedelta(days=1), max(published, saturday))


def _relative(said: Said, published: date) -> Stretch | None:
    """ "today", "yesterday", "overnight" (the night before publication), "this morning"."""
    back = next((said.calendar.relative[word] for word in said.words if word in said.calendar.relative), None)
    if back is not None:
        day = published - timedelta(days=back)
        return day, day
    if said.any(said.calendar.night) or "last night" in " ".join(said.words):
        return published - timedelta(days=1), published
    if said.any(said.calendar.this) and said.any(said.calendar.day_parts):
        return published, published
    return None


def _calendar_unit(said: Said, published: date) -> Stretch | None:
    """ "last week", "this month", "last year": the calendar's, not the last seven days."""
    if len(said.words) < 2 or _number(said) is not None:  # "this" and the unit
        return None
    unit = _unit(said)
    this, last = said.any(said.calendar.this), said.any(said.calendar.before)
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
        return month_of(day.year, day.month)
    return date(day.year, 1, 1), date(day.year, 12, 31)


# About how many days a unit has; no news covers more than a century.
_DAYS_OF = {"hour": 0.04, "day": 1, "week": 7, "month": 30, "year": 365}
_CENTURY = 36_525


def _window(said: Said, published: date) -> Stretch | None:
    """ "in one week", "the past 24 hours", "за добу": so many days that end on the day of publication."""
    unit = _unit(said)
    if unit is None:
        return None
    count = _number(said) or 1
    if count * _DAYS_OF.get(unit, 1) > _CENTURY:
        return None  # "the past 36,000 months" of a torn text
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


def _unit(said: Said) -> str | None:
    units = said.calendar.units
    return next((units[word] for word in said.words if word in units and units[word] != "weekend"), None)


def _number(said: Said) -> int | None:
    """The number that stands right before a unit: "seven days", "the past 24 hours"."""
    numbers, units = said.calendar.numbers, said.calendar.units
    for before, word in zip(said.words, said.words[1:], strict=False):
        if word in units:
            written = before.isdecimal() and len(before) <= _MOST_DIGITS and not is_year(before)
            number = int(before) if written else numbers.get(before)
            if number is not None:
                return min(number, _LONGEST_COUNT)
    return None
