"""Events: "Russia's withdrawal from Kherson" is a RETREAT, mode withdraw, by Russia, at Kherson.

A word of the catalogue opens an event; its sentence gives the actor, the recipient, the place and the period, as words.
An event of which neither an actor nor a place is told is none, and mentions of the same event are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from tallywire.catalog.actors import BYSTANDERS, Actor, actors
from tallywire.catalog.happenings import Trigger, triggers
from tallywire.claims.article import OWN_SEGMENTS, Article
from tallywire.claims.figure import Period, PlaceRef, Ref
from tallywire.claims.reading import Event
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import Tokens

# Not yet happened, or not at all: PLOVER counts announced retreats as concessions, which we do not read.
_NOT_DONE = frozenset(
    "will would may might could can should if unless not never no plans plan planned threatened threatens possible potential "
    "wird würde könnte будет буде pourrait podría potrebbe poderia".split()
)
_NOT_DONE_REACH = 3  # tokens before the trigger
_PREPOSITIONS = {
    "from": frozenset("from з із из aus von de da dal z ze".split()),
    "on": frozenset("on in at against near around over across of into у в на en à sur auf bei gegen su contra em no na w".split()),
}
_BY = frozenset({"by", "durch", "von", "par", "por", "da", "przez"})
_SKIPPED = frozenset(
    "the city town village region province oblast district of la el le les los las der die das den city's outskirts".split()
)
_ACTOR_WORDS = 6  # longest name of an actor looked for
_PLACE_REACH = 4  # small words between a trigger's preposition and the place
_WHEN = re.compile(
    r"\b(?:(?:on |early |late |last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|yesterday|overnight|today|last (?:night|week|month)|this (?:week|month|morning)"
    r"|(?:on |in |since )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?"
    r"|(?:on )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)\b"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """An actor in a sentence: tokens first..last (exclusive)."""

    first: int
    last: int
    actor: Actor


def events(article: Article, tokens: Tokens, sentences: Sequence[Sentence]) -> tuple[Event, ...]:
    """What the article's own text says has happened, each event once, in order of first mention."""
    known = triggers()
    opening = [at for at, word in enumerate(tokens.words) if word in known]
    if not opening:
        return ()
    found: list[Event] = []
    for at, sentence in _within(opening, sentences):
        event = _event(article, tokens, sentence, at)
        if event is not None:
            found.append(event)
    return _merged(found)


