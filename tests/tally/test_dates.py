"""Dating a text: the days by rank, what is used, and when nothing is claimed."""

from __future__ import annotations

from datetime import date

import pytest

from build import GENERAL_STAFF, counted, series
from tallywire.claims.article import Article
from tallywire.claims.figure import Figure
from tallywire.claims.reading import Reading
from tallywire.claims.series import Series
from tallywire.tally.dates import dates

RISING = series([1000, 1710, 2420, 3130, 3841, 4560])  # 1 to 6 November 2022


def text(*figures: Figure, published: str | None = None) -> Reading:
    return Reading(Article("page.html", "", (), published=published), figures=figures)


def total(value: int, **fields: object) -> Figure:
    told = {"id": "total", "source": GENERAL_STAFF, **fields}
    return counted("running_total", "since the start of the war", value, **told)


def of_a_day(value: int, **fields: object) -> Figure:
    return counted("increment", None, value, **{"id": "day", "source": GENERAL_STAFF, **fields})


def test_days_are_ranked_by_exact_figures_and_then_by_difference() -> None:
    # over 3,000 are 3,130 and 3,841; 710 is the change of one of them only as it stands
    found = dates(text(total(3000, modifier="at_least"), of_a_day(700, modifier="at_least")), [RISING])
    assert [one.day for one in found.days] == [date(2022, 11, 4), date(2022, 11, 5)]
    assert (found.outcome, found.fits, found.searched) == ("consistent", 2, 6)
    assert "2 of 6 days" in found.why
    exact = dates(text(total(3841), of_a_day(700, modifier="at_least")), [RISING])
    assert [(one.day, one.exact) for one in exact.days] == [(date(2022, 11, 5), 1)]


def test_the_day_of_the_page_moves_nothing() -> None:
    figures = (total(3000, modifier="at_least"), of_a_day(700, modifier="at_least"))
    undated, dated = dates(text(*figures), [RISING]), dates(text(*figures, published="2022-11-05"), [RISING])
    assert dated.published == "2022-11-05"
    assert [one.day for one in dated.days] == [one.day for one in undated.days]


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ((), "no figure is read"),
        ((total(3841),), "fewer than two"),
        ((total(3841), total(3130, id="again")), "fewer than two"),
        ((total(3841), of_a_day(9)), "on none of 6 days"),
        ((total(3841, segment="comment"), of_a_day(711, segment="comment")), "no figure is read"),
    ],
    ids=["nothing", "one figure", "the same question twice", "no day", "comments"],
)
def test_nothing_is_claimed(figures: tuple[Figure, ...], why: str) -> None:
    found = dates(text(*figures), [RISING])
    assert (found.outcome, found.days, found.chance) == ("undated", (), None)
    assert why in found.why
    assert found.coverage[0].days == 6


def test_a_figure_that_asks_for_no_day_is_named() -> None:
    found = dates(text(total(3841), of_a_day(711), of_a_day(40, id="x", kind="wounded")), [RISING])
    assert found.used == ("3841", "711")
    assert found.unused == ("40",)


def test_a_limit_of_the_total_and_one_of_the_day_leave_two_days_in_four_years(
    general_staff: tuple[Series, ...],
) -> None:
    nearly = total(80000, modifier="about", band=(72000, 80000))
    found = dates(text(nearly, of_a_day(700, modifier="at_least")), general_staff)
    assert found.outcome == "consistent"
    assert [one.day for one in found.days] == [date(2022, 11, 11), date(2022, 11, 10)]
    with_the_week = dates(text(nearly, of_a_day(710), counted("period_total", "in a week", 4560)), general_staff)
    assert (with_the_week.outcome, with_the_week.days[0].exact) == ("dated", 2)
