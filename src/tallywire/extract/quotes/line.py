"""A sentence seen by its words of saying: the verb with its helpers, and the quotation marks around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tallywire.catalog.sayings import Sayings, Verb
from tallywire.extract.tokens import Tokens

OPENING = frozenset("\"“„«»'‘")
CLOSING = frozenset("\"”»«“'’")
# Two tokens at most make a mark: ''.
_MARK = 2

Range = tuple[int, int]  # tokens first..last (exclusive)


@dataclass(frozen=True, slots=True)
class Marks:
    """All quotation marks of a text: the tokens that each pair holds, in order."""

    held: tuple[Range, ...]
    firsts: tuple[int, ...]

    @classmethod
    def of(cls, spans: Sequence[tuple[int, int]], tokens: Tokens) -> Marks:
        """The marks around spans of the text."""
        starts = tokens.starts
        found = ((bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans)
        held = tuple(inside for inside in found if inside[0] < inside[1])
        return cls(held, tuple(first for first, _ in held))

    def inside(self, at: int) -> Range | None:
        """The quotation around a token."""
        index = bisect_right(self.firsts, at) - 1
        return self.held[index] if index >= 0 and at < self.held[index][1] else None

    def opened(self, words: list[str], at: int) -> Range | None:
        """The quotation whose opening mark the token is, or begins."""
        if words[at] not in OPENING:
            return None
        index = bisect_right(self.firsts, at + _MARK) - 1
        return self.held[index] if index >= 0 and at < self.held[index][0] else None

    def closed(self, words: list[str], at: int) -> Range | None:
        """The quotation whose closing mark stands right before a token."""
        if at <= 0 or words[at - 1] not in CLOSING:
            return None
        index = bisect_right(self.firsts, at - 1) - 1
        return self.held[index] if index >= 0 and self.held[index][1] < at <= self.held[index][1] + _MARK else None

    def within(self, first: int, last: int) -> range:
        """Numbers of the quotations that begin in a stretch of tokens."""
        return range(bisect_left(self.firsts, first), bisect_left(self.firsts, last))


class Line:
    """Tokens first..last (exclusive) of one sentence, with what its readers need."""

    def __init__(self, tokens: Tokens, span: tuple[int, int], lists: Sayings, marks: Marks) -> None:
        self.tokens, self.words, self.lists, self.marks = tokens, tokens.words, lists, marks
        self.first, self.last = span

    def inside(self, at: int) -> Range | None:
        """The quotation around a token."""
        return self.marks.inside(at)

    def opened(self, at: int) -> Range | None:
        """The quotation whose opening mark the token is, if the sentence has such a token."""
        return self.marks.opened(self.words, at) if at < self.last else None

    def closed(self, at: int) -> Range | None:
        """The quotation whose closing mark stands right before a token of the sentence."""
        return self.marks.closed(self.words, at) if at > self.first else None

    def word(self, at: int) -> str:
        """A word of the sentence, empty past its end."""
        return self.words[at] if at < self.last else ""

    def is_adverb(self, at: int) -> bool:
        """Whether a word may stand between helper and verb: "repeatedly", "also"."""
        word, lists = self.words[at], self.lists
        if word in lists.adverbs:
            return True
        return word.endswith(lists.adverb_end) and word not in lists.not_adverbs and not self.tokens.capital(at)

    def comma(self, start: int) -> int:
        """The first comma outside quotation marks, else the end of the sentence."""
        for at in range(start, self.last):
            if self.words[at] == "," and self.marks.inside(at) is None:
                return at
        return self.last


@dataclass(slots=True)
class Group:
    """A verb of saying with its helpers, "has repeatedly said": tokens first..last (exclusive), the verb at `at`."""

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
    first, passive = at, False
    while first > line.first and (words[first - 1] in lists.helpers or line.is_adverb(first - 1)):
        first -= 1
        passive = passive or (words[first] in lists.be and verb.form == "past")
    if first == at > line.first and not _is_verb(line, at, verb):
        return None
    last = at + 1
    if last + 1 < line.last and line.is_adverb(last):  # "called again for", "said explicitly that"
        last += words[last + 1] in verb.particles or words[last + 1] in lists.that
    particle = line.word(last) in verb.particles
    return Group(first, at, last + particle, verb, passive, particle)


def _is_verb(line: Line, at: int, verb: Verb) -> bool:
    """Not "the report", "his claims", "calls from", "the United States", "security questions": nouns."""
    words, lists, before = line.words, line.lists, line.words[at - 1]
    if before == "'s" or before in lists.articles or (before in lists.prepositions and verb.form != "ing"):
        return False
    if verb.form in {"past", "ing"} or words[at] not in lists.nouns_too:
        return True
    if line.tokens.capital(at) and not line.tokens.capital(line.first + 1):  # a headline has capitals all over
        return False
    if verb.form == "base":
        return before.endswith("s") or before in lists.leads_base
    return _opens_words(line, at + 1, verb)


def _opens_words(line: Line, at: int, verb: Verb) -> bool:
    """Whether what follows "claims" or "reports" shows them to be verbs: "claims the town", "reports that"."""
    if at >= line.last:
        return False
    word = line.words[at]
    if word in verb.particles or word in line.lists.opens_content:
        return True
    return line.tokens.capital(at) or line.opened(at) is not None
