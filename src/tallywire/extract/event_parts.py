"""The parts of an event that its sentence tells: the actors in it, the place behind the trigger, the time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from tallywire.catalog.actors import BYSTANDERS
from tallywire.catalog.calendar import calendar
from tallywire.catalog.happenings import Trigger, around_triggers
from tallywire.catalog.place_words import place_words
from tallywire.claims.figure import Period, PlaceRef
from tallywire.extract.chunks import Chunk, Chunker
from tallywire.extract.sentences import Sentence
from tallywire.extract.tokens import Tokens

_PLACE_REACH = 4  # small words between a trigger's preposition and the place


def named_in(chunker: Chunker, first: int, last: int) -> list[Chunk]:
    """Countries, groups and bodies among these tokens that can act in a conflict."""
    found: list[Chunk] = []
    end = first
    for at in compress(range(first, last), map(chunker.openers.__contains__, chunker.words[first:last])):
        one = chunker.actor(at, last) if at >= end else None
        if one is not None and one.actor is not None:
            end = one.last
            found.extend([one] if one.actor.type not in _NO_ACTORS else [])
    return found


_NO_ACTORS = BYSTANDERS | {"person"}


def place_of(
    chunker: Chunker, sentence: Sentence, at: int, trigger: Trigger, named: Sequence[Chunk]
) -> PlaceRef | None:
    """The name that stands where this trigger, which ends at token `at`, has its place."""
    inside = frozenset(token for one in named for token in range(one.first + 1, one.last))
    found = _name_from(chunker, at, sentence.last) if "object" in trigger.takes else None
    if found is None and "from" in trigger.takes:
        found = _behind(chunker, (at, sentence.last), around_triggers().before_place["from"], inside)
    if found is None:
        found = _behind(chunker, (at, sentence.last), around_triggers().before_place["on"], inside)
    return PlaceRef(found) if found else None


def _behind(
    chunker: Chunker, span: tuple[int, int], prepositions: frozenset[str], inside: frozenset[int]
) -> str | None:
    """The first place behind one of the prepositions; the "of" inside a body's name opens none."""
    for at in range(span[0], span[1] - 1):
        if chunker.words[at] in prepositions and at not in inside:
            found = _name_from(chunker, at + 1, span[1])
            if found:
                return found
    return None


def _begin(tokens: Tokens, at: int, last: int) -> int:
    """The first token that is no small word like "the city of"."""
    skipped = around_triggers().skipped
    while at < last - 1 and tokens.words[at] in skipped:
        at += 1
    return at


def _name_from(chunker: Chunker, at: int, last: int) -> str | None:
    """A run of capitalised words that is a country or no actor at all."""
    tokens = chunker.tokens
    begin = end = _begin(tokens, at, last)
    if begin - at > _PLACE_REACH:
        return None
    while end < last and _is_name(tokens, end) and (end == begin or tokens.starts[end] == tokens.ends[end - 1] + 1):
        end += 1
    if end == begin or (end == begin + 1 and tokens.words[begin] in place_words().common):
        return None
    actor = chunker.actor(begin, last)
    return tokens.said(begin, end) if actor is None or _is_place(tokens, actor) else None


def _is_place(tokens: Tokens, named: Chunk) -> bool:
    """Countries, and capitals that stand for a government: "missiles hit Kyiv"."""
    actor, name = named.actor, tokens.said(named.first, named.last)
    if actor is None or actor.type in {"country", "people"}:
        return actor is None or name not in actor.demonyms
    return actor.type == "official" and named.last == named.first + 1 and not name.isupper()


def _is_name(tokens: Tokens, at: int) -> bool:
    return tokens.capital(at) and tokens.words[at][:1].isalpha()


def period_of(tokens: Tokens, sentence: Sentence) -> Period | None:
    """The first words of time: "late on Friday night", "yesterday", "15 December 2022", "in June"."""
    words, times = tokens.words, _times()
    for at in range(sentence.first, sentence.last):
        if words[at] in times and (span := _time_at(tokens, sentence, at)):
            start, end = tokens.span(*span)
            return Period(tokens.text[start:end], start, end)
    return None


@lru_cache(maxsize=1)
def _times() -> frozenset[str]:
    words = calendar()
    return frozenset((*words.months, *words.weekdays, *words.relative, *words.night))


_DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_DAY_LEADS = frozenset({"early", "late", "last"})


def _time_at(tokens: Tokens, sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The tokens of a time around the one that told it; None for a month's name that tells none ("may")."""
    words = tokens.words
    before = words[at - 1] if at > sentence.first else ""
    after = words[at + 1 : min(at + 4, sentence.last)]
    if words[at] in calendar().months:
        if not calendar().start.isdisjoint(words[max(sentence.first, at - 3) : at]):
            return None  # "the war that began in February" says when the war began
        return _month_at(before, after, at) if tokens.capital(at) or before.isdigit() else None
    first = at - 1 if before in _DAY_LEADS else at
    return first, at + 2 if after[:1] and after[0] in _DAY_PARTS else at + 1


def _month_at(before: str, after: list[str], at: int) -> tuple[int, int] | None:
    first = at - 1 if before.isdigit() else at
    last = at + 1
    for word in after:
        if not (word.isdigit() or word in {",", "."}):
            break
        last = at + 1 + after.index(word) + 1 if word.isdigit() else last
    return (first, last) if first < at or last > at + 1 or before in {"in", "last", "since"} else None
