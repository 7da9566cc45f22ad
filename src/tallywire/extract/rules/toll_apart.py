"""A toll whose verb stands before or behind all else: "ارتفع عدد القتلى إلى 12", "ölü sayısı 12'ye yükseldi"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

_BETWEEN = "[^NVJIFGD.;:]"
_NUMBER = "{count}(?:{mods}{object})?"
FIRST = Shape(
    "[rB]" + _BETWEEN + "{0,4}?(?P<t>[DJV])" + _BETWEEN + "{0,8}?" + _NUMBER, reliability="middle", needs="Nr"
)
# "ارتفع عدد قتلى الغارة على الضاحية الجنوبية لبيروت يوم الجمعة إلى 50"
FIRST_FAR = Shape("rt?x?t?(?P<t>[DJV])" + _BETWEEN + "{0,16}?[po]{count}", reliability="middle", needs="Nr")
FIRST_TOLL = Shape(
    "[rB]" + _BETWEEN + "{0,3}?(?P<t>x)" + _BETWEEN + "{0,8}?" + _NUMBER, reliability="middle", needs="Nxr"
)
LAST = Shape("(?P<t>[DJV])" + _BETWEEN + "{0,8}?" + _NUMBER + "[^NVJIFGD.;:,]{0,4}?r", reliability="high", needs="Nr")
# "Ölenler 47 bin 318'e, yaralananlar da 109 bin 264'e çıktı": one verb for both
SHARED = Shape(
    "(?P<t>D)" + _BETWEEN + "{0,6}?{count}w?,[^N.;:]{0,6}?D" + _BETWEEN + "{0,6}?N[^NVJIFGD.;:,]{0,4}?r",
    reliability="middle",
    needs="Nr,",
)
# "شمار کشته‌شدگان", "عدد القتلى": the number of them, where no "of" is written
NUMBER_OF = Shape("xt?(?P<t>[DJV])" + _BETWEEN + "{0,9}?[ot]?" + _NUMBER, reliability="middle", needs="Nx")
# "عدد القتلى جراء الغارات على عدة مناطق وصل إلى 72": a long way to where it stands
REACHED = Shape("xt?(?P<t>[DJV])" + _BETWEEN + "{0,14}?r[pow]{0,2}{count}", reliability="middle", needs="Nxr")
# "Die Zahl der getöteten Palästinenser ist seit Oktober laut dem Ministerium auf 7.028 gestiegen"
RISEN = Shape("xt?(?P<t>[DJV])[^NVJIFGD.;:]{0,20}?p{count}w?r", reliability="middle", needs="Nxr")
# "عدد الشهداء 41909 والمصابين 97303": the second number of the same sum
AND_OF = Shape(
    "[xD][^NI.;:]{1,10}?N(?:[PE]?),?ct?(?P<t>[DJV])" + _BETWEEN + "{0,3}?{count}", reliability="middle", needs="Nc"
)
# "el número de muertos subió a 48 y el de heridos a 27", "e quello dei feriti a 27"
THAT_OF = Shape(
    "x[^.;:]{3,18}?N[^N.;:]{0,3}?c[tw]ft?(?P<t>[DJVI])[,wopr]{0,3}{count}", reliability="middle", needs="Nxc"
)
# "Sono circa 3.300 i feriti", "cifró en 9.700 los muertos"; "i militari morti nella Striscia sono almeno 247"
ARE = Shape("(?:B|[Sr][wT]{0,2}[pow])w?{count}T?t(?:(?P<o>P)[AXw]{0,2})?(?P<t>[DJV])", reliability="middle", needs="Nt")
VICTIMS_ARE = Shape(
    "t(?P<o>P)[AXw]{0,2}(?P<t>[VJ])[^NVJIFGDSLB.;:,]{0,6}?B{count}{bare}", reliability="middle", needs="NBt"
)
LAST_TOLL = Shape(
    "(?P<t>x)" + _BETWEEN + "{0,8}?" + _NUMBER + "[^NVJIFGD.;:,]{0,4}?r", reliability="middle", needs="Nxr"
)


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number that a toll has reached."""
    lexicon = sentence.lexicon
    if lexicon.verb_first:
        for shape in (FIRST, FIRST_FAR, THAT_OF, ARE, VICTIMS_ARE):
            yield from shape.proposals(sentence, __name__)
        yield from _tolls(sentence, FIRST_TOLL)
    if lexicon.verb_last:
        yield from LAST.proposals(sentence, __name__)
        yield from SHARED.proposals(sentence, __name__)
        yield from _tolls(sentence, LAST_TOLL)
    if lexicon.verb_first or lexicon.verb_last:
        yield from NUMBER_OF.proposals(sentence, __name__)
        for shape in (AND_OF, REACHED, RISEN):
            yield from shape.proposals(sentence, __name__)


def _tolls(sentence: Typed, shape: Shape) -> Iterator[Proposal]:
    """Words that name harm themselves: "the toll", not "the number"."""
    for proposal in shape.proposals(sentence, __name__):
        entry = sentence.chunks[proposal.term].entry if proposal.term is not None else None
        if entry is not None and entry.tag == "toll":
            yield proposal
