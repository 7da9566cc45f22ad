"""Binds the place: the name after "in", "near", "on" that stands nearest to the word of harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallywire.catalog.actors import Actor
from tallywire.claims.figure import PlaceRef
from tallywire.extract.bind.context import Context
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft

# "in Marib", "in the city of Marib", "near the village of Sin Gut", "in Yemen's Marib"
_AFTER_ATTACK = re.compile(r"[UwE](?P<place>X{1,3})")
_IN = re.compile(r"[pf][tw]?(?:[wEPX']{0,3}f)?t?(?P<place>[XA](?:'?[XA]){0,3})")


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
    before = context.lexicon.passage["place.before"]
    speakers = context.spoken(sentence.sentence.index)
    best: tuple[int, tuple[int, int]] | None = None
    for match in (*_IN.finditer(sentence.parts), *_struck(sentence)):
        word = sentence.tokens.words[sentence.chunks[match.start()].first]
        first, last = match.span("place")
        leads = word in before or word in sentence.lexicon.attacks
        if not leads or not _may_be_place(sentence, first, last) or _of_speaker(sentence, match.start()):
            continue
        named = any(speaker.first <= first < speaker.last for speaker in speakers)  # "the ministry of health"
        if named or _is_elsewhere(sentence, first, anchor):
            continue
        distance = abs(first - anchor)
        if best is None or distance < best[0]:
            best = distance, (first, last)
    return best[1] if best else None


def _struck(sentence: Typed) -> Iterator[re.Match[str]]:
    """Places that stand right after a word of attack where no "of" is said: "обстрел Донецка"."""
    return iter(()) if sentence.lexicon.has_articles else _AFTER_ATTACK.finditer(sentence.parts)


def _is_elsewhere(sentence: Typed, place: int, anchor: int) -> bool:
    """A place after another clause has begun: "4,560 died, and the army left the city of Kherson"."""
    between = sentence.parts[anchor:place] if anchor < place else sentence.parts[place:anchor]
    return ",c" in between or ";" in between or ",w" in between or sentence.parts[: place + 1].endswith(("TfX", "TfA"))


def _may_be_place(sentence: Typed, first: int, last: int) -> bool:
    if sentence.parts[last : last + 1] in {"P", "E"}:
        return False  # "an ambush on NNPC surveyors"
    actor: Actor | None = sentence.chunks[first].actor
    if last - first == 1 and actor is not None and sentence.said(first, last) in actor.demonyms:
        # "over Russian regions", but not "in Israeli strikes"
        following = sentence.tokens.words[sentence.chunks[first].last : sentence.chunks[first].last + 1]
        return not sentence.lexicon.passage.get("place.parts", frozenset()).isdisjoint(following)
    if actor is not None and not sentence.tokens.named(sentence.chunks[first].first):
        return False  # "под украинским обстрелом": an adjective
    return actor is None or actor.type in {"country", "people"} or "X" in sentence.parts[first:last]


def _of_speaker(sentence: Typed, at: int) -> bool:
    """ "officials in Moscow said": the place of the speaker, not of the harm."""
    return "S" in sentence.parts[at : at + 5] and "P" in sentence.parts[max(0, at - 2) : at]
