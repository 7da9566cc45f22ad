"""A sentence that is turned round: among those killed were so many."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, at_least, check, killed, wounded

CASES = [
    ("Among those killed were ⟦13⟧ police officers.", killed(13, "police")),
    (
        "Among those killed from April to June were ⟦13⟧ police officers and ⟦more than 460⟧ gang members.",
        killed(13, "police", period="from April to June"),
        killed(at_least(460), "combatant"),
    ),
    ("Among the dead are ⟦three⟧ children.", killed(3, "child")),
    ("Among the wounded in the market were ⟦two⟧ women.", wounded(2, "woman")),
    # near misses
    ("Among those killed the police found no weapons.", NOTHING),
    ("Among those who came were 13 police officers.", NOTHING),
    ("Among the dead trees were 13 stones.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_among_those(row: Row) -> None:
    check(row)
