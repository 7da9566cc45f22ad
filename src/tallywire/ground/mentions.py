"""Words that may name places: runs of capitalised words, looked up longest first ("Kherson Oblast Governor").

What a run holds depends on its words alone and is remembered; whether a candidate is taken depends on the text and is
decided in `ground/where.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from tallywire.catalog.actors import actors, fold, is_acronym
from tallywire.catalog.place_words import place_words
from tallywire.catalog.places import GazetteerEntry, likeliest, longest_keys, lookup, of_key
from tallywire.ground.inflection import base_forms

LONGEST = 5  # words in a name: "Democratic Republic of the Congo" is the longest that matters
HEADLINE_RUN = 3  # a run of this many words all in capitals, or with small words written large, is a heading

# "Gulf of Aden", "Rio de Janeiro", "Trinidad and Tobago": small words that a name may hold.
_INNER = r"(?:of the|of|the|de la|de los|de las|de|del|la|las|los|el|al|du|des|da|do|dos|di|and|upon|am|y|na|над|на)"
_ARTICLE = r"(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]s|[Aa]d|[Aa]z|[Aa]r|[Ee]s|[Ee]d|[Uu]l)-"
_ARTICLE_BEFORE = re.compile(rf"\b{_ARTICLE}$")
_SHORT_STATE = 5  # letters: "Calif."
_UNCASED = re.compile("[\u0590-\u06ff\u200c]{3,}(?: [\u0590-\u06ff\u200c]{3,})?")
_UNCASED_PREFIXES = ("وال", "بال", "ب", "و", "ل", "ف", "ב", "ל", "מ", "ה")
_REACH = 24  # characters before a name in which its preposition stands


@dataclass(frozen=True, slots=True)
class Name:
    """A part of a run that the gazetteer knows, and beside which no unknown capitalised word stands.

    `first`, `last` are offsets in the run.
    """

    first: int
    last: int
    referents: tuple[GazetteerEntry, ...]
    words: int
    weak: bool  # a common word or a person's name as a rule


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of capitalised words holds: names, countries told by adjectives, a surname at its end."""

    names: tuple[Name, ...]
    adjectives: tuple[str, ...]  # ISO 3166 alpha-2
    surname: str | None


class Candidate:
    """A name in a text, with the run it stands in."""

    def __init__(self, start: int, end: int, name: Name) -> None:
        self.start, self.end, self.name = start, end, name


@dataclass(frozen=True, slots=True)
class Found:
    """Everything of a text that bears on its places."""

    candidates: tuple[Candidate, ...]
    adjectives: tuple[str, ...]
    surnames: frozenset[str]


def mentions(text: str, spans: tuple[tuple[int, int], ...]) -> Found:
    """All candidates inside the spans, in order."""
    candidates: list[Candidate] = []
    adjectives: list[str] = []
    surnames: set[str] = set()
    runs, uncased = _runs(), not text.isascii() and _UNCASED.search(text) is not None
    for first, last in spans:
        for match in runs.finditer(text, first, last):
            start, words = match.start(), match[0]
            if text[start - 1] == "-" or text.startswith(".", match.end()):
                start, words = _whole(text, start, match.end())
            run = read_run(words)
            if run is None:
                continue
            for name in run.names:
                candidates.append(Candidate(start + name.first, start + name.last, name))
            adjectives.extend(run.adjectives)
            if run.surname:
                surnames.add(run.surname)
        if uncased:
            candidates.extend(_uncased(text, first, last))
    return Found(tuple(candidates), tuple(adjectives), frozenset(surnames))


def preposition(text: str, start: int) -> int:
    """How strongly the word before says "a place follows": 2 "in", 1 "of", 0 nothing."""
    before = text[max(0, start - _REACH) : start].lower().split()
    if before and before[-1] in _ARTICLES:
        before.pop()
    if not before:
        return 0
    words, last = place_words(), before[-1]
    if last in words.prepositions or last in words.directions or last in words.kinds:
        return 2
    return 1 if last in words.weak_prepositions else 0


_ARTICLES = frozenset({"the", "la", "el", "der", "die", "den"})


@lru_cache(maxsize=1)
def _runs() -> re.Pattern[str]:
    """Begins with a plain set of capitals, which `re` finds several times faster than anything else."""
    capital = "".join(char for char in map(chr, range(0x41, 0x530)) if char.isupper())
    # "U.S.", "St. Louis", "Sana'a", "Deir al-Balah"
    rest = rf"(?:\.(?:[{capital}]\.)+|(?:t|te)\.(?= [{capital}])|\w*(?:(?:-|['’ʼ](?!s\b))\w+)*)"
    kind = "|".join(sorted(place_words().kinds, key=len, reverse=True))
    following = rf"[ \u00a0](?:{_INNER} )?(?:{_ARTICLE})?[{capital}]{rest}"
    return re.compile(rf"[{capital}]{rest}(?:{following})*(?: (?:{kind})\b)?")


