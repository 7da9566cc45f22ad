"""Whom a speaker means by "the enemy", and which actor speaks: "280 окупантів", said by a general staff."""

from __future__ import annotations

from tallywire.catalog.actors import Actor, actors
from tallywire.catalog.conflicts import foe_of
from tallywire.extract.bind.context import Context, side_actor
from tallywire.extract.draft import Draft


def enemy_of(draft: Draft, context: Context) -> Actor | None:
    """The enemy of whoever says the figure, where its words call the losses the enemy's."""
    if not _is_of_enemy(draft, context.lexicon.passage.get("side.enemy", frozenset())):
        return None
    # "Total losses of the enemy come to ...": the one who spoke before still speaks.
    before = reversed(context.figures[: context.figures.index(draft)])
    source = draft.source or next((other.source for other in before if other.source is not None), None)
    speaker = speaker_of(source.name) if source is not None else None
    side = side_actor(speaker) if speaker is not None else None
    return (context.enemy(side.id) or _foe(side)) if side is not None else None


def _foe(side: Actor) -> Actor | None:
    """Whom it is at war with, where a bulletin names its enemy by no other word."""
    foe = foe_of(side.id)
    return actors().by_id[foe] if foe is not None else None


def _is_of_enemy(draft: Draft, enemy: frozenset[str]) -> bool:
    """Whether a word for the enemy stands on the noun, or beside the word of loss: "the enemy lost 1,120 soldiers"."""
    words, chunks = draft.sentence.tokens.words, draft.sentence.chunks
    near = words[draft.noun.first : draft.noun.last + 1] if draft.noun is not None else []
    if draft.kind == "lost" and draft.term is not None:
        at = draft.term[0]
        near = [*near, *words[chunks[max(0, at - 2)].first : chunks[min(at + 1, len(chunks) - 1)].last]]
    return not enemy.isdisjoint(near)


def speaker_of(name: str) -> Actor | None:
    """Who speaks: the whole name, else what it ends or begins with: "L'armée israélienne", "דובר צה״ל"."""
    words = name.replace("'", "' ").replace("’", "' ").split()
    ends = (" ".join(words[at:]).replace("' ", "'") for at in range(min(_TITLE, len(words))))
    found = actors().find(name) or next((actor for end in ends if (actor := actors().find(end))), None)
    return found or (actors().find(words[0]) if words else None)


# A speaker's post and article are so many words at most: "der Sprecher der israelischen Armee".
_TITLE = 5
