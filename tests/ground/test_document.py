"""A reading gets identifiers; nothing else of it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build import figure
from tallywire.claims.article import Article, Post, Segment
from tallywire.claims.figure import Period, PlaceRef, Ref, Side, Source
from tallywire.claims.reading import Event, Reading
from tallywire.extract.document import read
from tallywire.ground.document import ground

TEXT = "Ukraine's army said on Friday that Russia had lost 12 soldiers near Kherson."
ARTICLE = Article("a", TEXT, (Segment("body", 0, len(TEXT)),), published="2022-11-11T08:00:00Z")
READING = Reading(
    ARTICLE,
    figures=(figure(side=Side("Russia"), source=Source("Ukraine's army"), place=PlaceRef("Kherson"), period="Friday"),),
    events=(
        Event("e1", "RETREAT", "withdraw", 0, 1, Ref("Russia"), None, PlaceRef("Kherson"), Period("Friday", 0, 6)),
    ),
)


def test_who_where_and_when() -> None:
    found = ground(READING).figures[0]
    assert found.source == Source("Ukraine's army", "UKR-AF", "military", party_to_conflict=True)
    assert found.side == Side("Russia", "RUS")
    assert found.place is not None
    assert found.place.geonameid == 706448
    assert found.period is not None
    assert found.period.edtf == "2022-11-11"
    assert {why.field for why in found.why} == {"source", "side", "place", "period"}


def test_an_event() -> None:
    event = ground(READING).events[0]
    assert event.actor == Ref("Russia", "RUS")
    assert event.place is not None
    assert event.place.geonameid == 706448
    assert event.period is not None
    assert event.period.edtf == "2022-11-11"


ENTRIES = "Twelve soldiers died on Friday.\n\nTen were wounded on Friday.\n\nSix were captured on Friday."
POSTS = (
    Post("entry", 33, 91, published="2022-10-05T09:00:00Z"),
    Post("embed", 62, 91, published="2022-09-06"),
)


def test_words_of_time_are_those_of_the_post_they_stand_in() -> None:
    body = Article("a", ENTRIES, (Segment("body", 0, 91),), lang="en", published="2022-11-11", posts=POSTS)
    periods = [figure.period for figure in ground(read(body)).figures]
    assert [period.edtf for period in periods if period] == ["2022-11-11", "2022-09-30", "2022-09-02"]


def test_the_places_of_the_text() -> None:
    assert [place.name for place in ground(READING).places] == ["Ukraine", "Russia", "Kherson"]


def test_nothing_else_changes() -> None:
    before, after = READING.figures[0], ground(READING).figures[0]
    same = replace(after, source=before.source, side=before.side, place=before.place, period=before.period, why=())
    assert same == before
    assert ground(Reading(ARTICLE)).figures == ()


@pytest.mark.parametrize(
    ("text", "lang", "side"),
    [
        ("У Харківській області загинули двоє людей.", "uk", "people of Kharkiv Oblast"),
        ("У Харкові загинули двоє людей.", "uk", "people of Kharkiv"),
        ("У Дворічній загинули двоє людей.", "uk", "people of Dvorichna, Ukraine"),
        ("В Грайвороне погибли двое человек.", "ru", "people of Grayvoron, Russia"),
        ("Two people were killed in Dvorichna.", "en", "people of Dvorichna"),
        ("Two people were killed in Grayvoron.", "en-GB", "people of Grayvoron"),
    ],
)
def test_whose_people_in_english(text: str, lang: str, side: str) -> None:
    article = Article("a", text, (Segment("body", 0, len(text)),), lang=lang)
    found = ground(read(article)).figures[0].side
    assert found is not None
    assert found.name == side
