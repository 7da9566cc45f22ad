"""Laws of a reading: the same text gives the same reading, words stand where they say, and no text breaks it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expect import reading
from tallywire.catalog.lexicon import lexicon
from tallywire.claims.article import SEGMENT_KINDS, Article, Segment
from tallywire.claims.figure import Figure
from tallywire.claims.reading import Reading
from tallywire.extract.document import read

ARTICLE = """Shelling kills at least 12 in Kherson, officials say
KHERSON, Nov. 11 - At least 12 people, including three children, were killed when Russian shells hit a market in Kherson
on Friday, the governor said. Another 30 were wounded, five of them seriously.

“We counted 18 hits,” said Oleh Synko, a doctor. “Two of the wounded have since died.”

Ukraine's air force shot down 58 of 67 drones overnight. Russia lost 2,814 tanks since the start of the war:
- tanks - 2814 (+10)
- helicopters - 260 (+1)

Nearly 80,000 soldiers have been killed, the General Staff wrote on Facebook. Did 710 of them die in one day?
"""

# Words that rules look for, so that invented texts reach them.
WORDS = sorted({entry.words for entry in lexicon("en").entries()})
NUMBERS = ["12", "4,560", "1.2 million", "nearly 80,000", "dozens of", "a", "one", "between 40 and 50", "10-15", "2014"]
MARKS = [",", ".", ":", ";", "?", "(", ")", "“", "”", '"', "\n", "\n\n- ", " - ", "…", "'s", "!"]
word = st.sampled_from(WORDS) | st.sampled_from(NUMBERS) | st.sampled_from(MARKS)
sentence = st.lists(word, max_size=40).map(" ".join)


def article(text: str, kinds: tuple[str, ...] = ("headline", "body")) -> Article:
    """The first line is a headline, the rest is body."""
    cut = text.find("\n") + 1
    return Article("a", text, (Segment("headline", 0, cut), Segment("body", cut, len(text))), lang="en")


def broken(found: Reading) -> list[str]:
    """Every place where the words of a reading are not the words of its text."""
    text = found.article.text
    spans = [span for one in found.figures for span in (one, one.term, one.period) if span is not None]
    wrong = [str(span) for span in (*spans, *found.unread) if text[span.start : span.end] != span.words]
    places = [(one.start, one.end) for one in found.quotes] + [(one.start, one.end) for one in found.events]
    wrong += [str(place) for place in places if not 0 <= place[0] < place[1] <= len(text)]
    return wrong + [one.words for one in found.figures if not inside(one)]


def inside(figure: Figure) -> bool:
    """Whether a figure stands inside its sentence."""
    return figure.evidence.start <= figure.start < figure.end <= figure.evidence.end


def test_the_same_text_gives_the_same_reading() -> None:
    assert read(article(ARTICLE)) == read(article(ARTICLE))
    assert len(read(article(ARTICLE)).figures) > 8


@pytest.mark.parametrize("seed", ["0", "1", "4560"])
def test_the_order_of_hashes_changes_nothing(seed: str) -> None:
    script = (
        "import sys; sys.path[:0] = sys.argv[2:]; import msgspec; from test_laws_of_reading import article, read;"
        "sys.stdout.buffer.write(msgspec.json.encode(read(article(sys.argv[1]))))"
    )
    call = [sys.executable, "-c", script, ARTICLE, str(Path(__file__).parent), *sys.path]
    run = subprocess.run(call, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
    assert run.stdout == msgspec.json.encode(read(article(ARTICLE)))


def test_words_stand_where_the_offsets_say() -> None:
    assert broken(read(article(ARTICLE))) == []


def test_ids_are_unique_and_stay() -> None:
    figures = read(article(ARTICLE)).figures
    ids = [figure.id for figure in figures]
    assert len(set(ids)) == len(ids)
    later = read(article(ARTICLE + "\nThe mayor spoke on Saturday.")).figures
    assert [figure.id for figure in later] == ids


def test_links_name_figures_of_the_same_reading() -> None:
    figures = read(article(ARTICLE)).figures
    ids = {figure.id for figure in figures}
    links = {link for one in figures for link in (one.subset_of, one.of, one.change_of, one.previous_of)} - {None}
    assert links
    assert links <= ids


def test_every_step_says_what_it_went_by() -> None:
    says = [why.says for figure in read(article(ARTICLE)).figures for why in figure.why]
    assert len(says) > 8
    assert all(says)


def test_another_article_has_other_ids() -> None:
    here, there = read(article(ARTICLE)), read(replace(article(ARTICLE), id="b"))
    assert {one.id for one in here.figures}.isdisjoint(one.id for one in there.figures)


def test_boilerplate_is_never_read() -> None:
    assert reading("12 people were killed.", "boilerplate").figures == ()


def test_a_language_without_words_is_said() -> None:
    unread = reading("12 personas murieron.", lang="xx")
    assert unread.figures == ()
    assert [note.code for note in unread.notes] == ["language_unread"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "12", "killed", "“", "((((", "12 " * 500, "killed 12 " * 200])
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    assert broken(reading(text)) == []


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert broken(reading(text)) == []


@settings(max_examples=250, deadline=None)
@given(sentence)
def test_no_row_of_known_words_breaks_it(text: str) -> None:
    found = reading(text)
    assert broken(found) == []
    ids = [figure.id for figure in found.figures]
    assert len(set(ids)) == len(ids)
    starts = [figure.start for figure in found.figures]
    assert len(set(starts)) == len(starts), "one figure a number"


@settings(max_examples=100, deadline=None)
@given(st.lists(sentence, max_size=5), st.data())
def test_no_cut_into_segments_breaks_it(lines: list[str], data: st.DataObject) -> None:
    text, segments = "", []
    for line in lines:
        kind = data.draw(st.sampled_from(SEGMENT_KINDS))
        segments.append(Segment(kind, len(text), len(text) + len(line)))  # type: ignore[arg-type]
        text += line + "\n"
    assert broken(read(Article("a", text, tuple(segments), lang="en"))) == []


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ARTICLE.split()), st.sampled_from(["", "İ", "\u00a0", "👩‍🚒", "́", "\ufeff", "ﬁ", "\x00"]))
def test_odd_letters_shift_no_offsets(word: str, odd: str) -> None:
    assert broken(read(article(ARTICLE.replace(word, odd + word)))) == []
