"""The words that tell what happens, by PLOVER's types and modes (`events.toml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tallywire.catalog.shared_lists import shared_list
from tallywire.claims.errors import CatalogError

FILE = "events.toml"
TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip
TAKES = frozenset({"object", "from", "on"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an event. `rest` are the words after the first; `takes` is told at the head of `events.toml`."""

    rest: tuple[str, ...]
    type: str
    mode: str
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class AroundTriggers:
    """Small words by which a sentence deals out the parts of an event, each told in `events.toml`."""

    not_done: frozenset[str]
    before_place: Mapping[str, frozenset[str]]
    by: frozenset[str]
    skipped: frozenset[str]


@lru_cache(maxsize=1)
def around_triggers() -> AroundTriggers:
    """The words, loaded once."""
    words = {name: frozenset(list_.split()) for name, list_ in _table()["words"].items()}
    before_place = {name: words[name] for name in ("from", "on")}
    return AroundTriggers(words["not_done"], before_place, words["by"], words["skipped"])


@lru_cache(maxsize=1)
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Triggers by their first word, the longest first."""
    found: dict[str, list[Trigger]] = {}
    seen: set[str] = set()
    for words, type_, mode, takes in _entries(_table()):
        if words in seen or words != " ".join(words.casefold().split()):
            raise _wrong(f"{words!r} stands twice or is not in small letters")
        seen.add(words)
        first, *rest = words.split(" ")
        found.setdefault(first, []).append(Trigger(tuple(rest), type_, mode, takes))
    return {first: tuple(sorted(many, key=lambda one: -len(one.rest))) for first, many in found.items()}


def _table() -> dict[str, Any]:
    return shared_list(FILE)


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str, frozenset[str]]]:
    for type_, modes in table.items():
        if type_ == "words":
            continue
        for mode, entry in modes.items():
            takes = frozenset(entry["takes"])
            if type_ not in TYPES or takes - TAKES or entry.keys() - {"takes", "words"}:
                raise _wrong(f"[{type_}.{mode}] has an unknown type, key or `takes`")
            yield from ((words, type_, mode, takes) for words in entry["words"])


def _wrong(says: str) -> CatalogError:
    return CatalogError("catalogue_events", says, where=FILE, remedy="see the head of the file")
