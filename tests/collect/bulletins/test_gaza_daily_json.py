"""Gaza's daily data set, in small; the whole of it is read where the evaluation data are present."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tallywire.claims.errors import SourceError
from tallywire.claims.series import Point, Series
from tallywire.collect.bulletins import recognises as any_recognises
from tallywire.collect.bulletins import series
from tallywire.collect.bulletins.gaza_daily_json import read, recognises

DATA = Path(__file__).parents[4] / "shared" / "eval" / "series" / "casualties_daily.json"

REPORT = """[{"report_date": "2025-10-11", "report_source": "mohtel", "report_period": 24, "killed": 471,
"killed_cum": 67682, "killed_recovered": 116, "killed_truce_new": 35, "killed_committee": 320, "ext_killed": 471,
"ext_killed_cum": 67682, "injured_cum": 170033}]"""
HEAD = '[{"report_date": "2024-03-01", "report_source": "%s", "report_period": %d, '


def test_a_row_gives_a_point_a_category_with_its_total_and_its_stated_number() -> None:
    said = {(p.category, p.total, p.change, p.by) for p in read(REPORT).points}
    assert said == {
        ("killed", 67682, 471, ""),
        ("killed_recovered", None, 116, ""),
        ("killed_new", None, 35, ""),
        ("killed_committee", None, 320, ""),
        ("injured", 170033, None, ""),
        ("ext_killed", 67682, 471, "data set"),
    }


@pytest.mark.parametrize(
    ("columns", "total", "change"),
    [
        ('"killed": 5', None, 5),
        ('"killed_cum": 100', 100, None),
        ('"killed_cum": 100, "killed": null', 100, None),
        ('"killed_cum": 100, "killed": 0', 100, 0),
    ],
)
def test_a_total_never_makes_a_daily_number_nor_the_other_way_round(
    columns: str, total: int | None, change: int | None
) -> None:
    (point,) = read(HEAD % ("mohtel", 24) + columns + "}]").points
    assert (point.total, point.change) == (total, change)


@pytest.mark.parametrize(
    ("source", "hours", "by", "remarks"),
    [
        ("mohtel", 24, "", []),
        ("gmotel", 24, "PSE-GAZA-GMO", []),
        ("missing", 24, "unknown", ["no official report was found for this day"]),
        ("mohtel", 48, "", ["the report covers 48 hours"]),
        ("mohtel", 0, "", ["nothing new was reported: the totals of the day before are repeated"]),
    ],
)
def test_who_states_a_row_and_for_how_long(source: str, hours: int, by: str, remarks: list[str]) -> None:
    bulletin = read(HEAD % (source, hours) + '"killed": 0, "killed_cum": 100}]')
    assert [(p.by, p.hours) for p in bulletin.points] == [(by, hours)]
    assert [remark.words for remark in bulletin.remarks] == remarks


def test_what_we_do_not_know_is_told_and_the_rest_is_read() -> None:
    bulletin = read(HEAD % ("radio", 24) + '"killed_cum": 100, "killed_elsewhere_cum": 3}]', "g.json")
    assert [(p.category, p.total, p.by) for p in bulletin.points] == [("killed", 100, "unknown")]
    assert [(u.words, u.line, u.origin) for u in bulletin.unrecognised] == [
        ("killed_elsewhere_cum", 1, "g.json"),
        ("radio", 1, "g.json"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (REPORT[:-5], "not_the_data_set"),
        (REPORT[1:-1], "not_the_data_set"),
        (REPORT.replace("2025-10-11", "11.10.2025"), "unknown_form"),
        (REPORT.replace("67682", '"67682"'), "unknown_form"),
        (REPORT.replace("471", "47.1"), "unknown_form"),
        (REPORT.replace("24,", "true,"), "unknown_form"),
    ],
)
def test_what_is_not_the_data_set_is_an_error(text: str, code: str) -> None:
    with pytest.raises(SourceError) as error:
        read(text, "g.json")
    assert (error.value.code, error.value.where) == (code, "g.json")


def test_it_is_recognised_and_no_other_list_is() -> None:
    assert recognises(REPORT)
    assert any_recognises(REPORT)
    assert not any(recognises(text) for text in ("", "[]", '[{"date": "2022-11-11", "tank": 1}]', REPORT[1:]))


@pytest.fixture(scope="module")
def gaza() -> Series:
    if not DATA.is_file():
        pytest.skip("the evaluation series are not beside the repository")
    (read_series,) = series([DATA])
    return read_series


def mismatches(points: tuple[Point, ...], category: str) -> Iterator[tuple[date, int, int]]:
    """Days whose stated number is not the growth of the totals, among reports of two days that follow one another."""
    totals = {point.day: point.total for point in points if point.category == category}
    for point in points:
        before = totals.get(point.day - timedelta(days=1))
        if point.category != category or before is None or point.total is None or point.change is None:
            continue
        if point.change != point.total - before:
            yield point.day, point.change, point.total - before


def test_every_column_of_the_whole_data_set_is_read(gaza: Series) -> None:
    assert (gaza.unrecognised, gaza.conflicts, gaza.notes) == ((), (), ())
    assert len({point.day for point in gaza.points}) == 1051
    assert sum(point.by == "PSE-GAZA-GMO" for point in gaza.points if point.category == "killed") > 0
    estimates = {one.id for one in gaza.info.categories if one.estimate}
    assert {point.category for point in gaza.points if point.by == "data set"} == estimates


def test_stated_daily_numbers_against_the_growth_of_totals(gaza: Series) -> None:
    killed = list(mismatches(gaza.points, "killed"))
    assert [(day.isoformat(), stated, grown) for day, stated, grown in killed] == [
        ("2023-12-05", 725, 349),
        ("2023-12-08", 313, 310),
        ("2023-12-09", 210, 213),
        ("2024-01-12", 151, 239),
        ("2024-01-16", 158, 185),
        ("2024-08-27", 41, 0),
        ("2024-08-28", 58, 99),
    ]
    injured = [day.isoformat() for day, _stated, _grown in mismatches(gaza.points, "injured")]
    assert injured == [
        *("2023-10-11", "2023-10-15", "2023-10-16", "2023-10-21", "2023-12-02", "2023-12-04", "2023-12-08"),
        *("2023-12-12", "2023-12-13", "2023-12-24", "2024-01-12", "2024-01-22", "2024-08-27", "2024-08-28"),
    ]


def test_the_data_sets_own_reckoning_hides_them(gaza: Series) -> None:
    """Why estimates are kept apart: there the daily number is made from the totals, or the totals from it."""
    assert list(mismatches(gaza.points, "ext_killed")) == []
