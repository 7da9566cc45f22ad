"""The words of a language, each with its part in a sentence about harm: one letter a part.

The letters are what shapes are written in (`extract/shape.py`):

    N number   P people      E thing        V harm, past     F harm, present   G harm, -ing    I what the victim does
    D harm, noun             J harm, adjective               Z "the killing of"                x toll     r rises, reaches
    L leaves, causes         S says         y according to   a an              t the           m more     e each
    B be       H have        n not          c and  & with    f of              o to            p in, by   R who, which
    i including              A actor        X other name     T time            U unit          O decoy    $ money
    w any other word         and , . ; : ( ) " - ? ! ' as they are
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, cast

from tallywire.catalog.kinds import lattice
from tallywire.catalog.wordlists import once, refuse_unknown_keys, refuse_untidy
from tallywire.claims.errors import CatalogError
from tallywire.claims.figure import Kind, What

HARM_ROLES = {"past": "V", "present": "F", "gerund": "G", "died": "I", "noun": "D", "adjective": "J", "action": "Z"}
GRAMMAR_PARTS = {
    "be": "B", "have": "H", "definite": "t", "negation": "n", "and": "c", "with": "&", "of": "f", "to": "o", "preposition": "p",
    "relative": "R", "including": "i", "more": "m", "each": "e", "leave": "L", "rise": "r", "toll": "x", "sum": "x", "plain": "w",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of the catalogue. `tag` says more within its part: a hedge's bound, a cue's stance."""

    words: str
    part: str
    tag: str = ""
    kind: Kind | None = None
    what: What | None = None
    value: int = 0
    example: str = ""


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of one language.

    `singles` maps a folded word to its entry; `phrases` maps a first word to the phrases it opens, longest first.
    `harm` and `numbers` are the words that open the window gate. `stances` maps colouring words to a stance.
    """

    lang: str
    singles: Mapping[str, Entry]
    phrases: Phrases
    involved: frozenset[str]  # words that open a phrase, a number, a date: more than themselves
    harm: frozenset[str]
    numbers: frozenset[str]
    abbreviations: frozenset[str]
    labels: frozenset[str]  # "Article 5": the number after it is a name
    age_leads: frozenset[str]
    year_leads: frozenset[str]
    range_openers: frozenset[str]
    range_joins: frozenset[str]
    range_ands: frozenset[str]
    stances: Mapping[str, str]
    subjects: Mapping[str, frozenset[str]]
    subject_heads: frozenset[str]  # first words of subjects of two words: "world war"
    speaker_heads: frozenset[str]
    person_pronouns: frozenset[str]
    body_pronouns: frozenset[str]
    continues: frozenset[str]
    accounts: frozenset[str]
    military: frozenset[str]
    attacks: Mapping[str, str]
    ones: frozenset[str]  # words that count one without a number: "a", "another"
    passage: Mapping[str, frozenset[str]]  # words of `passage.toml`, by "section.name"

    def entries(self) -> Iterator[Entry]:
        """Every entry once, words before phrases."""
        yield from self.singles.values()
        for options in self.phrases.values():
            for _, entry in options:
                yield entry


def languages() -> tuple[str, ...]:
    """Codes of the languages that have a folder."""
    folders = files("tallywire.catalog").joinpath("languages").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("harm.toml").is_file()))


@lru_cache(maxsize=16)
def lexicon(lang: str) -> Lexicon:
    """The words of `lang` (BCP 47), loaded once."""
    tables = {name: _table(lang, name) for name in _FILES}
    collected: dict[str, Entry] = {}
    for entry in _entries(tables):
        collected.setdefault(entry.words, entry)
    singles = {words: entry for words, entry in collected.items() if " " not in words}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for words, entry in collected.items():
        if " " in words:
            first, *rest = words.split(" ")
            phrases.setdefault(first, []).append((tuple(rest), entry))
    openers = (*tables["numbers"]["grammar"]["between"], *tables["numbers"]["grammar"]["from"])
    involved = (w for w, entry in singles.items() if entry.part in _INVOLVED or entry.tag == "another")
    ordered = {first: tuple(sorted(options, key=lambda o: -len(o[0]))) for first, options in phrases.items()}
    speech = tables["speech"]["heads"]
    ranges = tables["numbers"]["grammar"]
    return Lexicon(
        lang=lang,
        singles=singles,
        phrases=ordered,
        involved=frozenset((*phrases, *involved, *openers)),
        # of a phrase its longest word: "shot dead" by "shot", "are back in" by "back"
        harm=frozenset(max(reversed(entry.words.split(" ")), key=len) for entry in collected.values() if entry.kind),
        numbers=frozenset(entry.words.split(" ")[0] for entry in collected.values() if entry.part == "d"),
        abbreviations=frozenset(tables["grammar"]["abbreviation"]),
        labels=frozenset(tables["context"]["beyond"]["ordinal_before"]),
        age_leads=frozenset(tables["context"]["beyond"]["age_before"]),
        year_leads=frozenset(tables["time"]["words"]["year_before"]),
        range_openers=frozenset((*ranges["between"], *ranges["from"])),
        range_joins=frozenset((*ranges["to"], *ranges["either"])),
        range_ands=frozenset((*ranges["to"], *ranges["range_and"])),
        stances={words: stance for stance, list_ in tables["context"]["stance"].items() for words in list_},
        subjects={name: frozenset(words) for name, words in tables["context"]["subject"].items()},
        subject_heads=frozenset(
            word.split(" ")[0] for words in tables["context"]["subject"].values() for word in words if " " in word
        ),
        speaker_heads=frozenset(speech["people"]),
        person_pronouns=frozenset(speech["pronouns_person"]),
        body_pronouns=frozenset(speech["pronouns_body"]),
        continues=frozenset(speech["continues"]),
        accounts=frozenset(speech["accounts"]),
        military=frozenset(tables["context"]["force"]["military"]),
        attacks={words: mode for mode, list_ in tables["context"]["attack"].items() for words in list_},
        ones=frozenset(entry.words for entry in collected.values() if entry.part == "a" or entry.tag == "another"),
        passage={
            f"{part}.{name}": frozenset(words)
            for part, table in tables["passage"].items()
            for name, words in table.items()
        },
    )


# Parts of numbers, hedges, articles, months and times: what they are depends on their neighbours.
_INVOLVED = frozenset("dhaMTu")
_FILES = ("harm", "things", "numbers", "hedges", "time", "grammar", "speech", "context", "passage")
Table = dict[str, Any]  # outside data, as TOML gives it


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
    return table


def _entries(tables: Mapping[str, Table]) -> Iterator[Entry]:
    """Entries in order of trust: where two files hold a word, the first one's reading stands."""
    yield from once("harm", _harm(tables["harm"]))
    yield from once("things", _things(tables["things"]))
    yield from once("numbers", _numbers(tables["numbers"]))
    yield from once("hedges", _hedges(tables["hedges"]))
    yield from once("time", _time(tables["time"]))
    yield from once("grammar", _grammar(tables["grammar"]))
    yield from once("speech", _speech(tables["speech"]))
    yield from once("context", _beyond(tables["context"]["beyond"]))


