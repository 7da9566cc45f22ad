"""Participles that are nouns, and verbs before those they befell: Spanish, French, Italian and Portuguese."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, captured, check, evacuated, killed, launched, lost, wounded

LANG = "es"
CASES = [
    ("El ataque dejó ⟦un⟧ muerto.", killed(1)),
    ("⟦Un⟧ herido grave en Járkov.", wounded(1)),
    ("Hubo ⟦un⟧ muerto y ⟦un⟧ herido.", killed(1), wounded(1)),
    ("Murió ⟦un⟧ soldado.", killed(1, "combatant")),
    ("Murieron en Gaza ⟦12⟧ personas.", killed(12, place="Gaza")),
    ("Murió en Gaza ⟦una⟧ mujer.", killed(1, "woman")),
    ("Fueron heridas en el mercado ⟦12⟧ personas.", wounded(12)),
    ("Rusia lanzó contra Ucrania ⟦67⟧ drones.", launched(67, "uav")),
    ("Rusia ha perdido desde el inicio de la guerra ⟦12⟧ helicópteros.", lost(12, "helicopter")),
    ("Los rebeldes capturaron a otros ⟦cinco⟧.", captured(5)),
    ("La explosión causó la muerte de otras ⟦dos⟧ personas.", killed(2)),
    ("⟦12⟧ muertos los últimos días.", killed(12)),
    ("⟦12⟧ soldados rusos heridos el lunes en Bajmut", wounded(12, "combatant", side="Russia")),
    ("⟦12⟧ soldados heridos fueron evacuados.", evacuated(12, "combatant")),
    ("⟦Dos⟧ de los heridos están en estado grave.", wounded(2)),
    ("⟦Doce⟧ heridos, entre ellos ⟦dos⟧ graves.", wounded(12), wounded(2, subset_of=0)),
    ("Los heridos ascienden a ⟦40⟧.", wounded(40)),
    ("Los muertos son ⟦12⟧.", killed(12)),
    ("Asciende a ⟦45⟧ el número de muertos.", killed(45)),
    # near misses
    ("Los heridos fueron llevados a un hospital.", NOTHING),
    ("El muerto era un conocido del barrio.", NOTHING),
    ("Murió a manos de un desconocido.", NOTHING),
    ("Murió con 69 años.", NOTHING),
]
ELSEWHERE = [
    ("fr", ("⟦12⟧ blessés, dont ⟦deux⟧ grièvement.", wounded(12), wounded(2, subset_of=0))),
    ("fr", ("Un corps de pompiers est arrivé sur place.", NOTHING)),
    ("fr", ("⟦Deux⟧ des blessés ont été opérés.", wounded(2))),
    ("it", ("Sono saliti a ⟦45⟧ i morti.", killed(45))),
    ("it", ("⟦30⟧ feriti la scorsa notte.", wounded(30))),
    ("pt", ("A explosão fez ⟦um⟧ ferido.", wounded(1))),
    ("en", ("A wounded man called for help, one said.", NOTHING)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_one_wounded(row: Row) -> None:
    check(row, lang=LANG)


@pytest.mark.parametrize(("lang", "row"), ELSEWHERE, ids=lambda value: value if isinstance(value, str) else value[0])
def test_one_wounded_in_other_languages(lang: str, row: Row) -> None:
    check(row, lang=lang)
