"""Numbers, days, shares and lists in plain English."""

from datetime import date

import pytest

from tallywire.verify.words import counted, days, listed, share

DAYS = [
    (date(2022, 11, 11), date(2022, 11, 11), "11 November 2022"),
    (date(2022, 11, 5), date(2022, 11, 11), "5-11 November 2022"),
    (date(2022, 10, 29), date(2022, 11, 4), "29 October - 4 November 2022"),
    (date(2022, 12, 28), date(2023, 1, 3), "28 December 2022 - 3 January 2023"),
]


@pytest.mark.parametrize(("start", "end", "words"), DAYS)
def test_days(start: date, end: date, words: str) -> None:
    assert days(start, end) == words


@pytest.mark.parametrize(("part", "words"), [(0.0, "less than 0.1 %"), (0.008, "0.8 %"), (0.41, "41 %"), (1, "100 %")])
def test_share(part: float, words: str) -> None:
    assert share(part) == words


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ([*"abc"], "a, b and c")]
)
def test_listed(names: list[str], words: str) -> None:
    assert listed(names) == words


def test_counted() -> None:
    assert [counted(count, "window") for count in (0, 1, 13, 1619)] == [
        "no windows",
        "one window",
        "13 windows",
        "1,619 windows",
    ]
