"""A number beside its state: "left two people dead and six wounded", "five others injured", "60 wounded soldiers"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

# Not "12 soldiers killed three rebels": there the verb has an object of its own.
_NO_OBJECT = "(?!(?:cV)?w?[Nat]|[AX]{0,2}[PE]|[AXw]{1,3}[PEX])"
NAMED = Shape("{count}{of}{mods}(?P<o>[PEA])m?w?{term}" + _NO_OBJECT, reliability="middle")
ALONE = Shape("{count}m?(?:i|ft?[wXAP'])?{term}" + _NO_OBJECT, reliability="middle")
# Hebrew: the adjective stands behind its noun, "76 כטב״מים אוקראיניים יורטו"
DESCRIBED = Shape("{count}{of}{mods}(?P<o>[PE])A{term}" + _NO_OBJECT, reliability="middle", needs="NA")
# "12 militants, army officer killed in clash": a headline's "and"
LISTED = Shape("{count}{mods}(?P<o>P),[AXwT]{0,2}P{term}(?=[p.T]|$)", reliability="middle", needs="N,P")
# "Six gunmen wanted for the raid killed: police": a headline leaves out who and were, twice
REDUCED = Shape("^{count}{mods}{object}w[^NVJIFGSBa.;:?!,]{1,6}?{term}(?=[:pT]|$)" + _NO_OBJECT, reliability="middle")
BEFORE = Shape("{count}m?w?{term}{few}{object}", reliability="middle")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose a number that a state follows with no verb between."""
    described = (DESCRIBED,) if sentence.lexicon.prefixes else ()
    headline = (REDUCED,) if sentence.sentence.kind == "headline" else ()
    for shape in (NAMED, ALONE, LISTED, *headline, *described):
        yield from shape.proposals(sentence, __name__)
    for proposal in BEFORE.proposals(sentence, __name__):
        yield replace(proposal, object=None) if _begins_clause(sentence, proposal) else proposal


def _begins_clause(sentence: Typed, proposal: Proposal) -> bool:
    """ "Seven Injured As Gunmen Attack": the noun is the subject of another clause."""
    if proposal.object is None or proposal.term is None:
        return False
    chunks = sentence.chunks
    between = sentence.tokens.words[chunks[proposal.term].last : chunks[proposal.object].first]
    return not sentence.lexicon.passage["source.openers"].isdisjoint(between)
