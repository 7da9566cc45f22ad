"""N of the M: "18 of the 22 drones were shot down", "downs 22 of 35 missiles"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

_ALL = "{count}fm?[te]?(?P<all>N){mods}{object}"
# "shot down 62 of the 75 drones and eight of 12 missiles"
DONE_TOO = Shape(
    "(?P<t>[VFG])Nft?N[wAX]{0,3}[PE],?c{count}ft?(?P<all>N){mods}{object}", reliability="middle", needs="NfEc"
)
# "wurden 32 von 46 Drohnen abgeschossen"
VERB_LAST = Shape(
    "B[^NVJIFGLS.;:?!,]{0,6}?" + _ALL + "[^NVJIFGLS.;:?!,]{0,6}?(?P<t>V)", reliability="high", needs="NfB"
)
SUFFERED = Shape(_ALL + "{gap}{aux}{term}", reliability="high", needs="NfB")
DONE = Shape("{does}w?" + _ALL, reliability="high", needs="Nf")
DIED = Shape(_ALL + "{gap}[HBwn]{0,3}{died}", reliability="high", needs="NfI")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the part, and the whole it is taken from."""
    last = (VERB_LAST,) if sentence.lexicon.verb_last else ()
    for shape in (SUFFERED, DONE, DONE_TOO, DIED, *last):
        yield from shape.proposals(sentence, __name__)
