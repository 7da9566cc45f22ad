"""A number alone in a short sentence beside words of harm: "The pace does not fall. Again over 700.", "1000+?"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

# At most three chunks on either side, none of which could be counted: the context must tell what the number counts.
ALONE = Shape(r"^[^NPEDVFGIJZ]{0,3}?{count}(?:[.?!,\"]{2,4}|[.?!]?$)", reliability="low", inherits=True)


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose a number whose kind stands in the sentence before."""
    yield from ALONE.proposals(sentence, __name__)
