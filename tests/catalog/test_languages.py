"""Every word of every language: its example is read, its plural is counted, and a bad list is refused."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from expect import reading
from tallywire.catalog.entry import APART, HARM_ROLES
from tallywire.catalog.kinds import lattice
from tallywire.catalog.letters import fold, signless
from tallywire.catalog.lexicon import languages, lexicon
from tallywire.catalog.wordlists import KEYS, once, refuse_unknown_keys, refuse_untidy
from tallywire.claims.errors import CatalogError

# What befell twelve of them: the first kind that can happen to such a thing is taken. A new language adds its own.
SENTENCES = {
    "en": {
        "killed": "12 {} were killed.",
        "destroyed": "12 {} were destroyed.",
        "recaptured": "12 {} were recaptured.",
    },
    "de": {
        "killed": "12 {} wurden getötet.",
        "destroyed": "12 {} wurden zerstört.",
        "recaptured": "12 {} wurden zurückerobert.",
    },
    "nl": {
        "killed": "12 {} werden gedood.",
        "destroyed": "12 {} werden vernietigd.",
        "recaptured": "12 {} werden heroverd.",
    },
    "tr": {
        "killed": "12 {} öldürüldü.",
        "destroyed": "12 {} imha edildi.",
        "recaptured": "12 {} geri alındı.",
    },
    "ar": {
        "killed": "قتل 12 {}.",
        "destroyed": "تدمير 12 {}.",
        "recaptured": "استعادة 12 {}.",
    },
    "he": {
        "killed": "12 {} נהרגו.",
        "destroyed": "12 {} הושמדו.",
        "recaptured": "12 {} נכבשו מחדש.",
    },
    "fa": {
        "killed": "12 {} کشته شدند.",
        "destroyed": "12 {} منهدم شدند.",
        "recaptured": "12 {} بازپس گرفته شدند.",
    },
    "es": {
        "killed": "12 {} murieron.",
        "destroyed": "12 {} fueron destruidos.",
        "recaptured": "12 {} fueron reconquistados.",
    },
    "fr": {
        "killed": "12 {} ont été tués.",
        "destroyed": "12 {} ont été détruits.",
        "recaptured": "12 {} ont été repris.",
    },
    "it": {
        "killed": "12 {} sono stati uccisi.",
        "destroyed": "12 {} sono stati distrutti.",
        "recaptured": "12 {} sono stati riconquistati.",
    },
    "pt": {
        "killed": "12 {} foram mortos.",
        "destroyed": "12 {} foram destruídos.",
        "recaptured": "12 {} foram reconquistados.",
    },
    "uk": {
        "killed": "Убито 12 {}.",
        "destroyed": "Знищено 12 {}.",
        "recaptured": "Звільнено 12 {}.",
    },
    "ru": {
        "killed": "Убиты 12 {}.",
        "destroyed": "Уничтожено 12 {}.",
        "recaptured": "Освобождено 12 {}.",
    },
    "pl": {
        "killed": "Zabito 12 {}.",
        "destroyed": "Zniszczono 12 {}.",
        "recaptured": "Wyzwolono 12 {}.",
    },
}


def table(lang: str, name: str) -> dict[str, Any]:
    return tomllib.loads(files("tallywire.catalog").joinpath("languages", lang, f"{name}.toml").read_text("utf8"))


def harm_words() -> list[tuple[str, str, str, str]]:
    """Language, kind, word and its example."""
    return [
        (lang, kind, word, example)
        for lang in languages()
        for kind, roles in table(lang, "harm").items()
        for role, words in roles.items()
        if role in HARM_ROLES
        for word, example in words.items()
    ]


def not_harm() -> list[tuple[str, str]]:
    return [
        (lang, sentence)
        for lang in languages()
        for roles in table(lang, "harm").values()
        for sentence in roles.get("not", ())
    ]


def things() -> list[tuple[str, str, str]]:
    """Language, what is counted, and its word for several."""
    return [
        (lang, what, form)
        for lang in languages()
        if lang in SENTENCES
        for what, entry in table(lang, "things").items()
        for pair in entry["words"]
        for form in (pair.split("/")[1] if "/" in pair else pair).split("|")
    ]


@pytest.mark.parametrize(("lang", "kind", "word", "example"), harm_words(), ids=str)
def test_the_example_of_a_word_is_read(lang: str, kind: str, word: str, example: str) -> None:
    [figure] = reading(example, lang=lang).figures
    said = as_listed(figure.term.words) if figure.term else None
    forms = {as_listed(form.split(APART)[-1]) for form in word.split("|")}
    assert (figure.kind, said in forms) == (kind, True)


def as_listed(words: str) -> str:
    return " ".join(signless(fold(words)).split())


@pytest.mark.parametrize(("lang", "sentence"), not_harm())
def test_a_sentence_of_other_meaning_is_not_read(lang: str, sentence: str) -> None:
    assert reading(sentence, lang=lang).figures == ()


@pytest.mark.parametrize(("lang", "what", "noun"), things(), ids=str)
def test_a_noun_is_counted_as_what_it_is(lang: str, what: str, noun: str) -> None:
    possible = [kind for kind in SENTENCES[lang] if lattice().applies(kind, what)]
    kind = possible[1 if what == "other" else 0]  # "other" things are destroyed
    [figure] = reading(SENTENCES[lang][kind].format(noun.replace("' ", "'")), lang=lang).figures
    assert (figure.kind, figure.what, figure.low, figure.high) == (kind, what, 12, 12)


def test_every_language_has_its_sentences() -> None:
    assert set(languages()) <= set(SENTENCES), "add what befell twelve of them, in the words of the language"


@pytest.mark.parametrize("lang", languages())
def test_a_language_has_all_its_files(lang: str) -> None:
    assert {entry.part for entry in lexicon(lang).entries()} >= set("VFDPEdhSBt")
    assert {name for name in KEYS if table(lang, name)} == set(KEYS)


def accept(name: str, words: dict[str, Any]) -> None:
    refuse_unknown_keys(name, words)
    refuse_untidy(name, words)


# file, what is wrong in it, and the words of the complaint
BAD = [
    ("harm", {"kiled": {"past": {}}}, "[kiled] is no table"),
    ("harm", {"killed": {"passt": {}}}, "no key 'passt'"),
    ("things", {"tank": {"word": ["tank"]}}, "no key 'word'"),
    ("hedges", {"at_least": {"befor": ["over"]}}, "no key 'befor'"),
    ("time", {"wordz": {}}, "[wordz] is no table"),
    ("grammar", {"verb": ["was"]}, "[verb] is no table"),
    ("things", {"tank": {"words": ["Tank/tanks"]}}, "'Tank' is not folded"),
    ("things", {"tank": {"words": [" tank/tanks"]}}, "' tank' is not folded"),
    ("things", {"tank": {"words": ["battle  tank"]}}, "'battle  tank' is not folded"),
    ("grammar", {"be": ["is", "’s"]}, "'’s' is not folded"),
    ("grammar", {"be": ["was", "was"]}, "holds 'was' twice"),
    ("hedges", {"about": {"before": [""], "after": []}}, "'' is not folded"),
]


@pytest.mark.parametrize(("name", "words", "complaint"), BAD, ids=str)
def test_a_bad_list_is_refused(name: str, words: dict[str, Any], complaint: str) -> None:
    with pytest.raises(CatalogError) as refused:
        accept(name, words)
    assert complaint in refused.value.message
    assert refused.value.where == f"{name}.toml"
    assert refused.value.remedy


def test_a_good_list_is_accepted() -> None:
    accept("things", {"tank": {"words": ["tank/tanks"]}})


def test_a_word_with_two_parts_in_one_file_is_refused() -> None:
    entries = list(lexicon("en").entries())[:2]
    assert list(once("harm", entries)) == entries
    with pytest.raises(CatalogError, match="twice"):
        list(once("harm", [*entries, entries[0]]))


def test_a_language_without_a_folder_is_refused() -> None:
    with pytest.raises(CatalogError, match="no words for 'xx'"):
        lexicon("xx")
