"""Parts beside their whole: they make it, fall short of it, or exceed it."""

import pytest

from build import figure
from cases import case
from tallywire.claims.figure import Figure, PlaceRef
from tallywire.verify.parts_make_the_whole import check

COLON = "12 killed: nine here and three there"
AMONG = "12 killed, nine of them here and three there"


def whole(**fields: object) -> Figure:
    return figure(**{"id": "w", "start": 0, "words": "12", **fields})


def part(value: int, place: str | None = None, **fields: object) -> Figure:
    where = PlaceRef(place) if place else None
    return figure(**{"id": f"p{value}{place}", "value": value, "place": where, "subset_of": "w", "start": 20, **fields})


SHOT_DOWN = part(18, kind="intercepted", what="uav", subset_of=None, of="w")

CASES = [
    (COLON, whole(), [part(9, "A"), part(3, "B")], "info", "9 + 3 = 12"),
    (COLON, whole(), [part(9, "A"), part(2, "B")], "notice", "9 + 2 = 11; 12 - 11 = 1"),
    (AMONG, whole(), [part(9, "A"), part(2, "B")], None, None),
    (COLON, whole(), [part(9, "A"), part(4, "B")], "conflict", "9 + 4 = 13; 12 - 13 = -1"),
    (AMONG, whole(), [part(9, "A"), part(4, "B")], "conflict", "9 + 4 = 13; 12 - 13 = -1"),
    (COLON, whole(kind="casualties"), [part(5), part(7, kind="wounded")], "info", "5 + 7 = 12"),
    # women and children may be counted twice: their sum proves nothing
    (COLON, whole(), [part(9, what="child"), part(4, what="woman")], None, None),
    (COLON, whole(), [part(3, what="child")], None, None),
    (COLON, whole(), [part(15, what="child")], "conflict", "15 against 12"),
    (COLON, whole(modifier="at_least"), [part(15, what="child")], None, None),
    (COLON, whole(modifier="at_least"), [part(9, "A"), part(4, "B")], None, None),
    (COLON, whole(what="uav", kind="launched"), [SHOT_DOWN], "conflict", "18 against 12"),
    (COLON, whole(), [], None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "total", "parts", "severity", "arithmetic"), CASES)
def test_parts(text: str, total: Figure, parts: list[Figure], severity: str | None, arithmetic: str | None) -> None:
    found = [(one.code, one.severity, one.arithmetic) for one in check(case(total, *parts, text=text))]
    assert found == ([("parts_differ", severity, arithmetic)] if severity else [])
