"""What the document pass carries from sentence to sentence: typed sentences, actors met, quotations, speakers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tallywire.catalog.actors import Actor, actors
from tallywire.catalog.lexicon import Lexicon
from tallywire.claims.article import OWN_SEGMENTS, Article
from tallywire.extract.bind.attribution import Attribution, attributions
from tallywire.extract.chunks import Chunker, Typed
from tallywire.extract.draft import Draft
from tallywire.extract.quotes import Quotations
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import Tokens

# Words from a name in the genitive to its attack: "Rusya'nın gece boyunca Odesa'ya düzenlediği saldırıda".
_CLAUSE = 10
# "ofensiva del movimiento Hamás": words from an attack to a name after it.
_OF_ATTACK = 3
# Where only two sides are named, one is the other's enemy.
_TWO = 2
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
    figures: list[Draft] = field(default_factory=list)  # in the order of the text
    _typed: dict[int, Typed] = field(default_factory=dict)
    _spoken: dict[int, list[Attribution]] = field(default_factory=dict)
    _opening: set[str] = field(default_factory=set)  # sides named in the headline or the first sentence
    _names: dict[str, Counter[str]] = field(default_factory=dict)
    _sides: tuple[list[Actor], list[Actor]] | None = None

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
        return self._parties()[0]

    def striker(self) -> Actor | None:
        """The side whose attacks the text names most: "Russian missiles", "a Houthi drone"."""
        strikers = self._parties()[1]
        return strikers[0] if strikers else None

    def enemy(self, side: str | None) -> Actor | None:
        """The side most often named beside another and not with it: whose loss it is when that other one strikes."""
        if not side:
            return None
        with_it = actors().by_id[side].side or side  # Hamas and Palestine are no enemies
        others = (one for one in self.sides() if one.id not in {side, with_it} and (one.side or one.id) != with_it)
        return next((actor for actor in others if self.is_subject(actor)), None)

    def is_subject(self, side: Actor) -> bool:
        """Whether the text is about a side: it names it more than once, or in its headline or first sentence."""
        return len(self.sides()) == _TWO or self.is_prominent(side)

    def is_prominent(self, side: Actor) -> bool:
        """Whether the text names a side more than once, or in its headline or first sentence."""
        self.sides()
        return side.id in self._opening or sum(self._names[side.id].values()) > 1

    def is_named_as(self, side: Actor, other: Actor) -> bool:
        """Whether the text names two sides alike: as often, and both or neither at its head."""
        alike = (side.id in self._opening) == (other.id in self._opening)
        return alike and sum(self._names[side.id].values()) == sum(self._names[other.id].values())

    def written(self, actor: Actor) -> str:
        """A side as the text writes it most often."""
        self.sides()
        return self._names[actor.id].most_common(1)[0][0]

    def attacks_after(self, token: int, first: int | None = None) -> bool:
        """Whether a word of attack stands right after a name: "Russian shelling", "Houthi missile fire".

        `token` is the one after the name, `first` the one it begins with.
        """
        if self._of_attack(token - 1 if first is None else first, token):
            return True
        words = self.tokens.words[token : token + 2]
        before = token - 2
        behind = before >= 0 and not self.lexicon.compounds  # but "Drohnen iranischer Bauart"
        if behind and not self.tokens.capital(token - 1) and self.tokens.words[before] in self.lexicon.attacks:
            return True  # "bombardeos rusos", "frappes israéliennes"
        if before > 0 and self._describes(before) and self.tokens.words[before - 1] in self.lexicon.attacks:
            return not self.tokens.capital(token - 1)  # "ataque aéreo ruso", "حمله پهپادی روسیه"
        if words and words[0] in self.lexicon.passage.get("side.by_ending", ()):  # "İsrail'in Lübnan'a saldırılarında"
            return not self.lexicon.attacks.keys().isdisjoint(self.tokens.words[token + 1 : token + _CLAUSE])
        if any(word in self.lexicon.attacks for word in words) or " ".join(words) in self.lexicon.attacks:
            return True
        entry = self.lexicon.singles.get(words[0]) if words else None
        return entry is not None and entry.kind == "launched"

    def _of_attack(self, first: int, last: int) -> bool:
        """ "ataques de Israel contra Gaza", "удары Израиля по Ливану", where verbs may stand before their subject."""
        words, passage = self.tokens.words, self.lexicon.passage
        if not self.lexicon.verb_first or passage["side.towards"].isdisjoint(words[last : last + 1]):
            return False
        before = words[max(0, first - _OF_ATTACK) : first]
        if self.lexicon.prefixes and before and before[-1] in passage["side.from"]:
            return True  # "מאיראן לעבר ישראל": fired from there
        while before and self._is_small(before[-1]):
            before.pop()
        return bool(before) and before[-1] in self.lexicon.attacks

    def _is_small(self, word: str) -> bool:
        """ "ofensiva del movimiento Hamás en": what stands between an attack and whose it was."""
        entry = self.lexicon.singles.get(word)
        return word not in self.lexicon.attacks and (entry is None or entry.part in "ftw")

    def _describes(self, token: int) -> bool:
        """Whether a word may be an adjective between an attack and whose it was."""
        entry = self.lexicon.singles.get(self.tokens.words[token])
        return entry is None or entry.part in "wEU"

    def name(self, side: Actor, words: str, *, opening: bool) -> None:
        """Remember how the text writes a side, and whether it opens with it."""
        self._names.setdefault(side.id, Counter())[words] += 1
        if opening:
            self._opening.add(side.id)

    def _parties(self) -> tuple[list[Actor], list[Actor]]:
        if self._sides is None:
            self._sides = _parties(self)
        return self._sides


def side_actor(actor: Actor) -> Actor | None:
    """The country or armed group an actor stands for, if it can be a side of a war."""
    if actor.type in WARRING:
        return actor
    return actors().by_id.get(actor.side) if actor.side else None


def _parties(context: Context) -> tuple[list[Actor], list[Actor]]:
    """Sides by how often they are named, and by how often an attack is called theirs."""
    named: Counter[str] = Counter()
    striking: Counter[str] = Counter()
    words, starts, text = context.tokens.words, context.tokens.starts, context.tokens.text
    small, end = context.chunker.small, len(words)
    own = (at for s in context.sentences if s.kind in OWN_SEGMENTS for at in context.chunker.opening_names(s))
    first = next((s for s in context.sentences if s.kind == "body"), None)
    opens = first.last if first is not None else end
    for at in own:
        if text[starts[at]].islower() and words[at] not in small:
            continue
        chunk = context.chunker.actor(at, end)
        side = side_actor(chunk.actor) if chunk is not None and chunk.actor is not None else None
        if chunk is not None and side is not None:
            named[side.id] += 1
            context.name(side, context.tokens.said(chunk.first, chunk.last), opening=at < opens)
            if context.attacks_after(chunk.last, chunk.first):
                striking[side.id] += 1
    by_id = actors().by_id
    return [by_id[id_] for id_, _ in named.most_common()], [by_id[id_] for id_, _ in striking.most_common()]
