"""A number alone in a short sentence: the context tells what it counts."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, at_least, casualties, check

CASES = [
    ("How many casualties will they report? ⟦1000+⟧?", casualties(at_least(1000), stance="question")),
    ("The soldiers were killed there. 1. I repeat.", NOTHING),
    ("He was wounded. 12 May.", NOTHING),
    ("He was wounded. $12.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_bare_number(row: Row) -> None:
    check(row)
