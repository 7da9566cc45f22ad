"""A row of a bulletin or a list: a noun, a dash, a number, a change in brackets."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, casualties, check, killed, wounded

CASES = [
    ("Killed: ⟦4⟧. Wounded: ⟦11⟧.", killed(4), wounded(11)),
    ("Dead: ⟦12⟧", killed(12)),
    ("Wounded – ⟦3⟧", wounded(3)),
    ("Casualties: ⟦710⟧", casualties(710)),
    ("Vote: 12", NOTHING),
    ("Price - 12 (+3)", NOTHING),
    ("Page: 12", NOTHING),
    ("Dead line: 12 May", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_table_row(row: Row) -> None:
    check(row)
