"""A figure in the making: what the shapes proposed, and what the document pass has bound so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from tallywire.claims.figure import (
    Count as CountKind,
)
from tallywire.claims.figure import (
    Kind,
    Per,
    Period,
    PlaceRef,
    Ref,
    Side,
    Source,
    Stance,
    Voice,
    What,
    Why,
)
from tallywire.extract.chunks import Chunk, Typed
from tallywire.extract.numbers import Count
from tallywire.extract.shape import Proposal


@dataclass(slots=True, eq=False)
class Draft:
    """One figure being read. `number` and `object` are chunks of `sentence`; `term` is a range of chunks."""

    sentence: Typed
    rule: str
    bin: str
    number: int
    object: int | None
    term: tuple[int, int] | None
    kind: Kind
    what: What
    count: Count
    term_at: tuple[Typed, int, int] | None = None  # where the term stands when it is in another sentence
    side: Side | None = None
    source: Source | None = None
    derived_from: tuple[Ref, ...] = ()
    via: tuple[str, ...] = ()
    voice: Voice = "own"
    stance: Stance = "asserted"
    running: CountKind | None = None
    period: Period | None = None
    place: PlaceRef | None = None
    blamed: Ref | None = None
    cause: str | None = None
    per: Per | None = None
    scope: tuple[str, ...] = ()
    subset_of: Draft | None = None
    of: Draft | None = None
    change_of: Draft | None = None
    previous_of: Draft | None = None
    like: Draft | None = None  # the figure whose kind and side a bare number shares
    why: list[Why] = field(default_factory=list)

    @classmethod
    def proposed(cls, sentence: Typed, proposal: Proposal, kind: Kind, what: What, count: Count) -> Draft:
        """A draft of a shape's proposal, its term still unknown."""
        return cls(sentence, proposal.rule, proposal.bin, proposal.number, proposal.object, None, kind, what, count)

    def lean_on(self, other: Draft, says: str) -> None:
        """Take the term from another figure, and say so."""
        self.term_at = other.term_at or ((other.sentence, *other.term) if other.term else None)
        self.note("kind", says, (other.sentence.start(other.number), other.sentence.end(other.number)))

    def sentences_before(self, sentence: Typed) -> int:
        """How many sentences before another this figure stands."""
        return sentence.sentence.index - self.sentence.sentence.index

    def note(self, name: str, says: str, span: tuple[int, int] | None = None) -> None:
        """Keep a step of the reading for `tallywire explain`."""
        start, end = span if span else (None, None)
        self.why.append(Why(name, says, start, end))

    @property
    def chunk(self) -> Chunk:
        """The chunk of the number."""
        return self.sentence.chunks[self.number]

    @property
    def noun(self) -> Chunk | None:
        """The chunk of what is counted."""
        return None if self.object is None else self.sentence.chunks[self.object]

    @property
    def anchor(self) -> int:
        """The chunk of the term, or of the number when the term stands elsewhere."""
        return self.number if self.term is None else self.term[0]

    def reach(self) -> tuple[int, int]:
        """First and last chunk that belong to the figure."""
        at = [self.number]
        at += [self.object] if self.object is not None else []
        at += [self.term[0], self.term[1] - 1] if self.term else []
        return min(at), max(at)
