"""The words of pages: every entry is found again by the function that looks for it."""

import pytest

from tallywire.catalog.page_cues import class_cues, date_words, fold, page_cues
from tallywire.collect.walk import role_of


def test_every_line_cue_is_found_as_a_line() -> None:
    cues = page_cues()
    for phrase, part in cues.lines.items():
        assert cues.of_line(phrase + ":") == part


def test_every_opening_is_found_before_other_words() -> None:
    cues = page_cues()
    for phrases in cues.openings.values():
        for phrase, part in phrases:
            assert cues.may_open(phrase + " and more")
            found = cues.of_opening(phrase + " and more")
            assert found is not None
            assert found[1] == part, phrase


FOLDED = [
    ("•  Read   Also:", "read also:"),
    ("Editor’s Picks", "editor's picks"),
    ("1,204 Comments", "# comments"),
    ("ЧИТАЙТЕ ТАКОЖ", "читайте також"),
]


@pytest.mark.parametrize(("line", "folded"), FOLDED)
def test_lines_are_folded(line: str, folded: str) -> None:
    assert fold(line) == folded


def test_an_opening_ends_at_a_word() -> None:
    assert page_cues().of_opening("bystanders saw it") is None
    assert page_cues().of_opening("by anna bondar") == ("by", "byline")


def test_months_of_every_language_have_one_number() -> None:
    months = date_words().months
    assert (months["march"], months["березня"], months["août"], months["listopada"]) == (3, 3, 8, 11)


ROLES = [
    ("post-comments", "comment"),
    ("relatedArticles", "related"),
    ("article-body has-sidebar", "body"),
    ("author-bio", "boilerplate"),
    ("ArticleHeader__byline", "byline"),
    ("twitter-tweet", "embed"),
    ("wrapper clearfix", None),
    ("commentary-page", None),
]


@pytest.mark.parametrize(("names", "role"), ROLES)
def test_names_of_elements_say_their_part(names: str, role: str | None) -> None:
    assert role_of(names) == role


def test_class_words_are_lower_case_letters() -> None:
    cues = class_cues()
    for word in [*cues.words, *(part for pair in cues.pairs for part in pair)]:
        assert word.isalpha(), word
        assert word.islower(), word
