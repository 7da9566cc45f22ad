"""Puts the quotes of a text together: words in marks meet their verbs of saying, and speakers are carried on."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tallywire.catalog.sayings import Sayings, sayings as words_of_saying
from tallywire.claims.reading import Cue, Quote, QuoteSource
from tallywire.extract.quotes.indirect import Saying, sayings
from tallywire.extract.quotes.line import Line, Marked

if TYPE_CHECKING:
    from tallywire.extract.bind.context import Context


def quotes(context: Context) -> tuple[Quote, ...]:
    lists = words_of_saying(context.lexicon.lang)
    if lists is None:
        return ()
    tokens = context.tokens
    cues = lists.cues
    hits = [at for at, word in enumerate(tokens.words) if word in cues]
    marked = tuple(_marked(context))
    froms = tuple(m.first for m in marked)
    found: list[Quote] = []
    index = 0
    for sentence in context.sentences:
        while index < len(hits) and hits[index] < sentence.first:
            index += 1
        start = index
        while index < len(hits) and hits[index] < sentence.last:
            index += 1
        if index == start:
            continue
        line = Line(tokens, tokens.words, sentence.first, sentence.last, lists, marked, froms)
        for saying in sayings(line, hits[start:index]):
            quote = _quote(line, saying)
            if quote is not None:
                found.append(quote)
    return tuple(found)


def _marked(context: Context) -> list[Marked]:
    starts = context.tokens.starts
    return [Marked(bisect_left(starts, a), bisect_left(starts, b)) for a, b in context.quotations.spans]


def _quote(line: Line, saying: Saying) -> Quote | None:
    ranges = [r for r in (saying.left, saying.right) if r is not None]
    if not ranges:
        return None
    first, last = ranges[0][0], ranges[-1][1]
    inside = line.inside(first)
    if inside: first = inside.first
    if last - 1 >= first and (inside := line.inside(last - 1)):
        last = inside.last
    while last > first and line.words[last - 1] in ",.;:!?\"”'": last -= 1
    if last <= first:
        return None
    tokens = line.tokens
    a, b = tokens.span(first, last)
    source = None
    if saying.speaker:
        s, e = tokens.span(*saying.speaker)
        source = QuoteSource(s, e, tokens.text[s:e])
    return Quote(a, b, False, source, Cue(*tokens.span(*saying.cue)))
