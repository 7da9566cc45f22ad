"""The data set's three files, in small; the whole of it is read where the evaluation data are present."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from tallywire.claims.errors import SourceError
from tallywire.claims.series import Correction, Remark
from tallywire.collect.bulletins import series
from tallywire.collect.bulletins.russian_losses_json import read, recognises

EVAL = Path(__file__).parents[4] / "shared" / "eval" / "series"

EQUIPMENT = """[{"date": "2022-11-11", "day": 261, "aircraft": 278, "tank": 2814, "vehicles and fuel tanks": 4259,
"greatest losses direction": "Bakhmut"}]"""
PERSONNEL = """[{"date": "2022-03-07", "day": 12, "personnel": 11000, "personnel*": "more", "POW": 216},
{"date": "2022-11-11", "day": 261, "personnel": 79400, "personnel*": "about"}]"""
CORRECTION = """[{"date": "2023-05-27", "day": 458, "tank": -5, "APC": 7, "MRL": 0, "personnel": 0}]"""


def test_equipment() -> None:
    bulletin = read(EQUIPMENT)
    assert {(p.category, p.total) for p in bulletin.points} == {("aircraft", 278), ("tank", 2814), ("vehicle", 4259)}
    assert bulletin.remarks == (Remark(date(2022, 11, 11), "greatest losses in the direction of Bakhmut"),)


def test_personnel_keeps_its_hedge() -> None:
    said = [(p.day, p.category, p.total, p.modifier) for p in read(PERSONNEL).points]
    assert said == [
        (date(2022, 3, 7), "personnel", 11000, "at_least"),
        (date(2022, 3, 7), "captive", 216, "exact"),
        (date(2022, 11, 11), "personnel", 79400, "about"),
    ]


def test_corrections_are_no_totals() -> None:
    bulletin = read(CORRECTION)
    assert bulletin.points == ()
    assert bulletin.corrections == (
        Correction(date(2023, 5, 27), "tank", -5),
        Correction(date(2023, 5, 27), "afv", 7),
    )


def test_a_column_we_do_not_know_is_told_and_the_rest_is_read() -> None:
    bulletin = read('[{"date": "2022-11-11", "day": 261, "airship": 3, "tank": 2814}]', "e.json")
    assert [p.total for p in bulletin.points] == [2814]
    assert [(u.words, u.line, u.origin) for u in bulletin.unrecognised] == [("airship", 1, "e.json")]


def test_a_missing_total_is_no_zero() -> None:
    assert read('[{"date": "2022-11-11", "day": 261, "tank": null}]').points == ()


def test_a_day_of_the_war_that_does_not_match_its_date_is_noted() -> None:
    assert [note.code for note in read('[{"date": "2022-11-11", "day": 260, "tank": 1}]').notes] == ["day_number"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[{"date": "2022-11-11", "tank": 2814', "not_the_data_set"),
        ('{"date": "2022-11-11", "tank": 2814}', "not_the_data_set"),
        ('[{"date": "11.11.2022", "tank": 2814}]', "unknown_form"),
        ('[{"tank": 2814}]', "unknown_form"),
        ('[{"date": "2022-11-11", "tank": "2814"}]', "unknown_form"),
        ('[{"date": "2022-11-11", "tank": true}]', "unknown_form"),
    ],
)
def test_what_is_not_the_data_set_is_an_error(text: str, code: str) -> None:
    with pytest.raises(SourceError) as error:
        read(text, "e.json")
    assert (error.value.code, error.value.where) == (code, "e.json")


@pytest.mark.parametrize("text", ["", "[]", '[{"date": "2022-11-11"}]', '{"tank": 1, "date": ""}'])
def test_other_json_is_not_recognised(text: str) -> None:
    assert not recognises(text)


@pytest.mark.skipif(not EVAL.is_dir(), reason="the evaluation series are not beside the repository")
def test_the_whole_data_set_gives_the_totals_of_the_long_form() -> None:
    (read_series,) = series(sorted(EVAL.glob("russia_losses_*.json")))
    columns = {category.column: category.id for category in read_series.info.categories}
    with (EVAL / "general_staff.csv").open(encoding="utf-8", newline="") as rows:
        expected = {(row["date"], columns[row["category"]]): int(row["cumulative"]) for row in csv.DictReader(rows)}
    assert {(p.day.isoformat(), p.category): p.total for p in read_series.points} == expected
    assert len(expected) == 22_375
    assert (read_series.conflicts, read_series.unrecognised, len(read_series.corrections)) == ((), (), 86)
