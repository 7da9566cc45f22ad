"""Dates of pages. A line is a date line when it says nothing else."""

import pytest

from tallywire.collect.dates import day_in, is_date_line, is_vague_date, moment

LINES = [
    ("Published November 13, 2023", "2023-11-13"),
    ("December 16, 2022 1:15 am", "2022-12-16"),
    ("Friday, 11 Nov 2022 09:30 GMT", "2022-11-11"),
    ("Опубліковано 3 листопада 2022 року, 12:40", "2022-11-03"),
    ("9 марта 2023 г.", "2023-03-09"),
    ("Publié le 1er août 2022 à 10:30", "2022-08-01"),
    ("14.11.2017 18:05", "2017-11-14"),
    ("11/14/2017", "2017-11-14"),
    ("14/11/2017", "2017-11-14"),
    ("Kyiv, 11 November 2022", "2022-11-11"),
    ("BBC News, Kyiv, 11 November 2022", "2022-11-11"),
    ("03/04/2022", None),  # March or April
    ("18:05", None),
]


@pytest.mark.parametrize(("line", "day"), LINES)
def test_a_date_line_names_its_day(line: str, day: str | None) -> None:
    assert is_date_line(line)
    assert day_in(line) == day


NOT_DATES = [
    "Updated: 12 killed on May 3, 2022",
    "In May 2022 about 40 people were killed",
    "2022",
    "Over 4,000 casualties in one week",
    "March on Kyiv",
    "",
]


@pytest.mark.parametrize("line", NOT_DATES)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


MOMENTS = [
    ("2022-11-11", "2022-11-11"),
    ("2022-11-11T09:30:00Z", "2022-11-11T09:30:00+00:00"),
    ("2022-11-11T09:30:00.123+0200", "2022-11-11T09:30:00+02:00"),
    ("2022-11-11 09:30", "2022-11-11"),  # no zone: only the day is sure
    ("2022-02-30", None),
    ("2022-11", None),
    ("yesterday", None),
]


@pytest.mark.parametrize(("said", "found"), MOMENTS)
def test_moments(said: str, found: str | None) -> None:
    assert moment(said) == found


def test_a_month_alone_is_vague() -> None:
    assert is_vague_date("2022-11")
    assert is_vague_date("2022")
    assert not is_vague_date("2022-11-11")
    assert not is_vague_date("soon")
