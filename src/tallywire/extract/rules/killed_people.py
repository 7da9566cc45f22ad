"""Somebody did it to them: "killed at least 11 civilians", "wounding three", "kill or injure nearly 40 civilians"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

NAMED = Shape("{does}[wT]?t?{count}{of}{mods}{object}", reliability="high")
DEMONYM = Shape("{does}[wT]?{count}{of}{few}{name}", reliability="high", needs="NA")
ALONE = Shape("{does}w?{count}m?i?{bare}", reliability="middle")
# "brought down the missile and 18 of the drones"
AFTER_DEFINITE = Shape("{does}t{few}[PE],?[c&]t?{count}{of}{mods}{object}", reliability="middle", needs="Nc")
# Word order of other languages: "ha perso dall'inizio della guerra 772.280 soldati"
INSERTED = Shape("{does}[ypT][^NVJIFGLRSB.;:]{0,7}?[^NVJIFGLRSBp.;:]{count}{of}{mods}{object}", reliability="low")
# "потеряла убитыми 46 тысяч военных"
LOST_AS = Shape("V(?P<t>J){count}{of}{mods}{object}", reliability="middle", needs="NVJ")
# "وأصيب 23 بينهم أربعة أطفال", "загинули 12, серед них троє дітей"
WITH_PARTS = Shape("(?P<t>[VFG])w?{count}(?=,?i)", reliability="middle", needs="Ni")
UNKNOWN = Shape("{does}{count}[AXwm]{0,2}{noun}", reliability="low")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of those it was done to, after the verb."""
    verb_first = (LOST_AS, INSERTED, WITH_PARTS) if sentence.lexicon.verb_first else ()
    for shape in (*verb_first, NAMED, DEMONYM, ALONE, AFTER_DEFINITE, UNKNOWN):
        for proposal in shape.proposals(sentence, __name__):
            if sentence.lexicon.verb_first or not _is_passive(sentence.parts, proposal.term or 0):
                yield proposal


def _is_passive(parts: str, term: int) -> bool:
    """ "The commander was killed while 300 troops stood by": a passive verb has no object."""
    return parts[term] == "V" and parts[:term].rstrip("wnT").endswith("B")
