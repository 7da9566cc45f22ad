"""Participles that are nouns too, and verbs before those they befell: "un herido", "murieron en Gaza 12 personas".

Only for languages whose article counts one ("un", "ein"): there a participle takes no object without a verb to help it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

# "en Gaza", "el lunes", "dans la ville de Gaza": what may stand between a verb and those it befell
_WHERE = "(?:t?T|p[^NVJIFGLSR.;:,]{0,5}[AXEwT])"
_STANDS = "[HB]{0,2}r[rpoftTw]{0,3}"
ONE = Shape("{one}[mw]?(?P<t>[VDJ])(?=[^AXPENatV]|$)", reliability="middle", needs="a")
ANOTHER = Shape("(?P<n>m)(?:{few}{people})?[^NVJIFGLS.;:?!,]{0,4}?{aux}{term}", reliability="middle", needs="mB")
ANOTHER_DIED = Shape("(?P<n>m)(?:{few}{people})?[HBwnT]{0,3}{died}", reliability="middle", needs="mI")
DIED_ONE = Shape("{died}T?{one}{few}{people}", reliability="middle", needs="aI")
DIED_THERE = Shape("{died}" + _WHERE + "m?{count}{of}{mods}{people}", reliability="middle", needs="NI")
ONE_DIED_THERE = Shape("{died}" + _WHERE + "{one}{few}{people}", reliability="low", needs="aI")
HURT_THERE = Shape("B{term}w?" + _WHERE + "m?{count}{of}{mods}{object}", reliability="middle", needs="NB")
ONE_HURT_THERE = Shape("B{term}w?" + _WHERE + "{one}{few}{people}", reliability="low", needs="aB")
# "capturaron a otros cinco", "ha ferito gravemente altre 12 persone"
OTHERS = Shape("{does}[wpo]{0,2}m{count}(?:{of}{mods}{object}|{bare})", reliability="middle", needs="Nm")
# "12 soldados rusos muertos el lunes", "30 feriti la scorsa notte"
STATE = Shape("{count}{of}{mods}{object}{few}(?P<t>V)", reliability="middle", needs="NV")
ALONE = Shape("{count}[mw]?(?P<t>V)(?![AXwm]?[PE])", reliability="middle", needs="NV")
# "12 soldados heridos fueron evacuados": the verb says what befell them
STATE_THEN = Shape("{count}(?:{of}{mods}{object}[AXwm]?)?V[AXwmp]{0,4}?{aux}{term}", reliability="high", needs="NVB")
# "deux des blessés sont dans un état grave"
OF_THEM = Shape("{count}m?f[te]?(?P<t>[VJ])", reliability="high", needs="NfV")
# "12 blessés, dont deux grièvement"
INCLUDING = Shape("i{count}w?{bare}", reliability="middle", needs="Ni", inherits=True)
# "los heridos ascienden a 40", "les morts sont au nombre de 12"
TOLL = Shape(
    "t(?P<t>V)[^NVJIFGLS.;:,]{0,6}?(?:" + _STANDS + "|B[wpf]{0,2}x?f?){count}", reliability="middle", needs="tVN"
)


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the numbers, and one for a single victim, that stand beside a participle or behind a verb."""
    if not sentence.lexicon.one:
        return
    for shape in (DIED_ONE, DIED_THERE, ONE_DIED_THERE, HURT_THERE, ONE_HURT_THERE, OTHERS, STATE_THEN, INCLUDING):
        yield from shape.proposals(sentence, __name__)
    for shape in (ONE, STATE, ALONE, OF_THEM, TOLL):
        yield from (proposal for proposal in shape.proposals(sentence, __name__) if _is_noun(sentence, proposal))
    for shape in (ANOTHER, ANOTHER_DIED):
        for proposal in shape.proposals(sentence, __name__):
            entry = sentence.chunks[proposal.number].entry
            if entry is not None and entry.tag == "another":
                yield proposal


def _is_noun(sentence: Typed, proposal: Proposal) -> bool:
    """Whether the term is a noun or a participle that is one too."""
    entry = sentence.chunks[proposal.term].entry if proposal.term is not None else None
    return entry is not None and entry.tag in {"participle", "noun", "adjective"}
