"""A toll and where it stands: "casualties totaled 710", "the dead now numbered 29", "the death toll rose to 337"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

_STANDS = "(?:r[rpofTw]{0,3}|B[wr]?|[HwB]{0,2}r[rpofT]{0,2}|Bw?r[op]?|BSp)"
# "rose from 12 to 15": the first number is not where the toll stands
_AT_LAST = "(?!(?<=rpN)[opw]N)"
NOUN = Shape(
    "(?P<t>[DJ])(?!U)[^NVI.;:]{0,10}?" + _STANDS + '[to]?"?{count}(?![U(]|ft?x)' + _AT_LAST,
    reliability="middle",
    needs="N",
)
FROM_TO = Shape("(?P<t>[DJx])[^NVI.;:]{0,18}?rpN[op]{count}", reliability="high", needs="Nrp")
# Verb-last order: "die Zahl der Toten ist auf 27 gestiegen"
RISEN = Shape("(?P<t>[DJx])[^NVI.;:]{0,8}?[BH][po]{count}w?r", reliability="middle", needs="Nr")
# "the dead of a missile strike on a block of flats in the city, in the south-east, now numbered 29"
DEAD_OF = Shape("t(?P<t>[DJ])f[^NVI.;:]{1,22}?r[rp]{0,2}{count}", reliability="middle", needs="Nrf")
NUMBER_OF = Shape(
    "xf[^NDVJI.;:]{0,6}?(?P<t>[DVJI])[^N.;:]{0,18}?" + _STANDS + '[ot]?"?{count}' + _AT_LAST,
    reliability="high",
    needs="Nx",
)
TOLL = Shape(
    "(?P<t>x)[^NDVJI.;:]{0,9}?(?:" + _STANDS + "|f|op|[fro])[ot]?{count}" + _AT_LAST,
    reliability="middle",
    needs="Nx",
)
TOLL_ROSE = Shape("(?P<t>x)[^NDVJI.;:]{0,18}?H?w?ro?{count}" + _AT_LAST, reliability="middle", needs="Nxr")
TOLL_PASSED = Shape("(?P<t>x)[HT]?{count}", reliability="middle", needs="Nx")
# "put the dead police and militia members at 43"
PUT_AT = Shape("S[twA]{0,3}(?:xf)?(?P<t>[DJVx])[^NVI.;:]{0,6}?p{count}", reliability="middle", needs="NS")
# "the toll has passed 40,000", "the number of casualties exceeded 100,000", "brings the number of dead to 15"
PASSED = Shape("xft?(?P<t>[DJVI])[Ho]?{count}", reliability="middle", needs="Nx")
# "bring to eight the number of journalists killed"
BROUGHT = Shape(
    "(?:o|r[wp])[tH]?{count}txft?(?:{mods}{object}[^NDVJI.;:]{0,5}?)?(?P<t>[DVJI])", reliability="high", needs="Nx"
)
BROUGHT_TOLL = Shape("(?:o|r[wp]){count}t?w?(?P<t>x)", reliability="middle", needs="Nx")
# "bringing its total losses since February 2022 to 812,670"
UP_TO = Shape("(?P<t>D)(?:p?T){1,2}o{count}{bare}", reliability="middle", needs="NDTo")
OF = Shape("(?P<t>[DJ])f{count}", reliability="middle", needs="Nf")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number that a toll has reached."""
    for shape in (NOUN, FROM_TO, RISEN, DEAD_OF, NUMBER_OF, PUT_AT, PASSED, BROUGHT, UP_TO, OF):
        yield from shape.proposals(sentence, __name__)
    for shape in (TOLL, TOLL_ROSE, TOLL_PASSED, BROUGHT_TOLL):
        for proposal in shape.proposals(sentence, __name__):
            entry = sentence.chunks[proposal.term].entry if proposal.term is not None else None
            if entry is not None and entry.tag == "toll":  # "the number of", "the total" name no harm themselves
                yield proposal
