"""A row of a bulletin or a list: a noun, a dash, a number, a change in brackets."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, casualties, check, killed, lost, wounded

CASES = [
    ("Killed: ⟦4⟧. Wounded: ⟦11⟧.", killed(4), wounded(11)),
    ("Dead: ⟦12⟧", killed(12)),
    ("Wounded – ⟦3⟧", wounded(3)),
    ("Casualties: ⟦710⟧", casualties(710)),
    (
        "Losses since 24 February 2022 reached ⟦79,400⟧ personnel (+⟦710⟧ over the past day).",
        lost(79_400, "combatant", period="since 24 February 2022", count="running_total"),
        lost(710, "combatant", period="over the past day", change_of=0),
    ),
    (
        "The army lost ⟦2,814⟧ (+⟦10⟧) tanks, ⟦5,690⟧ (+⟦18⟧) armoured fighting vehicles and ⟦260⟧ helicopters.",
        lost(2814, "tank"),
        lost(10, "tank", change_of=0),
        lost(5690, "afv"),
        lost(18, "afv", change_of=2),
        lost(260, "helicopter"),
    ),
    ("Vote: 12", NOTHING),
    ("Price - 12 (+3)", NOTHING),
    ("Page: 12", NOTHING),
    ("Dead line: 12 May", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_table_row(row: Row) -> None:
    check(row)
