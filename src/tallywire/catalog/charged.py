"""Words that we never say in our own voice: euphemisms for killing, slurs, and one party's names for the other."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from tallywire.catalog.shared_lists import shared_list

Charge = Literal["euphemism", "slur", "judgement"]
_CHARGES: tuple[Charge, ...] = ("slur", "euphemism", "judgement")  # the gravest first: it decides


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, Charge], ...]:
    table = shared_list("charged.toml")
    return tuple((word, charge) for charge in _CHARGES for word in table[charge]["words"])


def charge(words: str) -> Charge | None:
    """Why these words belong inside quotation marks ("liquidated": a euphemism), or None for plain ones."""
    found = charged_word(words)
    return None if found is None else found[1]


@lru_cache(maxsize=1024)
def charged_word(words: str) -> tuple[str, Charge] | None:
    """The catalogue's entry that fires on these words, so that "liquidated" and "liquidation" are one word."""
    padded = f" {' '.join(words.casefold().split())} "
    for entry, kind in _words():
        if f" {entry}" in padded:
            return entry.strip(), kind
    return None
