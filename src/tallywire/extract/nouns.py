"""What a number counts: its noun, a noun beside the word of harm, or what was counted before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallywire.claims.figure import Kind, What
from tallywire.extract.chunks import Chunk, Typed
from tallywire.extract.draft import Draft
from tallywire.extract.numbers import Count
from tallywire.extract.shape import Proposal, applies, what_of

# Kinds that an unknown noun may suffer: "five scientists were killed", but not "lost 12 games", "released two albums".
BY_PEOPLE = frozenset({"killed", "wounded", "casualties", "abducted", "detained", "missing", "displaced"})
# "two soldiers dead and six wounded": the six are soldiers too; but not women or children of women or children.
_SHARED = frozenset({"combatant", "police", "civilian"})
# Of these a bare number says nothing: "launched two".
_NEEDS_NOUN = frozenset({"launched", "intercepted", "recaptured"})
# A number's noun stands at most so many chunks after it.
_REACH = 5
# Figures back that a number without a noun may lean on.
_LEAN = 4


def count_of(chunk: Chunk) -> Count:
    """The number of a chunk; an indefinite victim is one."""
    return chunk.count or Count(1, 1, 1, "exact", None, chunk.first, chunk.last)


def bounded(sentence: Typed, number: int, noun: int | None) -> Count:
    """The number of a chunk with what bounds it behind its noun: "12 personas al menos", "12 شخصا على الأقل"."""
    count = count_of(sentence.chunks[number])
    after = sentence.chunks[noun + 1].entry if noun is not None and noun + 1 < len(sentence.chunks) else None
    if count.modifier != "exact" or noun is None or noun < number or after is None or after.part != "h":
        return count
    side, _, bound = after.tag.partition(":")
    if side == "before" or bound not in {"at_least", "at_most"}:
        return count
    most = bound == "at_most"
    low, high = (0, count.high) if most else (count.low, None)
    return replace(count, low=low, best=None, high=high, modifier="at_most" if most else "at_least")


def noun_after(sentence: Typed, at: int) -> int | None:
    """The chunk of the noun that the number at chunk `at` counts; no verb or comma may stand between."""
    first = at + 1
    if sentence.parts[first : first + 1] == "f":  # "two of his brothers"
        first += 1 + (sentence.parts[first + 1 : first + 2] == "t")
    for noun in range(first, min(first + _REACH, len(sentence.parts))):
        part = sentence.parts[noun]
        if part in "PE" and sentence.parts[noun + 1 : noun + 2] not in {"P", "E"}:
            return None if names_body(sentence, noun) else noun
        if part not in "AXwmPEJ'":
            return None
    return None


def names_body(sentence: Typed, noun: int | None) -> bool:
    """ "An ethnic rebel group": no rebel is counted; but "two rebel group members"."""
    if noun is None or sentence.parts[noun] != "P" or sentence.parts[noun + 2 : noun + 3] == "P":
        return False
    following = sentence.chunks[noun + 1 : noun + 2]
    fighting = sentence.lexicon.passage.get("taking.fighting", frozenset())
    return any(sentence.tokens.words[chunk.first] in fighting for chunk in following)


def counted_nouns(sentence: Typed) -> Iterator[tuple[int, int, What]]:
    """Every "two men", "one more child", "a girl" of a sentence: the chunks of number and noun, and what it counts."""
    for at, part in enumerate(sentence.parts):
        noun = noun_after(sentence, at) if part in "Na" else None
        what = what_of(sentence.chunks[noun]) if noun is not None else None
        if noun is not None and what is not None:
            yield at, noun, what


def what_counted(sentence: Typed, proposal: Proposal, kind: Kind, before: Sequence[Draft]) -> What | None:
    """What the number counts; None when that cannot suffer the kind of harm, or is not told."""
    if proposal.object is None:
        return _unnamed(sentence, proposal, kind, before)
    noun = sentence.chunks[proposal.object]
    if noun.part in "wX" and kind not in BY_PEOPLE:
        return None
    what = (what_of(noun) if noun.part in "PE" else None) or "person"
    what = _qualified(sentence, proposal.number, proposal.object, what)
    return what if applies(kind, what) else None


def _qualified(sentence: Typed, number: int, noun: int, what: What) -> What:
    """ "five women civilians", "army officers": a noun before the head may say more than the head."""
    if sentence.parts[noun + 1 : noun + 3] == "cP" and what_of(sentence.chunks[noun + 2]) != what:
        return "person"  # "600 soldiers and civilians": counted together
    if what not in {"person", "police"}:
        return what
    first, last = sorted((number, noun))
    for chunk in sentence.chunks[first + 1 : last]:
        beside = what_of(chunk)
        if chunk.part == "P" and beside is not None and beside != "person":
            return beside
        words = sentence.tokens.words[chunk.first : chunk.last]
        if what == "police" and not sentence.lexicon.passage["side.military"].isdisjoint(words):
            return "combatant"
    return "combatant" if what == "police" and _is_of_army(sentence, number, noun) else what


# Chunks around a bare rank that tell whose it is: "three soldiers and an officer", "an officer of the Malian army".
_BEFORE_RANK, _BEHIND_RANK = 10, 5


def _is_of_army(sentence: Typed, number: int, noun: int) -> bool:
    """Whether a word that may mean policemen or soldiers means soldiers here."""
    passage, words, parts = sentence.lexicon.passage, sentence.tokens.words, sentence.parts
    if not is_rank(sentence, noun):
        return False
    last = min(noun + _BEHIND_RANK, len(parts) - 1)
    behind = words[sentence.chunks[noun].last : sentence.chunks[last].last]
    if parts[noun + 1 : noun + 2] == "f" and not passage["side.military"].isdisjoint(behind):
        return True
    first = max(0, number - _BEFORE_RANK)
    beside = (at for at in range(first, number) if parts[at] == "P" and what_of(sentence.chunks[at]) == "combatant")
    return any(set(parts[at + 1 : number]) <= _JOINED for at in beside)


def is_rank(sentence: Typed, noun: int) -> bool:
    """Whether a noun is one of policemen as of soldiers: "officer"."""
    return sentence.word(noun) in sentence.lexicon.passage.get("side.ranks", frozenset())


# What may stand between "soldiers" and the officer beside them.
_JOINED = frozenset("fAXw,cta")


def _unnamed(sentence: Typed, proposal: Proposal, kind: Kind, before: Sequence[Draft]) -> What | None:
    if _is_loose(sentence.chunks[proposal.number]) and sentence.parts[proposal.number + 1 : proposal.number + 2] != "m":
        return None
    beside = _beside_term(sentence, proposal, kind)
    if beside is not None:
        return beside
    if proposal.term is not None and sentence.parts[proposal.term] == "x":
        return "person" if applies(kind, "person") else None  # "12 fighters died; the toll is at 17"
    for draft in reversed(before[-_LEAN:]):
        if kind not in BY_PEOPLE and applies(kind, draft.what):
            return draft.what
        if kind in BY_PEOPLE and draft.sentence is sentence and applies(kind, draft.what):
            return draft.what if draft.what in _SHARED else "person"
    if kind in _NEEDS_NOUN:
        return None
    return "person" if applies(kind, "person") else "other"


def _beside_term(sentence: Typed, proposal: Proposal, kind: Kind) -> What | None:
    """ "civilian deaths", "Russia's military has taken 100,000 casualties"."""
    term = proposal.number if proposal.term is None else proposal.term
    first, last = sorted((proposal.number, term))
    start = first - 1 if sentence.parts[first] == "D" and first else first  # "civilian deaths"
    for at in range(last - 1, start - 1, -1):
        chunk = sentence.chunks[at]
        what = what_of(chunk)
        if sentence.parts[at : at + 2] == "PU" or "i" in sentence.parts[first:at]:
            continue  # "the toll from jihadist attacks": not jihadists died; nor are five, two of them women, women
        if chunk.part in "PE" and what is not None and applies(kind, what):
            return what
    if sentence.parts[term] == "D" and kind in BY_PEOPLE and _is_military(sentence, first):
        return "combatant"
    return None


def _is_loose(chunk: Chunk) -> bool:
    """ "injuring several", "several wounded": a vague word without a noun is left unread."""
    return chunk.count is not None and chunk.count.modifier == "vague" and chunk.count.value < 10


def _is_military(sentence: Typed, first: int) -> bool:
    """Whether an army is the one that suffers, in the clause before chunk `first`."""
    start = max(sentence.parts.rfind(mark, 0, first) for mark in ",;:.") + 1
    words = sentence.tokens.words[sentence.chunks[start].first : sentence.chunks[first].first]
    return "L" in sentence.parts[start:first] and not sentence.lexicon.passage["side.military"].isdisjoint(words)
