"""Events by the words that tell them; marks show the words. All rows were used to develop."""

from __future__ import annotations

import re

import pytest

from tallywire.catalog.happenings import triggers
from tallywire.claims.article import Article, Segment, SegmentKind
from tallywire.claims.reading import Event
from tallywire.extract import document


def read(text: str, kind: SegmentKind = "body") -> tuple[Event, ...]:
    return document.read(Article("a", text, (Segment(kind, 0, len(text)),))).events


CASES = [
    # the text, its type and mode, and its actor, recipient, place and period
    ("Russia ⟦withdrew⟧ from Kherson on Friday.", "RETREAT withdraw", ("Russia", None, "Kherson", "Friday")),
    ("Russia's ⟦withdrawal⟧ from the city of Kherson", "RETREAT withdraw", ("Russia", None, "Kherson", None)),
    ("Moscow ordered its ⟦troops to leave⟧ Kherson.", "RETREAT withdraw", ("Moscow", None, "Kherson", None)),
    ("Russia ⟦shelled⟧ Nikopol overnight.", "ASSAULT heavy-weapons", ("Russia", None, "Nikopol", "overnight")),
    ("An Israeli ⟦airstrike⟧ on Rafah killed six.", "ASSAULT aerial", ("Israeli", None, "Rafah", None)),
    ("Marib was ⟦bombed⟧ by the Houthis.", "ASSAULT explosives", ("Houthis", None, None, None)),
    ("Boko Haram ⟦abducted⟧ pupils in Chibok in May.", "ASSAULT abduct", ("Boko Haram", None, "Chibok", "May")),
    ("They ⟦kidnapped⟧ pupils in Chibok on 14 April 2014.", "ASSAULT abduct", (None, None, "Chibok", "14 April 2014")),
    ("A ⟦ceasefire⟧ took hold in Tripoli.", "RETREAT ceasefire", (None, None, "Tripoli", None)),
    ("The army ⟦recaptured⟧ Khartoum in March 2025.", "ASSAULT seize", (None, None, "Khartoum", "March 2025")),
    ("Росія почала ⟦відведення⟧ військ з Херсона.", "RETREAT withdraw", ("Росія", None, "Херсона", None)),
]


@pytest.mark.parametrize(("marked", "kind", "parts"), CASES, ids=[row[0] for row in CASES])
def test_an_event(marked: str, kind: str, parts: tuple[str | None, ...]) -> None:
    text = re.sub("[⟦⟧]", "", marked)
    (event,) = read(text)
    assert f"{event.type} {event.mode}" == kind
    assert text[event.start : event.end] == marked[marked.index("⟦") + 1 : marked.index("⟧")]
    named = (event.actor, event.recipient, event.place)
    period = event.period.words if event.period else None
    assert (*(one.name if one else None for one in named), period) == parts


NO_EVENT = [
    "Russia will withdraw from Kherson.",
    "The bank may withdraw money.",
    "She withdrew the money.",
    "Nobody knows.",
    "",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_no_event(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("kind", ["related", "comment", "boilerplate"])
def test_what_others_wrote_tells_no_event(kind: SegmentKind) -> None:
    assert read("Russia withdrew from Kherson.", kind) == ()


def test_mentions_of_one_event_are_one() -> None:
    text = "Russia retreated. The Russian army withdrew from Kherson on Friday. Its retreat from Kherson was quick."
    (event,) = read(text)
    assert event.place is not None
    assert event.period is not None
    assert (event.place.name, event.period.words) == ("Kherson", "Friday")


def test_two_places_are_two_events() -> None:
    places = [event.place.name for event in read("Israel bombed Beirut. Israel bombed Tyre.") if event.place]
    assert places == ["Beirut", "Tyre"]


def test_the_same_text_gives_the_same_ids() -> None:
    text = "Russia withdrew from Kherson."
    assert [event.id for event in read(text)] == [event.id for event in read(text)]


def test_the_longest_trigger_is_tried_first() -> None:
    for many in triggers().values():
        lengths = [len(trigger.rest) for trigger in many]
        assert lengths == sorted(lengths, reverse=True)
