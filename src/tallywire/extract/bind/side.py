"""Binds the side: whose loss it is. For what was launched, whose target; for what was shot down, who lost it."""

from __future__ import annotations

from collections.abc import Callable

from tallywire.catalog.actors import Actor
from tallywire.catalog.source_heads import head_of
from tallywire.claims.figure import Side
from tallywire.extract.bind.context import Context, side_actor
from tallywire.extract.bind.doer import attacker, downed, subject, target
from tallywire.extract.bind.enemy import enemy_of, speaker_of
from tallywire.extract.bind.owner import loser, named_owner, on_side
from tallywire.extract.bind.sides import CIVIL, WHOSEVER, actor_at, as_side
from tallywire.extract.draft import Draft

Step = Callable[[Draft, Context], Side | None]


def bind(draft: Draft, context: Context) -> None:
    """Bind the side by the first of these that the words give; each says in one sentence what it goes by."""
    noun = draft.noun
    if noun is not None and noun.part == "X":
        return  # a name nobody knows: whose people they are is not guessed
    if draft.per == "side" or _is_suspect(draft, context):
        # "exchanged 303 prisoners each": of both; "suspected militants": whether they are fighters is what is in doubt
        return
    for step, says in _STEPS:
        side = step(draft, context)
        if side is not None:
            plain = draft.what == "civilian" and side.home is None
            draft.side = Side(f"civilians of {side.name}") if plain else side
            draft.note("side", says)
            return


def _is_suspect(draft: Draft, context: Context) -> bool:
    if draft.noun is None or draft.what != "person":
        return False
    return draft.sentence.tokens.words[draft.noun.first] in context.lexicon.passage.get("side.suspected", frozenset())


def _enemy(draft: Draft, context: Context) -> Side | None:
    enemy = enemy_of(draft, context)
    return as_side(draft, enemy) if enemy is not None else None


def _another(draft: Draft, context: Context) -> Side | None:
    words, first = draft.sentence.tokens.words, draft.sentence.chunks[draft.number].first
    at = context.figures.index(draft)
    before = context.figures[at - 1] if at else draft
    if before.sentence is not draft.sentence or before.what != draft.what:
        return None
    more = context.lexicon.passage.get("side.another", frozenset())
    return None if more.isdisjoint(words[max(0, first - 1) : first + 1]) else before.side


def _irregular(draft: Draft, context: Context) -> Side | None:
    noun = draft.noun
    if draft.what != "combatant" or noun is None:
        return None
    words = draft.sentence.tokens.said(noun.first, noun.last)
    if words.casefold() not in context.lexicon.passage["side.irregular"]:
        return None
    group = next((one for one in context.sides() if one.type == "armed_group" and context.is_prominent(one)), None)
    if group is None and noun.entry is not None and noun.entry.words in context.lexicon.passage["side.members"]:
        return None
    return Side(context.written(group) if group else words)


def _whole(draft: Draft, context: Context) -> Side | None:
    whole = draft.subset_of or draft.change_of or draft.of or draft.like
    if whole is None or whole.side is None:
        return None
    elsewhere = draft.place is not None and whole.place is not None and draft.place.name != whole.place.name
    if whole is draft.like and whole.side.home is not None and elsewhere:
        return None  # "three were killed in Sumy and two in Kherson": the two are no people of Sumy
    return whole.side


def _another_deed(draft: Draft, context: Context) -> Side | None:
    parts = draft.sentence.parts
    if draft.term is None or draft.kind == "lost":
        return None  # "killed 50 rebels and lost two men": those are its own
    took = parts[draft.number - 1 : draft.number] == "L"  # "killed 1,200 people and took 251 hostages"
    deed = draft.number - 1 if took else draft.term[0]
    if parts[deed - 1 : deed] != "c":
        return None
    at = context.figures.index(draft)
    before = context.figures[at - 1] if at else None
    if before is None or before.sentence is not draft.sentence or before.term is None:
        return None
    active = before.term[0] < before.number < deed < draft.number
    active = active and parts[before.term[0]] in "VFGI" and parts[deed] in "VFGIL"
    return before.side if active and before.side is not None and before.side.home is None else None


def _place(draft: Draft, context: Context) -> Side | None:
    if draft.what not in CIVIL or draft.place is None:
        return None
    if draft.what == "building":
        return Side(draft.place.name)
    return Side(f"{'people' if draft.what == 'person' else 'civilians'} of {draft.place.name}")


def _here(draft: Draft, context: Context) -> Side | None:
    if draft.what not in CIVIL or draft.what in WHOSEVER:
        return None
    sentence = draft.sentence
    speakers = context.spoken(sentence.sentence.index)
    striker = attacker(draft, context)
    if striker is None:
        return None
    named: dict[str, Actor] = {}
    for at in range(len(sentence.chunks)):
        actor = actor_at(sentence, at)
        side = side_actor(actor) if actor is not None else None
        if side is not None and side.id != striker.id and not any(s.first <= at < s.last for s in speakers):
            named[side.id] = side
    return as_side(draft, next(iter(named.values()))) if len(named) == 1 else None


def _told_by_own(draft: Draft, context: Context) -> Side | None:
    speaker = speaker_of(draft.source.name) if draft.source is not None else None
    side = side_actor(speaker) if speaker is not None else None
    noun = draft.noun
    if speaker is None or draft.source is None or side is None or side.type != "country" or draft.term is None:
        return None
    head = head_of(draft.source.name) if speaker.type == "country" else None
    sort = head[0] if head else speaker.type
    if sort == "medical":
        return as_side(draft, side) if draft.what in CIVIL - WHOSEVER else None
    if draft.what != "combatant" or sort != "military" or noun is None or noun.part != "P":
        return None
    if draft.kind == "lost" or draft.rule == "table_row":
        return None  # a staff's list of losses is its enemy's
    words = draft.sentence.tokens.words[noun.first]
    fought = draft.sentence.parts[draft.term[0]] in "FG" or _is_by_speaker(draft)
    own = words not in context.lexicon.passage["side.irregular"] and not fought
    return as_side(draft, side) if own else None


