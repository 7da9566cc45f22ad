"""A toll, and where it stands."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, about, at_least, casualties, check, killed, lost, wounded

CASES = [
    ("The death toll has risen to ⟦337⟧.", killed(337, count="running_total")),
    ("The death toll rose to ⟦337⟧ on Sunday.", killed(337, count="running_total")),
    ("The death toll reached ⟦at least 40⟧.", killed(at_least(40), count="running_total")),
    ("The death toll stands at ⟦29⟧.", killed(29, count="running_total")),
    ("The death toll now stands at ⟦29⟧.", killed(29, count="running_total")),
    ("The death toll is ⟦29⟧.", killed(29)),
    ("The death toll was put at ⟦29⟧.", killed(29)),
    ("A death toll of ⟦40⟧ was reported.", killed(40)),
    ("Casualties totaled ⟦710⟧ on Friday.", casualties(710, period="on Friday")),
    ("The dead now numbered ⟦29⟧.", killed(29, count="running_total")),
    ("The number of dead rose to ⟦12⟧.", killed(12, count="running_total")),
    ("The number of wounded climbed to ⟦about 300⟧.", wounded(about(300), count="running_total")),
    ("The number of people killed has risen to ⟦52⟧.", killed(52, count="running_total")),
    ("The number of casualties ⟦exceeded 100,000⟧.", casualties(at_least(100_000))),
    ("Ukraine's death toll ⟦tops 40,000⟧.", killed(at_least(40_000))),
    ("The death toll ⟦nears 40,000⟧.", killed(about(40_000))),
    ("Losses amounted to ⟦4,560⟧ soldiers.", lost(4560, "combatant")),
    ("Another strike brought the death toll to ⟦61⟧.", killed(61, count="running_total")),
    ("The ministry put the death toll at ⟦61⟧.", killed(61, source="The ministry")),
    ("The ministry put the number of wounded at ⟦more than 100⟧.", wounded(at_least(100))),
    ("Death toll in market blast rises to ⟦23⟧.", killed(23, count="running_total")),
    ("Gaza death toll ⟦passes 60,000⟧.", killed(at_least(60_000))),
    ("The toll of the wounded has climbed to ⟦80⟧.", wounded(80)),
    ("Deaths have now reached ⟦700⟧.", killed(700, count="running_total")),
    ("Total casualties: ⟦4,560⟧.", casualties(4560)),
    ("The deaths bring to ⟦eight⟧ the number of journalists killed this year.", killed(8, "journalist")),
    ("That raises to 17 the number of pylons blown up.", NOTHING),
    ("The attack raised to ⟦1,200⟧ the death toll since October.", killed(1200)),
    (
        "It lost ⟦1,140⟧ soldiers, bringing its losses since February 2022 to ⟦812,670⟧.",
        lost(1140, "combatant"),
        lost(812670, "combatant"),
    ),
    # near misses
    ("The toll road is 12 km long and people were killed on it.", NOTHING),
    ("The bridge toll rose to 12 after the war.", NOTHING),
    ("The number of attacks rose to 12 after the killing.", NOTHING),
    ("The number of troops has risen to 12,000 since he was killed.", NOTHING),
    ("The death toll rose by 12 percent.", NOTHING),
    ("The death toll was announced at 12:30.", NOTHING),
    ("The death toll rose on 12 May.", NOTHING),
    ("The number of schools hit rose to 12.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_toll_reached(row: Row) -> None:
    check(row)
