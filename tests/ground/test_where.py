"""Which words name a place, and which place; marks show the words. All rows were used to develop."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import figure
from tallywire.catalog.places import lookup
from tallywire.claims.article import Article, Segment
from tallywire.claims.figure import PlaceRef
from tallywire.ground.draft import Draft
from tallywire.ground.where import country_of, entry_of, placed, scene

CASES = [
    # the text                                                                       GeoNames ids in order
    ("Shells fell on ⟦Kherson⟧ and ⟦Mykolaiv⟧.", [706448, 700569]),
    ("Troops crossed the ⟦Dnipro river⟧ near ⟦Kherson⟧.", [None, 706448]),
    ("The governor of ⟦Kherson Oblast⟧ spoke.", [706442]),
    ("Fighting in ⟦Ghazni Province⟧ went on.", [1141268]),
    ("She lives in ⟦Paris⟧, ⟦Texas⟧.", [4717560, 4736286]),
    ("She lives in ⟦Paris⟧.", [2988507]),
    ("A rally in ⟦Tbilisi⟧ as ⟦Georgia⟧ votes.", [611717, 614540]),
    ("A storm hit ⟦Atlanta⟧ and the rest of ⟦Georgia⟧, ⟦Alabama⟧ and ⟦Florida⟧.", [4180439, 4197000, 4829764, 4155751]),
    ("A fire in ⟦Somerset⟧, ⟦Ky.⟧, killed two.", [4308922, 6254925]),
    ("У ⟦Херсоні⟧ і ⟦Бахмуті⟧ тривали обстріли.", [706448, 713174]),
    ("The ⟦U.S.⟧ sent aid.", [6252001]),
    ("KYIV UNDER ATTACK", None),
    ("Yaroslav Yanushevych met Jackson Brown on Friday.", []),
    ("Reading is fun, and Clinton said so.", []),
    ("They met in ⟦Reading⟧ in ⟦England⟧.", [2639577, 6269131]),
    ("Israeli jets and Hamas fighters clashed.", []),
    ("Jordan Smith spoke. Later Smith left.", []),
    ("", []),
]


def _article(marked: str) -> tuple[Article, list[tuple[int, int]]]:
    text = re.sub("[⟦⟧]", "", marked)
    spans, shift = [], 0
    for match in re.finditer("⟦(.*?)⟧", marked):
        start = match.start() - shift
        spans.append((start, start + len(match[1])))
        shift += 2
    return Article("a", text, (Segment("body", 0, len(text)),)), spans


@pytest.mark.parametrize(("marked", "ids"), [row for row in CASES if row[1] is not None], ids=lambda row: str(row)[:40])
def test_places_of_a_text(marked: str, ids: list[int | None]) -> None:
    article, spans = _article(marked)
    places, _ = scene(article)
    assert [(place.start, place.end) for place in places] == spans
    assert [place.geonameid for place in places] == ids


def test_a_heading_in_capitals() -> None:
    places, _ = scene(_article("KYIV UNDER ATTACK")[0])
    assert [place.geonameid for place in places] == [703448]


def test_boilerplate_names_no_place() -> None:
    text = "News from Kyiv."
    assert scene(Article("a", text, (Segment("boilerplate", 0, len(text)),)))[0] == ()


def test_names_of_one_place_meet() -> None:
    article, _ = _article("Talks in Kiev. Kyiv was quiet. The Dnieper rose; the Dnipro river fell.")
    names = {(place.name, place.geonameid) for place in scene(article)[0]}
    assert names == {("Kyiv", 703448), ("Dnipro River", None)}


def test_a_figure_is_placed_in_the_light_of_its_text() -> None:
    article, _ = _article("Police in Tbilisi said three people died in Georgia.")
    draft = Draft.of(figure(place=PlaceRef("Georgia")))
    placed(draft, scene(article)[1])
    found = draft.done()
    assert found.place is not None
    assert (found.place.geonameid, found.place.precision) == (614540, "country")
    assert found.why[-1].field == "place"


INFLECTED = [
    # as a text writes it   English name       precision
    ("Харківській", "Kharkiv Oblast", "region"),
    ("Харківщині", "Kharkiv Oblast", "region"),
    ("Донецкой", "Donetsk Oblast", "region"),
    ("Белгородской области", "Belgorod Oblast", "region"),
    ("Курскую", "Kursk Oblast", "region"),
    ("Курську", "Kursk", "city"),
    ("Куп'янського", "Kupyansk", "city"),
    ("Мар'їнській", "Mar'yinka", "city"),
    ("Костянтинівці", "Kostyantynivka", "city"),
    ("Han Yunus", "Khān Yūnis", "city"),
    ("חאן יונס", "Khān Yūnis", "city"),
]


@pytest.mark.parametrize(("name", "english", "precision"), INFLECTED, ids=[row[0] for row in INFLECTED])
def test_an_inflected_name_or_the_adjective_of_a_place(name: str, english: str, precision: str) -> None:
    found = entry_of(name, scene(_article("")[0])[1])
    assert found is not None
    assert (found.name, found.precision) == (english, precision)


def test_a_surname_is_no_town() -> None:
    assert entry_of("Лубінського", scene(_article("")[0])[1]) is None
    assert scene(_article("Заява Зеленського пролунала вранці.")[0])[0] == ()


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kupyansk", "Ukraine"), ("Belgorod", "Russia"), ("Khān Yūnis", "Palestine"), ("Tbilisi", "Georgia")],
)
def test_the_country_of_a_place(name: str, country: str) -> None:
    assert country_of(lookup(name)[0]) == country


def test_a_town_with_a_larger_namesake_abroad_is_given_no_country() -> None:
    smaller = next(one for one in lookup("Donetsk") if one.country == "RU")
    assert country_of(smaller) is None


@pytest.mark.parametrize("name", ["the front", "War", "Nowhereville"])
def test_what_is_no_place_stays_words(name: str) -> None:
    draft = Draft.of(figure(place=PlaceRef(name)))
    placed(draft, scene(_article("War came.")[0])[1])
    assert draft.place == PlaceRef(name)
    assert "not in the gazetteer" in draft.why[-1].says


@settings(deadline=None)
@given(st.text(max_size=200))
def test_every_place_stands_in_the_text(text: str) -> None:
    places, _ = scene(Article("a", text, (Segment("body", 0, len(text)),)))
    assert all(0 <= place.start < place.end <= len(text) for place in places)
