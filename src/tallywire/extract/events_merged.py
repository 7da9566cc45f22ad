"""Many mentions, one event: "a strike on Kharkiv", "the attack", "the strike on the city of Kharkiv"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tallywire.catalog.calendar import calendar
from tallywire.claims.figure import Period, PlaceRef, Ref
from tallywire.claims.reading import Event
from tallywire.extract.bind.context import Context
from tallywire.extract.draft import Draft
from tallywire.extract.event_mentions import Mention, is_another, is_known, is_one

# Modes of ASSAULT that one word may tell of: "the attack".
_ARMED = frozenset({None, "aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "firearms", "targeted"})
# What goes off: "the blast". What flies is told apart more finely than a text needs to go on.
_BLASTS = frozenset({"aerial", "drone", "heavy-weapons", "explosives", "suicide-attack"})
_SHOTS = frozenset({"firearms", "targeted"})


@dataclass(slots=True, eq=False)
class Kept:
    """One event as its fullest mention tells it, the kinds of figures it may have, and those its mentions have."""

    event: Event
    kinds: frozenset[str]
    figures: list[Draft]
    last: Mention


def merged(told: Sequence[Mention], context: Context) -> list[Kept]:
    """Mentions that agree in all they tell are one event: the fullest stands, at the first one's turn."""
    kept: list[Kept] = []
    for mention in told:
        at = _told_before(mention, kept, context)
        if at is None and mention.event is not None:
            at = len(kept)
            kept.append(Kept(mention.event, mention.trigger.kinds, list(mention.figures), mention))
        elif at is not None:
            one = kept[at]
            one.event = one.event if mention.event is None else _fuller(one.event, mention.event)
            one.kinds |= mention.trigger.kinds
            one.figures += mention.figures
            one.last = mention
        mention.kept = at
    return kept


def _told_before(mention: Mention, kept: Sequence[Kept], context: Context) -> int | None:
    """The event that this is one more mention of."""
    if not kept or is_another(mention, context.tokens, context.lexicon):
        return None
    known = is_known(mention, context.tokens, context.lexicon) or _is_term(mention)
    event = mention.event
    first, end = max(0, len(kept) - _REMEMBERED), len(kept)
    nearest: Iterable[int] = range(first, end)
    if known:
        nearest = sorted(nearest, key=lambda at: -kept[at].last.first)
    if event is not None and (event.actor or event.place):
        headed = next((at for at in nearest if _is_headed(kept[at], mention)), None)
        if headed is not None:
            return headed
        anew = mention.trigger.plain or is_one(mention, context.tokens, context.lexicon)
        return next((at for at in nearest if _agree(kept[at], mention, known=known, anew=anew)), None)
    if not known:
        return next((at for at in nearest if _repeats(kept[at], mention)), None)
    return next((at for at in nearest if _may_mean(kept[at].event, mention)), None)


def _is_term(mention: Mention) -> bool:
    """ "A woman was shot": the figure's own word of harm tells of no event but the one at hand."""
    return any(
        draft.term is not None and mention.first == draft.sentence.chunks.first(draft.term[0])
        for draft in mention.figures
    )


def _may_mean(event: Event, mention: Mention) -> bool:
    """Whether "the attack" may be this event."""
    period = mention.event.period if mention.event else None
    trigger = mention.trigger
    return event.type == trigger.type and alike(event.mode, trigger.mode) and not other_time(event.period, period)


def _agree(one: Kept, mention: Mention, *, known: bool, anew: bool) -> bool:
    """Whether nothing tells them apart; `anew` are words that bring up an event: "an ambush"."""
    event, other = one.event, mention.event
    if (
        other is None
        or event.type != other.type
        or not same(event.place, other.place)
        or other_time(event.period, other.period)
    ):
        return False
    if not alike(event.mode, other.mode) or (not known and _is_beside(one, mention)):
        return False
    if event.place is not None and other.place is not None:
        return True
    as_told = event.mode == other.mode and not anew
    return same(event.actor, other.actor) and (known or as_told or _repeats(one, mention))


