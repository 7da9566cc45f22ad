"""By what they were harmed, as a mode of PLOVER's ASSAULT."""

from __future__ import annotations

import pytest

from expect import Row, check, destroyed, intercepted, killed, launched, wounded

CASES = [
    ("⟦12⟧ people were killed in an airstrike on the market.", killed(12, cause="heavy-weapons")),
    (
        "Shelling killed ⟦12⟧ people and wounded ⟦30⟧.",
        killed(12, cause="heavy-weapons"),
        wounded(30, cause="heavy-weapons"),
    ),
    (
        "A drone strike killed ⟦four⟧ people, ⟦two⟧ of them children.",
        killed(4, cause="heavy-weapons"),
        killed(2, "child", cause="heavy-weapons"),
    ),
    ("⟦Six⟧ people died when a car bomb went off.", killed(6, cause="explosives")),
    ("A suicide bomber killed ⟦nine⟧ people.", killed(9, cause="suicide-attack")),
    ("Gunfire killed ⟦three⟧ people.", killed(3, cause="firearms")),
    ("A missile hit the bridge and a landmine killed ⟦two⟧ people.", killed(2, cause="explosives")),
    ("⟦12⟧ people were killed by shelling", killed(12, cause="heavy-weapons")),
    # what is counted is no cause; an attack of no told kind has no mode
    ("The army destroyed ⟦12⟧ drones.", destroyed(12, "uav", cause=None)),
    ("⟦18⟧ of the ⟦22⟧ drones were shot down.", intercepted(18, "uav", cause=None), launched(22, "uav", cause=None)),
    ("⟦12⟧ people were killed in an attack.", killed(12, cause=None)),
    ("⟦12⟧ people were killed.", killed(12, cause=None)),
]

OTHERS = [
    ("uk", "Унаслідок обстрілу загинули ⟦двоє⟧ людей.", killed(2, cause="heavy-weapons")),
    ("de", "Bei einem Luftangriff wurden ⟦zwölf⟧ Menschen getötet.", killed(12, cause="heavy-weapons")),
    ("es", "Un coche bomba mató a ⟦seis⟧ personas.", killed(6, cause="explosives")),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_cause(row: Row) -> None:
    check(row)


@pytest.mark.parametrize(("lang", "text", "figure"), OTHERS, ids=[row[0] for row in OTHERS])
def test_cause_in_other_languages(lang: str, text: str, figure: object) -> None:
    check((text, figure), lang=lang)
