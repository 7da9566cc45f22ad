"""Binds the place: the name after "in", "near", "on" that stands nearest to the word of harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallywire.catalog import places
from tallywire.catalog.actors import Actor, fold
from tallywire.claims.figure import PlaceRef
from tallywire.extract.bind.context import Context, side_actor
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft

# "in Marib", "in the city of Marib", "near the village of Sin Gut", "in Yemen's Marib"
_AFTER_ATTACK = re.compile(r"[UwE](?P<place>X{1,3})")
_IN = re.compile(r"[pf][tw]?(?:[wEPX']{0,3}f)?t?(?P<place>[XA](?:'?[XA]){0,3})")


# "в суданском городе Эль-Фашир", "auf die ostukrainische Stadt Charkiw": a word for a town before its name
_TOWN = re.compile(r"[pf]t?[Aw]?(?P<head>[wPEX])(?P<place>X{1,3})")
# Portuguese "ataque russo a Kharkiv": its "to" is written as its article
_AGAINST = re.compile(r"(?<=[AwU])t(?P<place>X{1,3})")
# "Gazze'de", "Ukrayna'nın Harkiv kentinde": what tells a place stands after its name
_AT = re.compile(r"(?P<place>[XA]X{0,2})w?(?P<after>[pwE])")
# Scripts without capitals: "في مدينة خاركيف", "برفح"
_UNCASED = re.compile(r"(?P<head>[wEUP])?t?(?P<place>[wA])")
# A word that stands bare after "in" is a place's name only if so many live there: small ones share theirs with words.
_WELL_KNOWN = 100_000


def bind(draft: Draft, context: Context) -> None:
    """Bind the place of the same sentence, else that of the text (its dateline or first place named)."""
    place = _nearest(draft, context)
    if place is None and draft.subset_of is not None:
        draft.place = draft.subset_of.place
        return
    if place is not None:
        first, last = place
        words = draft.sentence.said(first, last)
        actor = draft.sentence.chunks[first].actor
        if last - first == 1 and actor is not None and words in actor.demonyms:
            words = actor.name  # "over Russian regions"
        draft.place = PlaceRef(words)
        draft.note(
            "place",
            "named after a preposition in the same sentence",
            (draft.sentence.start(first), draft.sentence.end(last - 1)),
        )


def _nearest(draft: Draft, context: Context) -> tuple[int, int] | None:
    sentence, anchor = draft.sentence, draft.anchor
    speakers = context.spoken(sentence.sentence.index)
    best: tuple[int, tuple[int, int]] | None = None
    for first, last in _named(sentence, context):
        told = any(speaker.first <= first < speaker.last for speaker in speakers)  # "the ministry of health"
        letter = len(sentence.said(first, last)) == 1 and sentence.said(first, last).isupper()  # "in S. Lebanon"
        if told or letter or _is_elsewhere(sentence, first, anchor):
            continue
        distance = abs(first - anchor)
        if best is None or distance < best[0]:
            best = distance, (first, last)
    return best[1] if best else None


def _named(sentence: Typed, context: Context) -> Iterator[tuple[int, int]]:
    """The chunks of every name that stands as a place does."""
    passage = context.lexicon.passage
    before = passage["place.before"]
    yield from _after_words(sentence, context)
    heads = passage.get("place.heads", _NONE)
    for match in _TOWN.finditer(sentence.parts) if heads else ():
        if sentence.word(match.start()) in before and _is_head(sentence, match.start("head"), heads):
            yield match.span("place")
    for match in _AGAINST.finditer(sentence.parts):
        if sentence.word(match.start()) in before and _is_attack(sentence, match.start() - 1, context):
            yield match.span("place")
    after = passage.get("place.after", _NONE)
    for match in _AT.finditer(sentence.parts) if after else ():
        if sentence.word(match.start("after")) in after:
            yield match.span("place")
    lexicon = sentence.lexicon
    if heads and (lexicon.prefixes or lexicon.verb_last) and not lexicon.compounds:
        yield from _uncased(sentence, heads, before)


def _after_words(sentence: Typed, context: Context) -> Iterator[tuple[int, int]]:
    """After "in", "near" or a word of attack; but not whom it was told."""
    passage = context.lexicon.passage
    before, medium = passage["place.before"], passage["source.medium"]
    for match in (*_IN.finditer(sentence.parts), *_struck(sentence)):
        word = sentence.word(match.start())
        first, last = match.start("place"), _without_people(sentence, *match.span("place"))
        leads = word in before or word in sentence.lexicon.attacks
        if word in medium and sentence.parts[match.start() - 1 : match.start()] == "S":
            continue  # "a déclaré à Radio France"
        if leads and _may_be_place(sentence, first, last, context) and not _of_speaker(sentence, match.start()):
            yield first, last


_NONE: frozenset[str] = frozenset()


def _is_attack(sentence: Typed, at: int, context: Context) -> bool:
    """ "ataque", or "ataque russo"."""
    chunk = sentence.chunks[at]
    return sentence.word(at) in context.lexicon.attacks or (
        chunk.actor is not None and context.attacks_after(chunk.last)
    )


def _is_head(sentence: Typed, at: int, heads: frozenset[str]) -> bool:
    """ "Stadt", and in languages that write compounds "Grenzregion"."""
    word = sentence.word(at)
    return word in heads or (sentence.lexicon.compounds and any(word.endswith(head) for head in heads))


def _uncased(sentence: Typed, heads: frozenset[str], before: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Places in a script without capitals: after a word for a town any unknown word, after "in" a well-known name."""
    for match in _UNCASED.finditer(sentence.parts):
        at = match.start("place")
        chunk = sentence.chunks[at]
        adjective = chunk.actor is not None and sentence.said(at, at + 1) in chunk.actor.demonyms
        if adjective and sentence.parts[at + 1 : at + 2] == "w":  # "العاصمة الصومالية مقديشو"
            at, chunk = at + 1, sentence.chunks[at + 1]
        if chunk.entry is not None or not sentence.tokens.named(chunk.first) or sentence.tokens.capital(chunk.first):
            continue
        headed = match.start("head") >= 0 and sentence.word(match.start("head")) in heads
        if headed or (at and sentence.word(at - 1) in before):
            known = chunk.actor is not None  # "בעיר עזה"
            words = int(known and headed) or _gazetteer_name(sentence, at, _WELL_KNOWN if not headed else 0)
            if words or headed:
                yield at, at + (words or 1 + _is_first_of_two(sentence, at))


