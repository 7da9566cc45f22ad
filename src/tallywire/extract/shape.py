"""Shapes: patterns over the parts of a sentence that propose a number with the word of harm it belongs to.

A shape is written in the letters of `catalog/entry.py` with a few names in braces:

    {count}   the number          {object}  what is counted: people or things
    {term}    the word of harm    {mods}    words between number and noun: "15 Ethiopian army soldiers"
    {gap}     a relative clause or apposition between the noun and its verb
    {aux}     were, have been, had reportedly been

Shapes only propose. Which proposal wins, and who said it of whom and when, is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tallywire.catalog.kinds import lattice
from tallywire.claims.figure import Kind, What
from tallywire.extract.chunks import Chunk, Typed

_NAMES = {
    "{count}": "(?P<n>N)",
    "{one}": "(?P<n>a)",
    "{of}": "(?:fm?[te]?)?",
    "{mods}": "[AXwmJVPE']{0,4}?",
    "{few}": "[AXwm]{0,3}?",
    "{object}": "(?P<o>[PE])(?![PEU])",
    "{people}": "(?P<o>P)(?![PU])",
    "{name}": "(?P<o>A)(?![PEXw'])",
    "{noun}": "(?P<o>[wX])",
    # No other number, verb of harm or end of clause inside; one clause between commas may hold its own number.
    # A verb of its own ("were held") may stand before the verb of harm, or in a relative clause, but not in both.
    "{gap}": "(?:[^NVJIFGLS.;:?!,BR]{0,9}?(?:R[^NVJIFGLS.;:?!,]{0,9}?)?|[^NVJIFGLS.;:?!,R]{0,9}?)"
    "(?:,[^.;:VJIFG]{1,10}?,R?|\\([^)]{1,9}\\)|-[^-.;:VJIFG]{1,9}-|,?i[^.;:VJIFG,]{1,6}?,?)?"
    "[^NVJIFGLS.;:?!,R]{0,8}?",
    # one victim alone: the verb must be near, past no other noun with an article of its own
    "{near}": "(?:R[^NVJIFGLS.;:?!,]{1,8}?)?[^NVJIFGLS.;:?!,a]{0,6}?",
    "{aux}": "H?[wn]?B[wnSTo,c]{0,4}H?B?w?",
    "{term}": "(?P<t>[VJ])",
    "{died}": "(?P<t>I)",
    "{deaths}": "(?P<t>D)",
    "{does}": "(?P<t>[VFG])",
    "{killing of}": "(?P<t>Z)",
    # What may follow a bare number that stands for people: "wounding three, the government said".
    "{bare}": "(?=[,.;:cpTSR)\"yt?!-]|$)",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number with a term and, where there is one, the noun counted: chunk indexes within one sentence.

    `inherits` marks a number whose kind comes from the figure before it ("including three children"); `whole` is the
    chunk of M in "N of the M". `bin` is the reliability bin of the shape; `distance` how far number and term stand.
    """

    rule: str
    bin: str
    number: int
    object: int | None
    term: int | None
    inherits: bool = False
    whole: int | None = None
    change: int | None = None
    earlier: bool = False  # the value before: "2,788 (2,685 a day earlier)"
    kind: Kind | None = None  # where several words together tell it: "took 12 people hostage"

    @property
    def distance(self) -> int:
        """Chunks between the number and its term."""
        return abs(self.term - self.number) if self.term is not None else 0


class Shape:
    """One pattern over parts. `needs` are letters without which it cannot match, looked for first."""

    def __init__(
        self, pattern: str, *, reliability: str, needs: str = "N", inherits: bool = False, earlier: bool = False
    ) -> None:
        for name, letters in _NAMES.items():
            pattern = pattern.replace(name, letters)
        self.pattern = re.compile(pattern)
        self.reliability, self.needs, self.inherits, self.earlier = reliability, frozenset(needs), inherits, earlier

    def proposals(self, sentence: Typed, rule: str) -> Iterable[Proposal]:
        """Every place where the sentence has this shape; a number may be proposed by several."""
        # Most shapes lack a letter: told before a generator is made, that is half of what reading a sentence costs.
        return self._found(sentence.parts, rule) if self.needs <= sentence.letters else ()

    def _found(self, parts: str, rule: str) -> Iterator[Proposal]:
        at = 0
        while match := self.pattern.search(parts, at):
            at = match.start("n") + 1
            named = match.groupdict()
            yield Proposal(
                rule=rule.rpartition(".")[2],
                bin=self.reliability,
                number=match.start("n"),
                object=match.start("o") if named.get("o") else None,
                term=match.start("t") if named.get("t") else None,
                inherits=self.inherits,
                whole=match.start("all") if named.get("all") else None,
                change=match.start("change") if named.get("change") else None,
                earlier=self.earlier,
            )


_BOTH: dict[frozenset[str], Kind] = {
    frozenset({"killed", "wounded"}): "casualties",
    frozenset({"killed", "captured"}): "lost",
    frozenset({"casualties", "killed"}): "killed",  # "shot and killed"
    frozenset({"casualties", "wounded"}): "wounded",  # "shot and wounded"
    frozenset({"destroyed", "damaged"}): "lost",
    frozenset({"destroyed", "captured"}): "lost",
}


_TRIPLES = frozenset({f",{one}c{other}" for one in "VJ" for other in "VJ"})


def kind_of(sentence: Typed, term: int) -> tuple[Kind | None, int, int]:
    """The kind a term names and the chunks it covers: "killed or wounded" is one word of kind casualties."""
    entry = sentence.chunks[term].entry
    if entry is None or entry.kind is None:
        return None, term, term + 1
    parts = sentence.parts
    if parts[term + 1 : term + 5] in _TRIPLES:
        named = [sentence.chunks[at].entry for at in (term, term + 2, term + 4)]
        told = {one.kind for one in named if one is not None and one.kind is not None}
        if len(told) > 1:  # "killed, wounded or kidnapped"
            return ("casualties" if told <= {"killed", "wounded", "casualties"} else "lost"), term, term + 5
    for other, first in ((term + 2, term), (term - 2, term - 2)):
        joined = 0 <= other < len(parts) and parts[min(term, other) + 1] == "c"
        if not joined or parts[other] not in "VFGDJ":
            continue
        beside = sentence.chunks[other].entry
        both = _BOTH.get(frozenset({entry.kind, beside.kind or ""})) if beside else None
        owns = (other > term and parts[other + 1 : other + 2] == "N") or (
            other < term and parts[other - 1 : other] == "N" and parts[term + 1 : term + 2] == "N"
        )
        if both and not owns:
            return both, first, first + 3
    return entry.kind, term, term + 1


def what_of(chunk: Chunk | None) -> What | None:
    """What a noun counts; None for a name or an unknown noun."""
    return chunk.entry.what if chunk is not None and chunk.entry is not None else None


def applies(kind: Kind, what: What | None) -> bool:
    """Whether this can be said of that; an unknown noun is taken for people."""
    return lattice().applies(kind, what or "person")
