"""A single victim, not named: "a woman was killed", "injured a civilian", "killed one man and injured another"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

SUFFERED = Shape("{one}{few}{object}{near}{aux}{term}", reliability="middle", needs="aB")
DONE = Shape("{does}w?{one}{few}{object}", reliability="middle", needs="a")
DIED = Shape("{one}{few}{people}{near}[HBwn]{0,3}{died}", reliability="middle", needs="aI")
KILLING_OF = Shape("{killing of}{one}{few}{people}", reliability="middle", needs="aZ")
STATE = Shape("{one}{few}{object}m?{term}(?!w?[Nat])", reliability="low", needs="a")
ANOTHER = Shape("{does}w?(?P<n>m){bare}", reliability="middle", needs="m")
ANOTHER_WAS = Shape("(?P<n>m){few}(?P<o>[PE])?{aux}{term}", reliability="middle", needs="mB")
ANOTHER_HURT = Shape("[c,](?P<n>m){term}(?!w?[Nat])", reliability="middle", needs="m")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose one for an indefinite victim; a named or definite one is no figure."""
    for shape in (SUFFERED, DONE, DIED, KILLING_OF, STATE):
        for proposal in shape.proposals(sentence, __name__):
            if not _is_apposed(sentence.parts, proposal.number):
                yield proposal
    for shape in (ANOTHER, ANOTHER_WAS, ANOTHER_HURT):
        for proposal in shape.proposals(sentence, __name__):
            entry = sentence.chunks[proposal.number].entry
            if entry is not None and entry.tag == "another":
                yield proposal


def _is_apposed(parts: str, number: int) -> bool:
    """ "Ivan Petrenko, a soldier, was killed": he has a name."""
    return number > 1 and parts[number - 1] == "," and parts[number - 2] in "XA" and "," in parts[number : number + 5]
