"""What would settle the figures of an article: the series, or the date."""

from build import GENERAL_STAFF, figure
from cases import case, fit
from tallywire.verify.needs import needs

WEEK = figure(id="w", value=4560, words="4,560", source=GENERAL_STAFF, count="period_total", period="in one week")


def test_without_a_series_it_is_asked_for() -> None:
    (line,) = needs(case(WEEK))
    assert line == (
        'One figure ("4,560") can be laid against the daily series of the General Staff of the Armed Forces of '
        "Ukraine: give its totals with --series FILE."
    )


def test_a_dated_text_says_up_to_when() -> None:
    (line,) = needs(case(WEEK, published="2022-11-11"))
    assert "give its totals up to 11 November 2022 with" in line


def test_with_a_series_and_no_date_the_date_is_asked_for() -> None:
    (line,) = needs(case(WEEK, fits=(fit("w", 4560),)))
    assert line.startswith('Words of time such as "in one week"')
    assert "--published DATE" in line


def test_a_series_that_does_not_reach_so_far_is_asked_for_more() -> None:
    (line,) = needs(case(WEEK, fits=(fit("w", 4560, searched=0),), published="2022-11-11"))
    assert "holds 25 February 2022 to 8 August 2026: give its totals for the days of the text" in line


def test_nothing_is_needed_where_everything_is_known() -> None:
    assert needs(case(WEEK, fits=(fit("w", 4560),), published="2022-11-11")) == ()


def test_figures_that_no_series_counts_need_nothing() -> None:
    assert needs(case(figure(), figure(id="v", modifier="vague", low=24, high=99, source=GENERAL_STAFF))) == ()
