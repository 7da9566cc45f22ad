"""A single victim, not named, counts as one; a named or definite one is no figure."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, abducted, captured, check, damaged, destroyed, intercepted, killed, wounded

CASES = [
    ("⟦A⟧ woman was killed.", killed(1, "woman")),
    ("⟦A⟧ 69-year-old woman was killed.", killed(1, "woman")),
    ("⟦A⟧ 69-year-old woman and ⟦a⟧ 12-year-old boy were killed in Kherson.", killed(1, "woman"), killed(1, "child")),
    ("⟦A⟧ soldier was wounded.", wounded(1, "combatant")),
    ("⟦A⟧ man died.", killed(1)),
    ("⟦An⟧ aid worker was abducted.", abducted(1, "aid_worker")),
    ("⟦A⟧ civilian was lightly wounded.", wounded(1, "civilian")),
    ("Shelling injured ⟦a⟧ civilian.", wounded(1, "civilian")),
    ("The drone hit a car, killing ⟦a⟧ journalist.", killed(1, "journalist")),
    ("It killed ⟦one⟧ man and injured ⟦another⟧.", killed(1), wounded(1)),
    ("⟦One⟧ person was killed and ⟦another⟧ injured.", killed(1), wounded(1)),
    ("⟦One⟧ person was killed and ⟦another⟧ was injured.", killed(1), wounded(1)),
    ("⟦A⟧ Palestinian man was killed by troops.", killed(1)),
    ("⟦A⟧ Russian soldier was captured.", captured(1, "combatant", side="Russia")),
    ("⟦A⟧ helicopter was shot down.", intercepted(1, "helicopter")),
    ("⟦A⟧ tank was destroyed.", destroyed(1, "tank")),
    ("⟦A⟧ school was damaged.", damaged(1, "building")),
    ("A missile destroyed ⟦a⟧ bridge.", destroyed(1, "building")),
    ("⟦A⟧ young mother was killed with her baby.", killed(1, "woman")),
    ("⟦A⟧ third man was wounded.", wounded(1)),
    ("The killing of ⟦a⟧ priest shocked the town.", killed(1)),
    ("⟦Another⟧ soldier was killed.", killed(1, "combatant")),
    ("⟦A⟧ couple was killed.".replace("⟦", "").replace("⟧", ""), NOTHING),
    # definite or named: no figure
    ("The woman was killed.", NOTHING),
    ("The commander was killed on Sunday.", NOTHING),
    ("Ivan Petrenko was killed.", NOTHING),
    ("Ivan Petrenko, a soldier, was killed.", NOTHING),
    ("Ivan Petrenko, 42, was killed.", NOTHING),
    ("Her husband was wounded.", NOTHING),
    ("He was killed.", NOTHING),
    ("A missile was fired by the army.", NOTHING),
    ("A girl displaced from Homs sells tea.", NOTHING),
    ("A drone attack was reported.", NOTHING),
    ("A number of people were killed.", NOTHING),
    ("A day later the fire killed hope.", NOTHING),
    ("A man accused of killing his neighbour was tried.", NOTHING),
    ("A police station was captured.", NOTHING),
    ("A bill was killed in the senate.", NOTHING),
    ("A wounded soldier's letter was read out.", NOTHING),
    ("It was a killed deal.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_one_victim(row: Row) -> None:
    check(row)
