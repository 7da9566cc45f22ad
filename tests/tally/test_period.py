"""Words of time and the windows they ask for."""

from __future__ import annotations

from datetime import date

import pytest

from tallywire.tally.period import last_weekday, of_edtf, stretch

WEEK, FRIDAY = ("lengths", (7,), None), ("weekday", (), 4)
WORDS = [
    ("in one week", WEEK),
    ("In one week of fighting", WEEK),
    ("over the past week", WEEK),
    ("a week", WEEK),
    ("weekly", WEEK),
    ("two weeks", ("lengths", (14,), None)),
    ("the last 10 days", ("lengths", (10,), None)),
    ("in the past 24 hours", ("lengths", (1,), None)),
    ("48 hours", ("lengths", (2,), None)),
    ("per day", ("lengths", (1,), None)),
    ("daily", ("lengths", (1,), None)),
    ("overnight", ("lengths", (1,), None)),
    ("a month", ("lengths", (28, 29, 30, 31), None)),
    ("on Friday", FRIDAY),
    ("Friday's", FRIDAY),
    ("As of Friday", FRIDAY),
    ("since the start of the war", ("running", (), None)),
    ("since the war began", ("running", (), None)),
    ("As of Friday, since the start of the war", ("running", (), 4)),
    ("to date", ("running", (), None)),
]
NOT_WORDS = [
    "4,560 killed",
    "in three hours",
    "yesteryear",
    "31 November 2022",
    "from 28 October to 31 November 2022",
    "weekend",
    "World War II-era",
]
DAYS = [
    ("in October 2022", date(2022, 10, 1), date(2022, 10, 31)),
    ("in February 2024", date(2024, 2, 1), date(2024, 2, 29)),
    ("on 11 November 2022", date(2022, 11, 11), date(2022, 11, 11)),
    ("Nov. 11, 2022", date(2022, 11, 11), date(2022, 11, 11)),
    ("5-11 November 2022", date(2022, 11, 5), date(2022, 11, 11)),
    ("November 5 to 11, 2022", date(2022, 11, 5), date(2022, 11, 11)),
    ("2022-11-05/2022-11-11", date(2022, 11, 5), date(2022, 11, 11)),
    ("from 28 October to 11 November 2022", date(2022, 10, 28), date(2022, 11, 11)),
    ("between October 28 and November 11, 2022", date(2022, 10, 28), date(2022, 11, 11)),
    ("28 December - 3 January 2023", date(2022, 12, 28), date(2023, 1, 3)),
    ("from 28 December 2022 until 3 January 2023", date(2022, 12, 28), date(2023, 1, 3)),
    ("in the week to 11 November 2022", date(2022, 11, 5), date(2022, 11, 11)),
    ("in the 12 days ending on November 11, 2022", date(2022, 10, 31), date(2022, 11, 11)),
    ("over the month to 31 March 2023", date(2023, 3, 1), date(2023, 3, 31)),
    ("over the month to 11 January 2023", date(2022, 12, 12), date(2023, 1, 11)),
    ("during 2023", date(2023, 1, 1), date(2023, 12, 31)),
    ("from 11 October 2025 to 13 August 2026", date(2025, 10, 11), date(2026, 8, 13)),
    ("between October 11, 2025 and August 13, 2026", date(2025, 10, 11), date(2026, 8, 13)),
    ("since the ceasefire of 10 October 2025 until 13 August 2026", date(2025, 10, 10), date(2026, 8, 13)),
    ("2025-10-11 to 2026-08-13", date(2025, 10, 11), date(2026, 8, 13)),
]
SINCE = [
    ("since 24 February 2022", date(2022, 2, 24)),
    ("since the ceasefire of 10 October 2025", date(2025, 10, 10)),
    ("Since October 10, 2025", date(2025, 10, 10)),
    ("since the truce began on 2025-10-10", date(2025, 10, 10)),
]


@pytest.mark.parametrize(("words", "asks"), WORDS)
def test_words_of_time(words: str, asks: tuple[str, tuple[int, ...], int | None]) -> None:
    found = stretch(words)
    assert found is not None
    assert (found.shape, found.lengths, found.weekday) == asks


@pytest.mark.parametrize("words", NOT_WORDS)
def test_other_words(words: str) -> None:
    assert stretch(words) is None


@pytest.mark.parametrize(("words", "first", "last"), DAYS)
def test_days_of_the_calendar(words: str, first: date, last: date) -> None:
    found = stretch(words)
    assert found is not None
    assert (found.shape, found.first, found.last) == ("calendar", first, last)


@pytest.mark.parametrize(("words", "first"), SINCE)
def test_days_since_a_day(words: str, first: date) -> None:
    found = stretch(words)
    assert found is not None
    assert (found.shape, found.first, found.last) == ("since", first, None)


@pytest.mark.parametrize(
    "words", ["since the ceasefire", "from 13 August 2026 to 11 October 2025", "ever since. On May 1"]
)
def test_since_nothing_that_is_dated(words: str) -> None:
    found = stretch(words)
    assert found is None or found.shape == "calendar"
    assert found is None or found.first == found.last


@pytest.mark.parametrize(
    ("edtf", "days"), [("2022-11-11", 1), ("2022-11-05/2022-11-11", 7), ("2022-11/..", None), ("2022~", None)]
)
def test_edtf(edtf: str, days: int | None) -> None:
    found = of_edtf(edtf)
    assert (found and found.first and found.last and (found.last - found.first).days + 1) == days


def test_the_last_friday() -> None:
    assert last_weekday(date(2022, 11, 11), 4) == date(2022, 11, 11)
    assert last_weekday(date(2022, 11, 17), 4) == date(2022, 11, 11)
    assert last_weekday(date(2022, 11, 18), 4) == date(2022, 11, 18)
