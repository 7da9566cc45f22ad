"""Who is meant by the words of a source or side; all rows were used to develop."""

from __future__ import annotations

import pytest

from build import figure
from tallywire.catalog.conflicts import Conflict, conflicts
from tallywire.claims.figure import Figure, Ref, Side, Source
from tallywire.claims.reading import Quote, QuoteSource
from tallywire.ground.draft import Draft
from tallywire.ground.who import actor_in, actors_in, sides_of, spoken, who

WAR = next(one for one in conflicts() if one.id == "UKR-2022")
UNKNOWN = None


def known(figure: Figure, conflict: Conflict | None = WAR) -> Figure:
    draft = Draft.of(figure)
    who(draft, conflict)
    return draft.done()


SOURCES = [
    # words                                                    id                 type         a party?
    ("the General Staff of the Armed Forces of Ukraine", "UKR-GS", "military", True),
    ("Ukraine's air force", "UKR-AIRFORCE", "military", True),
    ("Yaroslav Yanushevych, the governor of Kherson Oblast", "UKR-YANUSHEVYCH", "official", True),
    ("a Russian-installed official", "RUS-OCC", "official", True),
    ("Russia's Ministry of Defense", "RUS-MOD", "military", True),
    ("Ukrainian doctors", "UKR", "medical", UNKNOWN),  # no body of the state
    ("Ukraine's health ministry", "UKR-MOH", "medical", True),
    ("Ukraine", "UKR", "official", True),
    ("the White House", "USA-GOV", "official", False),
    ("the UN human rights office", "UN-OHCHR", "un", False),
    ("Oryx", "ORYX", "ngo", False),
    ("TASS", "TASS", "media", False),
    ("officials", None, "official", UNKNOWN),
    ("a doctor in the city", None, "medical", UNKNOWN),
    ("residents", None, "witness", UNKNOWN),
    ("local activists", None, "ngo", False),
    ("two sources", None, "anonymous", UNKNOWN),
    ("Генштаб ЗСУ", "UKR-GS", "military", True),
    ("John Doe", None, "other", UNKNOWN),
]


@pytest.mark.parametrize(("words", "identifier", "kind", "party"), SOURCES, ids=[row[0] for row in SOURCES])
def test_a_source(words: str, identifier: str | None, kind: str, *, party: bool | None) -> None:
    source = known(figure(source=Source(words)), WAR).source
    assert source is not None
    assert (source.name, source.id, source.type, source.party_to_conflict) == (words, identifier, kind, party)


def test_of_a_war_that_is_not_known_only_the_loser_is_a_party() -> None:
    own = known(figure(side=Side("Peru"), source=Source("the Peruvian army")), None).source
    other = known(figure(side=Side("Peru"), source=Source("Ukraine's air force")), None).source
    assert own is not None
    assert other is not None
    assert (own.party_to_conflict, other.party_to_conflict) == (True, None)


@pytest.mark.parametrize(
    ("words", "identifier"),
    [("Russia", "RUS"), ("Russian soldiers", "RUS"), ("Hezbollah", "HEZBOLLAH"), ("civilians of Ukraine", None)],
)
def test_a_side(words: str, identifier: str | None) -> None:
    side = known(figure(side=Side(words)), WAR).side
    assert side == Side(words, identifier)


def test_two_sides_in_one_phrase() -> None:
    side = known(figure(side=Side("Russia and Ukraine")), WAR).side
    assert side is not None
    assert side.members == ("RUS", "UKR")


def test_origin_and_author_get_ids_and_reasons() -> None:
    found = known(figure(derived_from=(Ref("General Staff of Ukraine"),), blamed=Ref("the Houthis")), None)
    assert found.derived_from == (Ref("General Staff of Ukraine", "UKR-GS"),)
    assert found.blamed == Ref("the Houthis", "HOUTHIS")
    assert {why.field for why in found.why} == {"derived_from", "blamed", "side"}


def test_swapping_the_parties_swaps_the_reading() -> None:
    one = known(figure(side=Side("Russia"), source=Source("Ukraine's defense ministry")), WAR)
    other = known(figure(side=Side("Ukraine"), source=Source("Russia's defense ministry")), WAR)
    assert one.source is not None
    assert other.source is not None
    assert (one.source.type, one.source.party_to_conflict) == (other.source.type, other.source.party_to_conflict)
    assert (one.source.id, other.source.id) == ("UKR-MOD", "RUS-MOD")


def test_the_longest_name_wins() -> None:
    found = actor_in("the health ministry in Gaza, which is run by Hamas")
    assert found is not None
    assert found.id == "PSE-GAZA-MOH"
    assert [actor.id for actor in actors_in("Russia and Ukraine")] == ["RUS", "UKR"]


def test_the_sides_of_several_figures() -> None:
    one = figure(side=Side("Russia"), source=Source("the Ukrainian army"))
    other = figure(side=None, source=Source("TASS"))
    assert sides_of([one, other]) == {"RUS", "UKR"}


def test_a_speaker() -> None:
    quote = spoken(Quote(0, 5, direct=True, source=QuoteSource(6, 14, "Mr Shoigu")))
    assert quote.source is not None
    assert quote.source.id == "RUS-SHOIGU"
