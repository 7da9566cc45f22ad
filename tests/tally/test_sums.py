"""What daily numbers add up to, and what they leave open."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallywire.catalog.series import info
from tallywire.claims.series import Point, Series
from tallywire.tally.sums import line
from tallywire.tally.windows import tracks

START = date(2025, 10, 11)
GAZA = info("gaza_moh")


def points(category: str, daily: list[int | None]) -> list[Point]:
    """A stated daily number a day; None states none."""
    days = enumerate(daily)
    return [Point(START + timedelta(days=n), category, None, change) for n, change in days if change is not None]


def of(*stated: list[Point]) -> Series:
    return Series(GAZA, tuple(point for each in stated for point in each))


def growth(series: Series, category: str, first: int, last: int) -> int | None:
    (track,) = tracks(series, [GAZA.category(category)])
    start = START.toordinal()
    window = track.window(start + first - 1, start + last)
    return window.value if window else None


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [(0, 0, 35), (0, 1, 42), (1, 1, 7), (1, 3, 13), (3, 3, None), (2, 2, None), (0, 4, None)],
)
def test_a_window_is_the_sum_of_its_daily_numbers(first: int, last: int, value: int | None) -> None:
    """On the third day nothing was reported, so no window begins or ends there."""
    series = of(points("killed", [151, 7, None, 6]), points("killed_new", [35, 7, None, 6]))
    assert growth(series, "killed_new", first, last) == value


def test_a_part_that_is_not_stated_is_nothing_where_the_others_make_the_whole() -> None:
    series = of(
        points("killed", [151, 7, 10]), points("killed_recovered", [116, None, 4]), points("killed_new", [35, 7, 6])
    )
    assert growth(series, "killed_recovered", 0, 1) == 116
    summed = line(series, GAZA.category("killed_recovered"))
    assert summed is not None
    assert summed.of.left_open == {}


def test_what_no_part_holds_is_named_in_the_arithmetic() -> None:
    series = of(
        points("killed", [35, 11, 6]), points("killed_new", [35, None, 6]), points("killed_succumbed", [None, 4, None])
    )
    summed = line(series, GAZA.category("killed_new"))
    assert summed is not None
    said = summed.of.arithmetic(START.toordinal() - 1, START.toordinal() + 2)
    assert said == (
        "41 killed anew (2 daily numbers), stated in the reports of 11 October 2025 to 13 October 2025; "
        "in no category: 7 of 12 October 2025"
    )


def test_a_union_adds_what_its_categories_state() -> None:
    series = of(
        points("killed", [45, 7, 8]), points("killed_new", [35, 7, 4]), points("killed_succumbed", [10, None, 4])
    )
    assert growth(series, "killed_new_or_of_wounds", 0, 2) == 60
    summed = line(series, GAZA.category("killed_new_or_of_wounds"))
    assert summed is not None
    assert summed.of.arithmetic(START.toordinal() - 1, START.toordinal() + 2) == (
        "46 killed anew (3 daily numbers) + 14 died of wounds (2 daily numbers) = 60, "
        "stated in the reports of 11 October 2025 to 13 October 2025"
    )


def test_a_union_of_which_one_category_was_never_stated_is_no_sum() -> None:
    series = of(points("killed", [35]), points("killed_new", [35]))
    assert tracks(series, [GAZA.category("killed_new_or_of_wounds")]) == ()


def test_estimates_are_searched_only_when_they_are_asked_for() -> None:
    series = Series(GAZA, (Point(START, "killed", 10), Point(START, "ext_killed", 11)))
    assert [track.category.id for track in tracks(series)] == ["killed"]
    assert [track.category.id for track in tracks(series, [GAZA.category("ext_killed")])] == ["ext_killed"]


@given(st.lists(st.one_of(st.none(), st.integers(0, 500)), min_size=1, max_size=40), st.randoms())
def test_sums_add_up_whatever_the_order_of_reading(daily: list[int | None], shuffled: random.Random) -> None:
    stated = points("killed_new", daily) + points("killed", daily)
    ordered = line(Series(GAZA, tuple(stated)), GAZA.category("killed_new"))
    shuffled.shuffle(stated)
    mixed = line(Series(GAZA, tuple(stated)), GAZA.category("killed_new"))
    assert (ordered is None) == (mixed is None) == (set(daily) == {None})
    if ordered and mixed:
        assert ordered.sums[-1] == mixed.sums[-1] == sum(filter(None, daily))
        assert len(ordered.sums) == len(mixed.sums)
