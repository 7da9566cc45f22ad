"""The value before, beside the value now."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, check, killed, wounded

CASES = [
    ("The death toll reached ⟦2,788⟧ (⟦2,685⟧ a day earlier).", killed(2788), killed(2685, previous_of=0)),
    ("The death toll has risen to ⟦15⟧ from ⟦12⟧.", killed(15), killed(12, previous_of=0)),
    ("⟦61⟧ people were killed, up from ⟦58⟧.", killed(61), killed(58, previous_of=0)),
    ("⟦30⟧ people were wounded (⟦27⟧ a week before).", wounded(30), wounded(27, previous_of=0)),
    ("⟦12⟧ people were killed (4 more than the army says).", killed(12)),
    ("The price rose to 15 from 12.", NOTHING),
    (
        "The ministry put the death toll at ⟦412⟧, up from an earlier count of ⟦330⟧.",
        killed(412),
        killed(330, previous_of=0),
    ),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_earlier_value(row: Row) -> None:
    check(row)