def _whole(text: str, start: int, end: int) -> tuple[int, str]:
    """The run with its article ("al-Mawasi"), and the full stop of a shortened state ("Paris, Ky.")."""
    article = _ARTICLE_BEFORE.search(text, max(0, start - 3), start)
    first = article.start() if article else start
    shortened = text[start - 2 : start] == ", " and end - start <= _SHORT_STATE and text[end : end + 1] == "."
    return first, text[first : end + 1] if shortened and lookup(text[start : end + 1]) else text[first:end]


@lru_cache(maxsize=65_536)
def read_run(words: str) -> Run | None:
    """What these capitalised words hold; None when they hold nothing of use."""
    if " " in words or not words.isprintable():
        tokens = [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(words)]
    else:
        tokens = [(0, len(words), words)]
    folded = [token.lower() if token.isascii() else fold(token) for _, _, token in tokens]
    names: list[Name] = []
    adjectives: list[str] = []
    heading = _is_heading(words, tokens)
    at = 0
    while at < len(tokens):
        name, after, known = _name_at(tokens, folded, at, heading=heading)
        if name:
            names.append(name)
        elif not known:
            adjectives.extend(_adjective(tokens[at][2]))
        at = after
    surname = None if heading else _surname(tokens, names)
    return Run(tuple(names), tuple(adjectives), surname) if names or adjectives or surname else None


_TOKEN = re.compile(r"[^\s]+")
_Token = tuple[int, int, str]
_Span = tuple[int, int]  # tokens first..last (exclusive)


def _surname(tokens: list[_Token], names: list[Name]) -> str | None:
    """The last word of a run that is no place: "Smith" of "Jordan Smith" is nobody's town later in the text."""
    start, _, token = tokens[-1]
    known = any(name.first <= start < name.last for name in names)
    return token if len(tokens) > 1 and token[0].isupper() and not known else None


def _is_heading(words: str, tokens: list[_Token]) -> bool:
    if len(tokens) < HEADLINE_RUN:
        return False
    small = place_words().prepositions | place_words().weak_prepositions
    return words.isupper() or any(token[0].isupper() and token.lower() in small for _, _, token in tokens[1:])


def _name_at(tokens: list[_Token], folded: list[str], at: int, *, heading: bool) -> tuple[Name | None, int, bool]:
    """The longest name that begins with token `at`, the token to go on with, and whether the gazetteer knows it."""
    token = tokens[at][2]
    if token[0].islower() and "-" not in token:
        return None, at + 1, False
    if is_acronym(token) and not heading:
        return _name_of(tokens, (at, at + 1), lookup(token), heading=heading)
    rest = " ".join(folded[at : at + LONGEST]) + " "
    for key in longest_keys(rest):
        if rest[len(key)] == " " and not (" " not in key and _is_body(token)):
            span = at, at + key.count(" ") + 1
            # most names of several words are a person's: of those no more than one place is looked up
            if not heading and not _stands_alone(tokens, span, partial(likeliest, key)):
                return None, span[1], True
            return _named(tokens, span, of_key(key), heading=heading)
    return _name_of(tokens, (at, at + 1), _inflected(token), heading=heading)


def _name_of(
    tokens: list[_Token], span: _Span, referents: tuple[GazetteerEntry, ...], *, heading: bool
) -> tuple[Name | None, int, bool]:
    if not referents:
        return None, span[1], False
    if not heading and not _stands_alone(tokens, span, lambda: referents[0]):
        return None, span[1], True
    return _named(tokens, span, referents, heading=heading)


def _stands_alone(tokens: list[_Token], span: _Span, first: Callable[[], GazetteerEntry]) -> bool:
    """Whether nothing unknown with a capital stands beside a name, or it is a country's all the same."""
    if _may_stand(tokens, span[0] - 1) and _may_stand(tokens, span[1]):
        return True
    return not _are_weak(tokens, span) and _is_known(tokens, first())


def _named(
    tokens: list[_Token], span: _Span, referents: tuple[GazetteerEntry, ...], *, heading: bool
) -> tuple[Name | None, int, bool]:
    """The name with the word for its kind behind it: "Kherson city", "Ghazni Province"."""
    at, after = span
    weak = _are_weak(tokens, span)
    kind = tokens[after][2].lower() if after < len(tokens) and not heading else ""
    if kind in place_words().kinds:
        named = _of_kind(referents, kind)
        if not named and kind in place_words().others:
            return None, after + 1, True
        referents, after, weak = named or referents, after + 1, weak and not named
    return Name(tokens[at][0], tokens[after - 1][1], referents, after - at, weak), after, True


