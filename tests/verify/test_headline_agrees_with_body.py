"""The headline beside the body: what both say, and the finding."""

import pytest

from build import figure
from cases import case
from tallywire.claims.article import Span
from tallywire.claims.figure import Figure, PlaceRef, Side
from tallywire.verify.headline_agrees_with_body import check

OVER = {"modifier": "at_least", "value": 4000, "words": "Over 4,000"}
A, B = PlaceRef("Kherson", precision="city"), PlaceRef("Izyum", precision="city")


def head(**fields: object) -> Figure:
    return figure(**{"id": "h", "segment": "headline", **fields})


def body(**fields: object) -> Figure:
    return figure(**{"id": "b", **fields})


CASES = [
    # headline, body, the severity of what is said (None: nothing), what it says
    (head(**OVER), [body(value=4560)], "info", "Headline and body agree"),
    (head(value=12), [body(value=12)], "info", "agree"),
    (head(**OVER), [body(value=3900)], "conflict", 'The headline says "Over 4,000"'),
    (head(value=12), [body(value=9)], "conflict", '"12"; the text below it says "9"'),
    (head(value=12), [body(value=9), body(value=12)], "info", "agree"),
    (head(**OVER), [body(value=40000)], "notice", "far below it"),
    (
        head(value=12),
        [body(value=9, place=A), body(value=3, place=B)],
        "info",
        "may be the sum of",
    ),
    (head(value=7), [body(value=6), body(value=1, evidence=Span(9, 10))], "info", "may be the sum of"),
    (head(value=7), [body(value=6), body(value=8)], "notice", 'the text below it says "6" and "8"'),
    (head(value=63), [body(value=5, place=A), body(value=16, evidence=Span(9, 10))], None, ""),  # town by town
    # the count of one place, of some of the people or of one fate may be smaller than the whole, not larger
    (head(value=12), [body(value=9, place=A), body(value=4, place=B)], None, ""),
    (head(value=12), [body(value=14, place=A)], "conflict", ""),
    (head(value=40, kind="casualties"), [body(value=13)], None, ""),
    (head(value=40, kind="casualties"), [body(value=43)], "conflict", ""),
    (head(value=12, what="person"), [body(value=3, what="child")], None, ""),
    (head(value=12, what="child"), [body(value=3, what="person")], "conflict", ""),
    (head(**OVER), [body(**OVER)], "info", "agree"),
    (head(**OVER), [body(modifier="at_least", value=2)], None, ""),
    (head(value=15), [body(modifier="at_least", value=3)], None, ""),
    (head(value=15), [body(modifier="at_least", value=14)], "info", "agree"),
    (head(value=15), [body(value=15, count="running_total")], "info", "agree"),
    # what cannot be compared is not compared
    (head(value=12), [], None, ""),
    (head(value=12), [body(kind="wounded", value=9)], None, ""),
    (head(value=12), [body(side=Side("Ukraine", "UKR"), value=9)], None, ""),
    (head(value=12, count="increment"), [body(value=52, count="running_total")], None, ""),
    (head(value=12), [body(value=9, stance="question")], None, ""),
    (head(value=12, stance="denied"), [body(value=9)], None, ""),
    (head(value=12), [body(value=9, segment="comment")], None, ""),
    (head(value=12), [body(value=9, segment="related")], None, ""),
]


@pytest.mark.parametrize(("headline", "rest", "severity", "says"), CASES)
def test_headline(headline: Figure, rest: list[Figure], severity: str | None, says: str) -> None:
    found = list(check(case(headline, *rest)))
    assert [one.severity for one in found] == ([severity] if severity else [])
    assert all(one.code == "headline_differs" and says in one.says for one in found)


def test_the_agreement_comes_with_its_arithmetic() -> None:
    (found,) = check(case(head(**OVER), body(value=4560, words="4,560")))
    assert (found.says, found.arithmetic) == (
        'Headline and body agree: "Over 4,000" and "4,560".',
        "4,560 lies within 4,000 or more",
    )
