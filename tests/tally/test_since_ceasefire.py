"""What Gaza's daily reports give for the days since the ceasefire of October 2025: four numbers, four counts."""

from __future__ import annotations

from datetime import date

import pytest

from tallywire.claims.series import Series
from tallywire.tally.growth import rows
from tallywire.tally.query import Query
from tallywire.tally.reproduce import question, reproduce

DAYS = "from 11 October 2025 to 13 August 2026"
FOUR = [
    (1133, ("killed_new",)),
    (1201, ("killed_new", "killed_succumbed")),
    (2050, ("killed_new", "killed_succumbed", "killed_recovered")),
    (6178, ("killed",)),
]


@pytest.mark.parametrize(("value", "categories"), FOUR)
def test_four_numbers_for_the_same_days(value: int, categories: tuple[str, ...], gaza: tuple[Series, ...]) -> None:
    (fit,) = reproduce(question(f"{value:,} killed {DAYS}"), gaza)
    (match,) = fit.matches
    assert match.categories == categories
    assert (match.start, match.end, match.value) == (date(2025, 10, 11), date(2026, 8, 13), value)
    assert (fit.outcome, fit.fits) == ("reproduced", 1)
    assert fit.chance < 0.01


def test_the_two_reports_of_a_total_and_the_daily_numbers_of_a_sum_stand_in_the_arithmetic(
    gaza: tuple[Series, ...],
) -> None:
    said = [reproduce(question(f"{value:,} killed {DAYS}"), gaza)[0].matches[0].arithmetic for value in (6178, 1201)]
    of_sums = (
        "1,133 killed anew (212 daily numbers) + 68 died of wounds (49 daily numbers) = 1,201, "
        "stated in the reports of 11 October 2025 to 13 August 2026; "
        "in no category: 7 of 9 July 2026, 11 of 19 July 2026"
    )
    assert said == ["73,389 (13 August 2026) − 67,211 (10 October 2025) = 6,178", of_sums]


def test_a_number_that_those_days_do_not_give_has_a_nearest_and_other_windows(gaza: tuple[Series, ...]) -> None:
    (fit,) = reproduce(question(f"1,259 killed {DAYS}"), gaza)
    assert (fit.outcome, fit.matches) == ("not_reproduced", ())
    assert fit.nearest is not None
    assert (fit.nearest.value, fit.nearest.end) == (1201, date(2026, 8, 13))
    assert fit.free_fits == 73
    assert all(match.value == 1259 for match in fit.free_matches)
    assert fit.coverage[0].last == date(2026, 8, 22)


@pytest.mark.parametrize("since", ["the ceasefire of 10 October 2025", "the ceasefire", "the truce"])
def test_since_the_ceasefire_up_to_any_report(since: str, gaza: tuple[Series, ...]) -> None:
    (fit,) = reproduce(question(f"1,133 killed since {since}"), gaza)
    (match,) = fit.matches
    assert (match.start, match.end) == (date(2025, 10, 11), date(2026, 8, 13))
    assert fit.outcome == "consistent", "any later report would do, and several hundred were searched"
    assert fit.fixed_by is None


def test_a_ceasefire_says_nothing_of_a_series_that_dates_none(general_staff: tuple[Series, ...]) -> None:
    fits = reproduce(question("710 killed since the ceasefire"), general_staff)
    assert [fit.asked for fit in fits if "since" in fit.asked] == []


def test_a_tally_shows_the_main_count_and_no_part_or_count_beside_it(gaza: tuple[Series, ...]) -> None:
    asked = Query("killed", "person", "Gaza", by="month", since=date(2026, 5, 1), until=date(2026, 5, 31))
    (cell,) = rows(gaza[0], asked)
    assert (cell.best, cell.derivation.split(":")[0]) == (338, "killed")
