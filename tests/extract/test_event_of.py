"""Which event each figure is of, by the words of that event; marks show the figures. All rows were used to develop."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expect import unmarked
from tallywire.claims.article import Article
from tallywire.claims.reading import Reading
from tallywire.collect.text import segments
from tallywire.extract.document import read


def reading(text: str, lang: str = "en") -> Reading:
    return read(Article("a", text, segments(text), lang=lang))


def words_of_events(marked: str, lang: str = "en") -> list[str | None]:
    """For each marked number the words of its figure's event, or None."""
    text, spans = unmarked(marked)
    found = reading(text, lang)
    events = {event.id: text[event.start : event.end] for event in found.events}
    at = {(figure.start, figure.end): figure for figure in found.figures}
    return [None if (id_ := at[span].event) is None else events[id_] for span in spans]


IN_ITS_SENTENCE = [
    # what the text says, and the words of each figure's event
    ("A missile strike on Kharkiv killed ⟦12⟧ people and wounded ⟦30⟧.", ["missile strike", "missile strike"]),
    ("⟦Two⟧ soldiers were killed in an ambush near Marib.", ["ambush"]),
    ("⟦Six⟧ people died when a bomb went off in a market in Quetta.", ["bomb"]),
    ("Gunmen attacked a village in Borno, killing ⟦nine⟧ farmers.", ["attacked"]),
    ("Fighters abducted ⟦20⟧ pupils from a school in Chibok.", ["abducted"]),
    ("Police arrested ⟦14⟧ people in Dhaka.", ["arrested"]),
    ("The army recaptured ⟦three⟧ villages near Marib.", ["recaptured"]),
    ("Air defences shot down ⟦18⟧ of ⟦22⟧ drones in the overnight attack on Odesa.", ["attack", "attack"]),
    ("The shelling of Tyre displaced ⟦200⟧ people.", ["shelling"]),
    # a list, and the parts of a whole
    ("A blast in Kabul killed ⟦nine⟧ people, ⟦two⟧ of them children.", ["blast", "blast"]),
    ("The raid on Jenin killed ⟦two⟧ fighters and ⟦three⟧ civilians.", ["raid", "raid"]),
    # two events of one sentence, each with its own
    (
        "Shelling of Nikopol killed ⟦two⟧ people, and a drone attack on Kherson wounded ⟦five⟧.",
        ["Shelling", "drone attack"],
    ),
    (
        "⟦Two⟧ people were killed in the shelling of Nikopol and ⟦five⟧ wounded in a drone attack on Kherson.",
        ["shelling", "drone attack"],
    ),
    ("An ambush near Gao killed ⟦four⟧ soldiers; a bombing in Sévaré killed ⟦seven⟧.", ["ambush", "bombing"]),
    # the toll of an incident rises; that of a war is of no one event
    ("The death toll from the strike on Dnipro has risen to ⟦23⟧.", ["strike"]),
    ("Israeli strikes on Gaza have killed ⟦30,000⟧ people since October.", [None]),
    ("The war has killed ⟦70,000⟧ people, and on Monday a strike hit Kharkiv.", [None]),
    ("Shelling killed ⟦40⟧ people in the region in one week.", [None]),
    ("⟦40⟧ soldiers were killed in more than 600 clashes.", [None]),
    ("⟦Two⟧ people were killed in three separate shootings in Denver.", [None]),
    # what is told after an event is not of it; what follows from it is
    ("The attack on Jenin came a day after ⟦12⟧ people were killed in Nablus.", [None]),
    ("⟦Three⟧ people died after an attack on a bus near Jenin.", ["attack"]),
    # several events of a season, and one that a month tells of
    ("In January, a blast in Quetta killed ⟦20⟧ people.", ["blast"]),
    ("It was the deadliest attack since 2014, when gunmen killed ⟦130⟧ children.", [None]),
    # names and idioms
    ("An officer of Air Combat Command said ⟦two⟧ people were killed.", [None]),
    # no event is told, or none that did this
    ("⟦12⟧ people were killed.", [None]),
    ("⟦12⟧ people were killed in Kharkiv on Friday.", [None]),
    ("⟦One⟧ man died of a heart attack in Kyiv.", [None]),
    ("Troops withdrew from Kherson and ⟦12⟧ people were killed.", [None]),
    ("Workers on strike in Lima said ⟦two⟧ people were killed.", [None]),
    ("The army destroyed ⟦12⟧ drones and ⟦three⟧ missiles.", [None, None]),
]

