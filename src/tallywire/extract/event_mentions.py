"""Where a text mentions events: "a strike on Kharkiv" tells of one, "the attack" may be one told of before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, count

from tallywire.catalog.happenings import Trigger, around_triggers, opening_words, triggers
from tallywire.catalog.lexicon import Lexicon
from tallywire.claims.article import OWN_SEGMENTS
from tallywire.claims.reading import Event
from tallywire.extract.draft import Draft
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import Tokens

_NOT_DONE_REACH = 3  # tokens before the trigger
_DETERMINED = 3  # tokens before it in which "the" or "another" stands: "the latest Russian missile strike"


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens first..last (exclusive) that tell an event; `figures` are those of its sentence that are its own.

    `event` is what its own sentence tells, `kept` the place of the event it is a mention of among the article's. `many`
    are several events, of which no figure is one's: "600 clashes".
    """

    first: int
    last: int
    sentence: Sentence
    trigger: Trigger
    event: Event | None = None
    figures: list[Draft] = field(default_factory=list)
    kept: int | None = None
    many: bool = False


def mentions(tokens: Tokens, sentences: Sequence[Sentence], near: Collection[int]) -> list[Mention]:
    """The mentions of the article's own text; those in plain words only in the sentences `near` a figure."""
    words = tokens.words
    opening = list(compress(count(), map(opening_words(plain=False).__contains__, words)))
    if near:
        opening = _with_plain(opening, words, [sentences[index] for index in near])
    found: list[Mention] = []
    end = 0
    for at, sentence in _within(opening, sentences):
        trigger = _trigger(words, at) if at >= end else None
        if trigger is None or (trigger.plain and (sentence.index not in near or _is_name(tokens, at, sentence))):
            continue
        end = at + 1 + len(trigger.rest)
        if trigger.type is not None and not _is_not_done(tokens, sentence.first, at):
            found.append(Mention(at, end, sentence, trigger))
    return found


def _with_plain(opening: list[int], words: Sequence[str], near: Sequence[Sentence]) -> list[int]:
    is_plain = opening_words(plain=True).__contains__
    for sentence in near:
        opening.extend(
            compress(range(sentence.first, sentence.last), map(is_plain, words[sentence.first : sentence.last]))
        )
    return sorted(set(opening))


def _within(opening: Sequence[int], sentences: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Each trigger with its sentence, where that is the article's own."""
    waiting = iter(sentences)
    sentence = next(waiting, None)
    for at in opening:
        while sentence is not None and sentence.last <= at:
            sentence = next(waiting, None)
        if sentence is not None and sentence.first <= at and sentence.kind in OWN_SEGMENTS:
            yield at, sentence


def _trigger(words: Sequence[str], at: int) -> Trigger | None:
    """The longest phrase that begins here."""
    for trigger in triggers()[words[at]]:
        if not trigger.rest or tuple(words[at + 1 : at + 1 + len(trigger.rest)]) == trigger.rest:
            return trigger
    return None


def _is_name(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """ "Air Combat Command": a plain word among capitals, outside of titles."""
    if sentence.kind == "headline" or not tokens.capital(at) or not sentence.first < at < sentence.last - 1:
        return False
    return tokens.capital(at - 1) and tokens.capital(at + 1)


def _is_not_done(tokens: Tokens, first: int, at: int) -> bool:
    not_done = around_triggers().not_done
    before = range(max(first, at - _NOT_DONE_REACH), at)
    # "on 5 May" says no "may"
    return any(tokens.words[one] in not_done and not (tokens.capital(one) and one > first) for one in before)


def is_another(mention: Mention, tokens: Tokens, lexicon: Lexicon) -> bool:
    """ "Another attack", "a separate raid": none of those told of."""
    another, singles = around_triggers().another, lexicon.singles
    for word in tokens.words[max(mention.sentence.first, mention.first - _DETERMINED) : mention.first]:
        entry = singles.get(word)
        if word in another or (entry is not None and (entry.part == "m" or entry.tag == "another")):
            return True
    return False


def is_known(mention: Mention, tokens: Tokens, lexicon: Lexicon) -> bool:
    """ "The attack", "these strikes"; in a language without articles any that is told of bare."""
    if tokens.words[mention.first] in around_triggers().deeds:
        return False
    article = _article(mention, tokens, lexicon)
    return article == "t" if article else not lexicon.has_articles


def is_one(mention: Mention, tokens: Tokens, lexicon: Lexicon) -> bool:
    """ "A blast", not "blasts"; a language without articles does not tell."""
    return _article(mention, tokens, lexicon) == "a"


def _article(mention: Mention, tokens: Tokens, lexicon: Lexicon) -> str:
    """The part of the article or "this" before a mention."""
    for at in range(mention.first - 1, max(mention.sentence.first, mention.first - _DETERMINED) - 1, -1):
        entry = lexicon.singles.get(tokens.words[at])
        if entry is not None and entry.part in "ta":
            return entry.part
    return ""
