"""Headlines: capitals everywhere, no verbs of being, speakers after a colon or a dash."""

from __future__ import annotations

import pytest

from expect import (
    NOTHING,
    Row,
    abducted,
    at_least,
    check,
    detained,
    displaced,
    freed,
    intercepted,
    killed,
    launched,
    lost,
    recaptured,
    vague,
    wounded,
)

CASES = [
    ("⟦At Least 12⟧ Killed in Shelling of Market", killed(at_least(12))),
    ("⟦AT LEAST 12⟧ KILLED IN SHELLING OF MARKET", killed(at_least(12))),
    (
        "⟦2⟧ killed, ⟦7⟧ injured by Russian shelling of Kherson, governor says",
        killed(2, source="governor"),
        wounded(7, source="governor"),
    ),
    ("Suicide bomber kills ⟦15⟧ in Kabul", killed(15)),
    (
        "Blast kills ⟦seven⟧, army says ⟦50⟧ 'terrorists' neutralised",
        killed(7, source=None),
        killed(50, "combatant", source="army"),
    ),
    ("⟦Six⟧ gunmen wanted for the market raid killed: police", killed(6, "combatant", source="police")),
    ("⟦Five⟧ rebels linked to ambush killed in raid", killed(5, "combatant")),
    ("⟦Six⟧ rebels linked to ambush killed", killed(6, "combatant")),
    ("Suicide Bomber Kills ⟦15⟧, Wounds ⟦40⟧", killed(15), wounded(40)),
    ("Roadside bomb kills ⟦three⟧ soldiers", killed(3, "combatant")),
    (
        "Drone Strike Kills ⟦Nine⟧ Civilians, Including ⟦Four⟧ Children",
        killed(9, "civilian"),
        killed(4, "child", subset_of=0),
    ),
    ("Death toll in hotel blast rises to ⟦23⟧", killed(23, count="running_total")),
    ("Death Toll Rises To ⟦23⟧", killed(23, count="running_total")),
    ("Death toll from shelled base climbs to ⟦100⟧", killed(100)),
    ("⟦Dozens⟧ dead in clashes on border", killed(vague(24, 99))),
    ("⟦Dozens⟧ feared dead after strike on prison", killed(vague(24, 99), stance="expected")),
    ("⟦Hundreds⟧ flee as rebels near city", displaced(vague(200, 999))),
    ("⟦More than 100⟧ killed in Homs: activists", killed(at_least(100), source="activists")),
    ("⟦More than 100⟧ killed in Homs – activists", killed(at_least(100), source="activists")),
    ("UN: ⟦1,500⟧ civilians killed in a year", killed(1500, "civilian", source="UN", count="period_total")),
    (
        "Ministry: Strikes have killed ⟦at least 3,785⟧ since Oct. 7",
        killed(at_least(3785), source="Ministry", count="running_total"),
    ),
    ("Ukraine says it shot down ⟦58⟧ drones overnight", intercepted(58, "uav", source="Ukraine")),
    ("Ukraine downs ⟦22⟧ of ⟦35⟧ missiles", intercepted(22, "missile", of=1), launched(35, "missile")),
    ("Russia fires ⟦33⟧ missiles at Ukraine", launched(33, "missile", side="Ukraine")),
    ("Army frees ⟦39⟧ hostages", freed(39)),
    ("Gunmen kidnap ⟦30⟧ students", abducted(30)),
    ("Troops retake ⟦six⟧ villages", recaptured(6, "settlement")),
    ("Russia loses ⟦2,814⟧ tanks", lost(2814, "tank", side="Russia")),
    ("⟦Over 4,000⟧ Russian Deaths In One Week", killed(at_least(4000), side="Russia", count="period_total")),
    (
        "Russian Army Suffers ⟦Over 4,000⟧ Deaths In One Week, Ukraine Says",
        killed(at_least(4000), "combatant", side="Russia", count="period_total", source="Ukraine"),
    ),
    ("⟦Five⟧ Dead, ⟦20⟧ Wounded After Missile Hits City", killed(5), wounded(20)),
    ("Missile leaves ⟦five⟧ dead, ⟦20⟧ wounded in Yemen's Marib", killed(5), wounded(20)),
    ("⟦One⟧ killed, ⟦two⟧ hurt in shooting", killed(1), wounded(2)),
    ("⟦Three⟧ journalists detained in capital", detained(3, "journalist")),
    ("⟦A⟧ soldier killed, ⟦two⟧ injured in blast", killed(1, "combatant"), wounded(2, "combatant")),
    ("Bus blast: ⟦four⟧ killed", killed(4)),
    ("Strike on hospital: what we know", NOTHING),
    ("5 things to know about the attack", NOTHING),
    ("10 years after the killing, a town remembers", NOTHING),
    ("Day 300 of the war: what happened", NOTHING),
    ("Top 5 news stories of the week", NOTHING),
    ("Who killed the mayor? 3 theories", NOTHING),
    ("World War II veteran, 98, dies", NOTHING),
    ("Actor dies at 81", NOTHING),
    ("Man, 45, arrested over murder", NOTHING),
    ("Two years on, killers still free", NOTHING),
    ("Live: updates on the war, day 12", NOTHING),
    ("Watch: the moment a drone hit the tower, killing its guard at 3 a.m.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_headlines(row: Row) -> None:
    check(row, "headline")
