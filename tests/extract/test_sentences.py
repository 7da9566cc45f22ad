"""Sentences: cut at full stops and line breaks, not at abbreviations; list items are known."""

from __future__ import annotations

import pytest

from expect import reading
from tallywire.catalog.lexicon import lexicon
from tallywire.claims.article import Article, Segment
from tallywire.extract.sentences import sentences
from tallywire.extract.tokens import tokens

LONG = "The governor said that the shelling had gone on all through the night and that people"

# "|" stands where a sentence ends
CASES = [
    "One died.| Two were hurt.",
    "One died! |Two were hurt?| Yes.",
    "Gen. Petrov was killed.| He was 45.",
    "Lt. Col. Ivan Petrov was killed.| He was 45.",
    "On Dec. 15 he was killed.| He was 45.",
    "The U.S. army said so.| It left.",
    "J. Smith was killed.| He was 45.",
    "It cost 1.5 million.| It was lost.",
    "Battalion No. 4 was hit.| It left.",
    "“One died.” |He wept.",
    "“One died,” he said.| “Two live.”",
    "He said “one died.”| Then he left.",
    "It was over...| Then it began.",
    "Headline without a stop\n|Body of the text.",
    "First paragraph\n\n|Second paragraph",
    "- one dead\n|- two hurt",
    "• one dead\n|• two hurt",
    f"{LONG}\nhad fled.| They came back.",
    "Mr. and Mrs. Green died.| They were old.",
    "He fled (to Kyiv.)| She stayed.",
    "killed. and not cut",
    "One",
]


@pytest.mark.parametrize("row", CASES)
def test_a_text_is_cut_into_sentences(row: str) -> None:
    text = row.replace("|", "")
    assert [one.strip() for one in cut(text)] == [one.strip() for one in row.split("|")]


def cut(text: str) -> list[str]:
    """The sentences of a text, marks of list items with them."""
    tokenised = tokens(text)
    article = Article("a", text, (Segment("body", 0, len(text)),))
    found = sentences(tokenised, article, lexicon("en").abbreviations)
    starts = [tokenised.starts[one.first - one.item] for one in found]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_items_of_a_list_are_known() -> None:
    text = "They died as follows:\n- two men\n- a girl\nHelp came."
    article = Article("a", text, (Segment("body", 0, len(text)),))
    found = sentences(tokens(text), article, lexicon("en").abbreviations)
    assert [one.item for one in found] == [False, True, True, False]


def test_boilerplate_has_no_sentences() -> None:
    article = Article("a", "12 died.", (Segment("boilerplate", 0, 8),))
    assert sentences(tokens(article.text), article, lexicon("en").abbreviations) == []


def test_a_full_stop_inside_a_figure_ends_nothing() -> None:
    [figure] = reading("Some 1.2 million people were displaced.").figures
    assert figure.words == "Some 1.2 million"


def test_what_never_ends_is_cut_and_its_figures_are_read() -> None:
    found = reading("12 soldiers were killed, " * 3000).figures  # as one sentence it takes minutes
    assert len(found) >= 0.98 * 3000
    assert {figure.words for figure in found} == {"12"}
    assert max(figure.evidence.end - figure.evidence.start for figure in found) < 2000
