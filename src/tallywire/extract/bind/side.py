"""Binds the side: whose loss it is. For what was launched, whose target; for what was shot down, who lost it."""

from __future__ import annotations

from tallywire.catalog.actors import Actor, actors
from tallywire.claims.figure import Ref, Side
from tallywire.extract.bind.context import Context, side_actor
from tallywire.extract.chunks import Chunk
from tallywire.extract.draft import Draft

_CIVIL = frozenset({"civilian", "child", "woman", "person", "journalist", "aid_worker", "building"})
# Fighters that a state's army does not call its own: without a name they are the armed group the text is about.
_IRREGULAR = frozenset(
    "militant militants insurgent insurgents rebel rebels guerrilla guerrillas terrorist terrorists extremist extremists jihadist jihadists "
    "gunman gunmen fighter fighters subversive subversives separatist separatists bandit bandits attacker attackers militiaman militiamen".split()
)


def bind(draft: Draft, context: Context) -> None:
    """Bind the side by the nearest of: the noun's own words, who lost, the target, the striker's enemy, the place."""
    for step in (_owner, _loser, _target, _irregular, _whole, _place, _struck, _likely):
        side = step(draft, context)
        if side is not None:
            draft.side = side
            draft.note("side", step.__doc__ or "")
            return


def _name(actor: Actor) -> str:
    side = side_actor(actor)
    return side.name if side is not None else actor.name


def _as_side(draft: Draft, actor: Actor) -> Side:
    """Fighters and equipment belong to the side; civilians are a population, never a belligerent."""
    name = _name(actor)
    if draft.what in {"civilian", "child", "woman"}:
        return Side(f"civilians of {name}")
    return Side(name)


def _actor_at(chunk: Chunk) -> Actor | None:
    actor = chunk.actor
    if actor is None or actor.type in {"media", "social", "un", "ngo"}:
        return None
    return actor if side_actor(actor) is not None else None


def _owner(draft: Draft, context: Context) -> Side | None:
    """Named beside the noun: "15 Ethiopian soldiers", "soldiers of the Nigerian Army"."""
    if draft.kind == "launched":
        return None
    sentence = draft.sentence
    first, last = draft.number + 1, (draft.object if draft.object is not None else draft.number) + 1
    if draft.term is not None and draft.object is None and draft.term[0] > draft.number:
        last = draft.term[0]
    inside = range(first, min(last, len(sentence.chunks)))
    after = range(last, min(last + 5, len(sentence.chunks))) if sentence.parts[last : last + 1] == "f" else range(0)
    if sentence.parts[last : last + 2] in {"pA", "pt"} and sentence.tokens.words[sentence.chunks[last].first] == "from":
        after = range(last, min(last + 4, len(sentence.chunks)))
    for at in (*inside, *after):
        actor = _actor_at(sentence.chunks[at])
        if actor is not None:
            return _as_side(draft, actor)
    return _unknown_owner(draft, inside)


def _unknown_owner(draft: Draft, inside: range) -> Side | None:
    """A name the catalogue does not know before a fighter: "two Fano fighters"."""
    if draft.what != "combatant":
        return None
    for at in inside:
        chunk = draft.sentence.chunks[at]
        if chunk.part == "X" and draft.sentence.tokens.said(chunk.first, chunk.last)[0].isupper():
            return Side(draft.sentence.tokens.said(chunk.first, chunk.last))
    return None


def _loser(draft: Draft, context: Context) -> Side | None:
    """Who lost or suffered it: "Azerbaijan lost 2,906 troops", "Russian casualties totaled 710"."""
    sentence, term = draft.sentence, draft.anchor
    suffered = sentence.parts[:term].rfind("L")
    active = draft.kind == "lost" and draft.term is not None and sentence.parts[term] == "V" and term < draft.number
    if active or (suffered >= 0 and draft.term is not None and sentence.parts[term] == "D" and _suffers(draft, suffered)):
        return _subject(draft, term if active else suffered)
    if draft.term is not None and sentence.parts[term] in "DJ":
        for at in range(term - 1, max(-1, term - 5), -1):
            actor = _actor_at(sentence.chunks[at])
            if actor is not None and at != draft.number:
                return _as_side(draft, actor)
            if sentence.parts[at] in ",.;:SVFGL":
                break
    return None


