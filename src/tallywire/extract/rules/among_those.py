"""The number behind its word of harm, turned round: "Among those killed in June were 13 police officers"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

AMONG = Shape(
    "(?<![^.,;:])pt(?P<t>[VJD])[^NVDJI.,;:]{0,10}?B{count}{of}{mods}{object}", reliability="high", needs="NBpt"
)


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of those who are told to be among the dead, the wounded, those taken."""
    yield from AMONG.proposals(sentence, __name__)
