"""Which of several readings of one number is likelier: a linear score over where the word of harm stands.

"The army freed ⟦25⟧ abducted girls": 25 freed, or 25 abducted? Both stand beside the number; the deed the sentence
tells is the verb. What tells them apart in thirteen languages is little and the same: before the noun or after it,
beside it or past another word of harm, inside a relative clause, at the end where verbs stand last. Each such feature
has a weight in `catalog/rivals.toml`, which `scripts/eval --train` writes from the sentences of `eval/rivals.txt`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal

# Chunks between number and word of harm, in steps: beside, in the noun phrase, in the clause, further.
_STEPS = ((1, "beside"), (2, "near"), (4, "in the phrase"), (8, "in the clause"))
# Kinds that leave open what became of people or things: "losses", "casualties".
_ANY_FATE = frozenset({"lost", "casualties"})
_HARM = re.compile("[VJDIFGZ]")


def ranked(sentence: Typed, rivals: Sequence[Proposal]) -> Sequence[Proposal]:
    """The proposals for one number, likeliest first; of two that score alike, the one whose rule's name is first."""
    if len(rivals) == 1:
        return rivals
    weights = _weights()
    return sorted(
        rivals, key=lambda one: (-sum(weights.get(name, 0) for name in features(sentence, one)), one.rule, one.term)
    )


def features(sentence: Typed, proposal: Proposal) -> tuple[str, ...]:
    """What a proposal is like: its shape's reliability, and where its word of harm stands to number and noun."""
    found = [f"bin {proposal.bin}", f"rule {proposal.rule}"]
    found.append("noun unnamed" if proposal.object is None else "noun named")
    if proposal.inherits:
        found.append("inherits")
    if proposal.term is not None:
        found.extend(_of_term(sentence, proposal, proposal.term))
    return tuple(found)


def _of_term(sentence: Typed, proposal: Proposal, term: int) -> list[str]:
    """Where the word of harm stands."""
    parts, number, noun = sentence.parts, proposal.number, proposal.object
    between = parts[min(term, number) + 1 : max(term, number)]
    where = "before" if term < number else "inside" if noun is not None and term < noun else "after"
    far = next((name for reach, name in _STEPS if proposal.distance <= reach), "far")
    found = [f"{where} {far}", f"{where} as {parts[term]}"]
    if sentence.lexicon.verb_last:
        found.append(f"verb last: {where}")
    if "R" in between:
        past = _HARM.search(between, between.index("R")) is not None
        found.append("past a relative clause" if past else "in a relative clause")
    elif _HARM.search(between):
        found.append(f"{where} past another word of harm")
    entry = sentence.chunks[term].entry
    if entry is not None and entry.kind in _ANY_FATE:
        found.append(f"{where}, any fate")
    if "," in between:
        found.append(f"{where} past a comma")
    if parts[term - 1 : term] in {"B", "H"}:
        found.append("after an auxiliary")
    if parts[term + 1 : term + 2] in {"", ".", ";"}:
        found.append("closes the sentence")
    return found


@lru_cache(maxsize=1)
def _weights() -> dict[str, int]:
    table = tomllib.loads(files("tallywire.catalog").joinpath("rivals.toml").read_text("utf8"))
    return dict(table["weights"])