def _within(opening: Sequence[int], sentences: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Each trigger with its sentence, where that is the article's own."""
    waiting = iter(sentences)
    sentence = next(waiting, None)
    for at in opening:
        while sentence is not None and sentence.last <= at:
            sentence = next(waiting, None)
        if sentence is not None and sentence.first <= at and sentence.kind in OWN_SEGMENTS:
            yield at, sentence


def _event(article: Article, tokens: Tokens, sentence: Sentence, at: int) -> Event | None:
    trigger = _trigger(tokens.words, at)
    if trigger is None or _is_not_done(tokens.words, sentence.first, at):
        return None
    last = at + 1 + len(trigger.rest)
    named = _actors(tokens, sentence)
    actor, recipient = _roles(tokens, named, (at, last), trigger)
    place = _place(tokens, sentence, (at, last), trigger)
    if actor is None and place is None:
        return None
    start, end = tokens.span(at, last)
    key = f"{article.id}\0{start}\0{trigger.type}\0{trigger.mode}"
    return Event(
        id=blake2b(key.encode(), digest_size=8).hexdigest(),
        type=trigger.type,
        mode=trigger.mode,
        start=start,
        end=end,
        actor=actor,
        recipient=recipient,
        place=place,
        period=_period(tokens, sentence),
    )


def _trigger(words: Sequence[str], at: int) -> Trigger | None:
    """The longest phrase that begins here."""
    for trigger in triggers()[words[at]]:
        if not trigger.rest or tuple(words[at + 1 : at + 1 + len(trigger.rest)]) == trigger.rest:
            return trigger
    return None


def _is_not_done(words: Sequence[str], first: int, at: int) -> bool:
    return not _NOT_DONE.isdisjoint(words[max(first, at - _NOT_DONE_REACH) : at])


# --- who --------------------------------------------------------------------------------------------------------------


def _actors(tokens: Tokens, sentence: Sentence) -> list[_Named]:
    """Countries, groups and bodies of the sentence that can act in a conflict."""
    first_words = _first_words()
    found: list[_Named] = []
    at = sentence.first
    while at < sentence.last:
        one = _actor_at(tokens, at, sentence.last) if tokens.words[at] in first_words else None
        if one is not None and one.actor.type not in BYSTANDERS:
            found.append(one)
        at = one.last if one else at + 1
    return found


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    known = actors()
    return frozenset(name.split(" ")[0].lower() for names in (known.forms, known.acronyms) for name in names)


def _actor_at(tokens: Tokens, at: int, last: int) -> _Named | None:
    for size in range(min(_ACTOR_WORDS, last - at), 0, -1):
        actor = actors().find(tokens.said(at, at + size))
        if actor is not None:
            return _Named(at, at + size, actor)
    return None


def _roles(
    tokens: Tokens, named: Sequence[_Named], span: tuple[int, int], trigger: Trigger
) -> tuple[Ref | None, Ref | None]:
    """Who did it, and to whom: the name before the trigger and the name after; "by" turns them round."""
    before = next((one for one in reversed(named) if one.last <= span[0]), None)
    after = next((one for one in named if one.first >= span[1]), None)
    behind_by = next((one for one in named if one.first > span[1] and _has_by(tokens, span[1], one.first)), None)
    if behind_by is not None:
        return _ref(tokens, behind_by), _ref(tokens, before)
    target = after if trigger.type in {"ASSAULT", "COERCE"} else None
    if before is None and after is not None and trigger.type == "RETREAT":
        before = after
    return _ref(tokens, before), _ref(tokens, target) if target is not before else None


def _has_by(tokens: Tokens, first: int, last: int) -> bool:
    return not _BY.isdisjoint(tokens.words[max(first, last - 2) : last])


def _ref(tokens: Tokens, one: _Named | None) -> Ref | None:
    return Ref(tokens.said(one.first, one.last)) if one else None


# --- where and when ---------------------------------------------------------------------------------------------------


def _place(tokens: Tokens, sentence: Sentence, span: tuple[int, int], trigger: Trigger) -> PlaceRef | None:
    """The name that stands where this trigger has its place; else the first behind any preposition after it."""
    at = span[1]
    if "object" in trigger.takes:
        found = _name_from(tokens, at, sentence.last)
        if found:
            return PlaceRef(found)
    for kind in ("from", "on"):
        if kind in trigger.takes or kind == "on":
            found = _behind(tokens, (at, sentence.last), _PREPOSITIONS[kind])
            if found:
                return PlaceRef(found)
    return None


def _behind(tokens: Tokens, span: tuple[int, int], prepositions: frozenset[str]) -> str | None:
    for at in range(span[0], span[1] - 1):
        if tokens.words[at] in prepositions:
            found = _name_from(tokens, at + 1, span[1])
            if found:
                return found
    return None


def _name_from(tokens: Tokens, at: int, last: int) -> str | None:
    """A run of capitalised words, small words like "the city of" skipped, that is a country or no actor at all."""
    begin = at
    while begin < last and begin - at < _PLACE_REACH and tokens.words[begin] in _SKIPPED and not _is_name(tokens, begin):
        begin += 1
    while begin < last and tokens.words[begin] in _SKIPPED:
        begin += 1
    end = begin
    while end < last and _is_name(tokens, end) and (end == begin or tokens.starts[end] == tokens.ends[end - 1] + 1):
        end += 1
    if end == begin or _is_date(tokens.words[begin]):
        return None
    name = tokens.said(begin, end)
    actor = actors().find(name)
    return name if actor is None or (actor.type in {"country", "people"} and name not in actor.demonyms) else _metonym(name, actor)


def _metonym(name: str, actor: Actor) -> str | None:
    """A capital names its government too: "missiles hit Kyiv" is a place."""
    return name if actor.type == "official" and " " not in name and not name.isupper() else None


def _is_name(tokens: Tokens, at: int) -> bool:
    return tokens.capital(at) and tokens.words[at][:1].isalpha()


def _is_date(word: str) -> bool:
    return bool(_WHEN.fullmatch(word.title())) or word in _MONTHS


_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec".split()
)


def _period(tokens: Tokens, sentence: Sentence) -> Period | None:
    start, end = tokens.span(sentence.first, sentence.last)
    match = _WHEN.search(tokens.text, start, end)
    return Period(match[0], match.start(), match.end()) if match else None


# --- one event, many mentions -----------------------------------------------------------------------------------------


def _merged(found: Sequence[Event]) -> tuple[Event, ...]:
    """Mentions that agree in all they tell are one event: the fullest stands, at the first one's turn."""
    kept: list[Event] = []
    for event in found:
        for index, before in enumerate(kept):
            if _agree(before, event):
                kept[index] = max(before, event, key=_fullness)
                break
        else:
            kept.append(event)
    return tuple(kept)


def _agree(one: Event, other: Event) -> bool:
    return (
        (one.type, one.mode) == (other.type, other.mode)
        and _same(one.place, other.place)
        and (one.place is not None or other.place is not None or _same(one.actor, other.actor))
        and _same(one.period, other.period)
    )


def _same(one: PlaceRef | Ref | Period | None, other: PlaceRef | Ref | Period | None) -> bool:
    """Whether two namings do not contradict each other: one is missing, or holds the other."""
    if one is None or other is None:
        return True
    a, b = (words.casefold() for words in (_words(one), _words(other)))
    return a in b or b in a


def _words(one: PlaceRef | Ref | Period) -> str:
    return one.words if isinstance(one, Period) else one.name


def _fullness(event: Event) -> int:
    """How much is told; of equals, the first mention stands."""
    return sum(one is not None for one in (event.actor, event.recipient, event.place, event.period))
