"""The day a line of date and time names: "Published November 13, 2023", "Updated: 14.11.2017 18:05"."""

from __future__ import annotations

import re
from datetime import date, datetime

from tallywire.catalog.page_cues import DateWords, date_words

LONGEST = 80  # letters; the longest date line met has two dates with times and zones, about 70
MOST_STRANGERS = 3  # words that are no date words: an agency and a town ("BBC News, Kyiv, 11 November 2022")

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")  # "11/14/2017", "14.11.2017"
_SHORT = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])")
_DAY_OR_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[Tt ]+(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*([Zz]|[+-]\d\d:?\d\d)?)?")
_VAGUE_DATE = re.compile(r"\d{4}(?:-\d\d)?")
_CLOCK = re.compile(r"\b\d{1,2}:\s?\d\d\b")
# "14:05", "14.05", "9.30 pm", "18h10", "07:15 GMT", "14:05 Uhr"
_CLOCK_ALONE = re.compile(
    r"(\d{1,2})[:.h]\s?(\d\d)(?::\d\d)?\s*([ap]\.?m\.?)?\s*(?:[A-Z]{2,4}|Uhr|ч\.?)?", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|er|\.|,|\b)(?!\d|:)")


def is_date_line(line: str) -> bool:
    """Whether a line holds a date or time and nothing that says anything else."""
    if len(line) > LONGEST or not _DIGIT.search(line):
        return False
    known, words = date_words(), _WORD.findall(line)
    strangers = [word for word in words if word.casefold() not in known.words]
    if len(strangers) > MOST_STRANGERS:
        return False
    named = any(word.casefold() in known.months for word in words)
    if not strangers:
        return named or bool(
            _CJK.search(line)
            or _SHORT.search(line)
            or _ISO.search(line)
            or _NUMERIC.search(line)
            or _CLOCK.search(line)
        )
    return named and bool(_YEAR.search(line)) and all(map(_is_name, strangers))


def _is_name(word: str) -> bool:
    return word[0].isupper() and not word.isdigit()


def day_in(line: str) -> str | None:
    """The day a date line names, as YYYY-MM-DD; None where it names none, or could mean two."""
    if found := _ISO.search(line):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _CJK.search(line):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.search(line):
        return _numeric_day(int(found[1]), int(found[3]), int(found[4]), dotted=found[2] == ".")
    return _named_day(line, date_words()) or _short_day(line)


def _short_day(line: str) -> str | None:
    """ "04.11.23": with dots and two letters of a year the day stands first."""
    found = _SHORT.search(line)
    return _day(2000 + int(found[3]), int(found[2]), int(found[1])) if found else None


def _numeric_day(first: int, second: int, year: int, *, dotted: bool) -> str | None:
    # With dots the day always stands first; with strokes only a number above twelve tells it from the month.
    if dotted or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _named_day(line: str, known: DateWords) -> str | None:
    months = [number for word in _WORD.findall(line) if (number := known.months.get(word.casefold()))]
    year, day = _YEAR.search(line), _DAY.search(_CLOCK.sub(" ", line))
    return _day(int(year[0]), months[0], int(day[1])) if months and year and day else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def moment(said: str) -> str | None:
    """A machine-readable date as RFC 3339, or as a plain day where it gives no time or zone; None for other words."""
    found = _DAY_OR_MOMENT.match(said.strip())
    if not found:
        return None
    day, clock, zone = found.groups()
    try:
        if not (clock and zone):
            return date.fromisoformat(day).isoformat()
        return datetime.fromisoformat(f"{day}T{clock}{zone.upper()}").isoformat()
    except ValueError:
        return None


def is_vague_date(said: str) -> bool:
    """Whether it is a year or a month alone ("2022-11"): true, and of no use for dating a text to the day."""
    return _VAGUE_DATE.fullmatch(said) is not None


def clock_in(line: str) -> str | None:
    """The time of day that a line gives and nothing else ("14:05", "9.30 pm"), as HH:MM; None for other lines."""
    found = _CLOCK_ALONE.fullmatch(line.strip())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
