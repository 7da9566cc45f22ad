"""Words by which a page shows what its parts are for: "Related articles", "Leave a Reply", `class="byline"`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from tallywire.catalog.shared_lists import shared_list
from tallywire.claims.errors import CatalogError

Part = Literal["related", "thread", "reply", "tail", "boilerplate", "byline", "caption", "credit", "embed", "updated"]
PARTS: tuple[str, ...] = get_args(Part)
Role = Literal[
    "comment", "related", "boilerplate", "caption", "embed", "byline", "dateline", "standfirst", "body", "likes"
]
ROLES: tuple[str, ...] = get_args(Role)

_NUMBER = re.compile(r"\d[\d.,]*")
_LEADING = "•-–—*·▪►→‣◦ "
_TRAILING = " :.…!*|»›→"


@dataclass(frozen=True, slots=True)
class PageCues:
    """The cues of every language together: pages mix languages, and no cue of one is a plain line of another."""

    lines: dict[str, Part]
    openings: dict[str, tuple[tuple[str, Part], ...]]  # by first word; longest first
    inside: dict[str, tuple[tuple[str, Part], ...]]  # by rarest word

    def of_line(self, folded: str) -> Part | None:
        """What a whole line says of itself."""
        return self.lines.get(folded.strip(_TRAILING))

    def may_open(self, line: str) -> bool:
        """Whether the first word of a line, not yet folded, opens any cue."""
        word = line.lstrip(_LEADING).split(None, 1)
        return bool(word) and _first_word(word[0].casefold().replace("’", "'")) in self.openings

    def of_opening(self, folded: str) -> tuple[str, Part] | None:
        """The phrase a line opens with and what it says, on a word boundary."""
        for phrase, part in self.openings.get(_first_word(folded), ()):
            if folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum():
                return phrase, part
        return None


@dataclass(frozen=True, slots=True)
class DateWords:
    """Months by name, every word that a line of date and time may hold, and how lines of the last change begin."""

    months: dict[str, int]
    words: frozenset[str]
    change: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassCues:
    """What a word, or two words running, in an element's class or id says of it."""

    words: dict[str, Role]
    pairs: dict[tuple[str, str], Role]


def fold(line: str) -> str:
    """A line as cues are written: case folded, one space, straight apostrophes, "#" for numbers, no bullet."""
    folded = " ".join(line.split()).casefold().replace("’", "'").lstrip(_LEADING)
    return _NUMBER.sub("#", folded)


def _first_word(folded: str) -> str:
    word = folded.split(" ", 1)[0]
    return word.rstrip("#:,.;") or word


@lru_cache(maxsize=1)
def page_cues() -> PageCues:
    """The cues of `page_cues.toml`, checked."""
    lines: dict[str, Part] = {}
    openings: dict[str, dict[str, Part]] = {}
    inside: dict[str, dict[str, Part]] = {}
    for where, phrase, part in _entries(shared_list("page_cues.toml"), "page_cues.toml"):
        if where == "lines":
            _put(lines, phrase, part)
        elif where == "openings":
            _put(openings.setdefault(_first_word(phrase), {}), phrase, part)
        else:
            _put(inside.setdefault(_trigger(phrase), {}), phrase, part)
    return PageCues(lines, _longest_first(openings), _longest_first(inside))


def _entries(table: dict[str, dict[str, dict[str, list[str]]]], file: str) -> Iterator[tuple[str, str, Part]]:
    for language, places in table.items():
        for place, parts in places.items():
            if place not in {"lines", "openings", "inside"}:
                known = "lines, openings, inside"
                raise CatalogError("unknown_key", f"[{language}.{place}] is none of {known}", where=file)
            for part, phrases in parts.items():
                yield from ((place, _checked(phrase, file), _part(part, file)) for phrase in phrases)


def _part(name: str, file: str) -> Part:
    for part in get_args(Part):
        if part == name:
            found: Part = part
            return found
    raise CatalogError("unknown_key", f"{name!r} is none of {', '.join(PARTS)}", where=file)


def _checked(phrase: str, file: str) -> str:
    if fold(phrase) != phrase:
        raise CatalogError("not_folded", f"write {fold(phrase)!r} instead of {phrase!r}", where=file)
    return phrase


def _put(table: dict[str, Part], phrase: str, part: Part) -> None:
    if table.setdefault(phrase, part) != part:
        raise CatalogError("twice", f"{phrase!r} is both {table[phrase]} and {part}", where="page_cues.toml")


def _longest_first(table: dict[str, dict[str, Part]]) -> dict[str, tuple[tuple[str, Part], ...]]:
    return {word: tuple(sorted(phrases.items(), key=lambda entry: -len(entry[0]))) for word, phrases in table.items()}


def _trigger(phrase: str) -> str:
    """The word that stands for a phrase in a look-up: its longest, as the rarest is dear to know."""
    words: list[str] = re.findall(r"\w+", phrase)
    return max(words, key=len)


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """The words of `page_dates.toml`, checked."""
    months: dict[str, int] = {}
    words: set[str] = set()
    for language, entry in shared_list("page_dates.toml").items():
        _put_months(months, entry["months"], language)
        _put_months(months, entry["short"], language)
        words.update(entry["words"])
    change = tuple(phrase for phrase, part in _openings(page_cues()) if part == "updated")
    return DateWords(months, frozenset(words | months.keys()), change)


def _put_months(months: dict[str, int], names: Iterable[str], language: str) -> None:
    # A thirteenth name is another spelling of September ("sept").
    numbered = [(name, number if number <= 12 else 9) for number, name in enumerate(names, 1)]
    if len(numbered) < 12:
        raise CatalogError("months", f"[{language}] names {len(numbered)} months", where="page_dates.toml")
    for name, number in numbered:
        if months.setdefault(name, number) != number:
            raise CatalogError("months", f"{name!r} is two months", where="page_dates.toml")


def _openings(cues: PageCues) -> Iterator[tuple[str, Part]]:
    for phrases in cues.openings.values():
        yield from phrases


@lru_cache(maxsize=1)
def class_cues() -> ClassCues:
    """The words of `page_classes.toml`, checked."""
    words: dict[str, Role] = {}
    pairs: dict[tuple[str, str], Role] = {}
    for name, phrases in shared_list("page_classes.toml")["classes"].items():
        role = _role(name)
        for phrase in phrases:
            first, _, second = phrase.partition(" ")
            if " " in second:
                raise CatalogError("too_long", f"{phrase!r}: write its two telling words", where="page_classes.toml")
            if second:
                pairs.setdefault((first, second), role)
            else:
                words.setdefault(first, role)
    return ClassCues(words, pairs)


def _role(name: str) -> Role:
    for role in get_args(Role):
        if role == name:
            found: Role = role
            return found
    raise CatalogError("unknown_key", f"{name!r} is none of {', '.join(ROLES)}", where="page_classes.toml")


def anywhere(cues: PageCues, text: str) -> tuple[tuple[str, Part], ...]:
    """The phrases that may stand inside a small-lettered text: a cheap sieve before any line is looked at."""
    return tuple(entry for word, phrases in cues.inside.items() if word in text for entry in phrases)
