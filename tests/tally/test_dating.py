"""The joint fit of a text's figures: invented texts about true figures, and texts with one figure changed."""

from __future__ import annotations

import random
from datetime import date

import pytest

from build import GENERAL_STAFF, counted, figure, series
from tallywire.claims.figure import Figure, PlaceRef, Ref, Source
from tallywire.claims.fit import Fit
from tallywire.claims.series import Series
from tallywire.tally.dating import dating
from tallywire.tally.fits import fits

FRIDAY_11 = date(2022, 11, 11)


def week(value: int, **fields: object) -> Figure:
    return counted("period_total", "In one week", value, **{"id": "week", **fields})


def over_week(value: int) -> Figure:
    return counted("period_total", "one week", value, id="headline", modifier="at_least", kind="casualties")


def friday(value: int) -> Figure:
    return counted("increment", "Friday", value, id="friday", kind="casualties")


def over_day(value: int) -> Figure:
    return counted("increment", None, value, id="again", modifier="at_least", source=GENERAL_STAFF)


def nearly(value: int, when: str = "since the start of the war") -> Figure:
    band = (0.9 * value, value)
    return counted("running_total", when, value, id="total", modifier="about", band=band, source=GENERAL_STAFF)


def text(of_week: int = 4560) -> list[Figure]:
    return [over_week(4000), week(of_week), nearly(80000), friday(710), over_day(700)]


def by_id(found: tuple[Fit, ...]) -> dict[str | None, Fit]:
    return {fit.figure: fit for fit in found}


def test_five_figures_give_one_day(general_staff: tuple[Series, ...]) -> None:
    found = dating(text(), general_staff)
    assert found is not None
    assert (found.dates, found.searched, found.left_out) == ((FRIDAY_11,), 1626, ())
    assert found.proves
    assert found.steps[1] == "4560: 79,400 (11 November 2022) − 74,840 (4 November 2022) = 4,560"


def test_two_vague_figures_leave_two_days_and_claim_nothing(general_staff: tuple[Series, ...]) -> None:
    found = dating([nearly(80000), over_day(700)], general_staff)
    assert found is not None
    assert found.dates == (date(2022, 11, 10), FRIDAY_11)
    assert found.day is None
    assert not found.proves


def test_the_day_of_publication_orders_and_narrows(general_staff: tuple[Series, ...]) -> None:
    loose = [nearly(80000), over_day(700)]
    near = dating(loose, general_staff, date(2022, 11, 10))
    assert near is not None
    assert near.dates == (date(2022, 11, 10),)
    far = dating(loose, general_staff, date(2024, 1, 1))
    assert far is not None
    assert set(far.dates) == {date(2022, 11, 10), FRIDAY_11}


def test_a_changed_figure_is_left_out_and_named(general_staff: tuple[Series, ...]) -> None:
    found = dating(text(4650), general_staff)
    assert found is not None
    assert (found.dates, found.left_out) == ((FRIDAY_11,), ("week",))
    assert "week" not in found.figures


def test_a_wrong_number_said_twice_is_left_out_as_one(general_staff: tuple[Series, ...]) -> None:
    twice = [*text(4650), counted("period_total", "one week", 4650, id="again in the caption")]
    found = dating(twice, general_staff)
    assert found is not None
    assert (found.dates, set(found.left_out)) == ((FRIDAY_11,), {"week", "again in the caption"})


def test_two_figures_that_contradict_each_other_date_nothing(general_staff: tuple[Series, ...]) -> None:
    found = dating([week(4560), friday(1930)], general_staff)
    assert found is not None
    assert found.dates == ()


@pytest.mark.parametrize(
    "figures",
    [
        [],
        [week(4560)],
        [week(4560), over_week(4000)],
        [week(4560), figure(id="bare", value=710)],
        [week(4560), counted("increment", "Friday", 710, stance="question")],
        [week(4560), counted("increment", "Friday", 710, segment="comment")],
        [week(4560), counted("increment", "Friday", 710, kind="wounded")],
        [week(4560), counted("increment", "Friday", 710, what="civilian")],
        [week(4560), counted("increment", "Friday", 710, source=Source("Visegrad 24"))],
        [week(4560), counted("increment", None, 710)],
        [week(4560), counted("period_total", "in October 2022", 710)],
    ],
    ids=[
        "none",
        "one",
        "one window twice",
        "no count",
        "question",
        "comment",
        "kind",
        "what",
        "source",
        "no time",
        "calendar",
    ],
)
def test_too_few_figures_can_be_dated(figures: list[Figure], general_staff: tuple[Series, ...]) -> None:
    assert dating(figures, general_staff) is None


def test_a_weekday_is_the_last_one_on_or_before_the_day(general_staff: tuple[Series, ...]) -> None:
    found = dating([friday(710), nearly(80000, "As of Friday, since the war began")], general_staff)
    assert found is not None
    assert found.dates == tuple(date(2022, 11, day) for day in range(11, 18))


def test_true_weeks_are_dated_and_invented_ones_are_not(general_staff: tuple[Series, ...]) -> None:
    drawn = random.Random(11)
    totals = {p.day: p.total for p in general_staff[0].points if p.category == "personnel" and p.total is not None}
    days = drawn.sample([day for day in totals if day >= date(2022, 6, 1)], 20)
    for day in days:
        before = date.fromordinal(day.toordinal() - 7)
        true = [week(totals[day] - totals[before]), counted("running_total", "so far", totals[day], id="total")]
        found = dating(true, general_staff)
        assert found is not None
        assert found.dates == (day,)
        invented = [week(drawn.randrange(1010, 9990, 10)), counted("running_total", "so far", totals[day] + 10, id="t")]
        of_invented = dating(invented, general_staff)
        assert of_invented is not None
        assert not of_invented.dates


