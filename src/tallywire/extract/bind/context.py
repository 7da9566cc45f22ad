"""What the document pass carries from sentence to sentence: typed sentences, actors met, quotations, speakers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tallywire.catalog.actors import Actor, actors
from tallywire.catalog.lexicon import Lexicon
from tallywire.claims.article import Article
from tallywire.extract.bind.attribution import Attribution, attributions
from tallywire.extract.chunks import Chunker, Typed
from tallywire.extract.quotes import Quotations
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import Tokens

WARRING = frozenset({"country", "armed_group"})


@dataclass(slots=True)
class Context:
    """One document while its figures are bound. Sentences are typed when first looked at."""

    article: Article
    tokens: Tokens
    lexicon: Lexicon
    chunker: Chunker
    sentences: list[Sentence]
    quotations: Quotations
    _typed: dict[int, Typed] = field(default_factory=dict)
    _spoken: dict[int, list[Attribution]] = field(default_factory=dict)
    _sides: list[Actor] | None = None

    def typed(self, index: int) -> Typed:
        """A sentence with its chunks."""
        typed = self._typed.get(index)
        if typed is None:
            typed = self._typed[index] = self.chunker.typed(self.sentences[index])
        return typed

    def spoken(self, index: int) -> list[Attribution]:
        """The attributions of a sentence."""
        found = self._spoken.get(index)
        if found is None:
            found = self._spoken[index] = attributions(self.typed(index), self.lexicon)
        return found

    def sides(self) -> list[Actor]:
        """Countries and armed groups that the text names, most often named first."""
        if self._sides is None:
            self._sides = _sides(self)
        return self._sides

    def enemy(self, side: str | None) -> Actor | None:
        """The side most often named beside another: whose loss it is when that other one strikes."""
        return next((actor for actor in self.sides() if actor.id != side), None) if side else None


def side_actor(actor: Actor) -> Actor | None:
    """The country or armed group an actor stands for, if it can be a side of a war."""
    if actor.type in WARRING:
        return actor
    return actors().by_id.get(actor.side) if actor.side else None


def _sides(context: Context) -> list[Actor]:
    counts: Counter[str] = Counter()
    known, tokens = actors(), context.tokens
    text = tokens.text
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        if not text[start].isupper():
            continue
        actor = known.forms.get(word) or known.acronyms.get(text[start:end])
        side = side_actor(actor) if actor is not None else None
        if side is not None:
            counts[side.id] += 1
    return [known.by_id[id_] for id_, _ in counts.most_common()]
