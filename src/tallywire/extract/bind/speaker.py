"""Names of speakers: where one begins and ends, and which words can speak at all."""

from __future__ import annotations

import re
from functools import lru_cache

from tallywire.catalog.lexicon import Lexicon
from tallywire.catalog.lexicon import lexicon as lexicon_of
from tallywire.extract.chunks import Typed

NONE: frozenset[str] = frozenset()


def is_medium(sentence: Typed, at: int) -> bool:
    """Whether a chunk names an agency or a network."""
    actor = sentence.chunks[at].actor
    return actor is not None and actor.type in {"social", "media"}


def name_end(sentence: Typed, first: int) -> int:
    """Where a name that begins at `first` ends."""
    parts = sentence.parts
    at = first + _is_one(sentence, first)
    lexicon = sentence.lexicon
    units = not lexicon.has_articles or (lexicon.verb_last and not lexicon.compounds)
    inside = _IN_NAMES | {"U"} if units else _IN_NAMES  # "очільник області", "Bölge Valisi"
    while at < len(parts) and parts[at] in inside and at - first < _LONGEST_NAME:
        if parts[at] == "c" and (at + 1 >= len(parts) or parts[at + 1] not in "AXPwE"):
            break
        at += 1
    while at > first and parts[at - 1] in "tfcam":
        at -= 1
    return at


def name_start(sentence: Typed, last: int) -> int:
    """Where a short name that ends before `last` begins."""
    first = last - 1
    while first and sentence.parts[first - 1] in "wAXt'":
        first -= 1
    return first


def _is_one(sentence: Typed, at: int) -> bool:
    """ "according to one source": the number belongs to the name."""
    count = sentence.chunks[at].count if at < len(sentence.chunks) else None
    return count is not None and count.value == 1


_IN_NAMES = frozenset("AXPwtEfmac'DJx")


_LONGEST_NAME = 10


def speaks(sentence: Typed, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether words can be a speaker: a name, or a noun that speaks."""
    if first >= last:
        return False
    for at in range(first, last):
        chunk = sentence.chunks[at]
        if chunk.part in "AX" or is_speaker_word(sentence, at, lexicon):
            return True
        if chunk.part == "P" and any(
            sentence.tokens.words[t] in lexicon.speaker_heads for t in range(chunk.first, chunk.last)
        ):
            return True
    return False


def is_report(sentence: Typed, at: int, lexicon: Lexicon) -> bool:
    """ "A report said": a word of saying that is the speaker itself."""
    return sentence.parts[at] == "S" and is_speaker_word(sentence, at, lexicon)


def is_speaker_word(sentence: Typed, at: int, lexicon: Lexicon) -> bool:
    """Whether a chunk is a noun or pronoun that speaks."""
    word = sentence.tokens.words[sentence.chunks[at].first]
    if word in lexicon.speaker_heads or word in lexicon.person_pronouns or word in lexicon.body_pronouns:
        return True
    return lexicon.compounds and sentence.parts[at] in "XP" and _ends_in_speaker(lexicon.lang, word)


# "Polizeisprecher", "Bürgermeisteramt": the last part of a compound has at least so many letters.
_HEAD = 5


@lru_cache(maxsize=10_000)
def _ends_in_speaker(lang: str, word: str) -> bool:
    heads = lexicon_of(lang).speaker_heads
    return any(word[at:] in heads for at in range(2, len(word) - _HEAD + 1))


def is_person(sentence: Typed, first: int, last: int) -> bool:
    """Whether chunks are a bare name: "Valentyn Reznichenko"."""
    chunks = sentence.chunks[first:last]
    return all(c.part == "X" or (c.actor is not None and c.actor.type == "person") for c in chunks)


def of_a_name(sentence: Typed, at: int, lexicon: Lexicon) -> bool:
    """A speaker, or in a script without capitals any unknown word, which may belong to a name."""
    if is_speaker_word(sentence, at, lexicon):
        return True
    first = sentence.chunks[at].first
    if sentence.parts[at] == "w" and at and sentence.tokens.capital(first) and sentence.parts[at - 1] in "tf":
        return True  # "le ministère russe de la Défense"
    if sentence.tokens.words[first] in lexicon.passage.get("source.sorts", NONE):
        return True  # "une source médicale"
    parts = lexicon.passage.get("place.parts", NONE)
    if at and sentence.parts[at - 1] in "XA" and sentence.tokens.words[first] in parts:
        return True  # "the governor of the Mykolaiv region"
    plain = sentence.parts[at] == "w" and sentence.chunks[at].entry is None
    return plain and sentence.tokens.named(first) and not sentence.tokens.capital(first)


def in_marks(sentence: Typed, cue: int, lexicon: Lexicon) -> tuple[int, int, str | None] | None:
    """ "Группировка «Лев» заявила": a name that is written in marks."""
    if lexicon.has_articles and not lexicon.compounds:
        return None
    quoted = _QUOTED_NAME.search(sentence.parts[:cue])
    return (quoted.start(), cue, None) if quoted else None


# The mark after a name that is written in marks stands right before the word of saying
_QUOTED_NAME = re.compile(r"[wPXA]{1,3}\"X[AXw]{0,3}\"\Z")


def pronoun_of(sentence: Typed, first: int, last: int, lexicon: Lexicon) -> tuple[int, int, str | None] | None:
    """The last pronoun among these chunks, and whether it means a person or a body."""
    for at in range(last - 1, first - 1, -1):
        word = sentence.tokens.words[sentence.chunks[at].first]
        if word in lexicon.person_pronouns:
            return at, at + 1, "person"
        if word in lexicon.body_pronouns:
            return at, at + 1, "body"
    return None


def before_letters(parts: str, at: int) -> int:
    """ "the Integrated Office (BINUH) said": the name ends before its letters in brackets."""
    return max(parts.rfind("(", 0, at), 0) or at if parts[at - 1 : at] == ")" else at
