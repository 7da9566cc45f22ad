"""Participles that are nouns too, and verbs before those they befell: "un herido", "murieron en Gaza 12 personas".

Only for languages whose article counts one ("un", "ein"): there a participle takes no object without a verb to help it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

# "en Gaza", "el lunes", "dall'inizio della guerra": what may stand between a verb and whom it befell
_WHERE = "(?:t?T(?:[tfw]{0,4}w)?|p[^NVJIFGLSR.;:,]{0,5}[AXEwT])"
_STANDS = "[HB]{0,2}r[rpoftTw]{0,3}"
# but "un corps de pompiers" is no body
ONE = Shape("{one}[mw]?(?P<t>V|[DJ](?!f))(?=[^AXPENatV]|$)", reliability="middle", needs="a")
# "un palacio de nueve pisos dañado"
STATE_ONE = Shape("{one}{few}{object}(?:f[OT])?[AXmw]{0,2}{term}(?![^N.;:]{0,4}[BH])", reliability="low", needs="aV")
ANOTHER = Shape("(?P<n>m)(?:{few}{people})?[^NVJIFGLS.;:?!,]{0,4}?{aux}{term}", reliability="middle", needs="mB")
ANOTHER_DIED = Shape("(?P<n>m)(?:{few}{people})?[HBwnT]{0,3}{died}", reliability="middle", needs="mI")
DIED_ONE = Shape("{died}T?{one}{few}{people}", reliability="middle", needs="aI")
DIED_THERE = Shape("{died}" + _WHERE + "m?{count}{of}{mods}{people}", reliability="middle", needs="NI")
NAMED_DIED_THERE = Shape("{died}" + _WHERE + "m?{count}{few}{name}", reliability="middle", needs="NIA")
ONE_DIED_THERE = Shape("{died}" + _WHERE + "{one}{few}{people}", reliability="low", needs="aI")
DONE_THERE = Shape("{does}w?" + _WHERE + "m?{count}{of}{mods}{object}", reliability="middle")
ONE_DONE_THERE = Shape("{does}w?" + _WHERE + "{one}{few}{people}", reliability="low", needs="a")
# "capturaron a otros cinco", "ha ucciso il comandante e altre due persone"
OTHERS = Shape("{does}[wpo]{0,2}m{count}(?:{of}{mods}{object}|{bare})", reliability="middle", needs="Nm")
OTHERS_KILLING = Shape("{killing of}[wpo]?t?m{count}{of}{mods}{object}", reliability="middle", needs="NmZ")
AFTER_DEFINITE = Shape("{does}[wpo]?t{few}[PE],?[c&]w?t?m?{count}{of}{mods}{object}", reliability="middle", needs="Nt")
# "12 soldados rusos muertos el lunes", "30 feriti la scorsa notte"
STATE = Shape("{count}{of}{mods}{object}{few}(?P<t>V)", reliability="middle", needs="NV")
ALONE = Shape("{count}[mw]?(?P<t>V)(?![AXwm]?[PE])", reliability="middle", needs="NV")
# "12 soldados heridos fueron evacuados": the verb says what befell them
STATE_THEN = Shape("{count}(?:{of}{mods}{object}[AXwm]?)?V[AXwmp]{0,4}?{aux}{term}", reliability="high", needs="NVB")
# "deux des blessés sont dans un état grave"
OF_THEM = Shape("{count}m?f[te]?(?P<t>[VJ])", reliability="high", needs="NfV")
# "12 blessés, dont deux grièvement"
INCLUDING = Shape("i{count}w?{bare}", reliability="middle", needs="Ni", inherits=True)
# "los heridos ascienden a 40", "les morts sont au nombre de 12", "le perdite russe sarebbero di 257.930 uomini"
TOLL = Shape(
    "t(?P<t>[VD])[^NVJIFGLS.;:,]{0,6}?(?:" + _STANDS + "|B[wpf]{0,2}x?f?){count}", reliability="middle", needs="tN"
)
# "asciende a 45 el número de muertos", "sono saliti a 45 i morti"
TOLL_FIRST = Shape("r[rpoTw]{0,3}{count}t(?:w?xft?)?w?(?P<t>[VDJ])", reliability="middle", needs="rNt")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the numbers, and one for a single victim, that stand beside a participle or behind a verb."""
    if not sentence.lexicon.one:
        return
    for shape in _BY_VERBS:
        yield from shape.proposals(sentence, __name__)
    for shape in (ONE, STATE_ONE, STATE, ALONE, OF_THEM, TOLL, TOLL_FIRST):
        yield from (proposal for proposal in shape.proposals(sentence, __name__) if _is_noun(sentence, proposal))
    for shape in (ANOTHER, ANOTHER_DIED):
        for proposal in shape.proposals(sentence, __name__):
            entry = sentence.chunks[proposal.number].entry
            if entry is not None and entry.tag == "another":
                yield proposal


_BY_VERBS = (
    *(DIED_ONE, DIED_THERE, NAMED_DIED_THERE, ONE_DIED_THERE, DONE_THERE, ONE_DONE_THERE),
    *(OTHERS, OTHERS_KILLING, AFTER_DEFINITE, STATE_THEN, INCLUDING),
)


def _is_noun(sentence: Typed, proposal: Proposal) -> bool:
    """Whether the term is a noun or a participle, which says what state somebody is in."""
    entry = sentence.chunks[proposal.term].entry if proposal.term is not None else None
    return entry is not None and entry.tag in {"participle", "past", "noun", "adjective"}
