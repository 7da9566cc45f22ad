"""How the checks write numbers, days, shares and lists in plain English."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tallywire.claims.figure import Figure, Number

# Not strftime: its names follow the locale of the machine.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(value: Number) -> str:
    """A number as English prints it: "4,560"."""
    return f"{value:,}"


def counted(count: int, noun: str) -> str:
    """A count with its noun: "one figure", "12 figures"."""
    many = _COUNTED[count] if count < len(_COUNTED) else number(count)
    return f"{many} {noun}" if count == 1 else f"{many} {noun}s"


def day(moment: date) -> str:
    """A day: "11 November 2022"."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def days(start: date, end: date) -> str:
    """A window of days, both inclusive: "5-11 November 2022"."""
    if start == end:
        return day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}-{day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} - {day(end)}"
    return f"{day(start)} - {day(end)}"


def share(part: float) -> str:
    """A share as a reader takes it in: "0.8 %", "less than 0.1 %", "41 %"."""
    percent = part * 100
    if percent < 0.1:  # finer than this, the estimate itself is not
        return "less than 0.1 %"
    return f"{percent:.1f} %" if percent < 10 else f"{percent:.0f} %"


def listed(names: Sequence[str], last: str = "and") -> str:
    """A list in words: "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def quoted(words: str) -> str:
    """Words of the text inside quotation marks, on one line."""
    return f'"{" ".join(words.split())}"'


def said(figure: Figure) -> str:
    """A figure in its own words with its word of harm: '"nearly 80,000" (killed)'."""
    term = "" if figure.term is None else " ".join(figure.term.words.split())
    if not term or term.casefold() in figure.words.casefold():
        return quoted(figure.words)
    return f"{quoted(figure.words)} ({term})"
