"""The toll of an article's own incident, chosen among its figures."""

from __future__ import annotations

from inspect import cleandoc

import pytest

from tallywire.claims.article import Article
from tallywire.claims.figure import Kind
from tallywire.claims.reading import Reading, Tolls
from tallywire.collect.text import segments
from tallywire.extract.document import read
from tallywire.tally.incident import tolls

ROWS = [
    # what the article says; killed; wounded
    ("Strike on market kills 12, wounds 30\n\nA missile hit the market, the governor said.", 12, 30),
    (
        "Missile hits market\n\nAt least nine people were killed, officials first said. The toll rose to 12 later.",
        12,
        None,
    ),
    ("Ambush in the north\n\nTwo soldiers and three civilians were killed in the ambush on Monday.", 5, None),
    ("Raid on village\n\nEight people were shot in the raid, three of them fatally. Three people were killed.", 3, 5),
    ("Raid on village\n\nA farmer was killed in the raid and four others were shot.", 1, 4),
    ("Mayor shot dead at his home\n\nThe mayor was on his way to work, police said.", 1, None),
    ("Mayor shot and wounded\n\nHe is in hospital, his deputy said.", None, 1),
    # an earlier report's toll stands no longer; attackers who fell are another toll
    (
        "Base attacked\n\nThe army announced the death of 11 Malian soldiers on Monday.\n\n"
        + "A previous report put the death toll at seven.\n\nArmy planes killed 15 terrorists.",
        11,
        None,
    ),
    # the war's total, a week's and another day's are not the incident's
    (
        "War of attrition\n\nThe army says 70,000 soldiers have been killed since 2022. On Monday three were killed.",
        3,
        None,
    ),
    ("A week of war\n\nThe army said 4,560 soldiers were killed in one week.", None, None),
    ("Toll revised\n\nThe ministry put the death toll at 9 on Monday (8 a day earlier).", 9, None),
    # nobody in particular, nothing done, nobody hurt
    ("A year of war\n\nThe fighting has killed many people and emptied the towns.", None, None),
    ("Man charged\n\nHe was charged with attempted murder, the court said.", None, None),
    ("School opens\n\nThe ministry opened a school on Monday.", None, None),
]


@pytest.mark.parametrize(("text", "killed", "wounded"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_toll(text: str, killed: int | None, wounded: int | None) -> None:
    found = {toll.kind: toll.low for toll in tolls(read(Article("x", text, segments(text), lang="en"))).own}
    assert (found.get("killed"), found.get("wounded")) == (killed, wounded)


def test_toll_names_its_figures_and_its_words() -> None:
    text = "Ambush in the north\n\nTwo soldiers and three civilians were killed in the ambush on Monday."
    reading = read(Article("x", text, segments(text), lang="en"))
    (toll,) = tolls(reading).own
    assert toll.figures == tuple(figure.id for figure in reading.figures)
    assert text[toll.start : toll.end] == "Two soldiers and three"


INCIDENTS = [
    # what the article says; for each incident the words of its event, its killed and its wounded
    (
        """Strike on Kharkiv kills 12

        A missile strike on Kharkiv killed 12 people on Friday, the governor said.

        In Odesa, a separate drone attack killed five port workers and wounded nine.""",
        [("missile strike", 12, None), ("drone attack", 5, 9)],
    ),
    (
        """Ambush near Gao kills nine

        Nine soldiers were killed in an ambush near Gao on Monday, the army said.

        On Tuesday, a roadside bomb near Tillaberi killed four policemen.""",
        [("ambush", 9, None), ("roadside bomb", 4, None)],
    ),
    # the dead and the wounded of one article, but of two events that its headline tells apart
    (
        """Strike kills six in Tyre as rockets wound two in Haifa

        The army said nothing of it on Friday evening.""",
        [("Strike", 6, None), ("rockets", None, 2)],
    ),
    # the same toll told again of a place in other words, or of one that nothing tells apart, is no further incident
    (
        """Shooting in Tampa leaves 3 dead

        Three people were killed in a shooting in Ybor City, police said.""",
        [("Shooting", 3, None)],
    ),
    (
        """Blast in Kabul kills 12

        A blast in Kabul killed 12 people on Friday. Five people died in a bombing, police said.""",
        [("blast", 12, None)],
    ),
]


@pytest.mark.parametrize(("text", "incidents"), INCIDENTS, ids=[row[0][:40] for row in INCIDENTS])
def test_tolls_of_each_incident(text: str, incidents: list[tuple[str, int | None, int | None]]) -> None:
    text = cleandoc(text)
    reading = read(Article("x", text, segments(text), lang="en"))
    words = {event.id: text[event.start : event.end] for event in reading.events}
    told = [
        (words[of_one[0].event or ""], *({toll.kind: toll.low for toll in of_one}.get(kind) for kind in _KINDS))
        for of_one in tolls(reading).incidents
    ]
    assert told == incidents


_KINDS: tuple[Kind, ...] = ("killed", "wounded")


def test_nothing_is_chosen_in_a_language_without_words() -> None:
    assert tolls(Reading(Article("x", "Killed.", segments("Killed."), lang="ja"))) == Tolls()
