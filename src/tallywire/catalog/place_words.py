"""Words around names of places: what makes a capitalised word a place, and what keeps it from being one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tallywire.catalog.shared_lists import shared_list

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lists of `place_words.toml`, each told there."""

    weak: Words
    people: Words
    common: Words
    prepositions: Words
    weak_prepositions: Words
    beside: Words  # titles, kinds, bodies, directions: all that may stand beside a place in one run of capitals
    kinds: Words  # all that may follow a name and belongs to it: "Ghazni Province", "Dnipro river"
    divisions: Words
    towns: Words
    others: Words
    directions: Words


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The words, loaded once."""
    table = shared_list("place_words.toml")

    def words(section: str, *names: str) -> Words:
        return frozenset(word for name in names for word in table[section][name].split())

    return PlaceWords(
        weak=words("weak", "common", "people"),
        people=words("weak", "people"),
        common=words("weak", "common"),
        prepositions=words("prepositions", "words"),
        weak_prepositions=words("prepositions", "weak"),
        beside=words("beside", *table["beside"]),
        kinds=words("beside", "divisions", "towns", "others"),
        divisions=words("beside", "divisions"),
        towns=words("beside", "towns"),
        others=words("beside", "others"),
        directions=words("beside", "directions"),
    )
