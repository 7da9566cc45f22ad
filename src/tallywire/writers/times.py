"""Periods as careful English says them: "in one week", "on Friday (11 November 2022)", "since the start of the war"."""

from __future__ import annotations

import re

from tallywire.claims.figure import Figure, Period

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DAY = rf"(?:{'|'.join(_WEEKDAYS)})s?"
_MONTH = rf"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)}|Sept)\b\.?"
_NUMBER = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|few)"

# First match decides; what fits nothing is quoted instead of guessed at.
_OPENINGS = (
    # "since October 7", "Overnight", "late Friday", "as of Friday", "last week", "so far"
    (re.compile(r"(?:in|on|since|over|during|from|between|by|until|till|after|before|within|throughout|at|as|through"
                r"|up|so|to|for|overnight|today|yesterday|tonight|last|this|earlier|late|early|now|daily|every)\b",
                re.I), ""),
    # "Friday", "Friday afternoon", "Nov. 7", "7 November", "November 5, 2024"
    (re.compile(rf"(?:{_DAY}\b|{_MONTH}\s+\d{{1,2}}\b|\d{{1,2}}\s+{_MONTH})", re.I), "on "),
    # "morning of Dec. 15"; "afternoon"
    (re.compile(r"(?:morning|evening|afternoon|night)\s+of\b", re.I), "on the "),
    (re.compile(r".*\b(?:earlier|ago|later|before)$", re.I), ""),  # "two days earlier"
    (re.compile(r"(?:morning|evening|afternoon|night)$", re.I), "in the "),
    # "June", "November 2022", "2021"
    (re.compile(rf"(?:{_MONTH}|\d{{4}}$)", re.I), "in "),
    # "past day", "first half of 2021"
    (re.compile(r"(?:past|first|second|third|fourth|previous|same|following|opening|final)\b", re.I), "in the "),
    # "one week", "24 hours", "just one week", "the last day"
    (re.compile(rf"(?:just\s+|only\s+|the\s+)?{_NUMBER}[\s-]|the\b|a\b|an\b", re.I), "in "),
)  # fmt: skip
_NAMES = {name.casefold() for name in (*_WEEKDAYS, *_MONTHS)}
_TIME_WORD = re.compile(
    r"(?:In|On|Since|Over|During|From|Between|By|Until|After|Before|Within|As|So|To|The|Just|Only|Last|This|Past|Overnight"
    r"|Today|Yesterday|Late|Early|Earlier|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Day|Days|Week|Weeks|Month"
    r"|Months|Year|Years|Hours|Night|Morning|Evening|Afternoon|Of|War|Fighting|First|Second|Start|Far|Date|Now)\b"
)


def when(figure: Figure) -> str:
    """The period with its preposition and, where it is known, its date: " on Friday (11 November 2022)"."""
    if figure.period is None:
        return " so far" if figure.count == "running_total" else ""
    dated = _dates(figure)
    if figure.lang is not None and not figure.lang.startswith("en"):
        return f" ({dated})" if dated else f' ("{_plain(figure.period)}")'
    words = _phrase(_TIME_WORD.sub(lambda word: word[0].lower(), _plain(figure.period)))
    return f" {words} ({dated})" if dated and not _is_said(figure.period) else f" {words}"


def _plain(period: Period) -> str:
    return " ".join(period.words.split()).removeprefix("of ")


def _phrase(words: str) -> str:
    for opening, preposition in _OPENINGS:
        if opening.match(words):
            return preposition + words
    return f'("{words}")'


def _is_said(period: Period) -> bool:
    """Whether the words themselves name the year, so that a date beside them would only repeat."""
    return period.edtf is not None and period.edtf[:4] in period.words


def _dates(figure: Figure) -> str:
    period = figure.period
    if period is None or period.edtf is None:
        return ""
    start, _, end = period.edtf.partition("/")
    if figure.count == "running_total":
        last = date_words(end or start)
        return f"as of {last}" if last else ""
    return span_words(start, end)


def span_words(start: str, end: str) -> str:
    """Two EDTF dates as a span: "5-11 November 2022"; one date where there is no second."""
    first, last = date_words(start), date_words(end)
    if not end or first == last:
        return first
    if not first or not last:
        return first or last
    shared = f" {last.split(' ', 1)[-1]}"
    if start.count("-") == end.count("-") == 2 and first.endswith(shared):
        return f"{first.removesuffix(shared)}-{last}"
    return f"{first} - {last}"


def date_words(edtf: str) -> str:
    """One EDTF date in words: "11 November 2022", "November 2022"; "" for what has no date."""
    found = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", edtf)
    if not found:
        return ""
    year, month, day = found.groups()
    named = f"{_MONTHS[int(month) - 1]} {year}" if month and 1 <= int(month) <= len(_MONTHS) else year
    return f"{int(day)} {named}" if day else named
