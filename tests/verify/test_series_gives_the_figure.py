"""A figure laid against a series: reproduced, consistent with some windows, or not reproduced."""

from datetime import date

from build import figure
from cases import case, fit, match
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Fit
from tallywire.verify.series_gives_the_figure import check

WEEK = figure(id="w", value=4560, words="4,560")
PUBLISHED = "published 2022-11-11, 'in one week'"


def said(laid: Fit) -> Finding:
    (finding,) = check(case(WEEK, fits=(laid,)))
    return finding


def test_a_window_that_the_text_fixes_reproduces_the_figure() -> None:
    found = said(fit("w", 4560, match(4560), searched=1, fixed_by=PUBLISHED))
    assert (found.code, found.severity, found.sure) == ("reproduced", "info", "certain")
    assert "is exactly what" in found.says
    assert "5-11 November 2022" in found.says
    assert found.arithmetic is not None
    assert "79,400 - 74,840 = 4,560" in found.arithmetic
    assert "Of all 95,000 windows of 1-60 days, 13 fit." in found.arithmetic
    assert (found.fits, found.searched, found.chance) == (1, 1, 0.4)


def test_a_rare_fit_reproduces_the_figure_by_chance_alone() -> None:
    found = said(fit("w", 4560, match(4560), chance=0.004))
    assert (found.code, found.sure) == ("reproduced", "chance")


def test_a_fit_that_a_made_up_figure_would_have_too_is_only_consistent() -> None:
    found = said(fit("w", 4560, match(4560), match(4560, end=date(2022, 11, 12)), chance=0.4))
    assert (found.code, found.sure) == ("consistent_with", "chance")
    assert "2 of 1,619 windows" in found.says
    assert "reproduced" not in found.says


def test_a_fit_within_rounding_is_not_called_exact() -> None:
    assert "fits, within its wording," in said(fit("w", 4560, match(4559, exact=False), fixed_by=PUBLISHED)).says


def test_nothing_gives_it_names_the_nearest_and_what_was_covered() -> None:
    found = said(fit("w", 4650, nearest=match(4560), fixed_by=PUBLISHED, searched=1, fits=0))
    assert (found.code, found.severity, found.fits) == ("not_reproduced", "conflict", 0)
    assert found.arithmetic is not None
    assert "gives for 5-11 November 2022, 4,560 (published 2022-11-11, 'in one week')." in found.says
    assert found.arithmetic.startswith("79,400 - 74,840 = 4,560; 4,650 − 4,560 = 90. ")
    assert "25 February 2022 to 8 August 2026 (1,626 days)" in found.arithmetic


def test_nothing_gives_it_anywhere_is_a_notice_not_a_conflict() -> None:
    found = said(fit("w", 4650, nearest=match(4649), fits=0))
    assert found.severity == "notice"
    assert found.arithmetic is not None
    assert "is not among the seven-day windows of personnel that" in found.says
    assert found.arithmetic.startswith("The nearest is 5-11 November 2022: 79,400 - 74,751 = 4,649; ")


def test_a_limit_is_never_reproduced_even_where_its_window_is_fixed() -> None:
    found = said(fit("w", 4000, match(4560, exact=False), searched=1, fixed_by=PUBLISHED, bound=True))
    assert found.code == "consistent_with"
    assert "is consistent with the 4,560 that" in found.says


def test_a_window_that_the_series_does_not_hold_was_not_tried() -> None:
    assert list(check(case(WEEK, fits=(fit("w", 4560, searched=0, fits=0),)))) == []


def test_a_figure_of_a_comment_is_not_checked() -> None:
    joke = figure(id="w", segment="comment")
    assert list(check(case(joke, fits=(fit("w", 5),)))) == []


def test_without_a_series_nothing_is_said() -> None:
    assert list(check(case(WEEK))) == []
