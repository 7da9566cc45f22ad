"""The act as a noun: "the killing of six members", "the release of 115 soldiers", "the loss of three tanks"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

NAMED = Shape("{killing of}w?t?{count}{of}{mods}{object}", reliability="high", needs="NZ")
# "the murder of a union leader, his wife and two other people"
LISTED = Shape("{killing of}[^NVJIFG.;:]{2,16}?,?c{count}{of}{mods}{object}", reliability="low", needs="NZc")
DEMONYM = Shape("{killing of}t?{count}{few}{name}", reliability="middle", needs="NZA")
ALONE = Shape("{killing of}t?{count}m?{bare}", reliability="middle", needs="NZ")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number after "the killing of"."""
    for shape in (NAMED, LISTED, DEMONYM, ALONE):
        yield from shape.proposals(sentence, __name__)
