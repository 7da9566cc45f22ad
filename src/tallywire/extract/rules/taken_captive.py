"""Somebody was taken, as a verb and a noun tell together: "took 251 people hostage", "seized 12 hostages"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallywire.claims.figure import Kind
from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

NAMED = Shape("{count}{of}{few}(?P<o>P)(?P<t>P)", reliability="high", needs="NP")
BEFORE = Shape("(?P<t>P){count}{of}{few}{object}", reliability="high", needs="NP")
ALONE = Shape("{count}{of}{few}(?P<o>(?P<t>P))(?!P)", reliability="high", needs="NP")
_KINDS: dict[str, Kind] = {"taking.hostages": "abducted", "taking.captives": "captured"}


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of those taken hostage or prisoner."""
    for shape in (NAMED, BEFORE, ALONE):
        for proposal in shape.proposals(sentence, __name__):
            kind = _kind(sentence, proposal)
            if kind is not None and _is_taken(sentence, proposal):
                yield replace(proposal, kind=kind)


def _kind(sentence: Typed, proposal: Proposal) -> Kind | None:
    noun = sentence.tokens.words[sentence.chunks[proposal.term or 0].first]
    passage = sentence.lexicon.passage
    return next((kind for name, kind in _KINDS.items() if noun in passage.get(name, ())), None)


def _is_taken(sentence: Typed, proposal: Proposal) -> bool:
    """Whether a verb of taking stands before it, or right behind: "12 hostages were taken"."""
    words, verbs = sentence.tokens.words, sentence.lexicon.passage.get("taking.verbs", frozenset())
    parts = [proposal.number, proposal.object or 0, proposal.term or 0]
    first, last = sentence.chunks[min(parts)].first, sentence.chunks[max(parts)].last
    behind = sentence.parts[max(parts) + 1 : max(parts) + 3]
    passive = behind.startswith("B") and not verbs.isdisjoint(words[last : last + 2])
    return passive or (first > 0 and words[first - 1] in verbs)
