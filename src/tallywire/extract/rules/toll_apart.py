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
LAST_TOLL = Shape(
    "(?P<t>x)" + _BETWEEN + "{0,8}?" + _NUMBER + "[^NVJIFGD.;:,]{0,4}?r", reliability="middle", needs="Nxr"
)


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number that a toll has reached."""
    lexicon = sentence.lexicon
    if lexicon.verb_first:
        yield from FIRST.proposals(sentence, __name__)
        yield from _tolls(sentence, FIRST_TOLL)
    if lexicon.verb_last:
        yield from LAST.proposals(sentence, __name__)
        yield from SHARED.proposals(sentence, __name__)
        yield from _tolls(sentence, LAST_TOLL)
    if lexicon.verb_first or lexicon.verb_last:
        yield from NUMBER_OF.proposals(sentence, __name__)


def _tolls(sentence: Typed, shape: Shape) -> Iterator[Proposal]:
    """Words that name harm themselves: "the toll", not "the number"."""
    for proposal in shape.proposals(sentence, __name__):
        entry = sentence.chunks[proposal.term].entry if proposal.term is not None else None
        if entry is not None and entry.tag == "toll":
            yield proposal
