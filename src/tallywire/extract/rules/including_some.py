"""Part of a figure before it: "including three children", "14 of whom were soldiers", "seven fighters among them"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

AFTER = Shape("i[pwB]?-?t?{count}{of}{mods}(?P<o>[PEA])(?![PE])", reliability="high", needs="Ni", inherits=True)
OF_THEM = Shape("{count}m?i-?[BH]?[taw]?{mods}{object}", reliability="high", needs="Ni", inherits=True)
OF_WHOM = Shape("(?<!p){count}i(?=[^PE])", reliability="middle", needs="Ni", inherits=True)
TRAILING = Shape(",c?{count}{mods}{object},?i", reliability="high", needs="Ni,", inherits=True)
ONE_AMONG = Shape(",c?{one}{few}{object},?i", reliability="middle", needs="ia,", inherits=True)
# "Of the 45 wounded, nine are children"; "Two people died. Both were ..." tells no part
OF_ALL = Shape("^c?ft?N[VJPEAXw]{1,4},{count}B[wa]?{object}", reliability="middle", needs="NfB,", inherits=True)
THEN = Shape("^{count}Bw?{object}(?:$|[.,])", reliability="low", needs="NB", inherits=True)
LAST = Shape("i[^N.;:,VFGI]{0,12}?c{count}{of}{mods}{object}", reliability="middle", needs="Nic", inherits=True)
# "six priests - five Spaniards and one Salvadoran - were killed"
BY_COUNTRY = Shape("(?:(?<=P[,(-])|(?<=Ac)){count}w?(?P<o>A)(?=[c,)-])", reliability="low", needs="NA", inherits=True)
FIRST_ONE = Shape("(?<!N)iB?{one}{few}{object}", reliability="middle", needs="ia", inherits=True)
LAST_ONE = Shape("i[^N.;:VFGI]{0,12}?c{one}{few}{object}", reliability="middle", needs="ia", inherits=True)


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of a part, whose kind comes from the whole."""
    for shape in (AFTER, OF_THEM, OF_WHOM, TRAILING, ONE_AMONG, OF_ALL, THEN, LAST, BY_COUNTRY, FIRST_ONE, LAST_ONE):
        yield from shape.proposals(sentence, __name__)
