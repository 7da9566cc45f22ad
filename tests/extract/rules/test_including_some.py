"""Part of a figure before it: its kind comes from the whole."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, at_least, casualties, check, freed, intercepted, killed, wounded

CASES = [
    ("⟦Four⟧ soldiers were hurt. There were 15 strikes; no one was hurt in two of them.", wounded(4, "combatant")),
    (
        "⟦Four⟧ soldiers, including ⟦an⟧ officer, and ⟦three⟧ militants were killed.",
        killed(4, "combatant"),
        killed(1, "combatant", subset_of=0),
        killed(3, "combatant", side="militants"),
    ),
    ("⟦Twelve⟧ people were killed in the camp. Of the 40 captives, 20 remain, six of whom are ill.", killed(12)),
    ("⟦Twelve⟧ people were killed. Two of them were thought to be alive at first.", killed(12)),
    ("⟦Twelve⟧ people were killed, ⟦two⟧ of whom were journalists.", killed(12), killed(2, "journalist", subset_of=0)),
    ("⟦Twelve⟧ people were killed, including ⟦three⟧ children.", killed(12), killed(3, "child", subset_of=0)),
    ("⟦Twelve⟧ people, including ⟦three⟧ children, were killed.", killed(12), killed(3, "child", subset_of=0)),
    ("⟦Twelve⟧ people were killed, among them ⟦three⟧ children.", killed(12), killed(3, "child", subset_of=0)),
    ("⟦Twelve⟧ people were killed, ⟦three⟧ of them children.", killed(12), killed(3, "child", subset_of=0)),
    ("⟦Twelve⟧ people were killed, ⟦three⟧ of whom were children.", killed(12), killed(3, "child", subset_of=0)),
    ("⟦Twelve⟧ people were killed, ⟦three⟧ children among them.", killed(12), killed(3, "child", subset_of=0)),
    ("The blast killed ⟦five⟧ people, among them ⟦a⟧ journalist.", killed(5), killed(1, "journalist", subset_of=0)),
    ("The blast killed ⟦five⟧ people, including ⟦a⟧ journalist.", killed(5), killed(1, "journalist", subset_of=0)),
    (
        "The blast wounded ⟦30⟧ people, including ⟦two⟧ women and ⟦six⟧ children.",
        wounded(30),
        wounded(2, "woman", subset_of=0),
        wounded(6, "child", subset_of=0),
    ),
    (
        "The blast wounded ⟦30⟧ people, including ⟦two⟧ women, ⟦six⟧ children and ⟦a⟧ nurse.",
        wounded(30),
        wounded(2, "woman", subset_of=0),
        wounded(6, "child", subset_of=0),
        wounded(1, "aid_worker", subset_of=0),
    ),
    ("⟦Nine⟧ were killed, including ⟦four⟧ soldiers.", killed(9), killed(4, "combatant", subset_of=0)),
    (
        "⟦Nine⟧ soldiers were killed. ⟦Two⟧ of them were officers.",
        killed(9, "combatant"),
        killed(2, "combatant", subset_of=0),
    ),
    ("⟦Nine⟧ people were killed. ⟦Four⟧ of them were children.", killed(9), killed(4, "child", subset_of=0)),
    ("⟦Nine⟧ people were killed. Among them were ⟦four⟧ children.", killed(9), killed(4, "child", subset_of=0)),
    (
        "⟦434⟧ casualties were recorded, made up of ⟦321⟧ dead and ⟦113⟧ injured.",
        casualties(434),
        killed(321, subset_of=0),
        wounded(113, subset_of=0),
    ),
    (
        "The group killed ⟦14⟧ fighters, including ⟦a⟧ commander.",
        killed(14, "combatant"),
        killed(1, "combatant", subset_of=0),
    ),
    ("It shot down ⟦58⟧ drones, including ⟦30⟧ Shaheds.", intercepted(58, "uav"), intercepted(30, "uav", subset_of=0)),
    ("⟦Six⟧ people died, most of them children.", killed(6)),
    (
        "⟦More than 700⟧ people have died, including ⟦at least 100⟧ children.",
        killed(at_least(700)),
        killed(at_least(100), "child", subset_of=0),
    ),
    ("They freed ⟦39⟧ hostages, including ⟦12⟧ women.", freed(39), freed(12, "woman", subset_of=0)),
    ("⟦Three⟧ dead, including ⟦one⟧ child.", killed(3), killed(1, "child", subset_of=0)),
    ("⟦Eight⟧ dead, the bomber among them.", killed(8)),
    ("⟦Eighteen⟧ people were killed, counting ⟦three⟧ attackers.", killed(18), killed(3, "combatant", subset_of=0)),
    ("⟦Twelve⟧ people were killed, not counting three attackers.", killed(12)),
    ("Of the ⟦45⟧ wounded, ⟦nine⟧ are children.", wounded(45), wounded(9, "child", subset_of=0)),
    ("⟦Forty-five⟧ people were wounded. ⟦Nine⟧ were children.", wounded(45), wounded(9, "child", subset_of=0)),
    (
        "The killing of ⟦six⟧ members, including rector Ana Ruiz and ⟦two⟧ women, shocked the town.",
        killed(6, "combatant"),
        killed(2, "woman", subset_of=0),
    ),
    (
        "⟦Twelve⟧ people, ⟦seven⟧ Russians and ⟦five⟧ Ukrainians, were freed.",
        freed(12),
        freed(7, subset_of=0),
        freed(5, subset_of=0),
    ),
    # near misses
    ("The talks included 12 delegates.", NOTHING),
    ("The meeting was attended by 12 people, including three children.", NOTHING),
    ("⟦Twelve⟧ people were killed in several towns, including Kherson.", killed(12)),
    ("⟦Twelve⟧ people were killed in attacks on 30 towns, including 12 strikes on Kherson.", killed(12)),
    ("⟦Twelve⟧ people were killed, including a 12-year-old.", killed(12)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_including_some(row: Row) -> None:
    check(row)
