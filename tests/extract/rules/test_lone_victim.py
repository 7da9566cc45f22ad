"""One victim in a language without articles: Russian."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, check, killed, wounded

LANG = "ru"
CASES = [
    ("Погибла ⟦женщина⟧.", killed(1, "woman")),
    ("Погиб 67-летний ⟦мужчина⟧.", killed(1)),
    ("Ранен ⟦мужчина⟧.", wounded(1)),
    ("Ранен ⟦житель⟧ посёлка.", wounded(1, "civilian")),
    ("Боевики застрелили ⟦полицейского⟧.", killed(1, "police")),
    ("Снайпер убил ⟦женщину⟧.", killed(1, "woman")),
    ("60-летний ⟦мужчина⟧ скончался в больнице.", killed(1)),
    ("Погибли ⟦мужчина⟧ и ⟦женщина⟧.", killed(1), killed(1, "woman")),
    ("Ранены ⟦трое⟧ человек, среди них ⟦ребёнок⟧.", wounded(3), wounded(1, "child", subset_of=0)),
    (
        "Погибли ⟦трое⟧ детей: ⟦девушка⟧ 2007 года рождения, ⟦девочка⟧ и ⟦мальчик⟧.",
        killed(3, "child"),
        killed(1, "child", subset_of=0),
        killed(1, "child", subset_of=0),
        killed(1, "child", subset_of=0),
    ),
    # he has a name, was met before, did it himself, or does something else
    ("Погиб боец Иван Петров.", NOTHING),
    ("Мужчина погиб на месте.", NOTHING),
    ("Солдат убил командира.", NOTHING),
    ("Раненый солдат вернулся в строй.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_lone_victim(row: Row) -> None:
    check(row, lang=LANG)
