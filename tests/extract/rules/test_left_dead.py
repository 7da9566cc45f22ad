"""A number beside a state, with no verb between."""

from __future__ import annotations

import pytest

from expect import (
    NOTHING,
    Row,
    at_least,
    at_most,
    captured,
    check,
    destroyed,
    displaced,
    killed,
    missing,
    vague,
    wounded,
)

CASES = [
    ("⟦12⟧ militants, army officer killed in mountain clash", killed(12, "combatant")),
    ("⟦Two⟧ women, child wounded in town", wounded(2, "woman")),
    ("The blast left ⟦two⟧ people dead.", killed(2)),
    ("The blast left ⟦two⟧ people dead and ⟦six⟧ wounded.", killed(2), wounded(6)),
    ("The blast left ⟦two⟧ dead and ⟦six⟧ wounded.", killed(2), wounded(6)),
    ("The blast left ⟦at least two⟧ dead.", killed(at_least(2))),
    ("The attack left ⟦dozens⟧ injured.", wounded(vague(24, 99))),
    ("The raids left ⟦2,000⟧ people homeless.", displaced(2000)),
    ("⟦12⟧ dead in market blast.", killed(12)),
    ("⟦12⟧ killed, ⟦30⟧ hurt in market blast.", killed(12), wounded(30)),
    ("⟦12⟧ killed in raid, officials say.", killed(12, source="officials")),
    ("⟦Three⟧ soldiers killed in ambush.", killed(3, "combatant")),
    ("⟦Two⟧ killed, ⟦seven⟧ injured as gunmen attack village.", killed(2), wounded(7)),
    ("⟦Five⟧ others injured.", wounded(5)),
    ("⟦Five⟧ people dead, ⟦ten⟧ missing.", killed(5), missing(10)),
    ("⟦Six⟧ Palestinians killed in the West Bank.", killed(6)),
    ("⟦Eight⟧ people were killed and ⟦as many as 30⟧ wounded.", killed(8), wounded(at_most(30))),
    ("⟦60⟧ wounded soldiers were flown out.", wounded(60, "combatant")),
    ("⟦12⟧ captured soldiers were shown on television.", captured(12, "combatant")),
    ("⟦Three⟧ destroyed tanks stood by the road.", destroyed(3, "tank")),
    ("With ⟦three⟧ dead and ⟦nine⟧ wounded, it was a bad day.", killed(3), wounded(9)),
    ("Blast leaves ⟦14⟧ dead.", killed(14)),
    ("Clashes left ⟦a dozen⟧ rebels and ⟦two⟧ soldiers dead.", killed(12, "combatant"), killed(2, "combatant")),
    ("Half of the ⟦12⟧ dead were children.", killed(12)),
    ("Many of the ⟦40⟧ wounded are children.", wounded(40)),
    ("Most of the ⟦15⟧ killed were women.", killed(15)),
    ("Children are among the ⟦15⟧ dead.", killed(15)),
    ("⟦All nine⟧ dead have been named.", killed(9)),
    ("The names of the ⟦17⟧ killed were read out.", killed(17)),
    ("They buried the ⟦17⟧ dead on Sunday.", killed(17)),
    ("⟦Twenty-one⟧ killed, says ministry.", killed(21)),
    ("⟦Nobody⟧ hurt.".replace("⟦", "").replace("⟧", ""), NOTHING),
    ("Four left for dead.", NOTHING),
    ("Room 12 was found dead quiet.", NOTHING),
    ("12 soldiers wounded ⟦three⟧ rebels.", wounded(3, "combatant")),
    ("12 gunmen killed ⟦three⟧ guards.", killed(3, "police")),
    ("Two police killed ⟦three⟧ people.", killed(3)),
    ("A 12-year-old dead tree.", NOTHING),
    ("In 2014 dead fish filled the river.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_left_dead(row: Row) -> None:
    check(row)
