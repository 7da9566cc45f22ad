"""The words of a text with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallywire.catalog.letters import fold
from tallywire.extract.tokens import tokens

CASES = [
    ("12 people", "12|people"),
    ("4,560 killed", "4,560|killed"),
    ("4,560,000", "4,560,000"),
    ("26\u00a0826 people", "26\u00a0826|people"),
    ("1.2 million", "1.2|million"),
    ("4.497 dead", "4.497|dead"),
    ("12, 13 and 14", "12|,|13|and|14"),
    ("1000+", "1000|+"),
    ("(+710)", "(|+|710|)"),
    ("5k", "5k"),
    ("120th", "120th"),
    ("35-year-old", "35-year-old"),
    ("7-8 people", "7|-|8|people"),
    ("3:20 p.m.", "3:20|p.m."),
    ("11/11/2022", "11/11/2022"),
    ("2022-11-11", "2022-11-11"),
    ("Kh-22 missile", "kh-22|missile"),
    ("U.S. army", "u.s.|army"),
    ("al-Qudra's house", "al-qudra|'s|house"),
    ("don’t", "don't"),
    ("Israel’s", "israel|'s"),
    ("O'Neill", "o'neill"),
    ("killed...", "killed|..."),
    ("war—peace", "war|—|peace"),
    ("war -- peace", "war|--|peace"),
    ("“No,” he said.", "“|no|,|”|he|said|."),
    ("12%", "12|%"),
    ("$4 million", "$|4|million"),
    ("@user18", "@|user18"),
    ("G7", "g7"),
    ("12 km2", "12|km2"),
    ("52 km²", "52|km²"),
    ("Львів під обстрілом", "львів|під|обстрілом"),
    ("об'єкт", "об'єкт"),
    ("İzmir", "izmir"),
    ("YARALANDI", "yaralandi"),
    ("12'si çocuk", "12|'si|çocuk"),
    ("٢٬٥٠٠ شخص", "2,500|شخص"),
    ("قُتل الجنديّ", "قتل|الجندي"),
    ("צה״ל תקף", 'צה"ל|תקף'),
    ("کشته\u200cشدگان", "كشته|شدگان"),
    ("", ""),
    (" \n ", ""),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_text_is_cut_into_words(row: tuple[str, str]) -> None:
    text, words = row
    assert tokens(text).words == [word for word in words.split("|") if word]


@given(st.text())
def test_words_stand_where_the_offsets_say(text: str) -> None:
    found = tokens(text)
    for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
        assert fold(text[start:end]) == word
    assert not "".join(
        text[end:start] for end, start in zip([0, *found.ends], [*found.starts, len(text)], strict=True)
    ).strip()


@given(st.text())
def test_folding_keeps_the_length_and_folds_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_line_breaks_are_remembered() -> None:
    found = tokens("one two\nthree\n\nfour")
    assert [found.words[at] for at in sorted(found.breaks)] == ["one", "three", "four"]


def test_a_stretch_of_words_has_its_place() -> None:
    found = tokens("At least 12 people")
    assert found.said(1, 3) == "least 12"
    assert found.span(1, 3) == (3, 11)


def test_a_word_without_an_end_is_one_word() -> None:
    assert len(tokens("ол" * 100_000).words) == 1  # letter by letter it takes minutes
    assert tokens("рaнения").words == tokens("ранения").words, "a Latin letter in it is still mended"
