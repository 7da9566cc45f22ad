"""N of the M: the part, and what it was taken from."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, at_least, check, destroyed, intercepted, killed, launched

CASES = [
    ("⟦18⟧ of the ⟦22⟧ drones were shot down.", intercepted(18, "uav", of=1), launched(22, "uav")),
    ("Ukraine downs ⟦22⟧ of ⟦35⟧ missiles.", intercepted(22, "missile", of=1), launched(35, "missile")),
    ("Air defences shot down ⟦58⟧ of ⟦67⟧ drones.", intercepted(58, "uav", of=1), launched(67, "uav")),
    ("Air defences intercepted ⟦30⟧ out of ⟦34⟧ rockets.", intercepted(30, "missile", of=1), launched(34, "missile")),
    ("Israel said it had intercepted ⟦30⟧ of ⟦34⟧ rockets.", intercepted(30, "missile", of=1), launched(34, "missile")),
    ("⟦All 29⟧ drones were shot down.", intercepted(29, "uav")),
    ("⟦Three⟧ of the 12 soldiers were killed.", killed(3, "combatant")),
    ("⟦Three⟧ of the 40 passengers died.", killed(3)),
    ("⟦Three⟧ of its five tanks were destroyed.", destroyed(3, "tank")),
    ("The mine killed ⟦two⟧ of the six passengers.", killed(2)),
    (
        "⟦At least 40⟧ of the ⟦50⟧ missiles were intercepted.",
        intercepted(at_least(40), "missile", of=1),
        launched(50, "missile"),
    ),
    ("One in 12 soldiers was hurt in training.", NOTHING),
    ("12 out of 20 people asked said the deal was killed.", NOTHING),
    ("Two of the 12 drones were handed to a museum after the raid.", NOTHING),
    (
        "It shot down ⟦62⟧ of the ⟦75⟧ drones and ⟦eight⟧ of ⟦12⟧ missiles.",
        intercepted(62, "uav"),
        launched(75, "uav"),
        intercepted(8, "missile"),
        launched(12, "missile"),
    ),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_some_of_all(row: Row) -> None:
    check(row)
