"""Verbs of saying with what may follow them, and the small words around them (`languages/<code>/quotes.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from tallywire.catalog.letters import fold
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
class Order:
    """What a language needs whose speakers may stand on either side of the verb (`[order]`)."""

    verb_first: bool  # the speaker may follow: "сказав речник", "قال الوزير إن"
    verb_last: bool  # what is said stands before its verb: "Bakan, iki kişinin öldüğünü söyledi"
    verb_second: bool  # after anything else at the head the verb comes first: "Am Freitag sagte sie", "Laut ihr starb"
    comma_tells: bool  # a comma is enough: "sagte, zwei seien tot"
    no_gender: bool  # one word for "he" and "she"
    heads: Words  # nouns that speak, as they stand when they do: "речник", not "речника"
    offices: Words  # where somebody spoke for a body: "сообщили в полиции"
    listeners: Words
    as_: Words  # "як повідомив речник"
    closers: Words  # between words in marks and their verb: "“...” diye konuştu"
    told_ends: tuple[str, ...]  # how the last word ends before a verb that tells: "öldüğünü söyledi"
    that_prefix: str  # "that", where it is written as one with the next word: Hebrew "ש"
    to_prefix: str  # what a phrase leaves on the name behind it: Arabic "وفقا ل"
    behind: Mapping[str, tuple[tuple[str, ...], ...]]  # phrases behind a name: "bakanlığa göre", "dem Amt zufolge"


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
    adverb_end: str | tuple[str, ...]
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
    order: Order | None  # None: as in English


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
    verbs, by, order = _verbs(table), _by(table["by"]["phrases"]), _order(table)
    behind = order.behind if order is not None else {}
    nouns, nobody = _set(table["nouns"]["words"]), _set(table["by"]["nobody"])
    words = {name: _set(list_) for name, list_ in table["words"].items() if name != "adverb_end"}
    return Sayings(
        cues=frozenset(verbs) | nouns | nobody | frozenset(by) | frozenset(behind),
        verbs=verbs,
        nouns=nouns,
        nouns_too=nouns | _set(table["nouns"]["verbs"]),
        by=by,
        nobody=nobody,
        held=_set(table["verbs"]["held"]),
        adverb_end=table["words"]["adverb_end"] or (),
        leads_base=words["pronouns"] | words["joints"] | words["to"] | {","},
        opens_content=words["determiners"] | words["pronouns"] | words["wh"] | words["that"] | words["to"],
        no_name=words["times"] | words["prepositions"] | words["openers"] | words["helpers"],
        past_name=(words["times"] | words["relatives"] | words["beside"] | words["joints"]) - words["of"],
        order=order,
        **words,
    )


def _by(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first."""
    by: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        first, *rest = fold(phrase).split()
        by[first] = tuple(sorted((*by.get(first, ()), tuple(rest)), key=len, reverse=True))
    return by


def _set(words: str) -> Words:
    return frozenset(fold(words).split())


def _order(table: Mapping[str, Any]) -> Order | None:
    """The flags and lists of `[order]`, if the language has it."""
    order = table.get("order")
    if order is None:
        return None
    return Order(
        verb_first=bool(order.get("verb_first", False)),
        verb_last=bool(order.get("verb_last", False)),
        verb_second=bool(order.get("verb_second", False)),
        comma_tells=bool(order.get("comma_tells", False)),
        no_gender=bool(order.get("no_gender", False)),
        heads=_set(order["heads"]),
        offices=_set(order.get("offices", "")),
        listeners=_set(order.get("listeners", "")),
        as_=_set(order.get("as_", "")),
        closers=_set(order.get("closers", "")),
        told_ends=tuple(fold(order.get("told_ends", "")).split()),
        that_prefix=fold(order.get("that_prefix", "")),
        to_prefix=fold(order.get("to_prefix", "")),
        behind=_by(table["by"].get("behind", [])),
    )


def _verbs(table: Mapping[str, Any]) -> dict[str, Verb]:
    """Every form with all that the lists say of it."""
    verbs: dict[str, Verb] = {}
    leads = _set(table.get("order", {}).get("and_prefixes", ""))
    for line, says in _lines(table):
        for form, word in _forms(line):
            before = verbs.get(word)
            verbs[word] = Verb(form, says.frames, says.particles, says.told) if before is None else _both(before, says)
            verbs |= {lead + word: verbs[word] for lead in leads if form == "third"}
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
    """The forms of a verb, the past before the base: "read" is mostly past. "сказав/сказала" are words of one form."""
    words = fold(line).split()
    if len(words) != len(_FORMS):
        remedy = f"write {' '.join(_FORMS)}"
        raise CatalogError("forms", f"{line!r} does not name four forms", where="quotes.toml", remedy=remedy)
    forms = list(zip(_FORMS, words, strict=True))[::-1]
    return [(form, word) for form, listed in forms for word in listed.split("/") if word != "-"]
