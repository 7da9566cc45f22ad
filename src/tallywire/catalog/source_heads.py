"""What kind of source a phrase names when the catalogue does not know its name: "a doctor in the city" is medical."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, get_args

from tallywire.catalog.actors import fold
from tallywire.catalog.shared_lists import shared_list
from tallywire.claims.errors import CatalogError
from tallywire.claims.figure import SourceType

FILE = "source_heads.toml"


def head_of(words: str) -> tuple[SourceType, str] | None:
    """The type of source that these words tell, and the word that tells it."""
    said = fold(words)
    for kind, pattern in _heads():
        match = pattern.search(said)
        if match:
            return kind, match[0]
    return None


def body_of(words: str) -> str | None:
    """The body of a country that the head of these words means, as its id ends: "AF", "MOH"."""
    head = head_of(words)
    return _bodies().get(head[1]) if head else None


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    return {word: suffix for suffix, words in _table()["bodies"].items() for word in words}


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return shared_list(FILE)


@lru_cache(maxsize=1)
def _heads() -> tuple[tuple[SourceType, re.Pattern[str]], ...]:
    table = _table()
    heads: list[tuple[SourceType, re.Pattern[str]]] = []
    kinds: dict[str, SourceType] = {kind: kind for kind in get_args(SourceType)}
    for kind, entry in table.items():
        if kind == "bodies":
            continue
        if kind not in kinds:
            raise CatalogError("catalogue_heads", f"[{kind}] is no type of source", where=FILE, remedy="mend the name")
        longest_first = sorted(map(re.escape, entry["words"]), key=len, reverse=True)
        heads.append((kinds[kind], re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")))
    return tuple(heads)
