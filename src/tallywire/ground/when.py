"""Dates: the words of a period become EDTF, "Friday" of a page of 11 November 2022 "2022-11-11".

Two days stand as "first/last", both counted in. What runs "since" a day ends on the day of publication; what runs
"until" a day begins unknown ("../2022-11-11"). What the words and the page do not fix stays null, with the reason.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from tallywire.claims.figure import Period
from tallywire.ground.counted import counted
from tallywire.ground.draft import Draft
from tallywire.ground.time_words import Said, Stretch, Times, month_of

# A date without a year may lie this many days after publication: the hour zones of writer and page differ.
_AHEAD = 2
# Systems write an unknown day as 0001-01-01 or 9999-12-31; a century before or after these years is still a date.
_YEARS = (1500, 2500)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def dated(draft: Draft, times: Times) -> None:
    """The period of a figure in EDTF, and the reason."""
    period = draft.period
    if period is not None and period.edtf is None:
        edtf, reason = edtf_of(period.words, times)
        draft.period = Period(period.words, period.start, period.end, edtf)
        draft.note("period", f"{period.words!r}: {edtf or 'not dated'}, {reason}", period.start, period.end)


def day_of(published: str | None) -> date | None:
    """The day of an RFC 3339 time or plain date; None for anything else, and for a year without news."""
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day and _YEARS[0] <= day.year <= _YEARS[1] else None


@lru_cache(maxsize=16_384)
def edtf_of(words: str, times: Times) -> tuple[str | None, str]:
    """The EDTF of these words, and by what; None with what is missing."""
    said = Said(words, times)
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
    if stretch == month_of(first.year, first.month):
        return f"{first.year:04}-{first.month:02}"
    if first.day == 1 and last == month_of(last.year, last.month)[1]:
        return f"{first.year:04}-{first.month:02}/{last.year:04}-{last.month:02}"
    return f"{first.isoformat()}/{last.isoformat()}"


# --- since ------------------------------------------------------------------------------------------------------------


def _since(said: Said) -> tuple[str | None, str]:
    """ "since Feb. 24", "since the start of the war": from that day until the day of publication, or open."""
    start, reason = _start(said)
    if start is None:
        return None, reason
    end = said.times.published
    closed = f"{written(start)}/{end.isoformat()}" if end and end >= start[0] else f"{written(start)}/.."
    return closed, f"{reason}, running until {'the day of publication' if end else 'an unknown day'}"


def _start(said: Said) -> tuple[Stretch | None, str]:
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


def _stretch(said: Said) -> tuple[Stretch | None, str]:
    """The days these words cover, by the first reader that knows them; the reason, or what is missing."""
    explicit, reason = _explicit(said)
    if explicit or reason != _NO_DATE:
        return explicit, reason
    found = counted(said, said.times.published or _ANY_DAY)
    if found is None:
        return None, "no rule reads these words"
    if said.times.published is None:
        return None, "the day of publication is not known"
    return found, f"counted from the day of publication, {said.times.published.isoformat()}"


_ANY_DAY = date(2000, 1, 15)  # to ask whether a reader knows the words at all


def _explicit(said: Said) -> tuple[Stretch | None, str]:
    """Dates with a month or a year: "Dec. 15", "5-8 October 2020", "June", "the first half of 2021"."""
    days = _days(said)
    if days:
        return _years_given(said, days)
    month = next((said.calendar.months[word] for word in said.words if word in said.calendar.months), None)
    if month:
        year = said.year or _recent_year(said.times.published, month, 1)
        return (_part(said, month_of(year, month)), "the month as written") if year else (None, _NO_YEAR)
    if said.year:
        return _part(said, (date(said.year, 1, 1), date(said.year, 12, 31))), "the year as written"
    return None, _NO_DATE


_NO_DATE = "no date is written"
_NO_YEAR = "no year is written and the day of publication is not known"
_LONGEST_MONTH = 31


def _days(said: Said) -> list[tuple[int, int]]:
    """Days and months, in order: each number beside a month, "October 5-8" both of October."""
    months, words = said.calendar.months, said.words
    at = [index for index, word in enumerate(words) if word in months]
    found: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= _LONGEST_MONTH and at:
            near = min(at, key=lambda month, here=index: (abs(month - here), month < here))  # type: ignore[misc]
            if abs(near - index) <= 3:  # "October 5 and 8", "between 5 and 8 October"
                found.append((months[words[near]], int(word)))
    return found[:2] if said.is_range else found[:1]


def _years_given(said: Said, days: list[tuple[int, int]]) -> tuple[Stretch | None, str]:
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


def _part(said: Said, whole: Stretch) -> Stretch:
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
        return date(first.year, begin, 1), month_of(first.year, end)[1]
    middle = first + timedelta(days=14)
    return (first, middle) if which == 1 else (middle + timedelta(days=1), last)
