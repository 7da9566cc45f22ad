"""What two figures are to each other: a figure, another, and the label with its arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import GENERAL_STAFF, figure
from cases import term
from tallywire.claims.figure import Figure, PlaceRef, Side, Source
from tallywire.verify.label import label

UKRAINE = Side("Ukraine", "UKR")
KHERSON = PlaceRef("Kherson", 1, precision="city")
IZYUM = PlaceRef("Izyum", 2, precision="city")
KYIV = Source("Ukraine", "UKR", "party", True)


def a(**fields: object) -> Figure:
    return figure(**{"id": "a", **fields})


def b(**fields: object) -> Figure:
    return figure(**{"id": "b", **fields})


def over(value: int) -> dict[str, object]:
    return {"modifier": "at_least", "value": value, "words": f"over {value}"}


def nearly(value: int) -> dict[str, object]:
    return {"modifier": "about", "value": value, "words": f"nearly {value}", "band": (value * 9 // 10, value)}


def dozens() -> dict[str, object]:
    return {"modifier": "vague", "low": 24, "high": 99, "words": "dozens"}


LABELS = [
    # numbers of one count
    (a(value=12), b(value=12), "equal", "12 = 12"),
    (a(**over(4000)), b(**over(4000)), "equal", "4,000 = 4,000"),
    (a(value=4560), b(value=4600), "rounds_to", "4,560, rounded, is 4,600"),
    (a(value=79400), b(**nearly(80000)), "rounds_to", "79,400, rounded, is 80,000"),
    (a(value=74840), b(**nearly(80000)), "compatible", "74,840 lies within 72,000 to 80,000"),
    (a(value=80500), b(**nearly(80000) | {"band": (72000, 80000)}), "rounds_to", "80,500, rounded, is 80,000"),
    (a(value=84560), b(**nearly(80000)), "contradicts", "84,560 - 80,000 = 4,560"),
    (a(**over(4000)), b(value=4560), "compatible", "4,560 lies within 4,000 or more"),
    (a(**over(4000)), b(value=3900), "contradicts", "4,000 or more and 3,900 have no number in common"),
    (a(modifier="at_most", value=30), b(value=12), "compatible", "12 lies within 30 or fewer"),
    (a(modifier="at_most", value=30), b(**over(40)), "contradicts", None),
    (a(**dozens()), b(value=30), "compatible", "30 lies within 24 to 99"),
    (a(**dozens()), b(value=12), "contradicts", "24 to 99 and 12 have no number in common"),
    (a(modifier="range", low=40, high=50), b(modifier="range", low=45, high=60), "compatible", None),
    (a(value=12), b(value=14), "contradicts", "14 - 12 = 2"),
    (a(value=19), b(value=20), "contradicts", "20 - 19 = 1"),
    (a(value=0), b(value=3), "contradicts", "3 - 0 = 3"),
    # stated links
    (a(value=3, subset_of="b"), b(value=12), "part_of", "3 of 12"),
    (a(value=22), b(value=18, of="a", kind="intercepted"), "part_of", "18 of 22"),
    (a(value=710, change_of="b"), b(value=79400), "plus_increment", None),
    (a(value=2788), b(value=2685, previous_of="a"), "superseded", "2,788 - 2,685 = 103"),
    # what keeps two counts apart
    (a(kind="casualties", value=710), b(value=710), "other_kind", "710 = 710"),
    (a(kind="wounded"), b(), "unrelated", None),
    (a(what="tank", kind="destroyed"), b(what="uav", kind="destroyed"), "unrelated", None),
    (a(), b(side=UKRAINE), "other_side", None),
    (a(side=UKRAINE), b(side=Side("civilians of Kherson")), "equal", None),
    (a(side=Side("northern militia")), b(side=Side("southern militia")), "other_side", None),
    (a(side=Side("Russian")), b(side=Side("Russia")), "equal", "12 = 12"),
    (a(side=Side("Russian army", "RUS-AF")), b(), "equal", "12 = 12"),
    (a(count="period_total", period="one week"), b(count="increment", period="Friday"), "other_period", None),
    (a(period="Friday", edtf="2022-11-11"), b(period="Saturday", edtf="2022-11-12"), "other_period", None),
    (a(period="Friday", edtf="2022-11-11"), b(period="8 p.m.", edtf="2022-11-11T20:00"), "equal", "12 = 12"),
    (a(place=KHERSON), b(place=IZYUM), "unrelated", None),
    (a(place=KHERSON), b(place=PlaceRef("Ukraine", 3, precision="country")), "equal", None),
    (
        a(value=79400, count="running_total", period="now", edtf="2022-02-24/2022-11-11", source=GENERAL_STAFF),
        b(value=78690, count="running_total", period="then", edtf="2022-02-24/2022-11-10", source=GENERAL_STAFF),
        "superseded",
        "79,400 - 78,690 = 710",
    ),
    (a(scope=("not counting the attackers",)), b(value=15), "other_basis", None),
    (a(term=term("liquidated")), b(term=term("died")), "other_term", "12 = 12"),
    (a(term=term("liquidated")), b(term=term("died"), value=40), "contradicts", None),
    (a(term=term("dead")), b(term=term("died")), "equal", "12 = 12"),
    # how it is put
    (a(stance="question"), b(), "unrelated", None),
    (a(stance="expected"), b(value=40), "unrelated", None),
    (a(stance="denied", source=KYIV), b(), "contradicts", "12 = 12"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected", "arithmetic"), LABELS)
def test_label(one: Figure, other: Figure, expected: str, arithmetic: str | None) -> None:
    answer = label(one, other)
    assert answer.label == expected, answer.says
    if arithmetic is not None:
        assert answer.arithmetic == arithmetic


def test_an_increment_leads_from_one_total_to_the_other() -> None:
    step = figure(id="c", value=710, count="increment")
    answer = label(a(value=78690), b(value=79400), (step,))
    assert (answer.label, answer.arithmetic) == ("plus_increment", "78,690 + 710 = 79,400")


ANY = st.builds(
    lambda kind, modifier, value, side, count: figure(
        id="x", kind=kind, modifier=modifier, value=value, low=value, high=2 * value, side=side, count=count
    ),
    st.sampled_from(["killed", "wounded", "casualties"]),
    st.sampled_from(["exact", "range"]),
    st.integers(0, 5000),
    st.sampled_from([UKRAINE, Side("Russia", "RUS"), None]),
    st.sampled_from(["increment", "period_total", None]),
)


@given(ANY, ANY)
def test_which_of_two_figures_comes_first_does_not_matter(one: Figure, other: Figure) -> None:
    assert label(one, other).label == label(other, one).label


@given(ANY)
def test_a_figure_contradicts_no_copy_of_itself(one: Figure) -> None:
    assert label(one, one).label in {"equal", "compatible"}
