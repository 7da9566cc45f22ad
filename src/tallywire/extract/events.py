"""Events: "Russia's withdrawal from Kherson" is a RETREAT, mode withdraw, by Russia, at Kherson.

A word of the catalogue opens an event; its sentence gives the actor, the recipient, the place and the period, as words.
An event of which neither an actor, a place nor a figure is told is none, and mentions of the same event are one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from tallywire.catalog.happenings import Trigger, around_triggers
from tallywire.claims.figure import Period, PlaceRef, Ref
from tallywire.claims.reading import Event
from tallywire.extract.bind import event as of_event
from tallywire.extract.bind.context import Context
from tallywire.extract.chunks import Chunk
from tallywire.extract.draft import Draft
from tallywire.extract.event_mentions import Mention, mentions
from tallywire.extract.event_parts import named_in, period_of, place_of
from tallywire.extract.events_merged import merged
from tallywire.extract.tokens import Tokens

_BY_REACH = 3  # tokens before an actor
_BESIDE = 3  # tokens from a plain word to whose it is: "Russian drone attack", "attacked a Russian convoy"
_WINDOW = 8  # tokens in which such a name stands
_DONE_TO = frozenset({"ASSAULT", "COERCE"})  # types that have somebody they are done to


def events(context: Context, figures: Sequence[Draft]) -> tuple[tuple[Event, ...], Mapping[Draft, str]]:
    """What the article's own text says has happened, each event once, in order of first mention.

    With them the ids of the events that figures are of. Of other figures the text does not tell, or it tells of a war.
    """
    may = dict.fromkeys(draft for draft in figures if of_event.may_have_one(draft))
    beside = {draft.sentence.sentence.index for draft in may}
    near = beside.union(index - 1 for index in beside if index)
    counted = {at for one in figures if (noun := one.noun) is not None for at in range(noun.first, noun.last)}
    told = [one for one in mentions(context.tokens, context.sentences, near) if one.first not in counted]
    if not told:
        return (), {}
    if may:
        of_event.bind_own(figures, may, told)
    _read_parts(context, told)
    kept = merged(told, context)
    found = of_event.bind_carried(tuple(may), told, kept, context) if may else {}
    return tuple(one.event for one in kept), {draft: kept[at].event.id for draft, at in found.items()}


def _read_parts(context: Context, told: Sequence[Mention]) -> None:
    """Read of each mention what its sentence tells of it; of plain words only where no figure is another's."""
    named: dict[int, list[Chunk]] = {}  # of sentences looked at
    others = {mention.sentence.index for mention in told if mention.figures}
    for mention in told:
        sentence = mention.sentence
        if not mention.trigger.plain:
            if sentence.index not in named:
                named[sentence.index] = named_in(context.chunker, sentence.first, sentence.last)
            mention.event = _event(context, mention, named[sentence.index])
        elif mention.figures or sentence.index not in others:
            first, last = mention.first - _WINDOW, mention.last + _WINDOW
            beside = named_in(context.chunker, max(sentence.first, first), min(sentence.last, last))
            mention.event = _event(context, mention, beside)


def _event(context: Context, mention: Mention, named: Sequence[Chunk]) -> Event | None:
    tokens, trigger, span = context.tokens, mention.trigger, (mention.first, mention.last)
    actor, recipient = _roles(context, named, span, trigger)
    place, period = _place_and_period(context, mention, named)
    if trigger.type is None or not (actor or place or mention.figures):
        return None
    start, end = tokens.span(*span)
    key = f"{context.article.id}\0{start}\0{trigger.type}\0{trigger.mode}"
    return Event(
        id=blake2b(key.encode(), digest_size=8).hexdigest(),
        type=trigger.type,
        mode=trigger.mode,
        start=start,
        end=end,
        actor=actor,
        recipient=recipient,
        place=place,
        period=period,
    )


def _place_and_period(
    context: Context, mention: Mention, named: Sequence[Chunk]
) -> tuple[PlaceRef | None, Period | None]:
    """Where and when: around a plain word those of its figure, which know the speaker's from the deed's."""
    trigger, sentence = mention.trigger, mention.sentence
    places = (draft.place for draft in mention.figures if draft.place is not None)
    periods = (draft.period for draft in mention.figures if draft.period is not None)
    own, when = next(places, None), next(periods, None)
    if trigger.plain and own is not None:
        return own, when
    place = place_of(context.chunker, sentence, mention.last, trigger, named) or own
    return place, when if trigger.plain and mention.figures else when or period_of(context.tokens, sentence)


# --- who --------------------------------------------------------------------------------------------------------------


def _roles(
    context: Context, named: Sequence[Chunk], span: tuple[int, int], trigger: Trigger
) -> tuple[Ref | None, Ref | None]:
    """Who did it, and to whom: the name before the trigger and the name after; "by" turns them round."""
    tokens, plain = context.tokens, trigger.plain
    before = next((one for one in reversed(named) if one.last <= span[0]), None)
    after = next((one for one in named if one.first >= span[1]), None)
    behind_by = next((one for one in named if one.first > span[1] and _has_by(tokens, span[1], one.first)), None)
    before = before if before is None or not plain or _adjoins(context, before.last, span[0]) else None
    after = after if after is None or not plain or _adjoins(context, span[1], after.first) else None
    if behind_by is not None and (not plain or behind_by.first - span[1] <= _BESIDE):
        return _ref(tokens, behind_by), _ref(tokens, before)
    target = after if trigger.type in _DONE_TO else None
    if before is None and after is not None and trigger.type == "RETREAT":
        before = after
    return _ref(tokens, before), _ref(tokens, target) if target is not before else None


def _adjoins(context: Context, first: int, last: int) -> bool:
    """Whether a name stands beside a plain word, with nothing but nouns between: "Taliban fighters attacked"."""
    words, singles = context.tokens.words[first:last], context.lexicon.singles
    if len(words) >= _BESIDE or not all(map(str.isalpha, words)):
        return False
    return not any((entry := singles.get(word)) is not None and entry.part in _DIVIDING for word in words)


# verbs of saying, small words, prepositions, "who", "and", "of", "to", "was", "had", "not"
_DIVIDING = "SwpRcfoBHn"


def _has_by(tokens: Tokens, first: int, last: int) -> bool:
    return not around_triggers().by.isdisjoint(tokens.words[max(first, last - _BY_REACH) : last])


def _ref(tokens: Tokens, one: Chunk | None) -> Ref | None:
    return Ref(tokens.said(one.first, one.last)) if one else None
