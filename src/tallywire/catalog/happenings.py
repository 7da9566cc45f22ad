"""The words that tell what happens, by PLOVER's types and modes (`events.toml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tallywire.catalog.letters import fold
from tallywire.catalog.shared_lists import shared_list
from tallywire.claims.errors import CatalogError
from tallywire.claims.figure import KINDS

FILE = "events.toml"
TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip
TAKES = frozenset({"object", "from", "on"})
_KEYS = frozenset({"takes", "words", "plain", "tells"})
_APART = frozenset({"words", "nothing", "figures"})  # tables of no type
_NO_MODES = frozenset({"unspecified", "raid"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an event. `rest` are the words after the first; `takes` is told at the head of `events.toml`.

    `plain` words tell one only beside a figure; `kinds` are those of the figures it may have. Without a type the words
    tell nothing: "heart attack".
    """

    rest: tuple[str, ...]
    type: str | None
    mode: str | None
    takes: frozenset[str]
    plain: bool
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class AroundTriggers:
    """Small words by which a sentence deals out the parts of an event, each told in `events.toml`."""

    not_done: frozenset[str]
    before_place: Mapping[str, frozenset[str]]
    by: frozenset[str]
    skipped: frozenset[str]
    another: frozenset[str]
    deeds: frozenset[str]
    elsewhere: frozenset[str]
    since: frozenset[str]
    then: frozenset[str]


@lru_cache(maxsize=1)
def around_triggers() -> AroundTriggers:
    """The words, loaded once."""
    words = {name: frozenset(list_.split()) for name, list_ in _table()["words"].items()}
    before_place = {name: words.pop(name) for name in ("from", "on")}
    return AroundTriggers(before_place=before_place, **words)


@lru_cache(maxsize=1)
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Triggers by their first word, the longest first."""
    found: dict[str, list[Trigger]] = {}
    seen: set[str] = set()
    for words, trigger in _entries(_table()):
        if words in seen:
            raise _wrong(f"{words!r} stands twice")
        seen.add(words)
        found.setdefault(words.split(" ")[0], []).append(trigger)
    return {first: tuple(sorted(many, key=lambda one: -len(one.rest))) for first, many in found.items()}


@lru_cache(maxsize=2)
def opening_words(*, plain: bool) -> frozenset[str]:
    """First words of the triggers that tell an event anywhere, or of the plain ones and of what tells nothing."""
    return frozenset(first for first, many in triggers().items() if any(_is_plain(one) is plain for one in many))


def _is_plain(trigger: Trigger) -> bool:
    return trigger.plain or trigger.type is None


@lru_cache(maxsize=1)
def kinds_of_events() -> frozenset[str]:
    """The kinds of figures that an event may have."""
    return frozenset(kind for many in triggers().values() for trigger in many for kind in trigger.kinds)


def _table() -> dict[str, Any]:
    return shared_list(FILE)


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[str, Trigger]]:
    """Each phrase with what it tells."""
    groups = _groups(table["figures"])
    for words in map(_folded, table["nothing"]["words"]):
        yield words, Trigger(_rest(words), None, None, frozenset(), plain=False, kinds=frozenset())
    modes = ((type_, *mode) for type_, many in table.items() if type_ not in _APART for mode in many.items())
    for type_, name, entry in modes:
        takes, tells = frozenset(entry["takes"]), frozenset(entry.get("tells", ()))
        if type_ not in TYPES or takes - TAKES or entry.keys() - _KEYS or tells - groups.keys():
            raise _wrong(f"[{type_}.{name}] has an unknown type, key, `takes` or `tells`")
        mode = None if name in _NO_MODES else name
        kinds = frozenset(kind for group in tells for kind in groups[group])
        for words in map(_folded, entry["words"]):
            yield words, Trigger(_rest(words), type_, mode, takes, plain=False, kinds=kinds)
        for words in map(_folded, entry.get("plain", ())):
            yield words, Trigger(_rest(words), type_, mode, takes, plain=True, kinds=kinds)


def _folded(words: str) -> str:
    """The words in the letters of folded texts; what is not trimmed and in small letters is refused."""
    if words != " ".join(words.lower().split(" ")):
        raise _wrong(f"{words!r} is not in small letters")
    return fold(words)


def _rest(words: str) -> tuple[str, ...]:
    return tuple(words.split(" ")[1:])


def _groups(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Kinds of figures by the name of their group."""
    groups = {name: frozenset(kinds.split()) for name, kinds in table.items()}
    for name, kinds in groups.items():
        if kinds - frozenset(KINDS):
            raise _wrong(f"[figures] {name} holds what is no kind")
    return groups


def _wrong(says: str) -> CatalogError:
    return CatalogError("catalogue_events", says, where=FILE, remedy="see the head of the file")
