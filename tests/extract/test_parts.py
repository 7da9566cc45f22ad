"""Parts and wholes: breakdowns, changes, earlier values, distributives."""

from __future__ import annotations

import pytest

from expect import Row, about, casualties, check, destroyed, intercepted, killed, launched, lost, wounded

CASES = [
    # in brackets right behind what is counted
    (
        "⟦1,660⟧ people (⟦1,347⟧ men, ⟦273⟧ women and ⟦40⟧ children) were killed by gangs.",
        killed(1660),
        killed(1347, subset_of=0),
        killed(273, "woman", subset_of=0),
        killed(40, "child", subset_of=0),
    ),
    (
        "⟦12⟧ people were killed, including ⟦three⟧ children.",
        killed(12, subset_of=None),
        killed(3, "child", subset_of=0),
    ),
    ("⟦Three⟧ dead: ⟦one⟧ in Kharkiv, ⟦two⟧ in Sumy.", killed(3), killed(1, subset_of=0), killed(2, subset_of=0)),
    (
        "⟦Three⟧ people were killed: ⟦one⟧ in Kharkiv and ⟦two⟧ in Sumy.",
        killed(3),
        killed(1, subset_of=0),
        killed(2, subset_of=0),
    ),
    (
        "⟦434⟧ casualties: ⟦321⟧ killed and ⟦113⟧ wounded.",
        casualties(434),
        killed(321, subset_of=0),
        wounded(113, subset_of=0),
    ),
    (
        "There were ⟦434⟧ casualties, made up of ⟦321⟧ dead and ⟦113⟧ injured.",
        casualties(434),
        killed(321, subset_of=0),
        wounded(113, subset_of=0),
    ),
    ("⟦12⟧ people were killed, ⟦seven⟧ of them women.", killed(12), killed(7, "woman", subset_of=0)),
    ("⟦12⟧ people were killed. ⟦Seven⟧ of them were women.", killed(12), killed(7, "woman", subset_of=0)),
    ("⟦12⟧ people were killed. They include ⟦four⟧ children.", killed(12), killed(4, "child", subset_of=0)),
    ("⟦Twelve⟧ people died, among them ⟦a⟧ priest.", killed(12), killed(1, subset_of=0)),
    (
        "tanks - ⟦2814⟧ (+⟦10⟧), helicopters - ⟦260⟧ (+⟦1⟧) were destroyed",
        destroyed(2814, "tank"),
        destroyed(10, "tank", change_of=0),
        destroyed(260, "helicopter", subset_of=None),
        destroyed(1, "helicopter", change_of=2),
    ),
    (
        "personnel - ⟦about 79400⟧ (+⟦710⟧) were liquidated, tanks - ⟦2814⟧ (+⟦10⟧), helicopters - ⟦261⟧ (+⟦1⟧)",
        killed(about(79_400), "combatant"),
        killed(710, "combatant", change_of=0),
        lost(2814, "tank"),
        lost(10, "tank", change_of=2),
        lost(261, "helicopter", subset_of=None),
        lost(1, "helicopter", change_of=4),
    ),
    (
        "personnel - ⟦about 79400⟧ (+⟦710⟧) persons were liquidated",
        killed(about(79_400), "combatant"),
        killed(710, "combatant", change_of=0),
    ),
    ("⟦18⟧ of the ⟦22⟧ drones were shot down.", intercepted(18, "uav", of=1), launched(22, "uav")),
    ("Both sides lost ⟦90⟧ soldiers each.", lost(90, "combatant", per="side")),
    ("⟦90⟧ soldiers were killed on each side.", killed(90, "combatant", per="side")),
    ("The two armies lost ⟦90⟧ men apiece.", lost(90, per="side")),
    ("⟦12⟧ people were killed and ⟦four⟧ wounded.", killed(12, subset_of=None), wounded(4, subset_of=None)),
    ("⟦12⟧ people were killed in Homs and ⟦four⟧ in Aleppo.", killed(12, subset_of=None), killed(4, subset_of=None)),
    ("⟦12⟧ people were killed on Sunday. ⟦Four⟧ people were killed on Monday.", killed(12), killed(4, subset_of=None)),
    (
        "⟦Three⟧ soldiers and ⟦two⟧ civilians were killed.",
        killed(3, "combatant", subset_of=None),
        killed(2, "civilian", subset_of=None),
    ),
    ("⟦Two⟧ of the wounded have since died, bringing the toll to ⟦nine⟧.", killed(2), killed(9, count="running_total")),
    (
        "⟦13⟧ people were killed. They died as follows:\n- in Marib, ⟦two⟧ men\n- in Taiz, ⟦a⟧ child",
        killed(13),
        killed(2, subset_of=0),
        killed(1, "child", subset_of=0),
    ),
    (
        "⟦13⟧ people were killed:\n- ⟦two⟧ men in Marib\n- ⟦11⟧ soldiers in Taiz",
        killed(13),
        killed(2, subset_of=0),
        killed(11, "combatant", subset_of=0),
    ),
    ("Half of the ⟦12⟧ dead were children.", killed(12)),
    ("⟦30⟧ people were wounded, ⟦five⟧ of them seriously.", wounded(30), wounded(5, subset_of=0)),
    ("⟦434⟧ casualties were reported, of whom ⟦321⟧ were killed.", casualties(434), killed(321, subset_of=0)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_parts(row: Row) -> None:
    check(row)
