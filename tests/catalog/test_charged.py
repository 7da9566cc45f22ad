"""Which words belong inside quotation marks; plain words of harm stand beside them."""

import pytest

from tallywire.catalog.charged import _words, charge, charged_word

WORDS = [
    ("liquidated", "euphemism"),
    ("Neutralised", "euphemism"),
    ("were martyred", "euphemism"),
    ("wiped out", "euphemism"),
    ("ліквідовано", "euphemism"),
    ("уничтожено", "euphemism"),
    ("orcs", "slur"),
    ("Moskali", "slur"),
    ("khokhols", "slur"),
    ("Ukronazis", "slur"),
    ("terrorists", "judgement"),
    ("the occupiers", "judgement"),
    ("killed", None),
    ("deaths", None),
    ("casualties", None),
    ("fighters", None),
    ("orchestra", None),
    ("загинули", None),
    ("muertos", None),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_charge(words: str, expected: str | None) -> None:
    assert charge(words) == expected


def test_the_forms_of_a_word_are_one_word() -> None:
    assert charged_word("liquidated") == charged_word("were liquidated") == charged_word("Liquidation")


def test_entries_are_folded_and_none_is_hidden_by_another() -> None:
    entries = [entry for entry, _ in _words()]
    assert all(entry == entry.casefold() and entry.strip() for entry in entries)
    for entry, kind in _words():
        assert charge(entry) == kind, f"{entry!r} is listed as {kind}, found as {charge(entry)}"