def _repeats(one: Kept, mention: Mention) -> bool:
    """Whether a figure of the mention is one of the event's: the same toll is told again."""
    if one.event.type != mention.trigger.type or not alike(one.event.mode, mention.trigger.mode):
        return False
    told = mention.event
    elsewhere = told is not None and not (
        same(one.event.place, told.place)
        and same(one.event.actor, told.actor)
        and not other_time(one.event.period, told.period)
    )
    return not elsewhere and any(is_same(a, b) for a in one.figures for b in mention.figures[:_COMPARED])


def _is_headed(one: Kept, mention: Mention) -> bool:
    """Whether the headline tells the mention's toll: its "in southern Lebanon" may be a town's name below."""
    if one.last.sentence.kind != "headline" or not alike(one.event.mode, mention.trigger.mode):
        return False
    least = 0 if one.last.trigger is mention.trigger else _FEW
    return any(is_same(a, b) and a.count.value > least for a in one.figures for b in mention.figures[:_COMPARED])


def _is_beside(one: Kept, mention: Mention) -> bool:
    """Whether a second event is told of: with figures of its own in the same sentence, or with others for the same."""
    both = one.last.sentence is mention.sentence and one.last.figures and mention.figures
    return bool(both) or _at_odds(one.figures, mention.figures)


_REMEMBERED = 50  # events back that a mention may be of
_COMPARED = 4  # figures of one mention


_FEW = 2


def _at_odds(before: Sequence[Draft], now: Sequence[Draft]) -> bool:
    """Whether two mentions count the same differently, so that a second event is told of."""
    return any(differs(a, b) for a in before[:_COMPARED] for b in now[:_COMPARED])


def is_same(one: Draft, other: Draft) -> bool:
    """Whether two figures say the same; one or two say too little, but for the headline's."""
    a, b = one.count, other.count
    if one.kind != other.kind or (a.value, a.low, a.high) != (b.value, b.low, b.high):
        return False
    return a.value > _FEW or "headline" in {one.sentence.sentence.kind, other.sentence.sentence.kind}


def differs(one: Draft, other: Draft) -> bool:
    """Whether two exact figures of the same people give another number: two tolls of one event do not."""
    whole = one.subset_of is None and other.subset_of is None
    alike_ = one.kind == other.kind and one.what == other.what and whole
    return alike_ and one.count.modifier == other.count.modifier == "exact" and one.count.value != other.count.value


def alike(one: str | None, other: str | None) -> bool:
    """Whether words of two modes may tell of one event."""
    if one == other:
        return True
    if one is None or other is None:
        return {one, other} <= _ARMED
    return {one, other} <= _BLASTS or {one, other} <= _SHOTS


def same(one: PlaceRef | Ref | None, other: PlaceRef | Ref | None) -> bool:
    """Whether two namings do not contradict each other: one is missing, or holds the other."""
    if one is None or other is None:
        return True
    a, b = one.name.casefold(), other.name.casefold()
    return a in b or b in a


def other_time(one: Period | None, other: Period | None) -> bool:
    """Whether two times cannot be one: two weekdays, or a day and a month. A weekday and a date may be."""
    if one is None or other is None:
        return False
    a, b = one.words.casefold(), other.words.casefold()
    if a in b or b in a:
        return False
    sorts = {_sort(a), _sort(b)}
    return len(sorts) == 1 or "month" in sorts


def _sort(words: str) -> str:
    """Of which sort a time is: a weekday, a date, a month or year, or told from now ("yesterday")."""
    said = [word.strip(",.") for word in words.split()]
    if not calendar().weekdays.keys().isdisjoint(said):
        return "weekday"
    if calendar().months.keys().isdisjoint(said):
        return "month" if any(map(str.isdigit, said)) else "relative"
    days = (word for word in said if word.isdigit() and len(word) < _YEAR)
    return "date" if any(days) else "month"


_YEAR = 4  # digits


def _fuller(one: Event, other: Event) -> Event:
    """The one that tells more, of equals the first; its mode stays told."""
    fullest = max(one, other, key=_fullness)
    mode = fullest.mode or one.mode or other.mode
    return fullest if mode == fullest.mode else replace(fullest, mode=mode)


def _fullness(event: Event) -> int:
    return sum(one is not None for one in (event.actor, event.recipient, event.place, event.period))
