"""Actors: the words that name a source, side or author become ids of the catalogue; what the source is to the conflict.

The longest name of the catalogue inside the words decides ("a spokesman for the General Staff of Ukraine"); where none
stands there, the head noun tells at least the type ("a doctor in the city": medical).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from tallywire.catalog.actors import BYSTANDERS, Actor, actors, fold
from tallywire.catalog.conflicts import Conflict
from tallywire.catalog.source_heads import body_of, head_of
from tallywire.claims.figure import Figure, Ref, Side, Source, SourceType
from tallywire.claims.reading import Quote
from tallywire.ground.draft import Draft

_WORD = re.compile(r"[^\s,;:()\"“”„«»]+")
_ANOTHERS = ("'s", "’s")
_PARTY_TYPES = frozenset({"country", "armed_group", "people"})


def who(draft: Draft, conflict: Conflict | None) -> None:
    """Ids for the source, the side, the origin and the alleged author of a figure, each with its reason."""
    if draft.source is not None:
        draft.source = _source(draft, draft.source, conflict)
    if draft.side is not None:
        draft.side = _side(draft, draft.side)
    if draft.blamed is not None:
        draft.blamed = _ref(draft, draft.blamed, "blamed")
    draft.derived_from = tuple(_ref(draft, ref, "derived_from") for ref in draft.derived_from)


def spoken(quote: Quote) -> Quote:
    """The quotation with its speaker's id."""
    if quote.source is None or quote.source.id is not None:
        return quote
    actor = actor_in(quote.source.name)
    return replace(quote, source=replace(quote.source, id=actor.id)) if actor else quote


def sides_of(figures: Iterable[Figure]) -> frozenset[str]:
    """Ids of everybody the figures speak of: whose losses, who says so, who is said to have done it."""
    named = (words for figure in figures for words in _names(figure))
    found = (actor_in(words) for words in dict.fromkeys(named))
    return frozenset(actor.side for actor in found if actor and actor.side and actor.is_party)


def _names(figure: Figure) -> Iterable[str]:
    for one in (figure.side, figure.source, figure.blamed, *figure.derived_from):
        if one is not None:
            yield one.name


# --- one reference ----------------------------------------------------------------------------------------------------


def _source(draft: Draft, source: Source, conflict: Conflict | None) -> Source:
    actor = actors().by_id.get(source.id) if source.id else actor_in(source.name)
    kind, reason = _type(source, actor)
    party = None if _is_private(source, actor, kind) else is_party_to(actor, kind, conflict, draft.side)
    draft.note("source", f"{source.name!r}: {reason}{_PARTY[party]}")
    return Source(source.name, actor.id if actor else source.id, kind, party)


_PARTY = {True: "; on a side of this conflict", False: "; on no side of this conflict", None: ""}


def _type(source: Source, actor: Actor | None) -> tuple[SourceType, str]:
    head = head_of(source.name)
    if actor is not None:
        return type_of(actor, head[0] if head else None), f"{actor.name} ({actor.id})"
    if head is not None:
        return head[0], f"no name of the catalogue, {head[0]} by the word {head[1]!r}"
    return source.type, "not in the catalogue"


def _side(draft: Draft, side: Side) -> Side:
    if side.home is not None:
        draft.note("side", f"{side.name!r}: a population, no belligerent")
        return side
    actor = actors().by_id.get(side.id) if side.id else actor_in(side.name)
    if actor is None:
        draft.note("side", f"{side.name!r}: not in the catalogue")
        return side
    belongs = actors().by_id[actor.side] if actor.side else actor
    members = _members(side.name, belongs)
    draft.note("side", f"{side.name!r}: {belongs.name} ({belongs.id})")
    return Side(side.name, belongs.id, members or side.members)


def _members(words: str, first: Actor) -> tuple[str, ...]:
    """Ids where several sides stand in one phrase: "Russia and Ukraine"."""
    found = dict.fromkeys(actor.side for actor in actors_in(words) if actor.side)
    return tuple(found) if len(found) > 1 and first.id in found else ()


