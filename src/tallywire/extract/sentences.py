"""Sentences: stretches of tokens inside one segment, cut at full stops and line breaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count

from tallywire.claims.article import Article, Segment, SegmentKind
from tallywire.extract.tokens import Tokens

_STOPS = frozenset({".", "!", "?", "…", "...", "....", "؟", "۔"})
_CLOSERS = frozenset({'"', "”", "'", ")", "]", "»", "“"})
_OPENERS = frozenset({'"', "“", "‘", "'", "«", "(", "[", "„"})
_BULLETS = frozenset({"•", "-", "–", "—", "*", "·", "▪", "◦", "●", "►", "‣"})
# A line at least this long that ends without a stop was wrapped by a machine: the sentence goes on.
_WRAPPED = 60
# Tokens; the longest sentence of 2,000 news reports has 221. What is longer is an endless list or torn text, and is
# cut: rules look at each number beside each other one, which took 88 s for 3,000 numbers in 33 kB.
_LONGEST = 300


class Sentence:
    """Tokens first..last (exclusive) of one segment, and whether a paragraph or a list item begins there."""

    def __init__(  # noqa: PLR0913 - its fields; no dataclass, which is made at a third of the speed
        self, index: int, first: int, last: int, *, segment: int, kind: SegmentKind, opens_line: bool, item: bool
    ) -> None:
        self.index, self.first, self.last, self.segment = index, first, last, segment
        self.kind, self.opens_line, self.item = kind, opens_line, item


def sentences(
    tokens: Tokens, article: Article, short: frozenset[str], ordinal_leads: frozenset[str] = frozenset()
) -> list[Sentence]:
    """The sentences of all segments, in order; `short` are words before a full stop that ends no sentence.

    Nor does a stop after a number that one of `ordinal_leads` stands before: "am 24. Februar".
    """
    found: list[Sentence] = []
    points = _Points(short, ordinal_leads)
    stops = list(compress(count(), map(_STOPS.__contains__, tokens.words)))
    cuts = sorted(tokens.breaks.union(stops))  # nowhere else may a sentence end
    for number, segment in enumerate(article.segments):
        first = bisect_left(tokens.starts, segment.start)
        last = bisect_left(tokens.starts, segment.end)
        if segment.kind != "boilerplate" and first < last:
            inside = cuts[bisect_left(cuts, first) : bisect_left(cuts, last)]
            for span in _bounded(_cut(tokens, (first, last), inside, points)):
                found.append(_sentence(tokens, len(found), span, (number, segment)))
    return found


def _sentence(tokens: Tokens, index: int, span: tuple[int, int], place: tuple[int, Segment]) -> Sentence:
    first, last = span
    number, segment = place
    opens = first in tokens.breaks
    item = opens and tokens.words[first] in _BULLETS and first + 1 < last
    kind = segment.kind
    return Sentence(index, first + item, last, segment=number, kind=kind, opens_line=opens, item=item)


@dataclass(frozen=True, slots=True)
class _Points:
    """Words before a full stop that ends no sentence: "Gen." and, before a number, "am 24."."""

    short: frozenset[str]
    ordinal_leads: frozenset[str]


def _cut(tokens: Tokens, segment: tuple[int, int], cuts: Sequence[int], points: _Points) -> Iterator[tuple[int, int]]:
    first, last = segment
    words, breaks = tokens.words, tokens.breaks
    start = first
    for at in cuts:
        if at > start and at in breaks and _breaks(tokens, start, at):
            yield start, at
            start = at
        if words[at] in _STOPS and at + 1 < last and at + 1 > start and _ends(tokens, at, last, points):
            end = at + 1
            while end < last and words[end] in _CLOSERS and _closes(tokens, end):
                end += 1
            if end < last and end > start:
                yield start, end
                start = end
    if start < last:
        yield start, last


def _bounded(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same stretches, the endless ones in pieces."""
    return ((part, min(part + _LONGEST, end)) for start, end in spans for part in range(start, end, _LONGEST))


def _breaks(tokens: Tokens, start: int, at: int) -> bool:
    """Whether the line break before token `at` ends a sentence, or only wraps a long line."""
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
    if gap.count("\n") > 1 or tokens.words[at] in _BULLETS or tokens.words[at - 1] in _STOPS:
        return True
    line = tokens.text.rfind("\n", 0, tokens.ends[at - 1])
    long = tokens.ends[at - 1] - max(line, tokens.starts[start]) >= _WRAPPED
    return not (long and not tokens.named(at))


def _closes(tokens: Tokens, at: int) -> bool:
    """A quotation mark right after a stop, with no space between, closes the sentence before it."""
    return tokens.starts[at] == tokens.ends[at - 1]


def _ends(tokens: Tokens, at: int, last: int, points: _Points) -> bool:
    if at and tokens.words[at] == "." and _is_short(tokens, at, points):
        return False
    following = at + 1
    while following < last and tokens.words[following] in _CLOSERS and _closes(tokens, following):
        following += 1
    if following >= last:
        return True
    char = tokens.text[tokens.starts[following]]
    spaced = tokens.starts[following] > tokens.ends[following - 1]
    return spaced and (not char.islower())


def _is_short(tokens: Tokens, stop: int, points: _Points) -> bool:
    """Whether the word before a full stop is an abbreviation or an initial."""
    said = tokens.words[stop - 1]
    if tokens.ends[stop - 1] != tokens.starts[stop]:
        return False
    if said.isdecimal() and stop > 1:
        return tokens.words[stop - 2] in points.ordinal_leads
    return said in points.short or (len(said) == 1 and said.isalpha())
