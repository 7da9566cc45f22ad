"""Small tallies: what is counted, what stays a gap, what is left out and why."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import claim, counted, series
from tallywire.claims.claim import Claim
from tallywire.claims.errors import UsageError
from tallywire.claims.figure import PlaceRef, Side, Source
from tallywire.claims.finding import Cell
from tallywire.tally.cells import Query, cells
from tallywire.tally.plot import plot
from tallywire.tally.query import By, Policy

MONITOR, OTHER = Source("The Monitor"), Source("Another Count")
FROM_TUESDAY = [100, 110, 125, 125, 140, 150, 155, 160]  # 1 November 2022 is a Tuesday


def asked(by: By = "week", **fields: object) -> Query:
    return Query("killed", "combatant", "RUS", by, **fields)  # type: ignore[arg-type]  # rows give what is special


def rows(found: tuple[Cell, ...]) -> list[tuple[str, object]]:
    return [(cell.period, cell.best) for cell in found]


def said(name: str, value: int, edtf: str | None, **fields: object) -> Claim:
    given_fields = {"id": name, "source": MONITOR, "count": "increment", **fields}
    count = given_fields.pop("count")
    published = given_fields.pop("published", "2022-11-11")
    figure = counted(count, "then", value, edtf=edtf, **given_fields)  # type: ignore[arg-type]
    return claim(figure, id=name, published=published)


def test_days_are_differences_and_the_first_day_is_a_gap() -> None:
    found = cells([], [series([100, 110, 125])], asked("day"))
    assert rows(found) == [("2022-11-01", None), ("2022-11-02", 10), ("2022-11-03", 15)]
    assert found[0].derivation == "no number: no total of 31 October 2022 was stated"


def test_a_missing_day_makes_two_gaps_and_nothing_is_invented() -> None:
    found = cells([], [series([100, 110, None, 125, 130])], asked("day"))
    assert [cell.best for cell in found] == [None, 10, None, None, 5]


def test_weeks_begin_on_monday_and_a_part_of_a_week_names_its_own_days() -> None:
    found = cells([], [series(FROM_TUESDAY)], asked())
    assert rows(found) == [("2022-11-02/2022-11-06", 50), ("2022-11-07/2022-11-08", 10)]
    assert found[0].derivation.startswith("part of 2022-10-31/2022-11-06, 5 of 7 days; ")
    assert "a claim, unverified" in found[0].derivation


def test_a_month() -> None:
    (october, november) = cells([], [series(FROM_TUESDAY, first=date(2022, 10, 31))], asked("month"))
    assert (october.best, november.best) == (None, 60)


def test_as_of_an_earlier_day_and_between_days() -> None:
    query = asked("day", as_of=date(2022, 11, 3), since=date(2022, 11, 2))
    found = cells([], [series(FROM_TUESDAY)], query)
    assert rows(found) == [("2022-11-02", 10), ("2022-11-03", 15)]
    assert {cell.as_of for cell in found} == {"2022-11-03"}


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=30), st.sampled_from(["day", "week", "month"]))
def test_the_cells_add_up_to_the_growth(totals: list[int], by: By) -> None:
    found = cells([], [series(totals)], asked(by))
    assert sum(cell.best or 0 for cell in found) == totals[-1] - totals[0]


@pytest.mark.parametrize("query", [Query("wounded", "combatant", "RUS"), Query("killed", "combatant", "UKR")])
def test_another_kind_or_side_is_another_tally(query: Query) -> None:
    assert cells([said("a", 5, "2022-11-08")], [series(FROM_TUESDAY)], query) == ()


def test_claims_of_a_period_are_added_once() -> None:
    claims = [
        said("mon", 5, "2022-11-07"),
        said("mon-again", 6, "2022-11-07", published="2022-11-12"),
        said("tue", 7, "2022-11-08"),
        said("next", 9, "2022-11-14"),
    ]
    first, second = cells(claims, [], asked())
    assert (first.period, first.best, first.used) == ("2022-11-07/2022-11-08", 13, ("mon-again", "tue"))
    assert [(out.id, out.why) for out in first.left_out] == [
        ("mon", "its days are counted in mon-again of the same source")
    ]
    assert (second.period, second.best) == ("2022-11-14", 9)


def test_a_whole_week_outranks_its_days_and_everywhere_outranks_a_place() -> None:
    kherson = PlaceRef("Kherson", 706448)
    claims = [
        said("week", 40, "2022-11-07/2022-11-13", count="period_total"),
        said("mon", 5, "2022-11-07"),
        said("here", 3, "2022-11-14", place=kherson),
        said("there", 4, "2022-11-14", place=PlaceRef("Bakhmut", 712451)),
        said("all", 20, "2022-11-15"),
        said("part", 2, "2022-11-15", place=kherson),
    ]
    first, second = cells(claims, [], asked())
    assert (first.best, first.used) == (40, ("week",))
    assert (second.best, second.used) == (27, ("here", "there", "all"))


LEFT_OUT = [
    ({"count": "running_total"}, "a running total is never added"),
    ({"modifier": "vague"}, "a vague number is never added"),
    ({"segment": "comment"}, "stands in a comment"),
    ({"segment": "related"}, "stands in a related"),
    ({"stance": "question"}, "its stance is question"),
    ({"stance": "denied"}, "its stance is denied"),
    ({"stance": "hypothetical"}, "its stance is hypothetical"),
    ({"count": None}, "an addition or a total"),
    ({"subset_of": "f0"}, "part of another figure"),
    ({"edtf": None}, "its days are not known"),
    ({"edtf": "2022-11-05/2022-11-11"}, "more than one week"),
]


@pytest.mark.parametrize(("fields", "why"), LEFT_OUT, ids=[why for _, why in LEFT_OUT])
def test_what_is_left_out_is_told(fields: dict[str, object], why: str) -> None:
    odd = said("odd", 500, **{"edtf": "2022-11-08", **fields})  # type: ignore[arg-type]
    (cell,) = cells([odd, said("fine", 5, "2022-11-08")], [], asked())
    assert (cell.best, cell.used) == (5, ("fine",))
    assert [out.id for out in cell.left_out] == ["odd"]
    assert why in cell.left_out[0].why
    (alone,) = cells([odd], [], asked())
    assert (alone.period, alone.best, [out.id for out in alone.left_out]) == ("../..", None, ["odd"])


def test_bounds_are_added_only_where_all_have_them() -> None:
    claims = [said("a", 5, "2022-11-07"), said("b", 7, "2022-11-08", modifier="at_least")]
    (cell,) = cells(claims, [], asked())
    assert (cell.low, cell.best, cell.high) == (12, None, None)


def test_sources_stand_side_by_side() -> None:
    claims = [
        said("a", 5, "2022-11-08"),
        said("b", 9, "2022-11-08", source=OTHER),
        said("c", 3, "2022-11-08", source=None),
    ]
    assert {(cell.claimant, cell.best) for cell in cells(claims, [], asked("day"))} == {
        ("The Monitor", 5),
        ("Another Count", 9),
        ("The Daily Example", 3),
    }


@pytest.mark.parametrize(("policy", "bounds"), [("lowest", (5, 5)), ("highest", (9, 9)), ("median", (5, 9))])
def test_a_policy_makes_one_row_of_the_same_days(policy: Policy, bounds: tuple[int, int]) -> None:
    claims = [said("a", 5, "2022-11-08"), said("b", 9, "2022-11-08", source=OTHER)]
    (cell,) = cells(claims, [], asked("day", policy=policy))
    assert ((cell.low, cell.high), cell.policy) == (bounds, policy)
    assert cell.claimant == f"{policy} of 2 sources"


def test_the_official_policy_is_one_named_source() -> None:
    found = cells([said("a", 5, "2022-11-08")], [series(FROM_TUESDAY)], asked(policy="official", source="UKR-GS"))
    assert {cell.claimant for cell in found} == {"General Staff of the Armed Forces of Ukraine"}
    with pytest.raises(UsageError, match="needs a source"):
        asked(policy="official")


@given(st.permutations([said("a", 5, "2022-11-07"), said("b", 6, "2022-11-07"), said("c", 7, "2022-11-08")]))
def test_the_order_of_claims_does_not_matter(claims: list[Claim]) -> None:
    assert cells(claims, [], asked()) == cells(sorted(claims, key=lambda one: one.id), [], asked())


def test_a_side_is_asked_by_name_or_id() -> None:
    by_name = Query("killed", "combatant", "russia", "day")
    nameless = said("a", 5, "2022-11-08", side=Side("Russia"))
    assert len(cells([nameless, said("b", 6, "2022-11-08", source=OTHER)], [], by_name)) == 2


def test_a_chart_names_its_source_its_day_and_that_it_is_a_claim() -> None:
    drawn = plot(cells([], [series(FROM_TUESDAY)], asked("day")), width=60, height=12)
    assert drawn.splitlines()[0] == "killed, combatant, side RUS; as of 2022-11-08; claim, unverified"
    assert "█ General Staff of the Armed Forces of Ukraine" in drawn
    assert drawn.splitlines()[-1] == "no number: 2022-11-01"
    assert "11-03" in drawn
    assert max(len(line) for line in drawn.splitlines()[1:13]) <= 60


def test_a_chart_of_nothing_says_so() -> None:
    assert plot(()) == "no number to draw"
