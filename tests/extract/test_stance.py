"""Whether it is asserted, alleged, denied, asked, expected or supposed."""

from __future__ import annotations

import pytest

from expect import Row, check, detained, freed, killed, lost, vague, wounded

CASES = [
    # who denies one thing may say another
    (
        "The mayor denied that ⟦40⟧ people had been killed and said ⟦nine⟧ had died.",
        killed(40, stance="denied"),
        killed(9, stance="asserted", source="The mayor"),
    ),
    ("An inquiry will look into the murders of ⟦three⟧ reporters.", killed(3, "journalist", stance="asserted")),
    ("⟦12⟧ people were killed.", killed(12, stance="asserted")),
    ("The army said ⟦12⟧ rebels were killed.", killed(12, "combatant", stance="asserted")),
    ("The army confirmed that ⟦12⟧ soldiers were killed.", killed(12, "combatant", stance="asserted")),
    # alleged
    ("⟦12⟧ people were reportedly killed.", killed(12, stance="alleged")),
    ("⟦12⟧ people were allegedly killed.", killed(12, stance="alleged")),
    ("The rebels claimed that ⟦12⟧ soldiers were killed.", killed(12, "combatant", stance="alleged")),
    ("⟦12⟧ soldiers were killed, the rebels claimed.", killed(12, "combatant", stance="alleged")),
    ("⟦12⟧ soldiers are said to have been killed.", killed(12, "combatant", stance="alleged")),
    ("⟦12⟧ people are believed to have been killed.", killed(12, stance="alleged")),
    ("Unconfirmed reports speak of ⟦12⟧ killed.", killed(12, stance="alleged")),
    ("The group alleges that ⟦12⟧ people were detained.", detained(12, stance="alleged")),
    ("⟦12⟧ people were apparently killed.", killed(12, stance="alleged")),
    ("⟦12⟧ people are thought to have died.", killed(12, stance="alleged")),
    # denied
    ("The army denied that ⟦12⟧ civilians were killed.", killed(12, "civilian", stance="denied")),
    ("The ministry rejected the claim that ⟦12⟧ soldiers were killed.", killed(12, "combatant", stance="denied")),
    ("Moscow denies that ⟦12⟧ soldiers were killed.", killed(12, "combatant", stance="denied")),
    ("The army denied having killed ⟦12⟧ civilians.", killed(12, "civilian", stance="denied")),
    ("The ministry dismissed reports that ⟦12⟧ soldiers were killed.", killed(12, "combatant", stance="denied")),
    ("⟦12⟧ soldiers were not killed, as had been said.", killed(12, "combatant", stance="denied")),
    ("The mayor disputed that, saying ⟦nine⟧ people had died.", killed(9, source="The mayor", stance="asserted")),
    (
        "A spokesman denied responsibility and said the group had lost ⟦13⟧ fighters.",
        lost(13, "combatant", source="A spokesman", stance="asserted"),
    ),
    # asked
    ("Were ⟦12⟧ people killed?", killed(12, stance="question")),
    ("Did the strike kill ⟦12⟧ people?", killed(12, stance="question")),
    ("⟦12⟧ people killed in the raid?", killed(12, stance="question")),
    ("“Were ⟦12⟧ people killed?” he asked.", killed(12, stance="question")),
    ("⟦12⟧ people were killed. Who did it?", killed(12, stance="asserted")),
    # expected
    ("⟦12⟧ people may have been killed.", killed(12, stance="expected")),
    ("⟦12⟧ people might have been killed.", killed(12, stance="expected")),
    ("⟦12⟧ people could have died.", killed(12, stance="expected")),
    ("⟦12⟧ miners are feared dead.", killed(12, stance="expected")),
    ("⟦Hundreds⟧ are feared dead.", killed(vague(200, 999), stance="expected")),
    ("⟦12⟧ prisoners will be released on Friday.", freed(12, stance="expected")),
    ("⟦12⟧ prisoners are expected to be released.", freed(12, stance="expected")),
    ("The strike is likely to have killed ⟦12⟧ people.", killed(12, stance="expected")),
    ("The army plans to free ⟦12⟧ prisoners.", freed(12, stance="expected")),
    # supposed
    ("If the dam broke, ⟦12,000⟧ people would be killed.", killed(12_000, stance="hypothetical")),
    ("A strike there would have killed ⟦12⟧ people.", killed(12, stance="hypothetical")),
    # a colour belongs to its clause
    (
        "⟦12⟧ people were killed, and ⟦four⟧ were reportedly wounded.",
        killed(12, stance="asserted"),
        wounded(4, stance="alleged"),
    ),
    ("⟦12⟧ people were killed in the raid, which may have been ordered from abroad.", killed(12, stance="asserted")),
    ("The raid, reportedly the worst of the year, killed ⟦12⟧ people.", killed(12, stance="asserted")),
    ("He may stay in office. ⟦12⟧ people were killed.", killed(12, stance="asserted")),
    ("⟦12⟧ people were killed in May.", killed(12, stance="asserted")),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_stance(row: Row) -> None:
    check(row)
