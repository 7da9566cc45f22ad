"""Binds the event: "12 people were killed in the strike on Kharkiv" counts the dead of that strike.

Its own sentence tells it, by the word of attack that stands nearest in its clause; else the sentences before. A total
of a war or of a week is of no one event.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, groupby

from tallywire.catalog.happenings import around_triggers, kinds_of_events
from tallywire.claims.article import OWN_SEGMENTS
from tallywire.claims.figure import PEOPLE
from tallywire.extract.bind.context import Context
from tallywire.extract.draft import Draft
from tallywire.extract.event_mentions import Mention, is_one
from tallywire.extract.events_merged import Kept, alike, differs, is_same, other_time, same
from tallywire.extract.sentences import Sentence

_CLAIMED = frozenset({"asserted", "alleged", "denied", "question"})
_BACK = 2  # sentences before, in which the event may stand
_FAR = 60  # tokens and marks between a figure and the word of its event
_CLAUSE, _MARK, _NUMBER, _OWN_WORD, _OTHER_CAUSE = 15, 3, 4, 8, 6  # what a ";", a "," or "and", ... weigh in tokens
_COUNTED = 2  # tokens before the word of an event in which its number stands
_BEFORE = 3  # tokens before a figure in which "after" tells that it is of something else
_OF_A_WAR = 2000  # killed or taken: no one event has so many
_MOVED = frozenset({"displaced", "evacuated"})
_TAKEN = frozenset({"captured", "detained", "abducted", "freed"})  # told with the word of their own event, if of any


def may_have_one(draft: Draft) -> bool:
    """Whether a figure may be of one event: of a kind that events tell, of one day, no total of a war."""
    if draft.kind not in kinds_of_events() or draft.sentence.sentence.kind not in OWN_SEGMENTS:
        return False
    if draft.stance not in _CLAIMED or draft.per is not None:
        return False
    if draft.what in PEOPLE and draft.count.value >= _OF_A_WAR and draft.kind not in _MOVED:
        return False
    return draft.running != "running_total" or _is_toll(draft)


def _is_toll(draft: Draft) -> bool:
    """Whether a running total is the toll of an incident, which rises with the bodies found."""
    singles, passage = draft.sentence.lexicon.singles, draft.sentence.lexicon.passage
    said = draft.period.words.casefold().split() if draft.period else ()
    since = any((entry := singles.get(word)) is not None and entry.tag == "open" for word in said)
    first, last = draft.sentence.sentence.first, draft.sentence.sentence.last
    war = not passage["period.wars"].isdisjoint(draft.sentence.tokens.words[first:last])
    return draft.rule.startswith("toll") and not since and not war


# --- in its own sentence ----------------------------------------------------------------------------------------------


def bind_own(figures: Sequence[Draft], may: Collection[Draft], told: Sequence[Mention]) -> None:
    """Give each figure that `may` have an event to the mention of its own sentence that it belongs to."""
    here: dict[int, list[Mention]] = {}
    for mention in told:
        mention.many = _is_many(mention, figures[0])
        if not mention.many:
            here.setdefault(mention.sentence.index, []).append(mention)
    for index, of_sentence in groupby(figures, key=lambda draft: draft.sentence.sentence.index):
        if index in here:
            _bind_sentence(list(of_sentence), may, here[index])


def _is_many(mention: Mention, any_: Draft) -> bool:
    """ "600 clashes", "three separate shootings": a figure of several events is of none."""
    words, singles = any_.sentence.tokens.words, any_.sentence.lexicon.singles
    for at in range(max(mention.sentence.first, mention.first - _COUNTED), mention.first):
        entry = singles.get(words[at])
        counted = words[at].isdecimal() or (entry is not None and entry.part == "d" and entry.value > 1)
        dated = at > mention.sentence.first and (lead := singles.get(words[at - 1])) is not None and lead.part == "M"
        if counted and not dated:
            return True
    return False


def _bind_sentence(figures: Sequence[Draft], may: Collection[Draft], told: Sequence[Mention]) -> None:
    sentence = figures[0].sentence.sentence
    weights: Sequence[int] = range(sentence.last - sentence.first + 1)  # of one event alone, tokens tell enough
    if len(told) > 1:
        weights = _weights(figures[0], {draft.sentence.chunks.first(draft.number) for draft in figures})
    for draft in figures:
        rivals = [one for one in told if draft.kind in one.trigger.kinds] if draft in may else []
        costs = [_cost(draft, one, weights) for one in rivals]
        cost, at = min(((cost, at) for at, cost in enumerate(costs) if cost is not None), default=(_FAR, 0))
        if cost < _FAR:
            rivals[at].figures.append(draft)


def _weights(draft: Draft, numbers: Collection[int]) -> list[int]:
    """Of each token of a sentence, what it and all before it weigh between a figure and an event."""
    sentence, words, singles = draft.sentence.sentence, draft.sentence.tokens.words, draft.sentence.lexicon.singles
    weights = []
    for at in range(sentence.first, sentence.last):
        entry = singles.get(words[at])
        if words[at] == ";":
            weights.append(_CLAUSE)
        elif at in numbers:
            weights.append(_NUMBER)
        else:
            weights.append(_MARK if words[at] == "," or (entry is not None and entry.part == "c") else 1)
    return [0, *accumulate(weights)]


def _cost(draft: Draft, mention: Mention, weights: Sequence[int]) -> int | None:
    """How far a mention stands from a figure, in tokens and in what divides clauses; None where it is of another."""
    sentence, words, begin = draft.sentence, draft.sentence.tokens.words, draft.sentence.sentence.first
    low, high = draft.reach()
    first, last = sentence.chunks.first(low), sentence.chunks[high].last
    if draft.running == "period_total" and not is_one(mention, sentence.tokens, sentence.lexicon):
        return None  # "in January a blast killed 20", but "shelling killed 40 in one week"
    other = draft.cause is not None and not alike(mention.trigger.mode, draft.cause)
    cost = _OTHER_CAUSE if other else 0
    if mention.last <= first:
        if _tells_of_another_time(words[mention.last : first]):
            return None
        return cost + weights[first - begin] - weights[mention.last - begin]
    if mention.first >= last:
        return cost + weights[mention.first - begin] - weights[last - begin]
    return cost + _OWN_WORD * _is_term(draft, mention)


def _tells_of_another_time(between: Sequence[str]) -> bool:
    """ "The attack came a day after 12 were killed", "the deadliest attack since 2014, when 130 were killed"."""
    around = around_triggers()
    near = between[max(0, len(between) - _BEFORE) :]
    return not (around.since.isdisjoint(between) and around.then.isdisjoint(near))


def _is_term(draft: Draft, mention: Mention) -> bool:
    """ "Two men were shot in an ambush": their own word of harm tells less of the event than another."""
    return draft.term is not None and mention.first == draft.sentence.chunks.first(draft.term[0])


# --- from the sentences before ----------------------------------------------------------------------------------------


def bind_carried(
    figures: Sequence[Draft], told: Sequence[Mention], kept: Sequence[Kept], context: Context
) -> Mapping[Draft, int]:
    """The event of each figure, by its place among those kept; figures of no event are missing."""
    own = {draft: mention for mention in told for draft in mention.figures}
    alone = _only_one(kept)
    found: dict[Draft, int] = {}
    at = 0
    last: tuple[Sentence, int | None] | None = None  # where an event was told of, and which
    for draft in figures:
        sentence = draft.sentence.sentence
        while at < len(told) and told[at].sentence.index < sentence.index:
            mention, at = told[at], at + 1
            if draft.kind in mention.trigger.kinds:
                last = mention.sentence, _one_of(mention, last)
        mine = _in_own_words(draft, own.get(draft), context)
        mine = _of_model(draft, found) if mine is None else mine
        mine = _of_before(draft, last, kept, alone) if mine is None else mine
        if mine is not None:
            found[draft], last = mine, (sentence, mine)
    _tell_again(figures, found, kept)
    return found


def _in_own_words(draft: Draft, mention: Mention | None, context: Context) -> int | None:
    if mention is None:
        return None
    draft.note("event", "the nearest words of an event in its clause", context.tokens.span(mention.first, mention.last))
    return mention.kept


def _of_model(draft: Draft, found: Mapping[Draft, int]) -> int | None:
    """The event of the figure that this one is a part, an earlier value or an item of the list of."""
    for model in (draft.subset_of, draft.of, draft.previous_of, draft.like):
        if model is not None and model in found:
            draft.note("event", "from the figure it belongs to")
            return found[model]
    return None


def _only_one(kept: Sequence[Kept]) -> int | None:
    """The one event of a text that tells of no other that figures could be of."""
    telling = [at for at, one in enumerate(kept) if one.kinds]
    return telling[0] if len(telling) == 1 else None


def _one_of(mention: Mention, last: tuple[Sentence, int | None] | None) -> int | None:
    """The event of a mention; None where its sentence tells of two or more, so that the next one may mean either."""
    if mention.many or (last is not None and last[0] is mention.sentence and last[1] != mention.kept):
        return None
    return mention.kept


def _of_before(
    draft: Draft, last: tuple[Sentence, int | None] | None, kept: Sequence[Kept], alone: int | None
) -> int | None:
    """An event that still goes on in a figure's sentence: the next of its paragraph, or of a text of one event."""
    here = draft.sentence.sentence
    if last is None or last[1] is None or here.index - last[0].index > _BACK:
        return None
    words = draft.sentence.tokens.words[here.first : here.last]
    if not around_triggers().elsewhere.isdisjoint(words) or not _may_be_of(draft, kept[last[1]]):
        return None
    if here.segment != last[0].segment and last[1] != alone:
        return None
    event = kept[last[1]].event
    draft.note("event", "told of just before", (event.start, event.end))
    return last[1]


def _may_be_of(draft: Draft, one: Kept) -> bool:
    """Whether nothing that a figure tells contradicts an event: kind, cause, place, time, or another toll."""
    event = one.event
    if (
        draft.kind not in one.kinds
        or draft.kind in _TAKEN
        or not (draft.cause is None or alike(event.mode, draft.cause))
    ):
        return False
    if not same(event.place, draft.place) or other_time(event.period, draft.period):
        return False
    return not any(differs(draft, other) for other in one.figures)


def _tell_again(figures: Sequence[Draft], found: dict[Draft, int], kept: Sequence[Kept]) -> None:
    """Link what is left and tells the same as a figure of one event: the headline's toll, or the last line's."""
    told: dict[tuple[str, float], set[int]] = {}
    for draft, at in found.items():
        if draft.count.value > 1:
            told.setdefault((draft.kind, draft.count.value), set()).add(at)
    for draft in figures:
        events = told.get((draft.kind, draft.count.value), ()) if draft not in found else ()
        if len(events) == 1:
            (at,) = events
            event = kept[at].event
            if any(is_same(draft, other) for other in kept[at].figures) and _may_be_of(draft, kept[at]):
                found[draft] = at
                draft.note("event", "the same is told of it elsewhere", (event.start, event.end))
