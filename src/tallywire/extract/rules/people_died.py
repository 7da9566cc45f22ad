"""What the victims did: "541 Syrian fighters died", "more than 80 people, it is estimated, have lost their lives"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

NAMED = Shape("{count}{of}{mods}{object}{gap}[HBwnT]{0,3}{died}", reliability="high", needs="NI")
# "eight of the wounded died in hospital"
OF_THE_HURT = Shape("{count}ft[VJ][HBwnT]{0,3}{died}", reliability="high", needs="NIft")
ALONE = Shape("{count}m?(?:i|{few}[wX])?[HBwnT]{0,3}{died}", reliability="middle", needs="NI")
DEMONYM = Shape("{count}{few}{name}{gap}[HBwnT]{0,3}{died}", reliability="middle", needs="NIA")
# Word order of other languages: "погибли 12 человек", "murieron 12 personas"
AFTER = Shape("{died}[wr]?{count}{of}{mods}{object}", reliability="middle", needs="NI")
# "starben laut Gouverneur Meier zwei Menschen"
AFTER_SPEAKER = Shape("{died}[yp]t?[AX]{1,4}{count}{of}{mods}{object}", reliability="middle", needs="NI")
AFTER_ALONE = Shape("{died}w?{count}m?{bare}", reliability="low", needs="NI")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of those who died, fled or went missing."""
    for shape in (NAMED, OF_THE_HURT, ALONE, DEMONYM, AFTER, AFTER_SPEAKER, AFTER_ALONE):
        yield from (one for one in shape.proposals(sentence, __name__) if not _is_the_doer(sentence, one.term or 0))


def _is_the_doer(sentence: Typed, term: int) -> bool:
    """ "A truck hit two women and then fled": it is not the women who fled."""
    entry = sentence.chunks[term].entry
    return entry is not None and entry.kind == "displaced" and sentence.parts[:term].endswith(("c", "cw"))
