"""The words of a period, folded, and what they hold: "since", a range, a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tallywire.catalog.actors import fold
from tallywire.catalog.calendar import Calendar, calendar
from tallywire.catalog.conflicts import Conflict

_WORD = re.compile(r"\d+|[^\W\d_]+(?:[-'][^\W\d_]+)*['.]?")
_ELIDED = re.compile(r"\b(dall|dell|nell|l)'")  # "dall'inizio"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_DIGITS_OF_A_YEAR = 4

Stretch = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Times:
    """What fixes a text's words of time: the day of publication, and the conflict the text is about."""

    published: date | None
    conflict: Conflict | None


class Said:
    """The words of a period, folded, with what was found in them."""

    def __init__(self, words: str, times: Times) -> None:
        self.calendar: Calendar = calendar()
        self.times = times
        cut = _ELIDED.sub(r"\1' ", fold(words).replace("–", "-"))
        self.words = [word.rstrip(".") for word in _WORD.findall(cut)]
        self.is_range = any(mark in words for mark in ("–", "-")) or bool({"to", "and", "до", "al"} & set(self.words))
        self.is_since = any(word in self.calendar.since for word in self.words) or self._from_start()
        self.is_until = any(word in self.calendar.until for word in self.words) or "as of" in fold(words)
        self.year = next((int(word) for word in self.words if is_year(word)), None)

    def _from_start(self) -> bool:
        return self.words[:1] == ["from"] and self.begins

    @property
    def begins(self) -> bool:
        """Whether it tells the beginning of a war."""
        return self.any(self.calendar.start) and self.any(self.calendar.war)

    def any(self, words: frozenset[str]) -> bool:
        """Whether one of these words stands in it."""
        return any(word in words for word in self.words)


def is_year(word: str) -> bool:
    """Whether digits are a year of our time."""
    return len(word) == _DIGITS_OF_A_YEAR and word.isdecimal() and _FIRST_YEAR <= int(word) <= _LAST_YEAR


def month_of(year: int, month: int) -> Stretch:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
