"""Records of a series, with the regime that each comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from build import info
from build import series as build_series
from tallywire.claims.finding import Cell
from tallywire.claims.series import Series
from tallywire.tally.query import Query
from tallywire.tally.records import records

DAILY = Query("killed", "combatant", "Russia", by="day")


def told(cells: tuple[Cell, ...]) -> list[tuple[str, object, bool]]:
    """The day, the number, and whether it is said to come from irregular reports."""
    return [(cell.period, cell.best, "irregular reports" in cell.derivation) for cell in cells]


def irregular(totals: list[int | None], until: date) -> Series:
    return replace(build_series(totals), info=info(irregular_until=until))


@pytest.mark.parametrize(
    ("until", "cells"),
    [
        (date(2022, 11, 2), [("2022-11-02", 900, True), ("2022-11-04", 70, False)]),
        (date(2022, 10, 1), [("2022-11-02", 900, False)]),  # all of it is regular
        (date(2022, 11, 9), [("2022-11-02", 900, True)]),  # none of it is
    ],
)
def test_a_leap_of_irregular_reports_never_stands_alone(until: date, cells: list[tuple[str, object, bool]]) -> None:
    found = irregular([100, 1000, 1050, 1120, 1180], until)
    assert told(records([found], DAILY)) == cells


def test_a_regular_record_above_the_irregular_days_is_the_only_one() -> None:
    found = irregular([100, 150, 200, 900], date(2022, 11, 2))
    assert told(records([found], DAILY)) == [("2022-11-04", 700, False)]


def test_the_earliest_of_equal_days_and_no_day_across_a_gap() -> None:
    assert told(records([build_series([0, 50, 100, None, 400])], DAILY)) == [("2022-11-02", 50, False)]


def test_the_daily_record_before_the_retreat_from_kherson(general_staff: tuple[Series, ...]) -> None:
    leap, regular = records(general_staff, replace(DAILY, until=date(2022, 11, 10)))
    assert (leap.period, leap.best) == ("2022-03-03", 3160)
    assert "9,000 (3 March 2022) − 5,840 (2 March 2022) = 3,160" in leap.derivation
    assert "irregular reports" in leap.derivation
    assert (regular.period, regular.best) == ("2022-10-30", 950)
    assert "regular since 15 March 2022" in regular.derivation
