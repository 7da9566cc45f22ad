"""Several words of harm about one number: which is its own. The rows are those the scorer learned from."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tallywire.catalog.lexicon import lexicon
from tallywire.claims.article import Article, Segment
from tallywire.extract import document, rivals
from tallywire.extract.chunks import Chunker
from tallywire.extract.sentences import Sentence
from tallywire.extract.shape import Proposal
from tallywire.extract.tokens import tokens

EVAL = Path(__file__).parents[2] / "eval"


@pytest.fixture(scope="module")
def training() -> Any:
    sys.path.insert(0, str(EVAL))
    try:
        import training
    finally:
        sys.path.remove(str(EVAL))
    return training


def _rows() -> list[str]:
    lines = (EVAL / "rivals.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("line", _rows())
def test_the_right_reading_is_chosen(training: Any, line: str) -> None:
    row = training.Row.parsed(line)
    article = Article("a", row.text, (Segment("body", 0, len(row.text)),), lang=row.lang)
    found = [figure for figure in document.read(article).figures if figure.start <= row.start < figure.end]
    assert [figure.kind for figure in found] == [row.kind]
    assert row.what in {None, found[0].what}


# sentences that taught nothing: written after the weights
UNSEEN = [
    ("en", "Fighters freed ⟦nine⟧ nurses who had been seized at a clinic.", "freed"),
    ("en", "Troops evacuated ⟦55⟧ injured villagers by boat.", "evacuated"),
    ("en", "The strike killed ⟦three⟧ evacuated women.", "killed"),
    ("en", "The convoy's losses stood at ⟦18⟧ killed.", "killed"),
    ("uk", "Росіяни вбили ⟦чотирьох⟧ полонених бійців.", "killed"),
    ("ru", "Спасатели вывезли ⟦15⟧ раненых детей.", "evacuated"),
    ("de", "Die Miliz tötete ⟦vier⟧ entführte Lehrer.", "killed"),
    ("fr", "Les forces spéciales ont libéré ⟦onze⟧ otages blessés.", "freed"),
    ("es", "La guerrilla liberó a ⟦once⟧ soldados heridos.", "freed"),
    ("it", "I miliziani hanno rapito ⟦undici⟧ donne sfollate.", "abducted"),
    ("pl", "Bojownicy uwolnili ⟦jedenastu⟧ rannych zakładników.", "freed"),
    ("pt", "Os rebeldes libertaram ⟦onze⟧ soldados feridos.", "freed"),
    ("tr", "Yaralanan ⟦11⟧ asker öldü.", "killed"),
]


@pytest.mark.parametrize(("lang", "marked", "kind"), UNSEEN)
def test_what_was_learned_holds_for_other_words(lang: str, marked: str, kind: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    article = Article("a", text, (Segment("body", 0, len(text)),), lang=lang)
    found = document.read(article).figures
    assert [(figure.start, figure.kind) for figure in found] == [(marked.index("⟦"), kind)]


def test_the_weights_are_those_of_the_rows(training: Any) -> None:
    rows = training.rows(EVAL / "rivals.txt")
    learned = training.as_table(training.trained([training.choice(row) for row in rows]))
    kept = files("tallywire.catalog").joinpath("rivals.toml").read_text("utf8")
    assert kept.endswith(learned)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("en | At least ⟦12⟧ people were killed. | killed", "one reading"),
        ("en | Rebels freed ⟦25⟧ captured soldiers. | wounded", "none is right"),
    ],
)
def test_a_row_without_a_choice_is_refused(training: Any, line: str, why: str) -> None:
    with pytest.raises(ValueError, match="nothing to choose"):
        training.choice(training.Row.parsed(line))


def test_one_proposal_is_no_choice() -> None:
    words = tokens("Two men were killed.")
    whole = Sentence(0, 0, len(words.words), segment=0, kind="body", opens_line=True, item=False)
    only = [Proposal("people_killed", "high", 0, 1, 3)]
    assert rivals.ranked(Chunker(words, lexicon("en")).typed(whole), only) is only
