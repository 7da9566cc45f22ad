"""The value before, in brackets or after "up from": "2,788 (2,685 a day earlier)", "rose to 15 from 12"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

BRACKETS = Shape(r"\({count}(?:T|a)[wTp]{0,2}\)", reliability="middle", needs="N(", inherits=True, earlier=True)
# "up from an earlier count of 330"
FROM_COUNT = Shape(r",rp[at]w{0,2}x?f?{count}{bare}", reliability="low", needs="Nrp", inherits=True, earlier=True)
FROM = Shape(r"(?:,rp|(?<=N)p){count}{bare}", reliability="low", needs="Np", inherits=True, earlier=True)


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the value that a figure had before."""
    for shape in (BRACKETS, FROM_COUNT, FROM):
        for proposal in shape.proposals(sentence, __name__):
            if shape is BRACKETS or _is_from(sentence, sentence.parts.rfind("p", 0, proposal.number)):
                yield proposal


def _is_from(sentence: Typed, preposition: int) -> bool:
    word = sentence.tokens.words[sentence.chunks[preposition].first]
    return word in sentence.lexicon.passage["side.from"]
