"""A stated change beside the totals of the text and of its source's series."""

from build import GENERAL_STAFF, figure, series
from cases import case, codes
from tallywire.claims.figure import Figure
from tallywire.verify.change_matches_totals import check

TOTALS = series([78690, 79400, 80210])


def total(value: int = 79400) -> Figure:
    return figure(id="t", value=value, count="running_total", source=GENERAL_STAFF)


def change(value: int) -> Figure:
    return figure(id="c", value=value, count="increment", change_of="t", source=GENERAL_STAFF)


def earlier(value: int) -> Figure:
    return figure(id="e", value=value, count="running_total", previous_of="t", source=GENERAL_STAFF)


def test_a_change_that_is_the_difference_of_the_totals_is_no_news() -> None:
    assert list(check(case(total(), change(710), earlier(78690)))) == []


def test_a_change_that_is_not_the_difference_of_the_totals() -> None:
    (found,) = check(case(total(), change(720), earlier(78690)))
    assert codes((found,)) == [("change_differs", "conflict")]
    assert found.arithmetic == "79,400 - 78,690 = 710"
    assert set(found.figures) == {"t", "c", "e"}


def test_the_source_s_series_gives_the_change() -> None:
    assert list(check(case(total(), change(710), series=(TOTALS,)))) == []


def test_the_source_s_series_gives_another_change() -> None:
    (found,) = check(case(total(), change(720), series=(TOTALS,)))
    assert codes((found,)) == [("change_differs", "conflict")]
    assert "reached that total on 2 November 2022 by 710" in found.says
    assert found.series == ("example",)


def test_a_total_that_the_series_never_reached_proves_nothing() -> None:
    assert list(check(case(total(79500), change(720), series=(TOTALS,)))) == []


def test_a_change_without_its_total_is_left_alone() -> None:
    assert list(check(case(change(720), series=(TOTALS,)))) == []
