"""A part named before its whole: "12'si çocuk 30 kişi öldü", "3'ü kadın olmak üzere sekiz kişi yaralandı"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

PART = Shape("{count}i{mods}{people}[wi,]{0,4}N{mods}[PE]", reliability="middle", needs="NiP", inherits=True)


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of a part, whose whole stands after it."""
    if sentence.lexicon.verb_last:
        yield from PART.proposals(sentence, __name__)
