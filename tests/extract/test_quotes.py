"""Who said what: in quotation marks or in other words, before and after the name, with speakers carried on.

A row's text shows the quote's words between ⟦ and ⟧; beside it stand the speaker's name and the word of saying.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallywire.claims.article import Article, Segment
from tallywire.claims.reading import Quote
from tallywire.extract.document import read
from tallywire.extract.quotes.stretches import stretches


def quotes(text: str) -> tuple[Quote, ...]:
    return read(Article("a1", text, (Segment("body", 0, len(text)),), lang="en")).quotes


@dataclass(frozen=True)
class Row:
    """A text with one quote marked, and who says it by which word."""

    text: str
    start: int
    end: int


def row(marked: str) -> Row:
    start = marked.index("⟦")
    return Row(marked.replace("⟦", "").replace("⟧", ""), start, marked.index("⟧") - 1)


def the_quote(marked: str) -> tuple[Row, Quote]:
    wanted = row(marked)
    found = [quote for quote in quotes(wanted.text) if (quote.start, quote.end) == (wanted.start, wanted.end)]
    assert found, [wanted.text[quote.start : quote.end] for quote in quotes(wanted.text)]
    return wanted, found[0]


TOLD = [
    # the name, the verb, what was said
    ("The mayor said ⟦two bridges had fallen⟧.", "The mayor", "said"),
    ("The mayor said that ⟦two bridges had fallen⟧.", "The mayor", "said"),
    ("The mayor said on Friday in a statement that ⟦two bridges had fallen⟧.", "The mayor", "said"),
    ("The mayor has repeatedly said ⟦the bridge is safe⟧.", "The mayor", "has repeatedly said"),
    ("A spokesman for the army said ⟦the town was calm⟧.", "A spokesman for the army", "said"),
    ("Olha Tkach, who runs the clinic, said ⟦water was short⟧.", "Olha Tkach", "said"),
    ("Olha Tkach, head of the clinic in Lypky, said ⟦water was short⟧.", "Olha Tkach", "said"),
    ("On Friday, the mayor said ⟦the bridge was open⟧.", "the mayor", "said"),
    ("Dunn and Okafor said ⟦they would stay⟧.", "Dunn and Okafor", "said"),
    ("The mayor told reporters that ⟦the bridge was open⟧.", "The mayor", "told"),
    ("The mayor told him ⟦the bridge was open⟧.", "The mayor", "told"),
    ("The ministry denied that ⟦it had known of the raid⟧.", "The ministry", "denied"),
    ("The ministry denied ⟦the report⟧.", "The ministry", "denied"),
    ("The envoy called for ⟦an end to the shelling⟧.", "The envoy", "called for"),
    ("The envoy vowed ⟦to come back⟧.", "The envoy", "vowed"),
    ("The envoy asked ⟦whether the road was open⟧.", "The envoy", "asked"),
    ("Residents believe ⟦the dam will hold⟧.", "Residents", "believe"),
    ("A report found that ⟦most wells were dry⟧.", "A report", "found"),
    ("The mayor called ⟦the raid “a crime against the town⟧.”", "The mayor", "called"),
    ("According to Ann Lee, the governor, ⟦two bridges had fallen⟧.", "Ann Lee", "According to"),
    ("Aides who have worked with the mayor said ⟦he would stay⟧.", "Aides", "said"),
    # what was said, then the name
    ("⟦Two bridges had fallen⟧, the mayor said.", "the mayor", "said"),
    ("⟦Two bridges had fallen⟧, the mayor said on Friday.", "the mayor", "said"),
    ("⟦Two bridges had fallen overnight⟧, said the mayor.", "the mayor", "said"),
    ("⟦Two bridges had fallen⟧, according to the mayor.", "the mayor", "according to"),
    ("According to the mayor, ⟦two bridges had fallen⟧.", "the mayor", "According to"),
    (
        "KYIV (Agency) - According to the mayor, two fell.\n\nLater, according to Lee, ⟦one rose⟧.",
        "Lee",
        "according to",
    ),
    # the name in the middle: one span, from the first word to the last
    ("⟦The bridge, the mayor said, had been weak for years⟧.", "the mayor", "said"),
    ("⟦The bridge, according to the mayor, had been weak for years⟧.", "the mayor", "according to"),
    # two sayings in one sentence
    ("The mayor said ⟦the bridge was safe⟧, but the army said it had fallen.", "The mayor", "said"),
    ("The mayor said the bridge was safe, but the army said ⟦it had fallen⟧.", "the army", "said"),
    ("The mayor said the bridge was safe, adding that ⟦trains would run⟧.", "The mayor", "adding"),
    ("The mayor met the crews and said ⟦trains would run⟧.", "The mayor", "said"),
    ("Although the mayor said ⟦the bridge was safe⟧, nobody crossed it.", "the mayor", "said"),
    ("Tkach, who said ⟦the wells were dry⟧, left on Monday.", "Tkach", "said"),
    # a noun of saying
    ("The ministry repeated the army's claim that ⟦the bridge had fallen⟧.", "army", "claim"),
]


@pytest.mark.parametrize(("marked", "speaker", "cue"), TOLD, ids=[case[0] for case in TOLD])
def test_told_in_other_words(marked: str, speaker: str, cue: str) -> None:
    wanted, quote = the_quote(marked)
    assert not quote.direct
    assert quote.source is not None
    assert quote.source.name == speaker
    assert quote.cue is not None
    assert wanted.text[quote.cue.start : quote.cue.end] == cue


NOBODY = [
    "It was reported that ⟦the dam had burst⟧.",
    "Reportedly, ⟦the dam had burst⟧.",
    "⟦The dam is said to hold⟧.",
]


@pytest.mark.parametrize("marked", NOBODY)
def test_nobody_is_named(marked: str) -> None:
    _, quote = the_quote(marked)
    assert quote.source is None
    assert quote.cue is not None


IN_MARKS = [
    ("“⟦We held the bridge,⟧” the commander said.", "the commander"),
    ("“⟦We held the bridge,⟧” said the commander.", "the commander"),
    ("“⟦We held the bridge,⟧” said Iryna Koval, a medic, on Friday.", "Iryna Koval"),
    ("“⟦We held the bridge,⟧” the commander told the agency at the gate as he left.", "the commander"),
    ("The commander said: “⟦We held the bridge.⟧”", "The commander"),
    ("The commander said, “⟦We held the bridge.⟧”", "The commander"),
    ("According to the commander, “⟦we held the bridge.⟧”", "the commander"),
    ('"⟦We held the bridge. Nobody left,⟧" the commander said.', "the commander"),
    ("''⟦We held the bridge,⟧'' Mr. Koval said.", "Mr. Koval"),
    ("‘⟦We held the bridge, it’s ours,⟧’ the commander said.", "the commander"),
    ("'⟦We held the bridge, it's ours,⟧' the commander said.", "the commander"),
    ("«⟦We held the bridge⟧», the commander said.", "the commander"),
    ("“⟦Why did they leave?⟧” asked Iryna Koval.", "Iryna Koval"),
    ("“⟦They left us.⟧” Koval said.", "Koval"),
    # a cue between two stretches: one span, from the first word to the last
    ("“⟦We held the bridge,” the commander said. “Help came by air.⟧”", "the commander"),
    ("“⟦We held the bridge,” said Koval, a medic, “and help came by air.⟧”", "Koval"),
    # two verbs, two quotes
    ("“⟦We held the bridge,⟧” Koval said, adding: “Help came by air.”", "Koval"),
    ("“We held the bridge,” Koval said, adding: “⟦Help came by air.⟧”", "Koval"),
]


@pytest.mark.parametrize(("marked", "speaker"), IN_MARKS, ids=[case[0] for case in IN_MARKS])
def test_words_in_marks(marked: str, speaker: str) -> None:
    _, quote = the_quote(marked)
    assert quote.direct
    assert quote.source is not None
    assert quote.source.name == speaker


MIXED = [
    ("The mayor said ⟦the raid was “a crime against the town⟧.”", "The mayor"),
    ("⟦The raid was “a crime against the town⟧,” the mayor said.", "the mayor"),
]


@pytest.mark.parametrize(("marked", "speaker"), MIXED, ids=[case[0] for case in MIXED])
def test_words_in_marks_inside_other_words_are_not_a_direct_quote(marked: str, speaker: str) -> None:
    _, quote = the_quote(marked)
    assert not quote.direct
    assert quote.source is not None
    assert quote.source.name == speaker


CARRIED = [
    # "he" and "who" get a name, and keep their own place in the text
    ("Petro Hnatiuk came at noon. “⟦It is over,⟧” he said.", "Petro Hnatiuk"),
    ("Petro Hnatiuk said the road was shut.\n\n“⟦It will open soon,⟧” he said.", "Petro Hnatiuk"),
    # words in marks without a verb of saying go on with the speaker before
    ("Koval said the road was shut. “⟦It will open soon enough.⟧”", "Koval"),
    ("“We held the bridge,” Koval said.\n\n“⟦Help came by air at night.⟧”", "Koval"),
    # in a talk, a paragraph each, the other one answers
    ("“Did you hold it?” asked Lysenko.\n\n“We did,” said Koval.\n\n“⟦And who came to help?⟧”", "Lysenko"),
    # nobody of that name can be quoted, or nobody speaks
    ("Reports say the army had no choice. “⟦We suggest to fall back to the river.⟧”", None),
    ("The road was shut.\n\n“⟦It will open soon enough.⟧”", None),
]


@pytest.mark.parametrize(("marked", "speaker"), CARRIED, ids=[case[0] for case in CARRIED])
def test_speakers_are_carried_on(marked: str, speaker: str | None) -> None:
    _, quote = the_quote(marked)
    assert quote.direct
    assert (quote.source.name if quote.source else None) == speaker


NOTHING = [
    "The so-called “people's guard” left the town.",
    "He starred in “The Long Road to Lypky” in May.",
    "The United States sent a report and two requests.",
    "The states voted on the question of a new demand.",
    "The bridge fell.",
    "After the raid, officers found a rifle.",
    "A neighbour called the police.",
    "The missile slammed into a school.",
    "They defended the town.",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_says_anything(text: str) -> None:
    assert quotes(text) == ()


HEADLINES = [
    ("Minister: ⟦talks will go on⟧", "Minister"),
    ("⟦Talks will go on⟧: officials", "officials"),
]


@pytest.mark.parametrize(("marked", "speaker"), HEADLINES)
def test_a_colon_speaks_in_a_headline(marked: str, speaker: str) -> None:
    wanted = row(marked)
    article = Article("a1", wanted.text, (Segment("headline", 0, len(wanted.text)),), lang="en")
    (quote,) = read(article).quotes
    assert (quote.start, quote.end) == (wanted.start, wanted.end)
    assert quote.source is not None
    assert quote.source.name == speaker


def test_a_pronoun_keeps_its_own_place() -> None:
    text = "Petro Hnatiuk came at noon. “It is over,” he said."
    (quote,) = quotes(text)
    assert quote.source is not None
    assert text[quote.source.start : quote.source.end] == "he"


def test_a_language_without_words_of_saying_has_no_quotes() -> None:
    text = "“Es ist vorbei”, sagte sie."
    assert read(Article("a1", text, (Segment("body", 0, len(text)),), lang="xx")).quotes == ()


STRETCHES = [
    ("“⟦We held,” she said. “Help came.⟧”", ["We held,", "Help came."]),
    ("“⟦We held,” said Koval, a medic, “and help came.⟧”", ["We held,", "and help came."]),
    ("⟦The bridge, the mayor said, was weak⟧.", ["The bridge", " was weak"]),
    ("The mayor said ⟦the bridge was weak⟧.", ["the bridge was weak"]),
]


@pytest.mark.parametrize(("marked", "wanted"), STRETCHES, ids=[case[0] for case in STRETCHES])
def test_the_stretches_of_a_quote_are_its_words_alone(marked: str, wanted: list[str]) -> None:
    written, quote = the_quote(marked)
    inserted = tuple((part.start, part.end) for part in (quote.source, quote.cue) if part is not None)
    found = stretches(written.text, (quote.start, quote.end), inserted, direct=quote.direct)
    assert [written.text[start:end] for start, end in found] == wanted


@given(st.text(alphabet="ab said,.“”\"':’‘ that he to\n", max_size=80))
def test_spans_stand_in_the_text_whatever_it_is(text: str) -> None:
    for quote in quotes(text):
        assert 0 <= quote.start < quote.end <= len(text)
        if quote.source is not None:
            assert text[quote.source.start : quote.source.end]
        if quote.cue is not None:
            assert text[quote.cue.start : quote.cue.end]
