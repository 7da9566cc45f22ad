"""Harm as a noun: casualties, deaths, bodies, with the number before it."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, about, at_least, casualties, check, killed, lost, remains, vague, wounded

CASES = [
    ("Officials reported ⟦14⟧ deaths.", killed(14, source="Officials")),
    ("The unit suffered ⟦120⟧ casualties.", casualties(120)),
    ("There were ⟦434⟧ casualties.", casualties(434)),
    ("There were ⟦some 154⟧ civilian deaths.", killed(about(154), "civilian")),
    ("There were ⟦12⟧ fatalities.", killed(12)),
    ("⟦12⟧ deaths and ⟦30⟧ injuries were reported.", killed(12), wounded(30)),
    ("The unit lost ⟦3⟧ KIA, ⟦7⟧ WIA.", killed(3), wounded(7)),
    ("⟦3⟧ KIA, ⟦7⟧ WIA in one night.", killed(3), wounded(7)),
    ("⟦12⟧ bodies were recovered from the rubble.", remains(12)),
    ("⟦43⟧ bodies were brought to the morgue.", remains(43)),
    ("⟦43⟧ bodies reached the morgue on Monday.", remains(43)),
    ("Rescuers pulled ⟦seven⟧ bodies from the ruins.", remains(7)),
    ("Ukraine brought home ⟦57⟧ bodies of fallen soldiers.", remains(57)),
    ("The bodies of ⟦440⟧ people were found.", remains(440)),
    ("The remains of ⟦12⟧ people were found.", remains(12)),
    ("Russia has suffered ⟦more than 100,000⟧ casualties.", casualties(at_least(100_000), side="Russia")),
    ("The army inflicted ⟦300⟧ casualties on the rebels.", casualties(300, "combatant")),
    ("The army took ⟦heavy⟧ losses.".replace("⟦", "").replace("⟧", ""), NOTHING),
    ("The brigade took ⟦40⟧ losses.", lost(40)),
    ("The blast claimed ⟦12⟧ lives.", killed(12)),
    ("The war has claimed ⟦tens of thousands of⟧ lives.", killed(vague(20_000, 99_999))),
    ("The attack caused ⟦one⟧ death.", killed(1)),
    ("The ministry counted ⟦30⟧ martyrs.", killed(30)),
    ("The ministry counted ⟦at least 30⟧ martyrs and ⟦80⟧ wounded.", killed(at_least(30)), wounded(80)),
    ("Of ⟦1,000⟧ deaths, 20 percent were children.", killed(1000)),
    ("⟦Two⟧ more deaths were reported.", killed(2)),
    ("⟦No fewer than 6⟧ injuries were recorded.", wounded(at_least(6))),
    ("⟦Zero⟧ casualties were reported.", casualties(0)),
    ("The report lists ⟦14⟧ killings.", killed(14)),
    ("Hospitals recorded ⟦20⟧ deaths in a week.", killed(20, period="in a week", count="period_total")),
    ("⟦1000+⟧ casualties in a day?", casualties(at_least(1000), stance="question")),
    ("⟦Hundreds of⟧ Russian casualties were reported.", casualties(vague(200, 999), side="Russia")),
    ("⟦12⟧ Palestinian deaths were confirmed.", killed(12)),
    ("⟦21⟧ child deaths were verified by the UN.", killed(21, "child")),
    # near misses
    ("One of the biggest losses of the war was its name.", NOTHING),
    ("The firm posted $12 million in losses.", NOTHING),
    ("It was its 12th casualty report.", NOTHING),
    ("Casualties were heavy on 12 May.", NOTHING),
    ("The 2014 deaths were never explained.", NOTHING),
    ("12 percent of deaths were among the old.", NOTHING),
    ("The death rate is 12 per 1,000.", NOTHING),
    ("There were no bodies.", NOTHING),
    ("Their lives were saved by 20 volunteers.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_deaths_counted(row: Row) -> None:
    check(row)