def _is_first_of_two(sentence: Typed, at: int) -> bool:
    """ "أبو شوك": a word that is never a name alone."""
    firsts = sentence.lexicon.passage.get("place.firsts", _NONE)
    return sentence.word(at) in firsts and sentence.parts[at + 1 : at + 2] == "w"


def _gazetteer_name(sentence: Typed, at: int, people: int) -> int:
    """How many chunks from `at` on are the name of a place with so many people."""
    last = min(at + 3, len(sentence.chunks))
    while last > at and set(sentence.parts[at:last]) != {"w"}:
        last -= 1
    for end in range(last, at, -1):
        found = places.of_key(fold(sentence.said(at, end)))
        if found and (found[0].population >= people or found[0].feature in {"PCLI", "ADM1"}):
            return end - at
    return 0


def _without_people(sentence: Typed, first: int, last: int) -> int:
    """ "на Донеччині росіяни вбили двох": who did it is no part of the place."""
    for at in range(first + 1, last):
        actor = sentence.chunks[at].actor
        if actor is not None and sentence.said(at, at + 1) in actor.demonyms:
            return at
    return last


def _struck(sentence: Typed) -> Iterator[re.Match[str]]:
    """Places that stand right after a word of attack where no "of" is said: "обстрел Донецка"."""
    return iter(()) if sentence.lexicon.has_articles else _AFTER_ATTACK.finditer(sentence.parts)


def _is_elsewhere(sentence: Typed, place: int, anchor: int) -> bool:
    """A place after another clause has begun: "4,560 died, and the army left the city of Kherson"."""
    between = sentence.parts[anchor:place] if anchor < place else sentence.parts[place:anchor]
    aside = ",w" in between and sentence.lexicon.has_articles
    return ",c" in between or ";" in between or aside or sentence.parts[: place + 1].endswith(("TfX", "TfA"))


def _may_be_place(sentence: Typed, first: int, last: int, context: Context) -> bool:
    if sentence.parts[last : last + 1] in {"P", "E"}:
        return False  # "an ambush on NNPC surveyors"
    if sentence.word(first) in sentence.lexicon.passage["side.military"]:
        return False  # "contra una base del Ejército Nacional"
    actor: Actor | None = sentence.chunks[first].actor
    if last - first == 1 and actor is not None and sentence.said(first, last) in actor.demonyms:
        # "over Russian regions", but not "in Israeli strikes"
        following = sentence.tokens.words[sentence.chunks[first].last : sentence.chunks[first].last + 1]
        return not sentence.lexicon.passage.get("place.parts", frozenset()).isdisjoint(following)
    if sentence.lexicon.compounds and actor is None and _is_noun(sentence, first, last):
        return False
    if actor is not None and _strikes(sentence, first, actor, context):
        return False  # "در حملات اسرائیل"
    if actor is not None and not sentence.tokens.named(sentence.chunks[first].first):
        return False  # "под украинским обстрелом": an adjective
    return actor is None or actor.type in {"country", "people"} or "X" in sentence.parts[first:last]


def _is_noun(sentence: Typed, first: int, last: int) -> bool:
    """Where nouns have capitals: "nach Behördenangaben", "bei dem Angriff"; a place with an article is a known one."""
    lexicon, word = sentence.lexicon, sentence.word(last - 1)
    ends = lexicon.passage.get("source.told", _NONE) | lexicon.passage.get("place.heads", _NONE)
    if word in lexicon.attacks or any(word.endswith(end) for end in (*ends, *lexicon.attacks)):
        return True
    article = sentence.parts[first - 1 : first] in {"t", "a"}
    return article and not places.of_key(fold(sentence.said(first, last)))


def _strikes(sentence: Typed, at: int, actor: Actor, context: Context) -> bool:
    """Whether, in a script without capitals, the name after a word of attack is whose attack it was."""
    if sentence.tokens.capital(sentence.chunks[at].first) or not context.attacks_after(sentence.chunks[at].last):
        return False
    side, striker = side_actor(actor), context.striker()
    return side is not None and striker is not None and side.id == striker.id


def _of_speaker(sentence: Typed, at: int) -> bool:
    """ "officials in Moscow said": the place of the speaker, not of the harm."""
    return "S" in sentence.parts[at : at + 5] and "P" in sentence.parts[max(0, at - 2) : at]