def _ref(draft: Draft, ref: Ref, field: str) -> Ref:
    actor = actors().by_id.get(ref.id) if ref.id else actor_in(ref.name)
    draft.note(field, f"{ref.name!r}: {f'{actor.name} ({actor.id})' if actor else 'not in the catalogue'}")
    return Ref(ref.name, actor.id) if actor else ref


# --- types and parties ------------------------------------------------------------------------------------------------


def type_of(actor: Actor, head: SourceType | None = None) -> SourceType:
    """What kind of source an actor is; a person is what the body is that he or she speaks for.

    For a country or a people the head noun decides: "a Ukrainian doctor" is medical, "Ukraine" itself official.
    """
    if actor.type == "person":
        parent = actors().by_id[actor.of] if actor.of else None
        return type_of(parent) if parent else "official"
    if actor.type in _PARTY_TYPES:
        return head or ("party" if actor.type == "armed_group" else "official")
    kind: SourceType = actor.type  # type: ignore[assignment]  # the others are types of source
    return kind


def is_party_to(actor: Actor | None, kind: SourceType, conflict: Conflict | None, side: Side | None) -> bool | None:
    """Whether the source is on a side of the fight that the figure is about; None when that is not known."""
    if kind in {"un", "ngo", "media"}:
        return False
    if actor is None or kind in BYSTANDERS:
        return None
    if actor.side is None:
        return False if conflict else None
    if conflict is not None and conflict.fights(actor.side):
        return True
    if side is not None and _side_id(side) == actor.side:
        return True
    return False if conflict is not None else None


def _is_private(source: Source, actor: Actor | None, kind: SourceType) -> bool:
    """ "A Sudanese doctors' group": a country's doctors, but no body of its state, as its ministry of health is."""
    of_country = actor is not None and actor.type in _PARTY_TYPES
    return of_country and kind == "medical" and body_of(source.name) is None


def _side_id(side: Side) -> str | None:
    if side.home is not None:
        return None
    actor = actors().by_id.get(side.id) if side.id else actor_in(side.name)
    return actor.side if actor else None


# --- names in words ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=16_384)
def actor_in(words: str) -> Actor | None:
    """The actor with the longest name inside these words; the body a country's word goes with, where we know it."""
    found = actors_in(words)
    if not found:
        return None
    best = found[0]
    return _body_of(best, words) if best.type == "country" else best


@lru_cache(maxsize=16_384)
def actors_in(words: str) -> tuple[Actor, ...]:
    """Every actor named, the longest name first; names do not overlap."""
    tokens = _tokens(words)
    found: list[tuple[int, int, Actor]] = []
    at = 0
    while at < len(tokens):
        size, actor = _longest(tokens, at)
        if actor is not None:
            found.append((-size, at, actor))
        at += size
    return tuple(actor for _, _, actor in sorted(found, key=lambda one: one[:2]))


def _tokens(words: str) -> list[str]:
    return [token.strip(".,") if len(token) > 4 else token for token in _WORD.findall(words)]


def _longest(tokens: list[str], at: int) -> tuple[int, Actor | None]:
    """The longest name that begins here, and how many tokens it takes; one token passes when none does."""
    token, reach = tokens[at], actors().reach
    longest = reach.get(fold(token), 0)
    if token.endswith(_ANOTHERS):
        longest = max(longest, reach.get(fold(token[:-2]), 0))
    for size in range(min(longest, len(tokens) - at), 0, -1):
        actor = _named(tokens[at : at + size])
        if actor is not None:
            return size, actor
    return 1, None


def _named(tokens: list[str]) -> Actor | None:
    words = " ".join(tokens)
    known = actors()
    found = known.find(words)
    if found is None and words.endswith(_ANOTHERS):
        found = known.find(words[:-2])
    return found


def _body_of(country: Actor, words: str) -> Actor:
    """ "the Sudanese army", "Armenia's health ministry": the country's body, where the catalogue has one."""
    suffix = body_of(words)
    return actors().by_id.get(f"{country.id}-{suffix}", country) if suffix else country
