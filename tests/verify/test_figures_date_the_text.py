"""The days on which all figures of a text fit a series together."""

from datetime import date, timedelta

from build import figure
from cases import case
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Dating
from tallywire.verify.figures_date_the_text import check

STEPS = ("4,560: 79,400 - 74,840 = 4,560", "710: 79,400 - 78,690 = 710")


def said(*days: date, published: str | None = None, searched: int = 1626) -> list[Finding]:
    dating = Dating(("a", "b"), ("example",), days, searched, STEPS, 0.002)
    return list(check(case(figure(id="a"), figure(id="b"), dating=dating, published=published)))


def test_one_day_dates_the_text() -> None:
    (found,) = said(date(2022, 11, 11))
    assert (found.code, found.severity, found.fits, found.searched) == ("dated", "info", 1, 1626)
    assert "Two figures of the text together fit" in found.says
    assert "on one day only, 11 November 2022" in found.says
    assert found.arithmetic == "4,560: 79,400 - 74,840 = 4,560; 710: 79,400 - 78,690 = 710"
    assert found.chance == 0.002


def test_a_page_that_bears_another_day_is_told_so() -> None:
    (found,) = said(date(2022, 11, 11), published="2023-02-01T08:00:00Z")
    assert (found.code, found.severity) == ("dated", "notice")
    assert found.says.endswith("; the page is dated 1 February 2023.")


def test_one_day_that_made_up_figures_would_fit_too_is_only_a_hint() -> None:
    dating = Dating(("a", "b"), ("example",), (date(2022, 11, 11),), 1626, STEPS, 0.02)
    (found,) = check(case(figure(id="a"), figure(id="b"), dating=dating))
    assert (found.code, found.sure) == ("consistent_with", "chance")
    assert found.says.endswith("too often for this to date the text.")


def test_the_figure_that_fits_no_day_with_the_others_is_named() -> None:
    dating = Dating(("a", "b"), ("example",), (date(2022, 11, 11),), 1626, STEPS, 0.002, left_out=("c",))
    (found,) = check(case(figure(id="a"), figure(id="b"), figure(id="c", words="4,650"), dating=dating))
    assert 'on one day only, 11 November 2022, leaving out "4,650".' in found.says


def test_several_days_are_never_called_a_date() -> None:
    (found,) = said(*(date(2022, 11, 11) + timedelta(days=step) for step in range(7)))
    assert (found.code, found.sure) == ("consistent_with", "chance")
    assert "on 7 of 1,626 days" in found.says
    assert "15 November 2022 and 2 more" in found.says
    assert "do not date the text" in found.says


def test_no_day_fits_them_all() -> None:
    (found,) = said()
    assert (found.code, found.severity, found.fits) == ("not_reproduced", "notice", 0)


def test_a_text_that_nobody_dated_has_no_finding() -> None:
    assert list(check(case(figure(id="a")))) == []
