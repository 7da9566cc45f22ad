"""A sentence seen by its words of saying: helpers, adverbs, marks and the small words that open and close clauses."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from tallywire.catalog.sayings import Sayings, Verb
from tallywire.extract.tokens import Tokens

OPENING = frozenset("\"“„«'‘")
CLOSING = frozenset("\"”»“'’")
STOPS = frozenset({".", "!", "?", "…", "...", ";"})
DASHES = frozenset({"-", "--", "–", "—", "―"})
# "and" tokens between quotation marks and what they hold.
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """The tokens first..last (exclusive) inside one pair of quotation marks."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens first..last (exclusive) of one sentence, with what its readers need."""

    tokens: Tokens
    words: list[str]
    first: int
    last: int
    lists: Sayings
    marked: tuple[Marked, ...]  # of the whole text
    marked_from: tuple[int, ...]

    def inside(self, at: int) -> Marked | None:
        """The quotation marks around a token."""
        index = bisect_right(self.marked_from, at) - 1
        if index >= 0 and at < self.marked[index].last:
            return self.marked[index]
        return None

    def opened(self, at: int) -> Marked | None:
        """The quotation whose opening mark the token is (two tokens where the mark is '')."""
        index = bisect_right(self.marked_from, at + 2) - 1
        if index < 0 or self.words[at] not in OPENING:
            return None
        found = self.marked[index]
        return found if at < found.first <= at + 2 else None

    def closed(self, at: int) -> Marked | None:
        """The quotation whose closing mark stands right before token `at`."""
        if at <= 0 or self.words[at - 1] not in CLOSING:
            return None
        index = bisect_right(self.marked_from, at - 1) - 1
        if index < 0:
            return None
        found = self.marked[index]
        return found if found.last < at <= found.last + 2 else None

    def is_adverb(self, at: int) -> bool:
        """ "repeatedly", "also": may stand between helper and verb."""
        word = self.words[at]
        if word in self.lists["adverbs"]:
            return True
        return word.endswith(self.lists.adverb_end) and word not in self.lists["not_adverbs"] and not self.tokens.capital(at)


@dataclass(frozen=True, slots=True)
class Group:
    """A verb of saying with its helpers: "has repeatedly said"; tokens first..last (exclusive), the verb at `at`."""

    first: int
    at: int
    last: int
    verb: Verb
    passive: bool
    particle: bool  # "called for", "pointed out"


def group(line: Line, at: int) -> Group | None:
    """The verb at a token with its helpers, or None when the word is a noun or an adjective here."""
    words, lists = line.words, line.lists
    verb = lists.verbs[words[at]]
    helpers, first, passive = lists["helpers"], at, False
    while first > line.first and (words[first - 1] in helpers or line.is_adverb(first - 1)):
        first -= 1
        if words[first] in lists["be"] and verb.form == "past":
            passive = True
    if first > line.first and first == at and not _is_verb(line, at, verb):
        return None
    last = at + 1
    if last < line.last and line.is_adverb(last) and last + 1 < line.last:
        last += words[last + 1] in verb.particles or words[last + 1] == "that"
    particle = last < line.last and words[last] in verb.particles
    return Group(first, at, last + particle, verb, passive, particle)


def _is_verb(line: Line, at: int, verb: Verb) -> bool:
    """Not "the report", "his claims", "reports of", "calls from": a noun; nor "the reported attack"."""
    before = line.words[at - 1]
    if before == "'s" or before in line.lists["articles"] or (before in line.lists["prepositions"] and verb.form != "ing"):
        return False
    if verb.form in {"base", "third"} and at + 1 < line.last:
        return line.words[at + 1] not in {"of", "by", "from"} or line.words[at + 1] in verb.particles
    return True
