"""What an attack was made with: "attacked Ukraine with 23 drones", "struck the city using 12 missiles"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

WITH = Shape("[p&w]{count}{mods}(?P<o>E)(?![PEU])", reliability="high", needs="NE")
# Chunks back from the number to the verb: "attacked the country overnight on Monday with".
_REACH = 9


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of drones or missiles that were launched in an attack."""
    passage = sentence.lexicon.passage
    leads = passage.get("taking.with", frozenset())
    for proposal in WITH.proposals(sentence, __name__) if leads else ():
        chunks = sentence.chunks
        if sentence.tokens.words[chunks[proposal.number - 1].first] not in leads:
            continue
        for at in range(proposal.number - 2, max(-1, proposal.number - 2 - _REACH), -1):
            if sentence.parts[at] in ".;:N":
                break
            if sentence.tokens.words[chunks[at].first] in passage["taking.attacked"]:
                yield replace(proposal, term=at, kind="launched")
                break