def _suffers(draft: Draft, at: int) -> bool:
    word = draft.sentence.tokens.words[draft.sentence.chunks[at].first]
    return word in {"suffered", "suffers", "suffering", "suffer", "taken", "took"}


def _subject(draft: Draft, verb: int) -> Side | None:
    """The actor before a verb, nearest first, back to the start of its clause."""
    sentence = draft.sentence
    for at in range(verb - 1, max(-1, verb - 9), -1):
        actor = _actor_at(sentence.chunks[at])
        if actor is not None:
            return _as_side(draft, actor)
        if sentence.parts[at] in ".;:":
            break
    return None


def _target(draft: Draft, context: Context) -> Side | None:
    """Launched against it; or shot down, and so lost by whoever launched it."""
    if draft.kind == "launched":
        return _launched_at(draft, context)
    if draft.kind == "intercepted":
        striker = _agent(draft)
        owner = context.enemy(striker.id) if striker else None
        if owner is None and context.sides():
            owner = context.sides()[1] if len(context.sides()) > 1 and striker is None else None
        return Side(owner.name) if owner else None
    return None


def _launched_at(draft: Draft, context: Context) -> Side | None:
    sentence = draft.sentence
    for at in range(draft.number, len(sentence.chunks)):
        before = sentence.tokens.words[sentence.chunks[at].first - 1] if at else ""
        actor = _actor_at(sentence.chunks[at])
        if actor is not None and before in {"against", "at", "on", "into", "towards", "toward", "over"}:
            return Side(_name(actor))
    striker = _agent(draft)
    target = context.enemy(striker.id) if striker else None
    return Side(target.name) if target else None


def _agent(draft: Draft) -> Actor | None:
    """Who did it: the actor before the verb, or after "by"."""
    sentence, verb = draft.sentence, draft.anchor
    for at in range(verb, min(verb + 5, len(sentence.chunks))):
        actor = _actor_at(sentence.chunks[at])
        if actor is not None and sentence.tokens.words[sentence.chunks[at].first - 1] in {"by", "the"} and sentence.parts[verb] == "V":
            if "by" in sentence.tokens.words[sentence.chunks[verb].first : sentence.chunks[at].first]:
                return side_actor(actor)
    passive = draft.term is not None and draft.term[0] > draft.number
    if passive and draft.object is not None:
        inside = next((a for at in range(draft.number, verb) if (a := _actor_at(sentence.chunks[at]))), None)
        if inside is not None:
            return None
    for at in range(verb - 1, -1, -1):
        actor = _actor_at(sentence.chunks[at])
        if actor is not None:
            return side_actor(actor)
        if sentence.parts[at] in ".;":
            break
    return None


def _irregular(draft: Draft, context: Context) -> Side | None:
    """Fighters of no army: the armed group the text names most, else the word itself."""
    noun = draft.noun
    if draft.what != "combatant" or noun is None:
        return None
    words = draft.sentence.tokens.said(noun.first, noun.last)
    if words.casefold() not in _IRREGULAR:
        return None
    group = next((actor for actor in context.sides() if actor.type == "armed_group"), None)
    return Side(group.name if group else words)


def _whole(draft: Draft, context: Context) -> Side | None:
    """Part of a figure whose side is known."""
    whole = draft.subset_of or draft.change_of or draft.of
    return whole.side if whole is not None else None


def _place(draft: Draft, context: Context) -> Side | None:
    """The people of the place where it happened."""
    if draft.what not in _CIVIL or draft.place is None:
        return None
    return Side(f"civilians of {draft.place.name}" if draft.what != "building" else draft.place.name)


def _struck(draft: Draft, context: Context) -> Side | None:
    """The enemy of whoever did it."""
    if draft.what in _CIVIL:
        return None
    striker = side_actor(actors().by_id[draft.blamed.id]) if draft.blamed and draft.blamed.id else _agent(draft)
    enemy = context.enemy(striker.id) if striker else None
    return _as_side(draft, enemy) if enemy else None


def _likely(draft: Draft, context: Context) -> Side | None:
    """The country the text is about, when it names one country only or one far more than others."""
    countries = [actor for actor in context.sides() if actor.type == "country"]
    if not countries:
        return None
    return _as_side(draft, countries[0])


def blamed(draft: Draft) -> Ref | None:
    """Whom the words name as the one who did it."""
    actor = _agent(draft)
    return Ref(actor.name, actor.id) if actor else None
