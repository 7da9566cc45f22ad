"""What a side is made of: the actor of a chunk, and how its people, soldiers or things are named."""

from __future__ import annotations

from tallywire.catalog.actors import Actor
from tallywire.claims.figure import Side
from tallywire.extract.bind.context import side_actor
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft

CIVIL = frozenset({"civilian", "child", "woman", "person", "journalist", "aid_worker", "building"})


WHOSEVER = frozenset({"building", "vehicle", "settlement", "other"})


# Types of actor whose name beside a noun does not own it.
_NO_OWNERS = frozenset({"media", "social", "un", "ngo"})


def side_at(draft: Draft, sentence: Typed, at: int) -> Side | None:
    """The side of the actor at a chunk."""
    actor = actor_at(sentence, at)
    return as_side(draft, actor, sentence.said(at, at + 1)) if actor is not None else None


def actor_at(sentence: Typed, at: int) -> Actor | None:
    """The actor of a chunk, when it can own, lose or strike."""
    actor = sentence.chunks[at].actor if sentence.parts[at] == "A" else None
    if actor is None or actor.type in _NO_OWNERS or side_actor(actor) is None:
        return None
    return actor


def as_side(draft: Draft, actor: Actor, said: str | None = None) -> Side:
    """A country by its name, a group as the text writes it; civilians are a population, never a belligerent."""
    side = side_actor(actor) or actor
    name = side.name if side.type == "country" or said is None else said
    if draft.what in {"civilian", "child", "woman"}:
        return Side(f"civilians of {name}")
    return Side(name)


def side_before(draft: Draft, verb: int, reach: int = 9) -> Side | None:
    """The side of the actor nearest before a chunk, within its clause."""
    sentence = draft.sentence
    for at in range(verb - 1, max(-1, verb - 1 - reach), -1):
        side = side_at(draft, sentence, at) if at != draft.number else None
        if side is not None:
            return side
        if sentence.parts[at] in ".;:" or (sentence.parts[at] in ",SVFGL" and reach < 9):
            return None
    return None
