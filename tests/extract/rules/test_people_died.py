"""What the victims did: they died, fled, went missing."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, about, at_least, at_most, between, check, displaced, killed, vague, wounded

CASES = [
    ("⟦541⟧ Syrian fighters died.", killed(541, "combatant", side="Syria")),
    ("⟦No fewer than 40⟧ people died.", killed(at_least(40))),
    ("⟦More than 80⟧ people, it is estimated, have lost their lives.", killed(at_least(80))),
    ("⟦A dozen⟧ soldiers died.", killed(12, "combatant")),
    ("⟦Two dozen⟧ people perished.", killed(24)),
    ("⟦20⟧ soldiers die in an ambush.", killed(20, "combatant")),
    ("⟦One⟧ soldier dies in an ambush.", killed(1, "combatant")),
    ("⟦Twelve⟧ sailors perished in the attack.", killed(12, "combatant")),
    ("⟦Some 30,000⟧ people fled the town.", displaced(about(30_000))),
    ("⟦Thousands of⟧ people have fled their homes.", displaced(vague(2000, 9999))),
    ("⟦Tens of thousands⟧ fled.", displaced(vague(20_000, 99_999))),
    ("⟦12,000⟧ residents fled across the river.", displaced(12_000, "civilian")),
    ("⟦Eight⟧ of them died.", killed(8)),
    ("⟦Eight⟧ of the wounded died in hospital.", killed(8)),
    ("⟦Two⟧ of the wounded later died.", killed(2)),
    ("⟦Two⟧ others died on the way to hospital.", killed(2)),
    ("⟦Two⟧ more died on Sunday.", killed(2, period="on Sunday")),
    ("⟦Four⟧ died and ⟦six⟧ were hurt.", killed(4), wounded(6)),
    ("⟦Four⟧ died, ⟦six⟧ were hurt.", killed(4), wounded(6)),
    ("⟦Four⟧ people died when a shell hit a bus.", killed(4)),
    ("When a shell hit a bus, ⟦four⟧ people died.", killed(4)),
    ("⟦Five⟧ people, including ⟦a⟧ child, died.", killed(5), killed(1, "child", subset_of=0)),
    ("⟦Three⟧ men and ⟦a⟧ boy died.", killed(3), killed(1, "child")),
    ("⟦Nine⟧ people had died by Friday.", killed(9)),
    ("⟦Nine⟧ people died of their wounds.", killed(9)),
    ("⟦Nine⟧ people died in the attack, officials said.", killed(9, source="officials")),
    ("⟦About 4,000⟧ people are fleeing the region.", displaced(about(4000))),
    ("⟦Two⟧ pilots died when their jet was shot down.", killed(2, "combatant")),
    ("⟦Six⟧ crew members died.", killed(6)),
    ("⟦Six⟧ Iranians died.", killed(6)),
    ("⟦Twelve⟧ Ukrainian soldiers died near Bakhmut.", killed(12, "combatant", side="Ukraine")),
    ("⟦Between 20 and 30⟧ people died.", killed(between(20, 30))),
    ("⟦Up to 200⟧ people may have died.", killed(at_most(200), stance="expected")),
    ("Did ⟦200⟧ people die?", killed(200, stance="question")),
    ("⟦Three⟧ people succumbed to their injuries.", killed(3)),
    ("⟦Four⟧ people have bullet wounds.", wounded(4)),
    ("A truck hit two women and then fled.", NOTHING),
    ("⟦Three⟧ people were stabbed in the market.", wounded(3)),
    # near misses
    ("He died at 69.", NOTHING),
    ("He died in 1987.", NOTHING),
    ("He died on 3 June.", NOTHING),
    ("The 69-year-old died on Monday.", NOTHING),
    ("The poet died aged 69.", NOTHING),
    ("Many died.", NOTHING),
    ("12 percent of the wounded died.", NOTHING),
    ("Two hours later he died.", NOTHING),
    ("After 40 days the talks died.", NOTHING),
    ("The $3 million plan died in parliament.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_people_died(row: Row) -> None:
    check(row)
