"""Places: which capitalised words name one, and which of the world's Kherson or Springfield is meant.

Taken are countries, regions and large towns wherever they stand alone; small towns and names that are also common
words or people's ("Reading", "Clinton") only behind a preposition or before their region. Which place is meant is
decided by size, by the countries and regions that the text names, and by what lies near: "Paris, Texas".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from tallywire.catalog.actors import actors, fold
from tallywire.catalog.place_words import place_words
from tallywire.catalog.places import GazetteerEntry, lookup
from tallywire.claims.article import Article
from tallywire.claims.figure import PlaceRef
from tallywire.claims.reading import Place
from tallywire.ground.draft import Draft
from tallywire.ground.inflection import base_forms, town_forms
from tallywire.ground.mentions import Candidate, mentions, preposition, size

# Smallest towns taken on each strength of sign.
PLAIN, OF_TOWN, WEAK_IN_TOWN = 60_000, 5_000, 60_000
COUNTRY_BONUS, ADJECTIVE_BONUS, REGION_BONUS, NEAR_BONUS = 1.6, 1.2, 3.0, 1.0
TOWERING = 1000
RANK_MALUS = 0.12
NEAR = 1.5  # degrees: a day's drive
CONSIDERED = 10  # likeliest referents weighed besides those in the text's regions
ANCHORS = 12  # places whose surroundings count
_NARROWS = frozenset({"ADM1", "PCLI", "RGN"})


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a text plays: countries and regions with weights, points, and the names decided so far."""

    countries: Mapping[str, float]
    regions: Mapping[int, float]
    points: tuple[tuple[float, float], ...]
    meant: Mapping[str, GazetteerEntry]


def scene(article: Article) -> tuple[tuple[Place, ...], Scene]:
    """The places that a text names, in order, and the scene they make."""
    spans = tuple((segment.start, segment.end) for segment in article.segments if segment.kind != "boilerplate")
    found = mentions(article.text, spans)
    taken = _taken(article.text, found.candidates, found.surnames) if found.candidates else []
    if not taken:
        return (), Scene(Counter(found.adjectives), {}, (), {})
    made = _decided(article.text, taken, found.adjectives)
    places = tuple(_place(article.text, one, made.meant[_key(article.text, one)]) for one in taken)
    return places, made


def _key(text: str, one: Candidate) -> str:
    return text[one.start : one.end]


def _place(text: str, one: Candidate, entry: GazetteerEntry) -> Place:
    return Place(
        one.start, one.end, entry.name, entry.geonameid, entry.lat, entry.lon,
        entry.country, entry.feature, entry.precision,
    )  # fmt: skip


# --- which words are places -------------------------------------------------------------------------------------------


def _taken(text: str, candidates: Sequence[Candidate], surnames: frozenset[str]) -> list[Candidate]:
    """Candidates that name a place here; a name once taken is taken everywhere in the text."""
    verdicts: dict[str, bool] = {}
    for one, following in zip(candidates, (*candidates[1:], None), strict=True):
        key = _key(text, one)
        narrowed = following is not None and _narrows(text, one, following)
        if not verdicts.get(key):
            verdicts[key] = narrowed or _is_place(text, one, surname=key in surnames)
        if narrowed and following:
            verdicts[_key(text, following)] = True
    return [one for one in candidates if verdicts[_key(text, one)]]


def _is_place(text: str, one: Candidate, *, surname: bool) -> bool:
    name = one.name
    large = size(name.referents[0])
    if not name.weak and not surname and (large >= PLAIN or name.words > 1):
        return True
    sign = preposition(text, one.start)
    if name.weak or surname:
        return sign == 2 and large >= WEAK_IN_TOWN  # "in", not "of"
    return sign == 2 or (sign == 1 and large >= OF_TOWN)


def _narrows(text: str, one: Candidate, following: Candidate) -> bool:
    """Whether the next name says where this one is: "Paris, Texas", "Springfield (Ohio)"."""
    between = text[one.end : following.start]
    apart = between in {", ", " ("} or (between in {", in ", " in "} and not one.name.weak)
    return apart and _pair(one, following) is not None


def _pair(one: Candidate, following: Candidate) -> tuple[GazetteerEntry, GazetteerEntry] | None:
    return _pair_of(one.name.referents, following.name.referents)


@lru_cache(maxsize=8192)
def _pair_of(
    inner: tuple[GazetteerEntry, ...], outer: tuple[GazetteerEntry, ...]
) -> tuple[GazetteerEntry, GazetteerEntry] | None:
    around = [one for one in outer[:CONSIDERED] if one.feature in _NARROWS]
    return next(((within, wide) for wide in around for within in inner if _lies_in(within, wide)), None)


def _lies_in(within: GazetteerEntry, around: GazetteerEntry) -> bool:
    if within is around or within.country != around.country or within.feature == "PCLI":
        return False
    return around.feature == "PCLI" or (around.region != 0 and within.region == around.region)


# --- which place is meant ---------------------------------------------------------------------------------------------


def _decided(text: str, taken: Sequence[Candidate], adjectives: Sequence[str]) -> Scene:
    """Every name with its referent: pairs first, then names that mean one place, then the rest in their light."""
    meant: dict[str, GazetteerEntry] = {}
    names: dict[str, tuple[GazetteerEntry, ...]] = {}
    for one, following in zip(taken, (*taken[1:], None), strict=True):
        names.setdefault(_key(text, one), _rivals(one.name.referents))
        if following and _narrows(text, one, following):
            pair = _pair(one, following)
            if pair:
                meant.setdefault(_key(text, one), pair[0])
                meant.setdefault(_key(text, following), pair[1])
    for name, referents in names.items():
        if len(referents) == 1 or _towers(referents):
            meant.setdefault(name, referents[0])
    doubtful = {name: referents for name, referents in names.items() if name not in meant}
    # Twice, so that the likeliest reading of one doubtful name helps with the next: Atlanta tells which Georgia.
    for _ in range(2 if len(doubtful) > 1 else 1):
        made = _scene(meant, adjectives)
        meant.update((name, _choice(referents, made)) for name, referents in doubtful.items())
    return _scene(meant, adjectives)


