"""A row of a bulletin or a list: a noun, a dash, a number, a change in brackets."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, about, casualties, check, killed, lost, wounded

CASES = [
    ("Killed: ⟦4⟧. Wounded: ⟦11⟧.", killed(4), wounded(11)),
    ("Dead: ⟦12⟧", killed(12)),
    ("Wounded – ⟦3⟧", wounded(3)),
    ("Casualties: ⟦710⟧", casualties(710)),
    (
        "Losses since 24 February 2022 reached ⟦about 1,150,120⟧ personnel (+⟦1,030⟧ over the past day), "
        "⟦11,301⟧ (+⟦9⟧) tanks, ⟦34,051⟧ (+⟦31⟧) armoured fighting vehicles and ⟦346⟧ helicopters.",
        lost(about(1_150_120), "combatant", period="since 24 February 2022", count="running_total"),
        lost(1030, "combatant", period="over the past day", change_of=0),
        lost(11_301, "tank"),
        lost(9, "tank", change_of=2),
        lost(34_051, "afv"),
        lost(31, "afv", change_of=4),
        lost(346, "helicopter"),
    ),
    ("Vote: 12", NOTHING),
    ("Price - 12 (+3)", NOTHING),
    ("Page: 12", NOTHING),
    ("Dead line: 12 May", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_table_row(row: Row) -> None:
    check(row)
