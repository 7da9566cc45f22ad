"""Verb, place, number, and participles without "were", in languages of free word order: Ukrainian."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, about, at_least, check, intercepted, killed, launched, missing, remains, wounded

LANG = "uk"
CASES = [
    # a place, a cause or a time between verb and number
    ("Загинули внаслідок удару по Харкову ⟦12⟧ людей.", killed(12)),
    ("Загинули вночі в Одесі ⟦щонайменше троє⟧ рятувальників.", killed(at_least(3), "aid_worker")),
    ("Збито над Київщиною ⟦близько 40⟧ дронів.", intercepted(about(40), "uav")),
    ("Загинули у 12 селах.", NOTHING),
    # the participle before "were", or beside a dash
    ("Зниклими безвісти вважаються ⟦шестеро⟧ людей.", missing(6)),
    ("Поранені були ⟦двоє⟧ людей.", wounded(2)),
    ("Поранені – ⟦двоє⟧ цивільних.", wounded(2, "civilian")),
    ("Загиблих: ⟦12⟧ осіб.", killed(12)),
    # people by their country, bodies, words in quotation marks
    ("Загинуло ⟦12⟧ росіян.", killed(12, side="Russia")),
    ("Знайшли тіла ⟦трьох⟧ цивільних.", remains(3, "civilian")),
    ("У них ⟦4⟧ «двохсотих».", killed(4)),
    ("Серед поранених – ⟦троє⟧ дітей.", wounded(3, "child")),
    # the participle after a place; a verb of the doers is none
    ("⟦12⟧ людей у центрі міста поранено.", wounded(12)),
    ("12 бійців уночі захопили позицію.", NOTHING),
    # a target between, and so many of so many
    ("Ворог випустив по Україні ⟦67⟧ дронів.", launched(67, "uav")),
    ("⟦18⟧ із ⟦22⟧ шахедів збито.", intercepted(18, "uav", of=1), launched(22, "uav")),
    ("Повітряні сили збили вночі ⟦18⟧ із ⟦22⟧ дронів.", intercepted(18, "uav", of=1), launched(22, "uav")),
    ("Із ⟦22⟧ дронів збито ⟦18⟧.", launched(22, "uav"), intercepted(18, "uav", of=0)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_killed_there(row: Row) -> None:
    check(row, lang=LANG)