@lru_cache(maxsize=16_384)
def _rivals(referents: tuple[GazetteerEntry, ...]) -> tuple[GazetteerEntry, ...]:
    """Without the divisions that are named after a town ranked before them: Kherson is the town, not its oblast."""
    towns = {entry.region for entry in referents if entry.feature in {"PPL", "PPLC"}}
    first = {entry.region: entry.feature for entry in reversed(referents)}
    behind = {region for region in towns if first[region] != "ADM1"}
    return tuple(one for one in referents if one.feature != "ADM1" or one.region not in behind)


def _towers(referents: Sequence[GazetteerEntry]) -> bool:
    """Whether the first is so much larger than the others that nothing in a text changes it: "China"."""
    return size(referents[0]) > TOWERING * size(referents[1])


def _scene(meant: Mapping[str, GazetteerEntry], adjectives: Sequence[str]) -> Scene:
    countries: dict[str, float] = defaultdict(float)
    regions: dict[int, float] = defaultdict(float)
    points: list[tuple[float, float]] = []
    for country in adjectives:
        countries[country] = ADJECTIVE_BONUS
    for entry in meant.values():
        if entry.country:
            countries[entry.country] = COUNTRY_BONUS
        if entry.region:
            regions[entry.region] = REGION_BONUS
        if entry.feature not in _NARROWS and len(points) < ANCHORS:
            points.append((entry.lat, entry.lon))
    return Scene(countries, regions, tuple(points), meant)


def _choice(referents: Sequence[GazetteerEntry], here: Scene) -> GazetteerEntry:
    regions = here.regions
    considered = [*referents[:CONSIDERED], *(one for one in referents[CONSIDERED:] if one.region in regions)]
    best, most = referents[0], -1.0
    for rank, entry in enumerate(considered):
        score = log10(size(entry)) - RANK_MALUS * rank + here.countries.get(entry.country or "", 0.0)
        score += regions.get(entry.region, 0.0) if entry.region else 0.0
        if _is_near(entry, here.points):
            score += NEAR_BONUS
        if score > most:
            best, most = entry, score
    return best


def _is_near(entry: GazetteerEntry, points: Sequence[tuple[float, float]]) -> bool:
    lat, lon = entry.lat, entry.lon
    return any(abs(lat - y) < NEAR and abs(lon - x) < NEAR for y, x in points)


# --- figures ----------------------------------------------------------------------------------------------------------


def placed(draft: Draft, here: Scene) -> None:
    """Identifiers for the place and places of a figure, and the reason for the first."""
    draft.places = tuple(located(one, here) for one in draft.places)
    if draft.place is not None:
        draft.place = located(draft.place, here)
        draft.note("place", f"{draft.place.name!r}: {_reason(draft.place, here)}")


def located(ref: PlaceRef, here: Scene) -> PlaceRef:
    """The same reference with identifiers, when its words, or the longest part of them, name a place."""
    entry = entry_of(ref.name, here)
    if entry is None:
        return ref
    return PlaceRef(ref.name, entry.geonameid, entry.lat, entry.lon, entry.precision)


def entry_of(words: str, here: Scene) -> GazetteerEntry | None:
    """The place that these words name, in the light of the text."""
    meant = here.meant.get(words)
    if meant:
        return meant
    tokens = words.split()
    for length in range(len(tokens), 0, -1):
        for first in range(len(tokens) - length + 1):
            name = " ".join(tokens[first : first + length])
            if name in here.meant:
                return here.meant[name]
            referents = _named(name)
            if referents:
                return _choice(_rivals(referents), here)
    return None


def country_of(entry: GazetteerEntry) -> str | None:
    """The English name of the country that a place lies in; None where another has a larger place of that name."""
    rivals = (one for one in lookup(entry.name) if one.country != entry.country)
    if any(one.population > entry.population for one in rivals):
        return None
    return _countries().get(entry.country or "")


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    """Names of countries by the code that the gazetteer tells them by."""
    named = ((lookup(actor.name), actor.name) for actor in actors().by_id.values() if actor.type == "country")
    return {found[0].country: name for found, name in named if found and found[0].country}


@lru_cache(maxsize=8192)
def _named(name: str) -> tuple[GazetteerEntry, ...]:
    if name.islower() or fold(name) in place_words().weak:
        return ()
    # Of several forms that an ending allows, the larger place: "у Харкові" is Kharkiv, not Khārk
    forms = (base_forms, town_forms)
    return lookup(name) or next(filter(None, (max(map(lookup, of(name)), key=_size, default=()) for of in forms)), ())


def _size(referents: tuple[GazetteerEntry, ...]) -> int:
    return referents[0].population if referents else -1


def _reason(place: PlaceRef, here: Scene) -> str:
    entry = entry_of(place.name, here)
    if entry is None:
        return "not in the gazetteer"
    identifier = f"GeoNames {entry.geonameid}" if entry.geonameid else "our own list of places"
    known = len(_named(fold(place.name).title()))
    choice = f"chosen among {known} by size and the text's countries" if known > 1 else "the only place of that name"
    return f"{entry.name}, {entry.country or 'no country'} ({identifier}), {choice}"