def test_with_its_day_of_publication_each_figure_has_one_window(general_staff: tuple[Series, ...]) -> None:
    found = by_id(fits(text(), general_staff, FRIDAY_11))
    assert {name: fit.outcome for name, fit in found.items()} == {
        "headline": "consistent",
        "week": "reproduced",
        "total": "consistent",
        "friday": "reproduced",
        "again": "consistent",
    }
    assert found["friday"].fixed_by == "published 2022-11-11, 'Friday'"
    assert (found["friday"].searched, found["friday"].fits) == (1, 1)
    assert found["week"].free_fits == 13


@pytest.mark.parametrize("published", [None, FRIDAY_11, date(2022, 11, 14)])
def test_a_changed_figure_is_not_rescued_by_another_window(
    published: date | None, general_staff: tuple[Series, ...]
) -> None:
    changed = text(4650)
    found = by_id(fits(changed, general_staff, published, dating(changed, general_staff, published)))["week"]
    assert (found.outcome, found.searched, found.fits) == ("not_reproduced", 1, 0)
    assert found.nearest is not None
    assert found.nearest.value == 4560
    assert found.free_fits > 0, "windows of other lengths would give it, and do not count"


def test_without_a_day_a_fit_is_one_of_many(general_staff: tuple[Series, ...]) -> None:
    found = by_id(fits(text(), general_staff))
    assert (found["week"].outcome, found["week"].searched, found["week"].fits) == ("consistent", 1619, 1)
    assert found["week"].fixed_by is None


def test_a_weak_dating_fixes_nothing(general_staff: tuple[Series, ...]) -> None:
    loose = [nearly(80000), over_day(700)]
    weak = dating(loose, general_staff, date(2022, 11, 10))
    assert weak is not None
    assert not weak.proves
    assert all(fit.fixed_by is None for fit in fits(loose, general_staff, None, weak))


def test_a_text_may_stand_on_the_bulletin_of_the_day_before() -> None:
    days = series([100, 110, 125, 145])  # 1 to 4 November
    yesterdays = counted("increment", "in the past day", 15)
    (fit,) = fits([yesterdays], [days], date(2022, 11, 4))
    assert (fit.outcome, fit.searched) == ("reproduced", 2)
    assert fit.matches[0].end == date(2022, 11, 3)


def test_figures_worked_out_from_the_source_concern_its_series() -> None:
    derived = counted("increment", "a day", 10, derived_from=(Ref("General Staff", "UKR-GS"),))
    passed_on = counted("increment", "a day", 10, source=Source("Ukraine", "UKR"))
    of_another = counted("increment", "a day", 10, source=Source("Oryx"))
    assert len(fits([derived, passed_on, of_another], [series([100, 110])])) == 2


def test_the_days_of_a_grounded_period_speak_where_its_words_are_not_understood() -> None:
    known = counted("increment", "минулої доби", 15, edtf="2022-11-03")
    (fit,) = fits([known], [series([100, 110, 125])])
    assert fit.outcome == "reproduced"


def test_a_series_that_ends_earlier_says_so() -> None:
    (fit,) = fits([week(4560)], [series([100, 110])], FRIDAY_11)
    assert (fit.outcome, fit.searched, fit.fixed_by) == ("not_covered", 0, None)
    assert fit.coverage[0].last == date(2022, 11, 2)


def test_the_toll_of_one_place_is_nothing_against_the_whole() -> None:
    whole = [series([100, 110, 125])]
    here = counted("increment", "a day", 3, place=PlaceRef("Bakhmut", 712451, precision="city"))
    assert fits([here], whole, date(2022, 11, 3)) == ()
    everywhere = counted("increment", "a day", 14, place=PlaceRef("Ukraine", 690791, precision="country"))
    assert [fit.outcome for fit in fits([everywhere], whole, date(2022, 11, 3))] == ["not_reproduced"]


def test_a_small_number_of_somebody_else_may_be_a_part_but_not_the_source_s_own() -> None:
    whole = [series([100, 110, 125])]
    assert fits([counted("increment", "a day", 3)], whole, date(2022, 11, 3)) == ()
    own = counted("increment", "a day", 3, source=GENERAL_STAFF)
    assert [fit.outcome for fit in fits([own], whole, date(2022, 11, 3))] == ["not_reproduced"]


def test_a_number_without_a_source_and_a_time_is_of_some_incident() -> None:
    assert fits([figure(value=10), counted("increment", None, 10)], [series([100, 110])]) == ()


def test_figures_of_single_places_do_not_stop_a_dating(general_staff: tuple[Series, ...]) -> None:
    local = counted("increment", "Friday", 37, id="local", place=PlaceRef("Bakhmut", precision="city"))
    other = counted("increment", "Friday", 52, id="other", place=PlaceRef("Kherson", precision="city"))
    found = dating([*text(), local, other], general_staff)
    assert found is not None
    assert (found.dates, found.left_out) == ((FRIDAY_11,), ())
    assert not {"local", "other"} & set(found.figures)
