"""The quotes of a text: verbs of saying meet the words in marks, and speakers are carried on."""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress, count
from typing import TYPE_CHECKING

from tallywire.catalog import sayings as catalog
from tallywire.claims.reading import Cue, Quote, QuoteSource
from tallywire.extract.quotes.draft import Draft, draft
from tallywire.extract.quotes.indirect import headed, sayings
from tallywire.extract.quotes.line import Marks
from tallywire.extract.quotes.voices import Voices
from tallywire.extract.tokens import Tokens

if TYPE_CHECKING:
    from tallywire.extract.bind.context import Context


# Where a colon says who speaks.
_HEADS = frozenset({"headline", "related"})


def quotes(context: Context) -> tuple[Quote, ...]:
    """Who said what, in order: in marks or told in other words, each with its speaker as far as the text tells."""
    lists = catalog.sayings(context.lexicon.lang)
    if lists is None:
        return ()
    tokens, sentences = context.tokens, context.sentences
    marks = Marks.of(context.quotations.spans, tokens)
    voices = Voices(tokens, sentences, [sentence.first for sentence in sentences], marks, lists)
    found = _told(voices)
    taken: dict[int, Draft] = {}
    for told in found:
        for part in told.parts:
            for number in marks.within(*part):
                taken.setdefault(number, told)
    voices.go_on(taken)
    found.extend(voices.unclaimed(taken))
    found.sort(key=lambda draft: draft.parts[0])
    voices.name(found)
    return tuple(_quote(tokens, draft) for draft in found)


def _told(voices: Voices) -> list[Draft]:
    """What verbs of saying hold; sentences without one are never looked at."""
    words = voices.tokens.words
    by_sentence: dict[int, list[int]] = {}
    for at in compress(count(), map(voices.lists.cues.__contains__, words)):
        index = bisect_right(voices.firsts, at) - 1
        if index >= 0 and at < voices.sentences[index].last:
            by_sentence.setdefault(index, []).append(at)
    found: list[Draft] = []
    for index, hits in by_sentence.items():
        line = voices.line(index)
        found.extend(told for saying in sayings(line, hits) if (told := draft(line, saying, index)) is not None)
    for sentence in voices.sentences:
        if sentence.kind in _HEADS and not by_sentence.get(sentence.index):
            line = voices.line(sentence.index)
            saying = headed(line)
            told = None if saying is None else draft(line, saying, sentence.index)
            found.extend(() if told is None else (told,))
    return found


def _quote(tokens: Tokens, told: Draft) -> Quote:
    start, end = tokens.starts[told.parts[0][0]], tokens.ends[told.parts[-1][1] - 1]
    source = None
    if told.speaker is not None:
        first, last = tokens.span(*told.speaker)
        source = QuoteSource(first, last, told.name or tokens.text[first:last])
    cue = None if told.saying is None else Cue(*tokens.span(*told.saying.cue))
    return Quote(start, end, told.direct, source, cue)
