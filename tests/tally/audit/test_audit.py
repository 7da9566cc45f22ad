"""What an audit says of small series written out in full, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import info, series
from tallywire.claims.audit import Anomaly
from tallywire.claims.figure import Modifier
from tallywire.claims.series import Conflict, Correction, Point, Series
from tallywire.tally.audit import ORDER, audit, rules

FIRST = date(2022, 11, 1)


def day(number: int) -> date:
    """The day of this number, 1 for the first."""
    return FIRST + timedelta(days=number - 1)


def of(columns: Mapping[str, Sequence[int | None]], *, changes: Mapping[str, Sequence[int | None]] = {}) -> Series:
    """A series of columns of totals, one a day from 1 November 2022 on."""
    points = tuple(
        Point(day(number), category, total, changes.get(category, [None] * len(totals))[number - 1])
        for category, totals in columns.items()
        for number, total in enumerate(totals, start=1)
        if total is not None
    )
    return Series(info(*columns), points)


def rising(*changes: int, start: int = 100) -> list[int]:
    """Totals that grow by these changes."""
    totals = [start]
    for change in changes:
        totals.append(totals[-1] + change)
    return totals


def found(audited: Series, kind: str) -> list[Anomaly]:
    """The anomalies of one kind."""
    return [one for one in audit(audited).anomalies if one.kind == kind]


STATED = [
    # totals               stated changes           what is left over, by day
    ([100, 110, 125], [None, 10, 15], []),
    ([100, 110, 125], [None, 10, 12], [(3, 3)]),
    ([100, 110, 105], [None, 10, 2], [(3, -7)]),
    ([100, 110, 110], [None, 10, -2], [(3, 2)]),
    ([100, 110, 125], [7, None, None], []),  # a first report's change has no total before it
    ([100, None, 125], [None, None, 12], []),  # not adjacent: the change may be of one day, the difference is of two
]


@pytest.mark.parametrize(("totals", "changes", "left"), STATED)
def test_a_stated_change_is_held_against_totals_of_adjacent_days(
    totals: list[int | None], changes: list[int | None], left: list[tuple[int, int]]
) -> None:
    told = found(of({"tank": totals}, changes={"tank": changes}), "change_differs")
    assert [(one.day, one.size) for one in told] == [(day(number), size) for number, size in left]


@pytest.mark.parametrize(("modifier", "count"), [("exact", 1), ("about", 1), ("at_least", 0)])
def test_a_total_that_is_a_bound_has_no_difference(modifier: Modifier, count: int) -> None:
    told = of({"tank": [100, 110]}, changes={"tank": [None, 7]})
    before, after = told.points
    hedged = replace(told, points=(before, replace(after, modifier=modifier)))
    assert len(found(hedged, "change_differs")) == audit(hedged).stated == count


def test_what_a_day_has_left_over_is_a_sentence_with_its_sum() -> None:
    (one,) = found(of({"tank": [100, 110]}, changes={"tank": [None, -2]}), "change_differs")
    assert one.says == "the source states −2, its totals give +10: 12 more than it says"
    assert one.arithmetic == "110 (2 November 2022) − 100 (1 November 2022) = 10; 10 − (−2) = 12"


def test_what_the_next_day_takes_back_is_explained_by_it() -> None:
    stated = of({"tank": [100, 100, 120, 135]}, changes={"tank": [None, 10, 10, 14]})
    early, late, open_ = sorted(found(stated, "change_differs"), key=lambda one: one.day)
    assert early.explained_by == "3 November 2022 has +10, so the two days together are as stated"
    assert late.explained_by == "2 November 2022 has −10, so the two days together are as stated"
    assert open_.explained_by is None


def test_a_fall_is_certain_and_has_its_sum() -> None:
    (one,) = found(of({"tank": [100, 98]}), "total_fell")
    assert (one.day, one.size, one.sure) == (day(2), -2, "certain")
    assert one.arithmetic == "98 (2 November 2022) − 100 (1 November 2022) = −2"


CORRECTIONS = [
    # the data set's correction       explained by
    ((2, "tank", -2), "the data set itself dates a correction of −2 to this day"),
    ((2, "tank", -5), "the data set itself dates a correction of −5 to this day"),  # the day itself added three
    ((1, "tank", -2), "the data set itself dates a correction of −2 to 1 November 2022, the day before"),
    ((2, "tank", -1), None),  # would still have fallen
    ((2, "tank", 5), None),
    ((2, "ship", -2), None),
    ((3, "tank", -2), None),
]


@pytest.mark.parametrize(("correction", "why"), CORRECTIONS)
def test_a_correction_of_the_data_set_explains_a_fall(correction: tuple[int, str, int], why: str | None) -> None:
    number, category, by = correction
    fallen = of({"tank": [100, 98, 99], "ship": [1, 1, 1]})
    (one,) = found(replace(fallen, corrections=(Correction(day(number), category, by),)), "total_fell")
    assert one.explained_by == why


def test_corrections_explain_and_find_nothing() -> None:
    quiet = of({"tank": [100, 110, 125]})
    corrected = replace(quiet, corrections=(Correction(day(2), "tank", 4),))
    assert audit(quiet).anomalies == audit(corrected).anomalies == ()


def test_two_statements_of_one_day() -> None:
    point = Point(day(2), "tank", 110, origin="a.txt")
    disputed = replace(of({"tank": [100, 110]}), conflicts=(Conflict(point, replace(point, total=112), "said twice"),))
    (one,) = found(disputed, "two_totals")
    assert one.says == "two statements of one day: 110 in a.txt and 112 in a.txt; the first is used: said twice"


def test_missing_days_are_told_together_and_a_category_s_own_apart() -> None:
    gaps = of({"tank": [1, None, None, 4, None, 6], "ship": [1, None, None, 1, 1, 1]})
    told = [(one.category, one.day, one.last, one.size) for one in found(gaps, "missing")]
    assert told == [(None, day(2), day(3), 2), ("tank", day(5), day(5), 1)]


def test_a_total_that_stands_still_is_told_where_others_never_do() -> None:
    daily = rising(*[7] * 60, 0, 0, *[7] * 200)
    (one,) = found(of({"tank": daily}), "repeated")
    assert (one.day, one.last, one.size) == (day(62), day(63), 2)
    assert (
        one.says
        == "the total stood still for 2 days; the 60 days around it have +7 in the middle; of all 262 days 2 did so"
    )


def test_a_total_that_often_stands_still_is_left_alone() -> None:
    assert found(of({"ship": rising(*[0, 0, 1] * 60)}), "repeated") == []


def test_a_copied_report() -> None:
    three = {name: rising(5, 6, 0, 7) for name in ("tank", "afv", "uav")}
    (one,) = found(of(three | {"ship": [1, 1, 1, 1, 1]}), "copied")
    assert (one.day, one.says) == (day(4), "all 4 totals are those of the day before")
    assert found(of({"tank": rising(5, 6, 0, 7)}), "copied") == []  # one category may rest


def test_copied_changes() -> None:
    names = ("tank", "afv", "uav")
    totals = {name: rising(5, 5, 6) for name in names}
    changes = {name: [None, 5, 5, 6] for name in names}
    (one,) = found(of(totals, changes=changes), "copied")
    assert (one.day, one.says) == (day(3), "all stated changes are those of the day before")


USUAL = [5, 9, 7, 4, 8, 6, 10] * 12


def test_a_leap_stands_out_from_the_days_around_it() -> None:
    leap = [*USUAL[:40], 60, *USUAL[40:]]
    (one,) = found(of({"tank": rising(*leap)}), "outlier")
    assert (one.day, one.size, one.sure) == (day(42), 60, "chance")
    assert one.says == "+60 in a day; the 60 days around it have +7 in the middle and +10 at most"


def test_what_leaps_every_week_is_no_news() -> None:
    assert found(of({"uav": rising(*[0, 0, 0, 0, 0, 0, 40] * 12)}), "outlier") == []


def test_too_few_days_say_nothing_of_a_leap() -> None:
    assert found(of({"tank": rising(5, 9, 7, 60, 8, 6)}), "outlier") == []


def test_days_on_which_categories_stand_out_together_say_how_often_that_is_chance() -> None:
    leap = rising(*USUAL[:40], 60, *USUAL[40:])
    (one,) = found(of({"tank": leap, "afv": leap}), "stand_out_together")
    assert (one.day, one.size) == (day(42), 2)
    assert one.chance is not None
    assert 0 < one.chance < 0.1  # two days of one in 85 meet in about that share of shifts


def test_a_leap_of_the_irregular_first_weeks_is_explained() -> None:
    leap = of({"tank": rising(*USUAL[:10], 60, *USUAL[10:])})
    early = replace(leap, info=replace(leap.info, irregular_until=day(20)))
    assert found(leap, "outlier")[0].explained_by is None
    assert found(early, "outlier")[0].explained_by == "the early reports are not daily figures"
    assert [(one.day, one.last, one.size) for one in found(early, "irregular")] == [(day(1), day(19), 19)]


def columns(**changes: object) -> Series:
    """Cars and lorries that end on the second day, vehicles that begin on the third; changes are of vehicles."""
    told = of({"car": [10, 12, None], "lorry": [3, 3, None], "vehicle": [None, None, 17], "tank": [1, 2, 3]})
    described = tuple(
        replace(one, **changes) if one.id == "vehicle" else one  # type: ignore[arg-type]
        for one in told.info.categories
    )
    return replace(told, info=replace(told.info, categories=described))


def test_a_category_that_takes_over_others() -> None:
    (one,) = found(columns(joins=("car", "lorry"), first=day(3)), "joined")
    assert (one.day, one.category, one.size) == (day(3), "vehicle", 2)
    assert one.arithmetic == ("12 (2 November 2022) + 3 (2 November 2022) = 15; 17 (3 November 2022) − 15 = 2")
    assert one.explained_by == "the catalogue has the same day"


def test_a_category_that_begins_where_others_ended_is_open_while_the_catalogue_says_nothing() -> None:
    (one,) = found(columns(), "joined")
    assert one.explained_by is None
    assert "on the day after car and lorry ended at 15" in one.says
    assert [anomaly.category for anomaly in found(columns(), "ended")] == ["car", "lorry"]


def test_a_category_that_simply_begins() -> None:
    (one,) = found(of({"tank": [1, 2, 3], "robot": [None, None, 40]}), "born")
    assert (one.day, one.category, one.size, one.explained_by) == (day(3), "robot", 40, None)


def test_every_rule_says_what_it_finds_and_every_kind_has_a_rank() -> None:
    assert {rule.__name__.rsplit(".", 1)[1] for rule in rules()} <= {*ORDER, "columns"}
    assert all(rule.__doc__ for rule in rules())


def test_open_comes_first_then_what_is_certain_then_the_largest() -> None:
    fallen = of({"tank": [100, 99, 90, 95, 80], "ship": [1, None, 1, 1, 1]})
    told = replace(fallen, corrections=(Correction(day(5), "tank", -20),))
    assert [(one.kind, one.size) for one in audit(told).anomalies] == [
        ("total_fell", -9),
        ("total_fell", -1),
        ("missing", 1),
        ("total_fell", -15),
    ]


@given(st.lists(st.integers(0, 200), min_size=2, max_size=40), st.data())
def test_a_hidden_revision_is_found_with_its_size_and_nothing_else_is(changes: list[int], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(changes) - 1))
    hidden = data.draw(st.integers(-50, 50).filter(bool))
    real = [change + hidden * (place == at) for place, change in enumerate(changes)]
    told = found(of({"tank": rising(*real, start=100)}, changes={"tank": [None, *changes]}), "change_differs")
    assert [(one.day, one.size) for one in told] == [(day(at + 2), hidden)]


@given(st.permutations(list(range(12))))
def test_the_order_of_points_changes_nothing(order: list[int]) -> None:
    told = series([100, 103, 101, None, 110, 110, 140, 141, 150, 150, 151, 160, 162])
    shuffled = replace(told, points=tuple(told.points[place] for place in order))
    assert audit(shuffled) == audit(told)


def test_the_general_staff_s_falls_and_joins(general_staff: tuple[Series, ...]) -> None:
    (staff,) = general_staff
    told = audit(staff).anomalies
    assert len([one for one in told if one.kind == "total_fell"]) == 13
    assert [(one.category, one.day) for one in told if one.kind == "joined"] == [
        ("cruise_missile", date(2022, 5, 1)),
        ("vehicle", date(2022, 5, 1)),
    ]
    assert [one.day for one in told if one.kind == "total_fell" and one.explained_by is None] == [date(2026, 3, 4)]
