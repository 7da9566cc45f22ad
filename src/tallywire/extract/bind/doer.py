"""Who did it: "Russian shelling", "killed by ISWAP"; and so whose target was struck, and who launched what fell."""

from __future__ import annotations

import re

from tallywire.catalog.actors import Actor
from tallywire.claims.figure import Ref, Side
from tallywire.extract.bind.context import Context, side_actor
from tallywire.extract.bind.sides import actor_at, as_side
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft


def attacker(draft: Draft, context: Context) -> Actor | None:
    """Whose attack it was by the words of the sentence: "Russian shelling", "killed by ISWAP"."""
    sentence = draft.sentence
    for at in range(len(sentence.chunks)):
        actor = actor_at(sentence, at)
        if actor is None or sentence.parts[at + 1 : at + 2] == ":":
            continue  # "Sudan: drone strike kills 70" says where, not whose strike
        by = _is_agent(draft, at, context.lexicon.passage["source.by"])
        if by or context.attacks_after(sentence.chunks[at].last, sentence.chunks[at].first):
            return side_actor(actor)
    return None


def _is_agent(draft: Draft, at: int, by: frozenset[str]) -> bool:
    """ "were killed by the Islamic State": after the verb and "by"."""
    sentence = draft.sentence
    if draft.term is None or not draft.term[0] < at <= draft.term[0] + 6:
        return False
    words = sentence.tokens.words[sentence.chunks[draft.term[0]].last : sentence.chunks[at].first]
    return not by.isdisjoint(words[:2]) and "NSV".find(sentence.parts[draft.term[0] + 1]) < 0


def subject(draft: Draft, context: Context) -> Actor | None:
    """Who did it in the active voice: the actor before the verb that is not the object of a preposition."""
    sentence, verb = draft.sentence, draft.anchor
    if draft.term is None or sentence.parts[verb] not in "VFG" or verb > draft.number:
        return None
    for at in range(verb - 1, -1, -1):
        if sentence.parts[at] == ":" or sentence.parts[at - 1 : at + 1] == "SR":
            return None  # "Sudan: drone strike kills 70"; "the governor of Kharkiv said that ... wounded 12"
        actor = actor_at(sentence, at)
        if actor is not None and not _is_beside(sentence.parts, at) and not _only_tells(sentence, at, context):
            return side_actor(actor)
        if sentence.parts[at] in ".;":
            return None
    return None


def _is_beside(parts: str, at: int) -> bool:
    """Whether an actor stands behind a preposition: "movements tied to al-Qaeda and the Islamic State have killed"."""
    return _BESIDE.search(parts, 0, at) is not None


_BESIDE = re.compile(r"[pfo&]t?(?:[AXw],?ct?)?\Z")


def _only_tells(sentence: Typed, at: int, context: Context) -> bool:
    """ "За словами Терехова, пошкоджено 14 будинків": whom the words are by did not do it."""
    spoken = context.spoken(sentence.sentence.index)
    return any(one.by and one.first <= at < one.last for one in spoken)


def blamed(draft: Draft, context: Context) -> Ref | None:
    """Whom the words name as the one who did it."""
    actor = attacker(draft, context) or subject(draft, context)
    return Ref(actor.name, actor.id) if actor else None


def target(draft: Draft, context: Context) -> Side | None:
    """Launched against it, or by its enemy."""
    if draft.kind != "launched":
        return None
    sentence = draft.sentence
    first = min(draft.number, draft.anchor)  # "lanzó contra Ucrania 67 drones"
    for at in range(first, len(sentence.chunks)):
        article = at > 0 and sentence.parts[at - 1] == "t"  # "contre l'Ukraine"
        ahead = sentence.chunks[at - article].first
        before = sentence.tokens.words[ahead - 1] if ahead else ""
        actor = actor_at(sentence, at)
        if actor is not None and before in context.lexicon.passage["side.towards"]:
            return as_side(draft, actor)
    if draft.rule == "attacked_with" and draft.term is not None:  # "attacked Ukraine with 23 drones"
        hit = (actor_at(sentence, at) for at in range(draft.term[1], draft.number))
        actor = next((one for one in hit if one is not None), None)
        if actor is not None:
            return as_side(draft, actor)
    if draft.rule == "some_of_all":  # "Ukraine downs 22 of 35 missiles": whoever shot them down was the target
        agent = subject(draft, context)
        if agent is not None:
            return as_side(draft, agent)
    striker = attacker(draft, context) or subject(draft, context) or context.striker()
    enemy = context.enemy(striker.id) if striker else None
    return as_side(draft, enemy) if enemy else None


def downed(draft: Draft, context: Context) -> Side | None:
    """Shot down, and so lost by whoever launched it."""
    if draft.kind != "intercepted":
        return None
    launcher = context.striker()
    if launcher is None:
        agent = subject(draft, context)
        launcher = context.enemy(agent.id) if agent else None
    return as_side(draft, launcher) if launcher else None
