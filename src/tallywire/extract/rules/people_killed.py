"""Somebody suffered it: "at least 12 people were killed", "43 vehicles have been destroyed", "20 are missing"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

NAMED = Shape("{count}{of}{mods}{object}{gap}{aux}{term}", reliability="high", needs="NB")
DEMONYM = Shape("{count}{of}{few}{name}{gap}{aux}{term}", reliability="high", needs="NBA")
# "All 29 drones launched by Russia overnight are downed": the participle only describes, the verb comes after.
RELATIVE = Shape(
    "{count}{of}{mods}{object}(?:V|R[^N.;:]{1,6}?V)[^NVJI.;:]{1,7}?{aux}{term}", reliability="high", needs="NBV"
)
# "Four soldiers, including an officer, and three militants were killed"
WITH_PART = Shape(
    "{count}{of}{mods}{object}[^NVJIFGS.;:?!,]{0,4}?,?i[^VJIFGS.;:?!]{1,6}?,?cN{mods}[PE]{aux}{term}",
    reliability="high",
    needs="NBic",
)
# "was killed at home, along with two of his bodyguards"
ALONG_WITH = Shape("(?P<t>[VFGI])[^.;:VDJ]{0,24}?&t?{count}{of}{mods}{object}", reliability="middle", needs="N&")
# "two security officers are among the wounded"
AMONG = Shape("{count}{of}{mods}{object}{gap}Bw?pt{term}", reliability="high", needs="NBp")
ALONE = Shape("{count}m?(?:i|ft?[wXAP'])?{aux}{term}", reliability="high", needs="NB")
# "Five others, two of them women, were killed"
OTHERS = Shape("{count}m,[^.;:?!VJIFGR]{1,10}?,{aux}{term}", reliability="high", needs="Nm,B")
UNKNOWN = Shape("{count}[AXwm]{0,2}{noun}{aux}{term}", reliability="low", needs="NB")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of those who suffered it, before the verb."""
    for shape in (RELATIVE, NAMED, WITH_PART, AMONG, ALONG_WITH, DEMONYM, ALONE, OTHERS, UNKNOWN):
        yield from shape.proposals(sentence, __name__)
