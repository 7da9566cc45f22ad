"""Swapping the parties of a sentence swaps the reading and changes nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from expect import reading
from tallywire.claims.figure import Figure, Ref, Side, Source

# Each party: its name, its people and army as adjective, and a city of its own for civilians.
PARTIES = {
    "Russia": ("Russia", "Russian"),
    "Ukraine": ("Ukraine", "Ukrainian"),
    "Israel": ("Israel", "Israeli"),
    "Iran": ("Iran", "Iranian"),
    "India": ("India", "Indian"),
    "Pakistan": ("Pakistan", "Pakistani"),
    "Armenia": ("Armenia", "Armenian"),
    "Azerbaijan": ("Azerbaijan", "Azerbaijani"),
}
PAIRS = [("Russia", "Ukraine"), ("Israel", "Iran"), ("India", "Pakistan"), ("Armenia", "Azerbaijan")]
# Groups have no adjective of their own: "Hamas fighters", "the Rapid Support Forces".
GROUPS = [
    ("Hamas", "Hezbollah"),
    ("the Taliban", "the Islamic State"),
    ("Hamas", "Israel"),
    ("the Sudanese army", "the Rapid Support Forces"),
    ("the Houthis", "Saudi Arabia"),
]

# {a} and {b} are names; {A} and {B} adjectives
TEMPLATES = [
    "{A} shelling killed 12 {B} soldiers.",
    "{A} forces killed 12 {B} soldiers.",
    "{A} troops captured 12 {B} soldiers.",
    "12 {B} soldiers were killed by {A} shelling.",
    "12 {B} soldiers were killed.",
    "At least 12 {B} soldiers have been killed since the start of the war.",
    "12 {B} tanks were destroyed by {A} drones.",
    "{a} said 12 {B} soldiers were killed.",
    "{a} said it had killed 12 {B} soldiers.",
    "{a} claimed that 12 {B} soldiers were killed.",
    "{a} denied that 12 {A} soldiers were killed.",
    "{a} says {b} lost 12 tanks.",
    "{b} lost 12 tanks, {a} says.",
    "{b} lost 12 tanks in the battle.",
    "{b} has lost more than 1,200 soldiers since Monday.",
    "{a} launched 67 drones at {b}.",
    "{a} launched 67 drones against {b} overnight.",
    "{a} fired 33 missiles at {b}, killing six civilians.",
    "{b} shot down 58 {A} drones.",
    "{b} shot down 58 of the 67 {A} drones.",
    "58 {A} drones were shot down over {b}.",
    "{b} said it had intercepted 30 of 34 {A} rockets.",
    "Six {B} civilians were killed in {A} attacks.",
    "Six civilians were killed in {b} by {A} missiles.",
    "A {A} strike killed six people in {b}.",
    "A {A} drone wounded a woman in {b}.",
    "{A} casualties totaled 710 on Friday.",
    "{A} losses amounted to 4,560 soldiers.",
    "{a} admitted the loss of three tanks.",
    "{a} reported 12 dead and 30 wounded.",
    "{a} freed 95 {B} prisoners.",
    "{a} and {b} exchanged 95 prisoners each.",
    "The {A} army said 12 of its soldiers were killed by {B} fire.",
    "The {A} army said it had eliminated 12 {B} soldiers.",
    "“12 {B} soldiers were killed,” the {A} army said.",
    "According to {a}, 12 {B} soldiers were killed.",
    "12 {B} soldiers were killed, according to {a}.",
    "The {A} death toll stands at 337.",
    "{A} shelling damaged 12 houses in {b}.",
    "{A} forces retook six villages from {b}.",
    "{A} forces withdrew, losing 12 tanks to {B} fire.",
    "{A} soldiers detained 30 {B} civilians.",
    "12 {A} and three {B} soldiers were killed.",
    "{A} officials said 12 people, including three children, were killed by {B} shelling.",
    "In one week {b} lost 4,560 soldiers, {a} said.",
    "Nearly 80,000 {B} soldiers have been killed since the war began, {a} says.",
    "Did {a} kill 12 {B} soldiers?",
    "12 {B} soldiers were reportedly killed by {A} troops.",
    "Hundreds of {B} soldiers may have been killed by {A} missiles.",
    "{a} fired 12 rockets at {b}. Two {B} soldiers were killed.",
    "{b} reported 12 wounded. {a} had no comment.",
    "{a} said nothing. {b} said 12 of its soldiers were wounded.",
    "12 {B} soldiers were killed. {a} said so on television.",
    "Two {A} jets were shot down by {b}.",
    "{A} drones destroyed three {B} tanks and a howitzer.",
    "The bodies of 57 {B} soldiers were handed over by {a}.",
    "{a} handed over 57 bodies to {b}.",
    "Fighting between {a} and {b} left 12 people dead.",
    "Clashes between {A} and {B} troops killed 12 soldiers.",
    "{A} authorities arrested 12 {B} citizens.",
    "The {A} side lost 90 men and the {B} side 40.",
    "{b} buried 12 soldiers killed by {A} shelling.",
]
GROUP_TEMPLATES = [
    "{a} killed 12 fighters of {b}.",
    "{a} said 12 fighters of {b} were killed.",
    "{a} fired 12 rockets at {b}.",
    "12 people were killed by {a} in a town held by {b}.",
    "Clashes between {a} and {b} left 12 people dead.",
    "{b} lost 12 men, {a} said.",
    "{a} claimed to have killed 12 soldiers of {b}.",
    "{a} freed 12 prisoners held by {b}.",
]


def filled(template: str, a: str, b: str) -> str:
    """A template with its parties; the first letter is a capital, and "a" becomes "an" where it must."""
    first, second = PARTIES.get(a, (a, a)), PARTIES.get(b, (b, b))
    text = template.format(a=first[0], b=second[0], A=first[1], B=second[1])
    for vowel in "AEIOU":
        text = text.replace(f"A {vowel}", f"An {vowel}").replace(f" a {vowel}", f" an {vowel}")
    return text[0].upper() + text[1:]


def meaning(figure: Figure, text: str) -> dict[str, Any]:
    """What a figure says, without its places in the text: the names of two parties differ in length."""
    kept = replace(figure, why=())
    return {
        "kind": (kept.kind, kept.what, kept.modifier, kept.low, kept.best, kept.high, kept.band),
        "words": kept.words,
        "term": kept.term.words if kept.term else None,
        "side": kept.side,
        "source": kept.source,
        "blamed": kept.blamed,
        "derived": kept.derived_from,
        "said": (kept.voice, kept.stance, kept.count, kept.per, kept.via, kept.rule, kept.confidence),
        "period": kept.period.words if kept.period else None,
        "place": kept.place.name if kept.place else None,
        "order": text[: kept.start].count(" "),
    }


def readings(text: str) -> list[dict[str, Any]]:
    return [meaning(figure, text) for figure in reading(text).figures]


def swapped(value: Any, a: str, b: str) -> Any:
    """A meaning with the names of two parties exchanged, wherever they stand."""
    if isinstance(value, dict):
        return {name: swapped(one, a, b) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(swapped(one, a, b) for one in value)
    if isinstance(value, (Side, Source, Ref)):
        return replace(value, name=swapped(value.name, a, b), id=None)
    if isinstance(value, str):
        return exchanged(value, a, b)
    return value


def exchanged(text: str, a: str, b: str) -> str:
    there = dict(zip(PARTIES[a], PARTIES[b], strict=True))
    both = there | {other: one for one, other in there.items()}
    return re.sub(rf"\b({'|'.join(both)})\b", lambda match: both[match[0]], text)


@pytest.mark.parametrize("template", TEMPLATES)
def test_parties_swap_and_nothing_else_changes(template: str) -> None:
    for a, b in PAIRS:
        there, back = readings(filled(template, a, b)), readings(filled(template, b, a))
        assert there, filled(template, a, b)
        assert [swapped(one, a, b) for one in there] == [swapped(one, a, a) for one in back]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_pair_of_parties_is_read_alike(template: str) -> None:
    (a, b), *others = PAIRS
    there = readings(filled(template, a, b))
    for c, d in others:
        alike = [swapped(swapped(one, a, c), b, d) for one in there]
        assert alike == [swapped(one, a, a) for one in readings(filled(template, c, d))]


@pytest.mark.parametrize("template", GROUP_TEMPLATES)
@pytest.mark.parametrize(("a", "b"), GROUPS)
def test_groups_swap_too(template: str, a: str, b: str) -> None:
    there, back = readings(filled(template, a, b)), readings(filled(template, b, a))
    assert there
    assert [one["kind"] for one in there] == [one["kind"] for one in back]
    assert [one["said"] for one in there] == [one["said"] for one in back]
    assert [bool(one["side"]) for one in there] == [bool(one["side"]) for one in back]
