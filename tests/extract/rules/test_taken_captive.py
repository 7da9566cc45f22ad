"""People taken, as a verb and a noun tell together."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, abducted, about, at_least, captured, check, killed

CASES = [
    ("In 2023 the militants took ⟦251⟧ people hostage.", abducted(251)),
    ("The gunmen took ⟦about 250⟧ hostages.", abducted(about(250))),
    ("Gunmen seized ⟦12⟧ hostages at the hotel, officials said.", abducted(12)),
    ("They killed ⟦1,200⟧ people and took ⟦251⟧ hostages.", killed(1200), abducted(251)),
    ("The men took hostage ⟦three⟧ nurses.", abducted(3, "aid_worker")),
    ("⟦Twelve⟧ hostages were taken.", abducted(12)),
    ("Rebels took ⟦at least 30⟧ soldiers captive.", captured(at_least(30), "combatant")),
    ("The brigade took ⟦15⟧ prisoners near the village.", captured(15)),
    ("Taking ⟦four⟧ workers hostage, they withdrew.", abducted(4)),
    # near misses
    ("The two sides spoke of the 48 hostages still held in Gaza.", NOTHING),
    ("The hostages took 12 photographs.", NOTHING),
    ("He took 12 pills.", NOTHING),
    ("The prisoners took 40 minutes to climb the wall.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_taken_captive(row: Row) -> None:
    check(row)