def _are_weak(tokens: list[_Token], span: _Span) -> bool:
    first, last = span
    if last - first == 1:
        return _is_weak(tokens[first][2])
    return all(_is_common(token) for _, _, token in tokens[first:last])


def _is_weak(token: str) -> bool:
    """Whether a name is more often something else: a word or a person."""
    return fold(token) in place_words().people or _is_common(token)


@lru_cache(maxsize=8192)
def _is_body(token: str) -> bool:
    """Whether it names a group, agency or outlet: "Hamas" is a town too, but never that town."""
    actor = actors().find(token)
    return actor is not None and actor.type not in {"country", "people", "official", "person"}


def _is_common(token: str) -> bool:
    """Whether it is a word of the language: all of "White House" and "The City" is."""
    key = fold(token)
    return key in place_words().common or key in place_words().beside


def _is_known(tokens: list[_Token], first: GazetteerEntry) -> bool:
    """Countries and regions are places in "Texas Rangers" too, unless the run names a person: "Israel Katz"."""
    if first.feature not in {"PCLI", "CONT", "ADM1"}:
        return False
    actor = actors().find(" ".join(token for _, _, token in tokens))
    return actor is None or actor.type != "person"


def _of_kind(referents: tuple[GazetteerEntry, ...], kind: str) -> tuple[GazetteerEntry, ...]:
    """Those that a following word allows: divisions for "Ghazni Province", towns for "Kherson city"."""
    lists = place_words()
    if kind in lists.divisions:
        return tuple(entry for entry in referents if entry.feature in {"ADM1", "ADM2", "RGN"})
    wanted = {"PPL", "PPLC"} if kind in lists.towns else _LANDFORMS
    return tuple(entry for entry in referents if entry.feature in wanted)


def _may_stand(tokens: list[_Token], at: int) -> bool:
    """Whether what stands beside a name leaves it one: nothing, a title, a small word, a country's adjective."""
    if not 0 <= at < len(tokens):
        return True
    token = tokens[at][2]
    lists, key = place_words(), token.lower()
    if token[0].islower() or key in lists.beside or key in lists.prepositions:
        return True
    return (key in lists.weak and key not in lists.people) or bool(_adjective(token))


def _inflected(name: str) -> tuple[GazetteerEntry, ...]:
    """What a name means that the gazetteer does not list with this ending."""
    if name.isascii() and "'" not in name:
        return ()
    found = [referents for base in base_forms(name) if (referents := lookup(base))]
    return max(found, key=lambda referents: referents[0].population, default=())


@lru_cache(maxsize=8192)
def _adjective(token: str) -> tuple[str, ...]:
    """The country that an adjective or word for a people tells: "Ukrainian" UA."""
    actor = actors().find(token)
    if actor is None or actor.type != "country":
        return ()
    return tuple(entry.country for entry in lookup(actor.name)[:1] if entry.country)


def _uncased(text: str, first: int, last: int) -> Iterator[Candidate]:
    """Names in scripts without capitals; only large places, since every word is a candidate."""
    for match in _UNCASED.finditer(text, first, last):
        start = match.start()
        for words in (match[0], *match[0].split(" ")) if " " in match[0] else (match[0],):
            name = _uncased_name(words)
            if name:
                begin = text.index(words, start, match.end()) + name.first
                yield Candidate(begin, begin + name.last - name.first, name)
                break


@lru_cache(maxsize=65_536)
def _uncased_name(words: str) -> Name | None:
    for prefix in ("", *_UNCASED_PREFIXES):
        if words.startswith(prefix) and len(words) - len(prefix) > 2:
            referents = lookup(words[len(prefix) :])
            if referents and size(referents[0]) >= LARGE:
                return Name(len(prefix), len(words), referents, 1, weak=False)
    return None


_LANDFORMS = {"STM", "SEA", "LK", "ISL", "MT", "AREA", "RGN", "LCTY"}
LARGE = 100_000


def size(entry: GazetteerEntry) -> float:
    """How large a place is in the minds of readers, on the scale of a town's population."""
    return SIZES.get(entry.feature, 0) + entry.population + 50.0


SIZES = {
    "PCLI": 1e9, "CONT": 1e8, "SEA": 1e6, "ADM1": 3e6, "RGN": 1e6, "ADM2": 2e4, "STM": 1e5, "LK": 2e4, "ISL": 2e4,
    "MT": 2e4, "AREA": 2e4, "LCTY": 2e4, "INST": 2e4, "FRONT": 2e4, "PPLC": 1e6,
}  # fmt: skip
