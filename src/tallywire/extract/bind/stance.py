"""Binds the stance: asserted, alleged, denied, asked, expected or supposed."""

from __future__ import annotations

import re

from tallywire.claims.figure import Stance
from tallywire.extract.bind.context import Context
from tallywire.extract.draft import Draft


def bind(draft: Draft, context: Context) -> None:
    """Bind by a question mark, a colouring word of the sentence, or keep what the word of saying gave."""
    if _asks(draft):
        draft.stance = "question"
        draft.note("stance", "the sentence asks")
        return
    first, last = draft.reach()
    if "n" in _BRACKETS.sub("", draft.sentence.parts[first:last]) and draft.count.value:
        draft.stance = "denied"
        draft.note("stance", "a negation between the number and the word of harm")
        return
    if draft.stance != "asserted":
        draft.note("stance", "the word of saying")
        return
    words = _clause(draft)
    lexicon = context.lexicon
    said = "" if lexicon.colours.isdisjoint(words) else " ".join(words)
    for colour, stance in lexicon.stances.items() if said else ():
        if colour in said and _holds(said, colour, words):
            draft.stance = _as_stance(stance)
            draft.note("stance", f"coloured by {colour!r}")
            return
    _of_whole(draft)


def _of_whole(draft: Draft) -> None:
    """A part listed in the same sentence is as sure as its whole."""
    whole = draft.subset_of
    if whole is not None and whole.sentence is draft.sentence and draft.stance == "asserted":
        draft.stance = whole.stance


_BRACKETS = re.compile(r"\([^)]*\)")


def _asks(draft: Draft) -> bool:
    """A question mark ends the sentence, or the quotation that the number stands in."""
    after = draft.sentence.parts[draft.number :]
    mark = after.find("?")
    return mark >= 0 and ("." not in after[:mark] and '"' not in after[:mark])


_BEFORE_DEED = 3  # words: "the alleged murder of six"


def _clause(draft: Draft) -> list[str]:
    """The words of the figure's own clause, between commas; a clause of one or two words counts with it."""
    parts, (first, last) = draft.sentence.parts, draft.reach()
    if draft.rule == "killing_of" and draft.term is not None:
        # "an inquiry will look into the murders of three": the deed is done, whatever is said around it
        at = draft.sentence.chunks[draft.term[0]].first
        return draft.sentence.tokens.words[max(draft.sentence.sentence.first, at - _BEFORE_DEED) : at]
    start = max(parts.rfind(mark, 0, first) for mark in ",;:R") + 1
    ends = [at for mark in ",;:" if (at := parts.find(mark, last + 1)) >= 0]
    end = min(ends, default=len(parts))
    chunks = draft.sentence.chunks
    return draft.sentence.tokens.words[chunks[start].first : chunks[end - 1].last]


def _holds(said: str, colour: str, words: list[str]) -> bool:
    return f" {colour} " in f" {said} " if " " in colour else colour in words


def _as_stance(stance: str) -> Stance:
    return "alleged" if stance == "alleged" else "expected" if stance == "expected" else "hypothetical"
