"""A noun alone is one where its article would be written with it: "مقتل جندي في الجنوب", "חייל נהרג"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

# The noun is number and what is counted at once; "the commander of the forces" is known.
_ONE = "(?<![tNaOem])(?P<n>(?=(?P<o>P))P)(?![tPN])"
DONE = Shape("(?P<t>[ZVI])" + _ONE, reliability="middle", needs="P")
BEFORE = Shape(_ONE + "[AXw]{0,2}?(?P<t>[VI])(?![wt]{0,2}[NPEAX])", reliability="low", needs="P")
# "مقتل جندي وإصابة ضابط", "رجل وطفلة"
SECOND = Shape("(?P<t>[ZVI])P[AXw]{0,2}?c" + _ONE, reliability="middle", needs="Pc")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose one for a noun in the singular that nothing makes definite."""
    lexicon = sentence.lexicon
    if lexicon.has_articles or not lexicon.prefixes:
        return
    for shape in (DONE, BEFORE, SECOND):
        for proposal in shape.proposals(sentence, __name__):
            entry = sentence.chunks[proposal.number].entry
            if entry is not None and entry.tag == "one":
                yield proposal
