"""Tables as text: what separates cells, whole numbers and days in them, and text that is torn."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallywire.claims.errors import SourceError
from tallywire.collect.tables import Refused, day_of, rows, whole


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("day,dead\n1,2\n", [(2, ("1", "2"))]),
        ("day;dead\r\n1;2,5\r\n\r\n;\r\n3;4\r\n", [(2, ("1", "2,5")), (5, ("3", "4"))]),
        ("day\tdead\n1\t2", [(2, ("1", "2"))]),
        ('"day","dead, all"\n"1","2\n3"\n4,5\n', [(2, ("1", "2\n3")), (4, ("4", "5"))]),
        ("day,dead\n", []),
        ("", []),
    ],
)
def test_rows_have_their_line_and_cells(text: str, cells: list[tuple[int, tuple[str, ...]]]) -> None:
    assert [(row.line, row.cells) for row in rows(text, "e.csv")] == cells


def test_a_table_that_is_torn_says_where() -> None:
    with pytest.raises(SourceError) as error:
        list(rows('day,dead\n1,2\n"3,4\n5,6\n', "e.csv", before=10))
    assert (error.value.code, error.value.where, error.value.line) == ("torn_table", "e.csv", 13)


@pytest.mark.parametrize(
    ("words", "value"),
    [("0", 0), ("79400", 79400), ("79,400", 79400), ("79 400", 79400), ("79\u202f400", 79400), ("1'456'610", 1456610)],
)
def test_whole_numbers(words: str, value: int) -> None:
    assert whole(words, "dead") == value


@pytest.mark.parametrize("words", ["", "-1", "7.5", "79,40", "1e3", "about 5", "٣", "9" * 5000, "NaN", "5 people"])
def test_what_is_no_whole_number(words: str) -> None:
    with pytest.raises(Refused, match=r"^dead is "):
        whole(words, "dead")


@pytest.mark.parametrize(
    ("words", "form", "day"),
    [
        ("2022-11-11", "%Y-%m-%d", date(2022, 11, 11)),
        ("11.11.2022", "%d.%m.%Y", date(2022, 11, 11)),
        ("11/02/2022", "%m/%d/%Y", date(2022, 11, 2)),
    ],
)
def test_days(words: str, form: str, day: date) -> None:
    assert day_of(words, form) == day


@pytest.mark.parametrize(
    ("words", "form"), [("2022-W45-1", "%Y-%m-%d"), ("2022-02-29", "%Y-%m-%d"), ("", "%d.%m.%Y"), ("1", "%")]
)
def test_what_is_no_day(words: str, form: str) -> None:
    with pytest.raises(Refused, match="is not a day"):
        day_of(words, form)


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_rows_or_an_error_with_a_line(text: str) -> None:
    lines: list[int | None] = []
    try:
        lines += [row.line for row in rows(text, "e.csv")]
    except SourceError as error:
        lines.append(error.line)
    assert all(line is not None and line > 0 for line in lines)
