"""Part of those harmed: "of the wounded, 14 are children", "among the dead were two soldiers"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

OF_THE = Shape("(?:[fp]t|i)(?P<t>[VJD]),?[^NVJDI.;:]{0,3}?{count}B?{mods}{object}", reliability="high", needs="Nt")
# "Of the servicemen that the ministry reported killed, 742 belonged to ..."
REPORTED = Shape("[fp]t[^NVJI.;:,]{1,9}(?P<t>[VJ]),{count}", reliability="middle", needs="Nt,")
ALONE = Shape("[fp]t(?P<t>[VJD]),?B?{count}(?:B|{bare})", reliability="middle", needs="Nt")
# "three of the dead were children", "two of the wounded are in intensive care"
SOME_OF = Shape("{count}ft(?P<t>[VJD])(?:B[ta]?{mods}{object})?", reliability="middle", needs="Nft")
# "the injured were the driver, his wife and two other people"
WERE = Shape("t(?P<t>[VJD])B[^N.;:VJIFGS]{1,30}?(?:,c?|c){count}m?{mods}{object}", reliability="middle", needs="NtB")
INCLUDE = Shape("t(?P<t>[VJD])i{count}{mods}{object}", reliability="high", needs="Nit")

# "Серед поранених – четверо дітей", "среди погибших двое гражданских": no article, no verb
AMONG = Shape("p(?P<t>[VJD])[-,B]{0,2}{count}{mods}{object}", reliability="high", needs="Np")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose a number of those already called dead, wounded or missing."""
    for shape in (OF_THE, REPORTED, ALONE, SOME_OF, WERE, INCLUDE):
        yield from shape.proposals(sentence, __name__)
    among = sentence.lexicon.passage.get("side.among", frozenset())
    for proposal in AMONG.proposals(sentence, __name__) if among else ():
        if sentence.tokens.words[sentence.chunks[(proposal.term or 1) - 1].first] in among:
            yield proposal
