"""From a language's files to entries: one word or phrase each, with its part and what it means."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from typing import Any, cast

from tallywire.catalog.entry import APART, GRAMMAR_PARTS, HARM_ROLES, Entry
from tallywire.catalog.kinds import lattice
from tallywire.catalog.letters import fold, signless
from tallywire.catalog.wordlists import once, refuse_unknown_keys, refuse_untidy
from tallywire.claims.errors import CatalogError
from tallywire.claims.figure import Kind, What

FILES = ("harm", "things", "numbers", "hedges", "time", "grammar", "speech", "context", "passage")
Table = dict[str, Any]  # outside data, as TOML gives it


def tables(lang: str) -> dict[str, Table]:
    """All files of a language, checked."""
    return {name: _table(lang, name) for name in FILES}


def _table(lang: str, name: str) -> Table:
    path = files("tallywire.catalog").joinpath("languages", lang, f"{name}.toml")
    try:
        table = tomllib.loads(path.read_text("utf8"))
    except FileNotFoundError:
        raise CatalogError("language", f"no words for {lang!r}", where=str(path), remedy="add the folder") from None
    except tomllib.TOMLDecodeError as error:
        raise CatalogError("toml", str(error), where=str(path)) from None
    refuse_unknown_keys(name, table)
    refuse_untidy(name, table)
    return _harm_folded(table) if name == "harm" else cast("Table", _folded(table))


def _folded(value: Any) -> Any:
    """A table with its words in the letters that texts are compared in."""
    if isinstance(value, str):
        return " ".join(fold(value).split())
    if isinstance(value, list):
        return [_folded(one) for one in value]
    if isinstance(value, dict):
        return {_folded(key): _folded(one) for key, one in value.items()}
    return value


def _harm_folded(table: Table) -> Table:
    """Words of harm folded, their examples as they stand."""
    return {
        kind: {role: words if role == "not" else _keys_folded(words) for role, words in roles.items()}
        for kind, roles in table.items()
    }


def _keys_folded(words: Table) -> Table:
    return {_folded(word): example for word, example in words.items()}


def entries(found: Mapping[str, Table]) -> Iterator[Entry]:
    """Entries in order of trust: where two files hold a word, the first one's reading stands."""
    yield from once("harm", _harm(found["harm"]))
    yield from once("things", _things(found["things"]))
    yield from once("numbers", _numbers(found["numbers"]))
    yield from once("hedges", _hedges(found["hedges"]))
    yield from once("time", _time(found["time"]))
    yield from once("grammar", _grammar(found["grammar"]))
    yield from once("speech", _speech(found["speech"]))
    yield from (Entry(word, "w", "it") for word in found["passage"]["source"]["it"])
    yield from once("context", _beyond(found["context"]["beyond"]))


def _harm(table: Table) -> Iterator[Entry]:
    """Words of harm; one under two kinds takes the second where the first cannot be."""
    found: dict[str, Entry] = {}
    for kind, roles in table.items():
        told = ((role, words, says) for role in roles if role != "not" for words, says in roles[role].items())
        for role, words, example in told:
            for entry in _forms(cast("Kind", kind), role, words, example):
                _put(found, entry)
    yield from found.values()


def _put(found: dict[str, Entry], entry: Entry) -> None:
    before = found.get(entry.words)
    if before is None or before.kind is None or entry.kind is None:
        found[entry.words] = entry
    elif entry.kind in {before.kind, *before.also}:
        says = f"{entry.words!r} stands twice under {entry.kind}"
        raise CatalogError("words", says, where="harm.toml", remedy="keep one of them")
    else:
        found[entry.words] = replace(before, also=(*before.also, entry.kind))


def _forms(kind: Kind, role: str, words: str, example: str) -> Iterator[Entry]:
    """One word of harm with its inflected forms, "|" between them; the example shows one of them."""
    forms = words.split("|")
    shown = " ".join(signless(fold(example)).split())
    if not any(all(half in shown for half in form.split(APART)) for form in forms):
        raise CatalogError("example", f"the example of {words!r} does not show it", where="harm.toml")
    for form in forms:
        yield Entry(form, HARM_ROLES[role], role, kind=kind, example=example)


def _things(table: Table) -> Iterator[Entry]:
    for what, entry in table.items():
        part = "P" if "people" in lattice().whats[what].of and what != "other" else "E"
        forms: dict[str, str] = {}
        for pair in entry["words"]:
            one, many, two = (*pair.split("/"), "", "")[:3]
            forms |= dict.fromkeys(one.split("|"), "one" if many else "many")
            forms |= dict.fromkeys(many.split("|") if many else (), "many")  # a form of both is taken for the plural
            forms |= dict.fromkeys(two.split("|") if two else (), "pair")
        for form, number in forms.items():
            yield Entry(form, part, number, what=cast("What", what))


def _numbers(table: Table) -> Iterator[Entry]:
    scales, vague = table["scales"], table["vague"]
    for group in ("units", "tens", "fixed", "rounded"):
        yield from (Entry(word, "d", group, value=value) for word, value in table.get(group, {}).items())
    yield from (Entry(word, "d", "scales", value=scales[word]) for word in scales if word not in vague)
    yield from _hyphened(table["tens"], table["units"])
    for word, band in vague.items():  # "thousands" may be a scale too: "22 тисячі"
        yield Entry(word, "d", f"vague:{band}", value=scales.get(word, 0))
    for name, part in (("article", "a"), ("another", "m"), ("none", "d")):
        for word in table["grammar"][name]:
            yield Entry(word, part, name)


def _hyphened(tens: Mapping[str, int], units: Mapping[str, int]) -> Iterator[Entry]:
    """ "forty-four"."""
    for ten, value in tens.items():
        for unit, more in units.items():
            if more < 10:
                yield Entry(f"{ten}-{unit}", "d", "tens", value=value + more)


def _hedges(table: Table) -> Iterator[Entry]:
    for bound, sides in table.items():
        after = set(sides["after"])
        for words in sides["before"]:
            yield Entry(words, "h", f"{'both' if words in after else 'before'}:{bound}")
        for words in after.difference(sides["before"]):
            yield Entry(words, "h", f"after:{bound}")


def _time(table: Table) -> Iterator[Entry]:
    for word, value in table["months"].items():
        yield Entry(word, "M", "month", value=value)
    for word, value in table["weekdays"].items():
        yield Entry(word, "T", "weekday", value=value)
    for tag in ("point", "closed", "open"):
        yield from (Entry(word, "T", tag) for word in table["words"][tag])
    yield from (Entry(word, "u", "unit") for word in table["words"]["units"])


def _grammar(table: Table) -> Iterator[Entry]:
    for name, words in table.items():
        if name in GRAMMAR_PARTS:
            yield from (Entry(word, GRAMMAR_PARTS[name], name) for word in words)


def _beyond(table: Table) -> Iterator[Entry]:
    yield from (Entry(word, "U", "unit") for word in (*table["units"], *table["bodies"]))
    yield from (Entry(word, "$", "money") for word in table["money"])


def _speech(table: Table) -> Iterator[Entry]:
    for stance in ("asserted", "alleged", "denied"):
        for word in table[stance]["cue"]:
            yield Entry(word, "S", stance)
        for word in table[stance]["by"]:
            yield Entry(word, "y", stance)