def _is_by_speaker(draft: Draft) -> bool:
    """ "The army said it had killed 30 soldiers": an active verb has others for its victims."""
    sentence, term = draft.sentence, draft.anchor
    return term < draft.number and sentence.parts[term] == "V" and "B" not in sentence.parts[max(0, term - 3) : term]


def _struck(draft: Draft, context: Context) -> Side | None:
    striker = attacker(draft, context) or subject(draft, context)
    enemy = context.enemy(striker.id) if striker else None
    if striker is not None and striker.type == "armed_group" and draft.what in {"combatant", "police"}:
        enemy = next((actor for actor in context.sides() if actor.type == "country"), None)
    groups = striker is not None and striker.type == "armed_group" and draft.what == "person"
    if enemy is not None and enemy.type == "armed_group" and draft.what in CIVIL and not groups:
        return None  # civilians are a population's; but "a clash between the ELN and the Gulf Clan killed nine people"
    return as_side(draft, enemy) if enemy else None


def _before_it(draft: Draft, context: Context) -> Side | None:
    if any(actor_at(draft.sentence, at) for at in range(len(draft.sentence.chunks))):
        return None
    here = draft.sentence.sentence
    at = context.figures.index(draft)
    earlier = [
        other
        for other in context.figures[:at]
        if other.side is not None
        and other.subset_of is None  # children among rebels killed do not make the next people rebels
        and _of_one_sort(other, draft, context)
        and other.sentence is not draft.sentence
    ]
    inflected = not context.lexicon.has_articles
    if len({_stem(other.side, inflected=inflected) for other in earlier if other.side is not None}) == 1:
        # The text counts one people's losses only; but a month's toll is not that of the town before it.
        return None if draft.running == "period_total" and _is_local(earlier[-1]) else earlier[-1].side
    beside = [other for other in earlier if other.sentence.sentence.segment == here.segment]
    return beside[-1].side if beside else None


# One side launched them, the other shot them down.
_FLOWN = frozenset({"launched", "intercepted"})


def _of_one_sort(one: Draft, other: Draft, context: Context) -> bool:
    """Whether two figures may count one people's: not civilians and fighters, nor policemen and militants."""
    irregular = context.lexicon.passage["side.irregular"]
    named = [draft.noun.entry.words if draft.noun and draft.noun.entry else "" for draft in (one, other)]
    alike = (one.what in CIVIL) == (other.what in CIVIL) and (named[0] in irregular) == (named[1] in irregular)
    return alike and (one.kind == other.kind or _FLOWN.isdisjoint((one.kind, other.kind)))


def _stem(side: Side, *, inflected: bool) -> str:
    """The people of one place, whatever its case: "people of Харкову", "civilians of Харкові"."""
    return side.home[:4] if inflected and side.home else side.name


def _is_local(draft: Draft) -> bool:
    return draft.place is not None and draft.side is not None and draft.side.home == draft.place.name


def _likely(draft: Draft, context: Context) -> Side | None:
    if draft.what in WHOSEVER:
        return None  # buildings struck are mostly not those of the country named most
    if draft.kind in {"launched", "intercepted"}:
        return None  # of two sides one launched it; being named does not tell which
    striker = attacker(draft, context) or context.striker()
    countries = (actor for actor in context.sides() if actor.type == "country" and actor is not striker)
    country = next((actor for actor in countries if context.is_subject(actor)), None)
    rival = next(countries, None)
    if country is None or (rival is not None and context.is_named_as(country, rival)):
        return None  # between India and Pakistan, each named once: neither
    return as_side(draft, country)


# In the order in which they are asked, each with what a reader of the ledger is told of it.
_STEPS: tuple[tuple[Step, str], ...] = (
    (_enemy, 'The speaker\'s word for its enemy: "280 окупантів", "3 drones of the enemy".'),
    (named_owner, 'Named beside the noun: "15 Ethiopian soldiers", "soldiers of the Nigerian Army".'),
    (on_side, 'Told of one of the sides: "po stronie ukraińskiej", "auf ukrainischer Seite", "côté ukrainien".'),
    (_another, 'More of those told of just before: "shot down 296 Russian drones; another 415 drones were lost".'),
    (loser, 'Who lost or suffered it: "Azerbaijan lost 2,906 troops", "Russian casualties totaled 710".'),
    (target, "Launched against it, or by its enemy."),
    (downed, "Shot down, and so lost by whoever launched it."),
    (_irregular, "Fighters of no army: the armed group the text names most, else the word itself."),
    (_whole, "Part of a figure whose side is known."),
    (
        _another_deed,
        'The figure before it, of another deed of the same doer: "killed 410 Ukrainian troops and wrecked two tanks".',
    ),
    (_place, "The people of the place where it happened."),
    (
        _here,
        'The one side that the sentence names beside the attacker: "Russia struck Ukraine with drones: two dead".',
    ),
    (_told_by_own, "Soldiers whose death their own army told, people of whom a country's health ministry told."),
    (_struck, "The enemy of whoever did it."),
    (_before_it, 'The figure before it: "... killed since the invasion. Friday\'s losses came to 710".'),
    (_likely, "The country that the text names most."),
)
