"""The act as a noun: the killing of, the release of, the loss of."""

from __future__ import annotations

import pytest

from expect import (
    NOTHING,
    Row,
    abducted,
    at_least,
    captured,
    check,
    damaged,
    destroyed,
    detained,
    displaced,
    evacuated,
    freed,
    intercepted,
    killed,
    launched,
    lost,
    recaptured,
    vague,
)

CASES = [
    ("The army confirmed the killing of ⟦six⟧ members.", killed(6, "combatant", term="killing of")),
    ("The killings of ⟦12⟧ farmers shocked the region.", killed(12, "civilian")),
    ("It confirmed the death of ⟦three⟧ soldiers.", killed(3, "combatant")),
    ("He confirmed the deaths of ⟦at least three⟧ soldiers.", killed(at_least(3), "combatant")),
    ("The ministry announced the release of ⟦115⟧ soldiers.", freed(115, "combatant")),
    ("It admitted the loss of ⟦three⟧ tanks.", lost(3, "tank")),
    ("It admitted losses of ⟦40⟧ soldiers.", lost(40, "combatant")),
    ("It led to the displacement of ⟦40,000⟧ people.", displaced(40_000)),
    ("It announced the capture of ⟦three⟧ soldiers.", captured(3, "combatant")),
    ("The abduction of ⟦276⟧ girls shook the country.", abducted(276, "child")),
    ("It reported the destruction of ⟦12⟧ tanks and ⟦two⟧ radars.", destroyed(12, "tank"), destroyed(2, "air_defence")),
    ("It reported the interception of ⟦12⟧ drones.", intercepted(12, "uav")),
    ("It reported the launch of ⟦12⟧ missiles.", launched(12, "missile")),
    ("It announced the recapture of ⟦six⟧ villages.", recaptured(6, "settlement")),
    ("The evacuation of ⟦300⟧ residents was under way.", evacuated(300, "civilian")),
    ("The arrest of ⟦12⟧ students led to protests.", detained(12)),
    ("He mourned the deaths of ⟦12⟧ Palestinians.", killed(12)),
    ("The murder of ⟦six⟧ priests in 1989 was never punished.", killed(6)),
    ("The massacre of ⟦more than 300⟧ villagers was denied.", killed(at_least(300), "civilian")),
    ("The deaths of ⟦dozens of⟧ people went unreported.", killed(vague(24, 99))),
    ("The death of ⟦one⟧ of the soldiers was confirmed.", killed(1, "combatant")),
    ("The statement claims the elimination of ⟦20⟧ militants.", killed(20, "combatant", stance="alleged")),
    ("There was damage to ⟦12⟧ houses.", damaged(12, "building")),
    ("The murder on Tuesday evening of ⟦six⟧ followers shocked the town.", killed(6)),
    ("The deaths on Sunday of ⟦two⟧ soldiers shocked the base.", killed(2, "combatant")),
    ("The assassination of Rector Ana Ruiz, ⟦five⟧ other priests and ⟦two⟧ women.", killed(5), killed(2, "woman")),
    ("Since the death of the mayor on Thursday, 125 neighbours have been questioned and heard.", NOTHING),
    ("He is charged with murder in the shootings of three people.", NOTHING),
    ("The murder of the mayor, 12 days after the vote, shocked the town.", NOTHING),
    ("He spoke of the assassinations of the priests and the other ⟦two⟧ people.", killed(2)),
    ("The murder on the evening of 27 February of ⟦six⟧ followers shocked the town.", killed(6)),
    # near misses
    ("The killing of the bill took 12 days.", NOTHING),
    ("The release of two films was put off.", NOTHING),
    ("The release of 12 documents was delayed.", NOTHING),
    ("The loss of 12 percent of its value hurt.", NOTHING),
    ("The launch of two satellites failed.", NOTHING),
    ("The death of a nation is the book's theme.", NOTHING),
    ("The murder of Boris Nemtsov in 2015 was never solved.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_killing_of(row: Row) -> None:
    check(row)
