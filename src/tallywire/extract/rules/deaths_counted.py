"""Harm as a noun: "434 casualties", "some 154 civilian deaths", "a death toll of 40", "12 bodies were found"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

COUNTED = Shape("{count}{of}[AXwmPEJ']{0,3}?{deaths}", reliability="high", needs="ND")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number before a noun of harm."""
    for proposal in COUNTED.proposals(sentence, __name__):
        if not _is_one_of(sentence, proposal):
            yield proposal


def _is_one_of(sentence: Typed, proposal: Proposal) -> bool:
    """ "One of the biggest losses of the war" counts nothing."""
    count = sentence.chunks[proposal.number].count
    return sentence.parts[proposal.number + 1] == "f" and count is not None and count.value == 1
