"""A threshold only takes away: figures, and what rests on them; nothing new is said because something is left out."""

from datetime import date

import pytest

from build import claim, figure
from cases import case, fit
from tallywire.claims.confidence import known_share, sure, sure_claims
from tallywire.claims.errors import UsageError
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case, Dating

SURE, LESS = figure(id="sure", confidence=0.97), figure(id="less", confidence=0.9, subset_of="sure")
ALONE, BOTH, TEXT = (
    Finding("reproduced", "of one", figures=("sure",)),
    Finding("parts_differ", "of both", figures=("sure", "less")),
    Finding("unread_number", "of none"),
)
DATING = Dating(("sure", "less"), ("example",), (date(2022, 11, 11),), 1626, ("a step",), 0.002)


def whole() -> Case:
    return case(
        SURE,
        LESS,
        findings=(ALONE, BOTH, TEXT),
        fits=(fit("sure", 12), fit("less", 12), fit("less", 12)),
        dating=DATING,
    )


@pytest.mark.parametrize("at_least", [0, 0.5, 0.9])
def test_nothing_below_it_is_nothing_left_out(at_least: float) -> None:
    assert sure(whole(), at_least) == whole()


def test_a_figure_goes_with_what_rests_on_it() -> None:
    left = sure(whole(), 0.95)
    assert left.reading.figures == (SURE,)
    assert left.reading.findings == (ALONE, TEXT)
    assert [one.figure for one in left.fits] == ["sure"]
    assert left.dating is None
    (note,) = left.reading.notes
    assert (note.level, note.message) == ("info", "1 figure left out, of a confidence below 0.95")


def test_all_may_be_left_out() -> None:
    left = sure(whole(), 1)
    assert (left.reading.figures, left.reading.findings, left.fits) == ((), (TEXT,), ())
    assert left.reading.notes[0].message.startswith("2 figures left out")


def test_a_date_told_by_figures_that_stay_stays() -> None:
    dated = Dating(("sure",), ("example",), (date(2022, 11, 11),), 1626, ("a step",), 0.002)
    assert sure(case(SURE, LESS, dating=dated), 0.95).dating == dated


def test_claims() -> None:
    claims = [claim(SURE), claim(LESS)]
    assert list(sure_claims(claims, 0)) == claims
    assert list(sure_claims(claims, 0.97)) == claims[:1]


@pytest.mark.parametrize("at_least", [-0.1, 1.01, 80, float("nan"), float("inf")])
def test_what_is_no_confidence(at_least: float) -> None:
    with pytest.raises(UsageError, match="between 0 and 1"):
        known_share(at_least)
