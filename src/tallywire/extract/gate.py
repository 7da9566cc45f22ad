"""The window gate: a number opens its sentence when harm stands in it or near it.

About one figure in eight has no word of harm in its own sentence ("The pace does not fall. Again over 700"), so the
window is the sentence, its neighbours, the head of its list or table, the headline, and the quotation around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tallywire.catalog.lexicon import Lexicon
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import Tokens

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence that may hold figures. `own` says that harm stands in the sentence itself."""

    sentence: Sentence
    own: bool


def openings(sentences: list[Sentence], tokens: Tokens, lexicon: Lexicon) -> list[Opening]:
    """The sentences to read, in order."""
    words = tokens.words
    harmed = [not lexicon.harm.isdisjoint(words[s.first : s.last]) for s in sentences]
    headline = any(harmed[s.index] for s in sentences if s.kind == "headline")
    found: list[Opening] = []
    for sentence in sentences:
        here = words[sentence.first : sentence.last]
        counts = not lexicon.numbers.isdisjoint(here) or _has_count(tokens, sentence, lexicon)
        own = harmed[sentence.index]
        counts = counts or ((own or sentence.item) and _counts_one(here, lexicon))
        if own and counts:
            found.append(Opening(sentence, own=True))
        elif not own and counts and _leans(sentence, here, lexicon):
            near = sentence.item or _near(harmed, sentence.index) or (headline and len(here) < _SHORT)
            found.extend([Opening(sentence, own=False)] if near else [])
    return found


def _leans(sentence: Sentence, here: list[str], lexicon: Lexicon) -> bool:
    """Whether a sentence without harm can take its kind from another: short, an item, or about a part of it."""
    return sentence.item or len(here) < _SHORT or not lexicon.parting.isdisjoint(here)


def _counts_one(here: list[str], lexicon: Lexicon) -> bool:
    """ "A woman was killed", "injured another": no number word, but a word for one and somebody in the singular."""
    if not lexicon.anothers.isdisjoint(here):
        return True
    ones, single = lexicon.ones, lexicon.single
    return any(not single.isdisjoint(here[at : at + _REACH]) for at, word in enumerate(here) if word in ones)


# A noun stands at most so many words after its article: "a young army officer", or is itself the one.
_REACH = 5
# A short sentence may lean on others; a long one has its own words.
_SHORT = 16
# Sentences before and after that count as the neighbourhood.
_BEFORE, _AFTER = 2, 1


def _near(harmed: list[bool], index: int) -> bool:
    return any(harmed[max(0, index - _BEFORE) : index + 1 + _AFTER])


def _has_count(tokens: Tokens, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether there are digits that are not plainly of a date: most are of a dateline or "on 24 February 2022"."""
    first, last = sentence.first, sentence.last
    if _DIGIT.search(tokens.text, tokens.starts[first], tokens.ends[last - 1]) is None:
        return False
    numbers = (at for at in range(first, last) if tokens.words[at][0].isdigit())
    return any(not _is_dated(tokens, at, sentence, lexicon) for at in numbers)


def _is_dated(tokens: Tokens, at: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "24 February", "Feb. 24", "January 90": a month stands beside it, as the chunker asks for one."""
    words = tokens.words
    if len(words[at]) > _DAY or not words[at].isdecimal():
        return False
    point = at > sentence.first + 1 and words[at - 1] == "."
    return any(
        sentence.first <= month < sentence.last
        and words[month] in lexicon.months
        and (not lexicon.capital_dates or tokens.capital(month))
        for month in (at + 1, at - 1 - point)
    )


_DAY = 2  # digits
