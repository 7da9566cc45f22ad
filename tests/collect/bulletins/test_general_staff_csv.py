"""The General Staff's totals in long form: lines and their points, and lines that hold none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tallywire.claims.series import Point
from tallywire.collect.bulletins import series
from tallywire.collect.bulletins.general_staff_csv import read, recognises

EVAL = Path(__file__).parents[4] / "shared" / "eval" / "series"
HEAD = "date,war_day,category,cumulative,modifier\n"


def test_a_line_is_a_point() -> None:
    bulletin = read(HEAD + "2022-03-07,12,personnel,11000,more\n2022-11-11,261,tank,2814,\n", "e.csv")
    assert bulletin.points == (
        Point(date(2022, 3, 7), "personnel", 11000, None, "at_least", "", "data set", "e.csv"),
        Point(date(2022, 11, 11), "tank", 2814, None, "exact", "", "data set", "e.csv"),
    )
    assert (bulletin.unrecognised, bulletin.notes) == ((), ())


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("11.11.2022,261,tank,2814,", "'11.11.2022' is not a day as 2022-11-11"),
        ("2022-11-31,281,tank,2814,", "'2022-11-31' is not a day as 2022-11-11"),
        ("2022-11-11,261,tank,2814.5,", "cumulative is '2814.5', not a whole number"),
        ("2022-11-11,261,tank,-1,", "cumulative is '-1', not a whole number"),
        ("2022-11-11,261,tank,,", "cumulative is '', not a whole number"),
        ("2022-11-11,261,airship,3,", "no category has the column 'airship'"),
        ("2022-11-11,261,tank,2814,perhaps", "the modifier 'perhaps' is none of"),
        ("2022-11-11,261,tank,2814", "the line has 4 cells and the first line 5"),
        ("2022-11-10,260,tank,2804,", "line 2 states this day and category already"),
    ],
)
def test_a_line_that_holds_no_total_is_told_and_the_rest_is_read(line: str, why: str) -> None:
    bulletin = read(f"{HEAD}2022-11-10,260,tank,2804,\n{line}\n2022-11-12,262,tank,2820,\n", "e.csv")
    assert [point.total for point in bulletin.points] == [2804, 2820]
    (told,) = bulletin.unrecognised
    assert told.why.startswith(why)
    assert (told.line, told.origin) == (3, "e.csv")


def test_a_day_of_the_war_that_does_not_match_its_date_is_noted() -> None:
    assert [note.code for note in read(HEAD + "2022-11-11,260,tank,1,\n").notes] == ["day_number"]


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (HEAD, True),
        ('\ufeffdate,war_day,"category",cumulative,modifier\r\n', True),
        ("date,category,cumulative,modifier\n", False),
        ("date,war_day,category,cumulative,modifier,source\n", False),
        ("", False),
    ],
)
def test_it_is_told_by_its_head(head: str, known: bool) -> None:
    assert recognises(head) is known


@pytest.mark.skipif(not EVAL.is_dir(), reason="the evaluation series are not beside the repository")
def test_all_days_of_the_data_set_and_of_its_long_form_are_equal_series() -> None:
    (of_json,) = series(sorted(EVAL.glob("russia_losses_*.json")))
    (of_table,) = series([EVAL / "general_staff.csv"])
    plain = [tuple(replace(point, origin="") for point in one.points) for one in (of_json, of_table)]
    assert plain[0] == plain[1]
    assert of_json.info == of_table.info
    assert len({point.day for point in of_table.points}) == 1626
    assert (len(of_table.points), of_table.unrecognised, of_table.conflicts) == (22_375, (), ())
