"""Bulletins together: the sample in two languages, files that disagree, and laws of merging."""

from __future__ import annotations

import random
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallywire.claims.errors import SourceError
from tallywire.claims.series import Point, Series
from tallywire.collect.bulletins import formats, points, read, series, series_from_points

SAMPLE = sorted(Path(str(files("tallywire.catalog").joinpath("sample/bulletins"))).glob("*.txt"))
DAY = date(2022, 11, 11)


def totals(of: Series) -> dict[tuple[str, date], tuple[int | None, int | None]]:
    return {(point.category, point.day): (point.total, point.change) for point in of.points}


def test_the_formats_are_found_by_their_folder() -> None:
    assert list(formats()) == [
        "described_csv",
        "gaza_daily_json",
        "gaza_moh",
        "general_staff_csv",
        "general_staff_ua",
        "russian_losses_json",
    ]


def test_the_two_languages_of_the_sample_say_the_same() -> None:
    english, ukrainian = (series([path])[0] for path in SAMPLE)
    assert totals(english) == totals(ukrainian)
    assert len(english.points) == 11 * 13
    (both,) = series(SAMPLE)
    assert (totals(both), both.conflicts, both.unrecognised) == (totals(english), (), ())


def test_the_sample_s_stated_changes_are_the_differences_of_its_totals() -> None:
    (sample,) = series(SAMPLE)
    for before, after in pairwise(sample.points):
        if before.category == after.category:
            assert (after.total or 0) - (before.total or 0) == after.change


def test_known_totals_of_the_sample() -> None:
    (sample,) = series(SAMPLE)
    assert totals(sample)["personnel", DAY] == (79400, 710)
    assert totals(sample)["tank", DAY] == (2814, 10)


def test_a_data_set_s_total_keeps_the_change_that_a_bulletin_states() -> None:
    from_data_set = Point(DAY, "tank", 2814, version="data set", origin="e.json")
    from_bulletin = Point(DAY, "tank", 2814, 10, words="tanks - 2814 (+10)", origin="post.txt")
    (kept,) = series_from_points([from_data_set, from_bulletin], "general_staff_ua").points
    assert (kept.total, kept.change, kept.words) == (2814, 10, "tanks - 2814 (+10)")


@pytest.mark.parametrize(
    ("given_points", "kept", "conflicts"),
    [
        ([("a", 2814, 10, ""), ("b", 2814, 10, "")], 2814, []),
        ([("a", 2814, 10, "data set"), ("b", 2815, 11, "")], 2815, ["totals differ: 2,815 and 2,814"]),
        ([("a", 2814, 10, ""), ("b", 2815, 11, ""), ("c", 2815, 11, "")], 2815, ["totals differ: 2,815 and 2,814"]),
        ([("a", 2814, 10, ""), ("b", 2814, 12, "")], 2814, ["stated changes differ: +10 and +12"]),
    ],
    ids=["agree", "a bulletin outranks a data set", "most files", "changes differ"],
)
def test_files_that_disagree(given_points: list[tuple[str, int, int, str]], kept: int, conflicts: list[str]) -> None:
    said = [Point(DAY, "tank", total, change, version=version, origin=o) for o, total, change, version in given_points]
    merged = series_from_points(said, "general_staff_ua")
    assert [point.total for point in merged.points] == [kept]
    assert [conflict.why for conflict in merged.conflicts] == conflicts


@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_points_does_not_matter(shuffled: random.Random) -> None:
    said = [*points(SAMPLE[0].read_text("utf8"), "a"), *points(SAMPLE[1].read_text("utf8"), "b")]
    mixed = said.copy()
    shuffled.shuffle(mixed)
    assert series_from_points(mixed, "general_staff_ua") == series_from_points(said, "general_staff_ua")


def test_what_no_format_reads_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Good morning.", encoding="utf-8")
    with pytest.raises(SourceError, match=r"page\.txt:1: no format of an official bulletin reads it"):
        series([page])
    with pytest.raises(SourceError, match="No such file"):
        series([tmp_path / "nowhere.txt"])
    page.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="is not UTF-8"):
        series([page])


def test_read_names_the_series() -> None:
    assert read(SAMPLE[0].read_text("utf8")).series == "general_staff_ua"


@pytest.mark.parametrize(
    ("stated", "kept", "conflicts"),
    [
        ([(100, None), (None, 5)], (100, 5), 0),
        ([(None, 5), (100, 6)], (100, 6), 1),
        ([(None, 5), (None, 5)], (None, 5), 0),
        ([(100, None), (101, 5)], (100, None), 1),
    ],
)
def test_a_total_and_a_change_from_two_files_stand_together(
    stated: list[tuple[int | None, int | None]], kept: tuple[int | None, int | None], conflicts: int
) -> None:
    points = [Point(DAY, "killed", *one, origin=str(number)) for number, one in enumerate(stated)]
    for order in (points, points[::-1]):
        joined = series_from_points(order, "gaza_moh")
        assert [(point.total, point.change) for point in joined.points] == [kept]
        assert len(joined.conflicts) == conflicts
