"""Questions, and what the whole series of the General Staff answers to them."""

from __future__ import annotations

import random
import time
from datetime import date
from itertools import pairwise

import pytest

from build import info
from build import series as build_series
from tallywire.claims.errors import UsageError
from tallywire.claims.series import Point, Series
from tallywire.tally.precision import Stated, unit
from tallywire.tally.reproduce import categories, question, reproduce

QUESTIONS = [
    ("4,560 killed in a week", Stated(4560), "lengths", "killed"),
    ("over 4,000 killed in one week", Stated(4000, "at_least"), "lengths", "killed"),
    ("710 on Friday", Stated(710), "weekday", ""),
    ("nearly 80,000 killed since the war began", Stated(80000, "about", "below"), "running", "killed"),
    ("710 killed in 7 days", Stated(710), "lengths", "killed in"),
    ("16,000 in October 2022", Stated(16000), "calendar", "in"),
    ("2814 tanks", Stated(2814), None, "tanks"),
]


@pytest.mark.parametrize(("text", "said", "shape", "about"), QUESTIONS, ids=[row[0] for row in QUESTIONS])
def test_a_question(text: str, said: Stated, shape: str | None, about: str) -> None:
    asked = question(text)
    assert (asked.said, asked.stretch and asked.stretch.shape) == (said, shape)
    assert about.split() == [word for word in asked.about.split() if word in about.split()]


def test_a_question_without_a_number_makes_no_sense() -> None:
    with pytest.raises(UsageError, match="no whole number"):
        question("killed in a week")


@pytest.mark.parametrize(
    ("about", "ids"),
    [
        ("killed", ["personnel"]),
        ("Russian casualties", ["personnel"]),
        ("tanks", ["tank"]),
        ("a tank", ["tank"]),
        ("vehicles and fuel tanks", ["vehicle"]),
        ("cruise missiles", ["cruise_missile"]),
    ],
)
def test_words_name_categories(about: str, ids: list[str], general_staff: tuple[Series, ...]) -> None:
    assert [category.id for category in categories(about, general_staff[0].info)] == ids


def test_4560_in_a_week_is_one_of_1619_windows_and_free_windows_fit_13_times(
    general_staff: tuple[Series, ...],
) -> None:
    (fit,) = reproduce(question("4,560 killed in a week"), general_staff)
    assert (fit.searched, fit.fits, fit.free_searched, fit.free_fits) == (1619, 1, 95730, 13)
    (match,) = fit.matches
    assert (match.start, match.end, match.value) == (date(2022, 11, 5), date(2022, 11, 11), 4560)
    assert match.arithmetic == "79,400 (11 November 2022) − 74,840 (4 November 2022) = 4,560"
    assert len(fit.free_matches) == 13
    assert fit.outcome == "consistent", "most such numbers fit some week of the series"
    assert 0.7 < fit.chance < 0.8
    assert fit.population == "the numbers from 2,280 to 9,120 that end in one zero"


@pytest.mark.parametrize(
    ("text", "outcome", "searched", "fits", "end"),
    [
        ("710 killed on Friday", "consistent", 232, 1, date(2022, 11, 11)),
        ("nearly 80,000 killed since the war began", "consistent", 1626, 2, date(2022, 11, 11)),
        ("2814 tanks since the war began", "consistent", 1626, 1, date(2022, 11, 11)),
        ("4,650 killed in a week", "not_reproduced", 1619, 0, None),
        ("710 killed on 11 November 2022", "reproduced", 2, 1, date(2022, 11, 11)),
        # a month's bulletins are printed from its second day to the first of the next
        ("45,720 killed in November 2024", "reproduced", 2, 1, date(2024, 12, 1)),
        ("4,560 killed in November 2029", "not_covered", 0, 0, None),
    ],
)
def test_answers(
    text: str, outcome: str, searched: int, fits: int, end: date | None, general_staff: tuple[Series, ...]
) -> None:
    fit = reproduce(question(text), general_staff)[0]
    assert (fit.outcome, fit.searched, fit.fits) == (outcome, searched, fits)
    assert [match.end for match in fit.matches[:1]] == ([end] if end else [])


def test_what_fits_nothing_has_a_nearest_window_and_the_coverage_beside_it(general_staff: tuple[Series, ...]) -> None:
    fit = reproduce(question("4,650 killed in a week"), general_staff)[0]
    assert fit.nearest is not None
    assert fit.nearest.value == 4640
    (coverage,) = fit.coverage
    assert (coverage.first, coverage.last, coverage.days) == (date(2022, 2, 25), date(2026, 8, 8), 1626)


def test_without_words_of_time_totals_and_windows_are_two_answers(general_staff: tuple[Series, ...]) -> None:
    totals, windows = reproduce(question("2814 tanks"), general_staff)
    assert (totals.asked, totals.fits) == ("running totals of tanks", 1)
    assert (windows.asked, windows.fits) == ("windows of 1 to 60 days of tanks", 0)


def test_a_rounded_number_is_met_within_its_rounding_exact_ones_first() -> None:
    totals = build_series([0, 4560, 9160, 13700])
    (fit,) = reproduce(question("4,600 killed in a day"), [totals])
    assert [(match.value, match.exact) for match in fit.matches] == [(4600, True), (4560, False)]


def test_it_is_fast(general_staff: tuple[Series, ...]) -> None:
    started = time.process_time()
    reproduce(question("4,560 in a week"), general_staff)
    assert time.process_time() - started < 1.0  # 0.12 s on the machine it was written on


def weekly(series: Series) -> list[int]:
    """The seven-day sums of personnel from the day the bulletins are daily."""
    totals = [p.total or 0 for p in series.points if p.category == "personnel" and p.day >= date(2022, 3, 15)]
    return [after - before for before, after in zip(totals, totals[7:], strict=False)]


def test_true_figures_fit_and_the_stated_chance_is_how_often_invented_ones_do(
    general_staff: tuple[Series, ...],
) -> None:
    drawn = random.Random(4560)
    true = [value for value in drawn.sample(weekly(general_staff[0]), 100) if unit(value) == 10]
    of_true = [reproduce(question(f"{value:,} killed in a week"), general_staff)[0] for value in true]
    assert all(fit.outcome == "consistent" for fit in of_true)
    like_4560 = drawn.sample([number for number in range(2280, 9121, 10) if unit(number) == 10], 100)
    of_invented = [reproduce(question(f"{value:,} killed in a week"), general_staff)[0] for value in like_4560]
    stated = reproduce(question("4,560 killed in a week"), general_staff)[0].chance
    assert sum(bool(fit.fits) for fit in of_invented) / 100 == pytest.approx(stated, abs=0.12)
    assert not any(fit.outcome == "reproduced" for fit in of_invented)


def test_totals_never_skip_a_day(general_staff: tuple[Series, ...]) -> None:
    days = [point.day for point in general_staff[0].points if point.category == "personnel"]
    assert all((after - before).days == 1 for before, after in pairwise(days))


def test_what_was_at_hand_stands_beside_a_question_of_a_category_without_totals() -> None:
    points = tuple(Point(date(2022, 11, day), "tank", day) for day in (1, 3))
    (fit,) = reproduce(question("40 personnel in a day"), [Series(info("personnel", "tank"), points)])
    assert fit.outcome == "not_covered"
    (covered,) = fit.coverage
    assert (covered.first, covered.last, covered.days) == (date(2022, 11, 1), date(2022, 11, 3), 2)