CARRIED = [
    ("A strike hit Kharkiv on Monday, killing ⟦12⟧ people. The attack also wounded ⟦30⟧.", ["strike", "strike"]),
    ("A car bomb exploded in Kabul. The blast killed ⟦nine⟧ people.", ["car bomb"]),
    ("Gunmen ambushed a convoy near Gao. ⟦Four⟧ soldiers were killed.", ["ambushed"]),
    ("A suicide bombing in Quetta killed ⟦nine⟧ people. Another ⟦30⟧ were wounded.", ["suicide bombing"] * 2),
    # the next paragraph, where the text tells of this event only
    ("A car bomb exploded in Kabul on Monday.\n\n⟦At least nine⟧ people were killed, police said.", ["car bomb"]),
    # another event, another place, another day, another toll
    (
        "A strike in Kharkiv killed ⟦12⟧. Another attack in Sumy killed ⟦three⟧. The attack also wounded ⟦two⟧ men.",
        ["strike", "attack", "attack"],
    ),
    ("A strike hit Kharkiv, killing ⟦12⟧ people. ⟦Three⟧ people were killed in Sumy.", ["strike", None]),
    ("A strike hit Kharkiv on Monday, killing ⟦12⟧. On Tuesday ⟦three⟧ people were killed.", ["strike", None]),
    ("A strike on Kharkiv killed ⟦12⟧ people. Elsewhere, ⟦three⟧ people were wounded.", ["strike", None]),
    ("A strike on Kharkiv killed ⟦12⟧ people. ⟦Five⟧ people were killed as they fled.", ["strike", None]),
    ("A strike on Kharkiv killed ⟦12⟧ people. The war has killed ⟦70,000⟧ people since 2022.", ["strike", None]),
    ("A strike on Kharkiv killed ⟦12⟧ people. Police detained ⟦two⟧ men.", ["strike", "detained"]),
    # the sentence before tells of two, so the next one may mean either
    ("An air strike on Baidoa followed a car bombing in Mogadishu. ⟦Nine⟧ people were wounded.", [None]),
    ("They carried out 72 drone strikes in two months. ⟦434⟧ people were killed.", [None]),
    # "the rebels attacked" tells of no known attack
    (
        "A massacre in Cayara killed ⟦80⟧ people. On Friday the rebels ambushed a patrol, killing ⟦four⟧ soldiers.",
        ["massacre", "ambushed"],
    ),
    (
        "Soldiers were ambushed by Boko Haram, killing ⟦30⟧. Photos show an ambush on surveyors that killed ⟦five⟧.",
        ["ambushed", "ambush"],
    ),
    # the headline's toll is the one told below, of a place that is named more closely there
    (
        (
            "Israeli strike kills ⟦six⟧ in southern Lebanon as rockets wound ⟦two⟧\n\n"
            "An Israeli airstrike on Nabatieh killed ⟦six⟧ people on Thursday, officials said. Later, rockets wounded"
            " ⟦two⟧ people in Kiryat Shmona."
        ),
        ["airstrike", "rockets", "airstrike", "rockets"],
    ),
    ("⟦12⟧ killed in Kharkiv\n\nA missile strike on Kharkiv killed ⟦12⟧ people on Friday.", ["missile strike"] * 2),
]

OTHERS = [
    ("uk", "Унаслідок удару по Харкову загинули ⟦12⟧ людей.", ["удару"]),
    ("ru", "При обстреле Донецка погибли ⟦трое⟧ детей.", ["обстреле"]),
    ("de", "Bei einem Angriff auf Charkiw wurden ⟦zwölf⟧ Menschen getötet.", ["Angriff"]),
    ("fr", "Une attaque à Kharkiv a tué ⟦12⟧ personnes.", ["attaque"]),
    ("es", "Un ataque en Járkov mató a ⟦12⟧ personas.", ["ataque"]),
    ("it", "Un attacco a Kharkiv ha ucciso ⟦12⟧ persone.", ["attacco"]),
    ("pt", "Um ataque em Kharkiv matou ⟦12⟧ pessoas.", ["ataque"]),
    ("pl", "W ataku na Charków zginęło ⟦12⟧ osób.", ["ataku"]),
    ("tr", "Harkiv'e düzenlenen saldırıda ⟦12⟧ kişi öldü.", ["saldırıda"]),
]

ALL = IN_ITS_SENTENCE + CARRIED


@pytest.mark.parametrize(("marked", "events"), ALL, ids=[row[0][:60] for row in ALL])
def test_event_of_a_figure(marked: str, events: list[str | None]) -> None:
    assert words_of_events(marked) == events


@pytest.mark.parametrize(("lang", "marked", "events"), OTHERS, ids=[row[0] for row in OTHERS])
def test_event_of_a_figure_in_other_languages(lang: str, marked: str, events: list[str | None]) -> None:
    assert words_of_events(marked, lang) == events


def test_plain_words_tell_an_event_only_beside_a_figure() -> None:
    assert not reading("The senator's attack on the budget in Kyiv was fierce.").events


SENTENCES = [part for row in ALL for part in unmarked(row[0])[0].split(". ")]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from([". ", "\n\n", "; "])), max_size=12))
def test_each_figures_event_is_one_of_the_articles(parts: list[tuple[str, str]]) -> None:
    found = reading("".join(said + mark for said, mark in parts))
    events = [event.id for event in found.events]
    assert len(events) == len(set(events))
    assert {figure.event for figure in found.figures} - {None} <= set(events)
