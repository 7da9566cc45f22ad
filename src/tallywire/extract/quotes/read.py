"""The quotes of a text: verbs of saying meet the words in marks, and speakers are carried on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import compress, count
from typing import TYPE_CHECKING

from tallywire.catalog import sayings as catalog
from tallywire.claims.reading import Cue, Quote, QuoteSource
from tallywire.extract.quotes.draft import Draft, draft
from tallywire.extract.quotes.indirect import headed, sayings
from tallywire.extract.quotes.line import Marks
from tallywire.extract.quotes.saying import Saying
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
    if lists.order is not None:
        voices.speak_on(found)
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
        found.extend(_drafts(voices, index, sayings(voices.line(index), hits)))
    spoken = {told.sentence for told in found}
    for sentence in voices.sentences:
        if sentence.kind in _HEADS and sentence.index not in spoken and ":" in words[sentence.first : sentence.last]:
            found.extend(_drafts(voices, sentence.index, headed(voices.line(sentence.index))))
    return found


def _drafts(voices: Voices, index: int, told: list[Saying]) -> Iterator[Draft]:
    line = voices.line(index)
    return (found for saying in told if (found := draft(line, saying, index)) is not None)


def _quote(tokens: Tokens, told: Draft) -> Quote:
    start, end = tokens.starts[told.parts[0][0]], tokens.ends[told.parts[-1][1] - 1]
    source = None
    if told.speaker is not None:
        first, last = tokens.span(*told.speaker)
        source = QuoteSource(first, last, told.name or tokens.text[first:last])
    cue = None if told.saying is None else Cue(*tokens.span(*told.saying.cue))
    return Quote(start, end, told.direct, source, cue)
