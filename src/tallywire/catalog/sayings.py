"""Verbs of saying with what may follow them, and the small words around them (`languages/<code>/quotes.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from tallywire.claims.errors import CatalogError

Words = frozenset[str]
Form = Literal["base", "third", "past", "ing"]
Frame = Literal["anything", "clause", "infinitive"]
_FORMS: tuple[Form, ...] = ("base", "third", "past", "ing")
_FRAMES: tuple[Frame, ...] = ("anything", "clause", "infinitive")


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of saying. `frames` says what may follow it, `particles` the little words that may."""

    form: Form
    frames: frozenset[Frame]
    particles: Words
    told: bool = False  # a listener may stand before what is said


@dataclass(frozen=True, slots=True)
class Sayings:
    """The words of one language that find who said what. The lists are told in the file itself."""

    cues: Words  # every word that can open a reading: a sentence without one is never looked at
    verbs: Mapping[str, Verb]
    nouns: Words
    nouns_too: Words  # forms of verbs that are nouns as well, and the nouns
    by: Mapping[str, tuple[tuple[str, ...], ...]]  # a first word to the rest of each phrase
    nobody: Words
    held: Words
    helpers: Words
    be: Words
    adverbs: Words
    adverb_end: str
    not_adverbs: Words
    that: Words
    wh: Words
    relatives: Words
    pronouns: Words
    persons: Words
    possessives: Words
    faceless: Words
    determiners: Words
    articles: Words
    prepositions: Words
    openers: Words
    joints: Words
    plain_and: Words
    to: Words
    of: Words
    times: Words
    beside: Words
    # put together from the lists above
    leads_base: Words  # before a verb in its base form: "they say", "to say"
    opens_content: Words  # after a verb, and after no noun of its form: "claims the", "claims that"
    no_name: Words  # no name begins with these
    past_name: Words  # nor goes on with these: "said Ann Lee | on Friday", "| who"


@lru_cache(maxsize=16)
def sayings(lang: str) -> Sayings | None:
    """The words of `lang`, loaded once; None for a language that has no such file."""
    path = files("tallywire.catalog").joinpath("languages", lang, "quotes.toml")
    if not path.is_file():
        return None
    try:
        table = tomllib.loads(path.read_text("utf8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogError("toml", str(error), where=str(path)) from None
    verbs, by = _verbs(table), _by(table["by"]["phrases"])
    nouns, nobody = _set(table["nouns"]["words"]), _set(table["by"]["nobody"])
    words = {name: _set(list_) for name, list_ in table["words"].items() if name != "adverb_end"}
    return Sayings(
        cues=frozenset(verbs) | nouns | nobody | frozenset(by),
        verbs=verbs,
        nouns=nouns,
        nouns_too=nouns | _set(table["nouns"]["verbs"]),
        by=by,
        nobody=nobody,
        held=_set(table["verbs"]["held"]),
        adverb_end=table["words"]["adverb_end"],
        leads_base=words["pronouns"] | words["joints"] | words["to"] | {","},
        opens_content=words["determiners"] | words["pronouns"] | words["wh"] | words["that"] | words["to"],
        no_name=words["times"] | words["prepositions"] | words["openers"] | words["helpers"],
        past_name=(words["times"] | words["relatives"] | words["beside"] | words["joints"]) - words["of"],
        **words,
    )


def _by(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word."""
    by: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        by[first] = (*by.get(first, ()), tuple(rest))
    return by


def _set(words: str) -> Words:
    return frozenset(words.split())


def _verbs(table: Mapping[str, Any]) -> dict[str, Verb]:
    """Every form with all that the lists say of it."""
    verbs: dict[str, Verb] = {}
    for line, says in _lines(table):
        for form, word in _forms(line):
            before = verbs.get(word)
            verbs[word] = Verb(form, says.frames, says.particles, says.told) if before is None else _both(before, says)
    return verbs


def _lines(table: Mapping[str, Any]) -> Iterator[tuple[str, Verb]]:
    """Each verb's forms, with what its list says of it."""
    nothing: Words = frozenset()
    for section in (table["verbs"], table["beliefs"]):
        for frame in _FRAMES:
            yield from ((line, Verb("base", frozenset({frame}), nothing)) for line in section.get(frame, ()))
        for line in section.get("with", ()):
            forms, _, particles = line.partition("|")
            yield forms, Verb("base", frozenset(), _set(particles))
    yield from ((line, Verb("base", frozenset(), nothing, told=True)) for line in table["verbs"]["told"])


def _both(verb: Verb, says: Verb) -> Verb:
    return Verb(verb.form, verb.frames | says.frames, verb.particles | says.particles, verb.told or says.told)


def _forms(line: str) -> list[tuple[Form, str]]:
    """The forms of a verb, the past before the base: "read" is mostly past."""
    words = line.split()
    if len(words) != len(_FORMS):
        remedy = f"write {' '.join(_FORMS)}"
        raise CatalogError("forms", f"{line!r} does not name four forms", where="quotes.toml", remedy=remedy)
    return list(zip(_FORMS, words, strict=True))[::-1]