def _harm(table: Table) -> Iterator[Entry]:
    for kind, roles in table.items():
        for role, words in roles.items():
            if role == "not":
                continue
            for words_, example in words.items():
                yield from _forms(kind, role, words_, example)


def _forms(kind: str, role: str, words: str, example: str) -> Iterator[Entry]:
    """One word of harm with its inflected forms, "|" between them; the example shows one of them."""
    forms = words.split("|")
    if not any(form in example.casefold() for form in forms):
        raise CatalogError("example", f"the example of {words!r} does not show it", where="harm.toml")
    for form in forms:
        yield Entry(form, HARM_ROLES[role], role, kind=cast("Kind", kind), example=example)


def _things(table: Table) -> Iterator[Entry]:
    for what, entry in table.items():
        part = "P" if "people" in lattice().whats[what].of and what != "other" else "E"
        for pair in entry["words"]:
            one, _, many = pair.partition("/")
            for form in one.split("|"):
                yield Entry(form, part, "one" if many else "many", what=cast("What", what))
            for form in many.split("|") if many else ():
                yield Entry(form, part, "many", what=cast("What", what))


def _numbers(table: Table) -> Iterator[Entry]:
    for group in ("units", "tens", "scales"):
        for word, value in table[group].items():
            yield Entry(word, "d", group, value=value)
    for ten, tens in table["tens"].items():
        for unit, units in table["units"].items():
            if units < 10:
                yield Entry(f"{ten}-{unit}", "d", "tens", value=tens + units)
    for words, value in table["fixed"].items():
        yield Entry(words, "d", "fixed", value=value)
    for word, band in table["vague"].items():
        yield Entry(word, "d", f"vague:{band}")
    for name, part in (("article", "a"), ("another", "m"), ("none", "d")):
        for word in table["grammar"][name]:
            yield Entry(word, part, name)


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
    for tag, words in table["words"].items():
        if tag not in {"units", "lead", "year_before"}:
            yield from (Entry(word, "T", tag) for word in words)
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
