"""Verbs at the end of their clause: "wurden 12 Menschen in der Stadt getötet", "Getötet wurden drei Soldaten".

Only for languages whose verbs stand last or first; others say something else in this order.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

# "drei der Soldaten", "zwei seiner Brüder"
_OF = "(?:f?m?[te]?)"
# Between what is counted and its verb: places, times, who did it; no other number, harm or saying.
_WITHIN = "[^NVJIFGDZLRSa.;:,]"
# Not "12 Soldaten verließen die zerstörte Stadt": there the participle belongs to a noun after it.
_LAST = '(?P<t>[VJI](?!w?[AX]?[PE])|F(?=[.,;:!?"SR-]|$))'
NAMED = Shape("{count}" + _OF + "{mods}{object}{gap}[HB]?" + _WITHIN + "{0,10}?" + _LAST, reliability="middle")
DEMONYM = Shape("{count}" + _OF + "{few}{name}{gap}[HB]?" + _WITHIN + "{0,10}?" + _LAST, reliability="low", needs="NA")
ALONE = Shape(
    "{count}m?i?[HB]" + _WITHIN + "{0,7}?(?:pa)?" + _WITHIN + "{0,7}?" + _LAST, reliability="middle", needs="NB"
)
AFTER_BE = Shape("[HB]" + _WITHIN + "{0,12}?{count}m?i?[^NVJIFGDZLRSPEa.;:,]{0,6}?" + _LAST, reliability="middle")
# "12 Panzer will Kiew zerstört haben": who claims it stands between
CLAIMED = Shape("{count}" + _OF + '{mods}{object}S[tAXPw]{1,4}"?{term}"?H', reliability="middle", needs="NSH")
FRONTED = Shape(
    "(?P<t>[VJ])[wT]?B" + _WITHIN + "{0,7}?{count}" + _OF + "{mods}{object}", reliability="middle", needs="NB"
)
FRONTED_ALONE = Shape("(?P<t>[VJ])[wT]?B{1,2}[wTm]{0,2}{count}m?{bare}", reliability="low", needs="NB")
# "sei ein Mensch durch einen Einschlag getötet worden"
_BY_ONE = "(?:pa[AwXPE]{1,2})?"
ONE = Shape("{one}{few}{people}" + _BY_ONE + _WITHIN + "{0,10}?" + _LAST, reliability="low", needs="a")
ONE_FRONTED = Shape("(?P<t>[VJ])[wT]?B" + _WITHIN + "{0,7}?{one}{few}{people}", reliability="middle", needs="aB")

# "Am Abend feuerte Russland 84 Drohnen ab", "قتلت القوات 12 شخصا": the doer stands between
DOER = Shape("(?P<t>F)(?:t?[AXPEw']){1,4}(?:p[^NVJIFGDZLRS.;:,]{1,4})?{count}{of}{mods}{object}", reliability="middle")

# "قُتل، الثلاثاء، 12 شخصا"; "وأُصيب أكثر من 17 آخرين بينهم مرضى"
DATED = Shape("(?P<t>[VI]),p?T,{count}{of}{mods}{object}", reliability="middle", needs="NT,")
OTHERS = Shape("(?P<t>[VI]){count}m(?=i)", reliability="high", needs="Nmi")
DOER_PAST = Shape(
    "(?P<t>V)(?:t?[AXPEw]){1,4}(?:pt?[^NVJIFGDZLRS.;:,t]{1,4})?{count}{of}{mods}{object}", reliability="middle"
)


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number whose verb stands at the end of the clause, or before all else."""
    if sentence.lexicon.verb_last:
        for shape in (NAMED, DEMONYM, ALONE, AFTER_BE, CLAIMED, FRONTED, FRONTED_ALONE, ONE, ONE_FRONTED):
            yield from shape.proposals(sentence, __name__)
    if sentence.lexicon.verb_first:
        yield from DOER.proposals(sentence, __name__)
        if not sentence.lexicon.has_articles and sentence.lexicon.prefixes:
            for shape in (DOER_PAST, DATED, OTHERS):
                yield from shape.proposals(sentence, __name__)
