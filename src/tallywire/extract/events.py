"""Events: "Russia's withdrawal from Kherson" is a RETREAT, mode withdraw, by Russia, at Kherson.

A word of the catalogue opens an event; its sentence gives the actor, the recipient, the place and the period, as words.
An event of which neither an actor nor a place is told is none, and mentions of the same event are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import compress, count

from tallywire.catalog.happenings import Trigger, around_triggers, triggers
from tallywire.claims.article import OWN_SEGMENTS, Article
from tallywire.claims.figure import Period, PlaceRef, Ref
from tallywire.claims.reading import Event
from tallywire.extract.event_parts import Named, named_in, period_of, place_of
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import Tokens

_NOT_DONE_REACH = 3  # tokens before the trigger
_BY_REACH = 2  # tokens before an actor
_DONE_TO = frozenset({"ASSAULT", "COERCE"})  # types that have somebody they are done to


def events(article: Article, tokens: Tokens, sentences: Sequence[Sentence]) -> tuple[Event, ...]:
    """What the article's own text says has happened, each event once, in order of first mention."""
    known = triggers()
    opening = list(compress(count(), map(known.__contains__, tokens.words)))
    if not opening:
        return ()
    found: list[Event] = []
    named: dict[int, list[Named]] = {}  # of sentences looked at
    for at, sentence in _within(opening, sentences):
        event = _event(article, tokens, sentence, at, named)
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


def _event(
    article: Article, tokens: Tokens, sentence: Sentence, at: int, names: dict[int, list[Named]]
) -> Event | None:
    trigger = _trigger(tokens.words, at)
    if trigger is None or _is_not_done(tokens.words, sentence.first, at):
        return None
    last = at + 1 + len(trigger.rest)
    named = names.get(sentence.index)
    if named is None:
        named = names[sentence.index] = named_in(tokens, sentence)
    actor, recipient = _roles(tokens, named, (at, last), trigger)
    place = place_of(tokens, sentence, last, trigger, named)
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
        period=period_of(tokens, sentence),
    )


def _trigger(words: Sequence[str], at: int) -> Trigger | None:
    """The longest phrase that begins here."""
    for trigger in triggers()[words[at]]:
        if not trigger.rest or tuple(words[at + 1 : at + 1 + len(trigger.rest)]) == trigger.rest:
            return trigger
    return None


def _is_not_done(words: Sequence[str], first: int, at: int) -> bool:
    return not around_triggers().not_done.isdisjoint(words[max(first, at - _NOT_DONE_REACH) : at])


# --- who --------------------------------------------------------------------------------------------------------------


def _roles(
    tokens: Tokens, named: Sequence[Named], span: tuple[int, int], trigger: Trigger
) -> tuple[Ref | None, Ref | None]:
    """Who did it, and to whom: the name before the trigger and the name after; "by" turns them round."""
    before = next((one for one in reversed(named) if one.last <= span[0]), None)
    after = next((one for one in named if one.first >= span[1]), None)
    behind_by = next((one for one in named if one.first > span[1] and _has_by(tokens, span[1], one.first)), None)
    if behind_by is not None:
        return _ref(tokens, behind_by), _ref(tokens, before)
    target = after if trigger.type in _DONE_TO else None
    if before is None and after is not None and trigger.type == "RETREAT":
        before = after
    return _ref(tokens, before), _ref(tokens, target) if target is not before else None


def _has_by(tokens: Tokens, first: int, last: int) -> bool:
    return not around_triggers().by.isdisjoint(tokens.words[max(first, last - _BY_REACH) : last])


def _ref(tokens: Tokens, one: Named | None) -> Ref | None:
    return Ref(tokens.said(one.first, one.last)) if one else None


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
