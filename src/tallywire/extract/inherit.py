"""Numbers whose kind stands elsewhere: parts of a figure ("including three children") and numbers alone ("1000+?")."""

from __future__ import annotations

from collections.abc import Sequence

from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft
from tallywire.extract.nouns import BY_PEOPLE, count_of, is_rank
from tallywire.extract.numbers import Count
from tallywire.extract.shape import Proposal, applies, kind_of, what_of

# How many sentences back "of them" may look.
_BACK = 2
# A list is hardly longer.
_LIST_ENDS = 100
# Figures back that a number alone may count the same as: nobody remembers more of a page.
_REMEMBERED = 100
# "over 700" may mean 710, hardly 900.
_ALIKE = 1.15


def part_of_figure(sentence: Typed, proposal: Proposal, before: Sequence[Draft]) -> Draft | None:
    """A part of the figure before it: kind and term are the whole's; None when there is no whole, or it is smaller."""
    whole = _antecedent(sentence, before)
    if whole is None:
        return None
    if _is_left_out(sentence, proposal.number, whole) or _is_of_another(sentence, proposal.number, whole):
        return None
    count = count_of(sentence.chunks[proposal.number])
    noun = sentence.chunks[proposal.object] if proposal.object is not None else None
    what = (what_of(noun) if noun is not None and noun.part in "PE" else None) or whole.what
    if whole.what == "combatant" and what == "police" and proposal.object is not None:
        what = "combatant" if is_rank(sentence, proposal.object) else what  # "four soldiers, including an officer"
    larger = count.value > whole.count.value > 0 and whole.count.modifier == "exact"
    if (larger and not proposal.earlier) or not applies(whole.kind, what):
        return None
    draft = Draft.proposed(sentence, proposal, whole.kind, what, count)
    draft.lean_on(whole, "from the figure it belongs to")
    if proposal.earlier:
        draft.previous_of, draft.like = whole, whole
    else:
        draft.subset_of = whole
    return draft


def _is_of_another(sentence: Typed, number: int, whole: Draft) -> bool:
    """ "Of the 251 hostages, 50 remain, 20 of whom are alive": no part of the dead of the sentence before."""
    parts = sentence.parts
    if whole.sentence is not sentence and parts[number + 1 : number + 2] == "i" and "N" in parts[:number]:
        return True
    end = next((at for at in range(number, len(parts)) if parts[at] in ".;:"), len(parts))
    first, last = sentence.chunks[number].last, sentence.chunks[min(end, number + _SPARED) - 1].last
    spared = sentence.lexicon.passage.get("taking.spared", frozenset())
    return whole.kind == "killed" and not spared.isdisjoint(sentence.tokens.words[first:last])


# Chunks from a number to the word that they came through: "20 of whom are still thought to be alive".
_SPARED = 10


def _is_left_out(sentence: Typed, number: int, whole: Draft) -> bool:
    """ "not counting three attackers": an exclusion of the whole, no part of it."""
    opened = sentence.parts.rfind("i", 0, number)
    if opened < 1 or sentence.parts[opened - 1] != "n":
        return False
    end = sentence.parts.find(",", opened)
    last = len(sentence.parts.rstrip(".!?")) if end < 0 else end
    whole.scope = (*whole.scope, sentence.said(opened - 1, last))
    return True


def _antecedent(sentence: Typed, before: Sequence[Draft]) -> Draft | None:
    for draft in reversed(before):
        if draft.sentences_before(sentence) > _BACK:
            return None
        if draft.subset_of is None or draft.sentence is not sentence:
            return draft
    return None


def number_alone(sentence: Typed, proposal: Proposal, before: Sequence[Draft], previous: Typed | None) -> Draft | None:
    """A number alone: it counts what an earlier figure of about its size counts ("710" ... "again over 700")."""
    count = count_of(sentence.chunks[proposal.number])
    if _is_list_mark(sentence, proposal.number):
        return None
    people = [draft for draft in before[-_REMEMBERED:] if draft.kind in BY_PEOPLE]
    like = [draft for draft in people if _is_about(draft.count, count)]
    near = [draft for draft in people if draft.sentences_before(sentence) <= _BACK]
    if not (like or near):
        return _of_term(sentence, proposal, count, previous)
    model = (like or near)[-1]
    draft = Draft.proposed(sentence, proposal, model.kind, model.what, count)
    draft.lean_on(model, "a number alone; it counts what this one counts")
    draft.like = model
    return draft


def _of_term(sentence: Typed, proposal: Proposal, count: Count, previous: Typed | None) -> Draft | None:
    """ "How many casualties will they report? 1000+?": the word of harm stands in the sentence before."""
    if previous is None:
        return None
    for at, part in enumerate(previous.parts):
        kind, first, last = kind_of(previous, at) if part in "DVJ" else (None, at, at)
        if kind in BY_PEOPLE:
            draft = Draft.proposed(sentence, proposal, kind, "person", count)
            draft.term_at = previous, first, last
            return draft
    return None


def _is_list_mark(sentence: Typed, number: int) -> bool:
    """ "1. I repeat": a digit and a full stop that open a line number a list."""
    count = sentence.chunks[number].count
    small = count is not None and count.modifier == "exact" and count.value < _LIST_ENDS
    return number == 0 and small and sentence.parts[1:] in {".", ")"}


def _is_about(earlier: Count, count: Count) -> bool:
    return count.value <= earlier.value <= count.value * _ALIKE and earlier.modifier == "exact"
