"""Part of those harmed, whom the words call dead, wounded or missing."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, at_least, casualties, check, killed, missing, wounded

CASES = [
    ("Of the wounded, ⟦14⟧ are children.", wounded(14, "child")),
    ("Of the dead, ⟦six⟧ were soldiers.", killed(6, "combatant")),
    ("Of the injured, ⟦three⟧ are in a critical condition.", wounded(3)),
    ("Among the dead were ⟦two⟧ soldiers.", killed(2, "combatant")),
    ("Among the dead are ⟦five⟧ children and ⟦two⟧ women.", killed(5, "child"), killed(2, "woman")),
    ("Among the wounded were ⟦at least two⟧ policemen.", wounded(at_least(2), "police")),
    ("Among the missing are ⟦12⟧ sailors.", missing(12, "combatant")),
    ("The dead include ⟦two⟧ nurses.", killed(2, "aid_worker")),
    ("The dead included ⟦four⟧ children.", killed(4, "child")),
    ("The injured included ⟦four⟧ children.", wounded(4, "child")),
    ("Among those killed were ⟦three⟧ doctors.", killed(3, "aid_worker")),
    ("Those killed included ⟦three⟧ doctors.", killed(3, "aid_worker")),
    ("Among the casualties were ⟦two⟧ women.", casualties(2, "woman")),
    ("⟦Twelve⟧ people were hurt. Of the injured, ⟦two⟧ are children.", wounded(12), wounded(2, "child")),
    ("⟦Three⟧ of the dead were children.", killed(3, "child")),
    ("⟦Three⟧ of the wounded are in intensive care.", wounded(3)),
    ("⟦At least three⟧ of the dead were children.", killed(at_least(3), "child")),
    ("The injured were the driver, his wife and ⟦two⟧ other passengers.", wounded(2)),
    # near misses
    ("Of the dead, he said nothing for 12 days.", NOTHING),
    ("Among the dead was the mayor, 62.", NOTHING),
    ("The dead sea is 50 km long.", NOTHING),
    ("Of the 1990 killed bill, two pages survive.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_of_the_wounded(row: Row) -> None:
    check(row)
