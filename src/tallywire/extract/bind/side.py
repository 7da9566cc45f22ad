"""Binds the side: whose loss it is. For what was launched, whose target; for what was shot down, who lost it."""

from __future__ import annotations

import re

from tallywire.catalog.actors import Actor, actors
from tallywire.catalog.source_heads import head_of
from tallywire.claims.figure import Ref, Side
from tallywire.extract.bind.context import Context, side_actor
from tallywire.extract.bind.enemy import enemy_of, speaker_of
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft

_CIVIL = frozenset({"civilian", "child", "woman", "person", "journalist", "aid_worker", "building"})
_WHOSEVER = frozenset({"building", "vehicle", "settlement", "other"})
# Types of actor whose name beside a noun does not own it.
_NO_OWNERS = frozenset({"media", "social", "un", "ngo"})


def bind(draft: Draft, context: Context) -> None:
    """Bind the side by the first of these that the words give; each says in one sentence what it goes by."""
    noun = draft.noun
    if noun is not None and noun.part == "X":
        return  # a name nobody knows: whose people they are is not guessed
    if _is_suspect(draft, context):
        return  # "suspected militants": whether they are fighters or civilians is what is in doubt
    for step in _STEPS:
        side = step(draft, context)
        if side is not None:
            plain = draft.what == "civilian" and side.home is None
            draft.side = Side(f"civilians of {side.name}") if plain else side
            draft.note("side", step.__doc__ or "")
            return


def _is_suspect(draft: Draft, context: Context) -> bool:
    if draft.noun is None or draft.what != "person":
        return False
    return draft.sentence.tokens.words[draft.noun.first] in context.lexicon.passage.get("side.suspected", frozenset())


def _owner(draft: Draft, context: Context) -> Side | None:
    """Named beside the noun: "15 Ethiopian soldiers", "soldiers of the Nigerian Army"."""
    if draft.kind == "launched":
        return None
    sentence = draft.sentence
    last = draft.object if draft.object is not None else draft.number
    if draft.term is not None and draft.object is None and draft.term[0] > draft.number:
        last = draft.term[0]
    owned = _people(draft) or _genitive(draft, context)
    if owned is not None:
        return owned
    inside = range(draft.number + 1, min(last + 1, len(sentence.chunks)))
    following = _after_of(sentence, last + 1, context.lexicon.passage["side.from"])
    for at in (*inside, *_apposed(sentence, last + 1), *following):
        side = _side_at(draft, sentence, at)
        if side is not None:
            return side
    return _unknown_owner(draft, inside)


def _people(draft: Draft) -> Side | None:
    """The noun itself names whose they are: "15 россиян"."""
    noun = draft.noun
    if noun is None or noun.part != "P":
        return None
    actor = actors().find(draft.sentence.tokens.said(noun.first, noun.last))
    return _as_side(draft, actor) if actor is not None and actor.type in {"country", "people"} else None


def _genitive(draft: Draft, context: Context) -> Side | None:
    """Before the number, by its ending: "Hizbullah'ın 2 mensubu"; but "İsrail'in 5 kişiyi öldürdüğü" did it."""
    at, sentence = draft.number - 1, draft.sentence
    if at < 1 or draft.what != "combatant":
        return None
    ending = sentence.tokens.words[sentence.chunks[at].first]
    if ending not in context.lexicon.passage.get("side.by_ending", frozenset()):
        return None
    return _side_at(draft, sentence, at - 1)


def _apposed(sentence: Typed, at: int) -> range:
    """An adjective or genitive right after the noun: "soldados rusos", "солдатів Збройних сил України"."""
    if sentence.parts[at : at + 3] == '"A"':
        at += 1  # "боевики «Хезболлы»"
    if sentence.parts[at : at + 1] != "A":
        return range(0)
    small = not sentence.tokens.capital(sentence.chunks[at].first)
    owns = small and not sentence.lexicon.compounds  # "Drohnen iranischer Bauart": of the noun behind it
    return range(at, at + 1) if owns or not sentence.lexicon.has_articles else range(0)


def _after_of(sentence: Typed, at: int, starts: frozenset[str]) -> range:
    """Chunks of "of the Nigerian Army", "from Somalia" after a noun."""
    if at >= len(sentence.chunks):
        return range(0)
    of = sentence.parts[at] == "f" or sentence.tokens.words[sentence.chunks[at].first] in starts
    return range(at + 1, min(at + 5, len(sentence.chunks))) if of else range(0)


def _enemy(draft: Draft, context: Context) -> Side | None:
    """The speaker's word for its enemy: "280 окупантів", "3 drones of the enemy"."""
    enemy = enemy_of(draft, context)
    return _as_side(draft, enemy) if enemy is not None else None


def _on_side(draft: Draft, context: Context) -> Side | None:
    """Told of one of the sides: "po stronie ukraińskiej", "auf ukrainischer Seite", "côté ukrainien"."""
    words = context.lexicon.passage.get("side.on", frozenset())
    sentence = draft.sentence
    for at in range(draft.number) if words else ():
        beside = sentence.chunks[max(0, at - 1) : at + 2] if sentence.parts[at] == "A" else []
        if any(" ".join(sentence.tokens.words[chunk.first : chunk.last]) in words for chunk in beside):
            return _side_at(draft, sentence, at)
    return None


def _another(draft: Draft, context: Context) -> Side | None:
    """More of those told of just before: "shot down 296 Russian drones; another 415 drones were lost"."""
    words, first = draft.sentence.tokens.words, draft.sentence.chunks[draft.number].first
    at = context.figures.index(draft)
    before = context.figures[at - 1] if at else draft
    if before.sentence is not draft.sentence or before.what != draft.what:
        return None
    more = context.lexicon.passage.get("side.another", frozenset())
    return None if more.isdisjoint(words[max(0, first - 1) : first + 1]) else before.side


def _unknown_owner(draft: Draft, inside: range) -> Side | None:
    """A name the catalogue does not know before a fighter: "two Fano fighters"."""
    if draft.what != "combatant":
        return None
    for at in inside:
        chunk = draft.sentence.chunks[at]
        said = draft.sentence.tokens.said(chunk.first, chunk.last)
        if chunk.part == "X" and said[0].isupper():
            return Side(said)
    return None


def _side_at(draft: Draft, sentence: Typed, at: int) -> Side | None:
    actor = actor_at(sentence, at)
    return _as_side(draft, actor, sentence.said(at, at + 1)) if actor is not None else None


def actor_at(sentence: Typed, at: int) -> Actor | None:
    """The actor of a chunk, when it can own, lose or strike."""
    actor = sentence.chunks[at].actor if sentence.parts[at] == "A" else None
    if actor is None or actor.type in _NO_OWNERS or side_actor(actor) is None:
        return None
    return actor


def _as_side(draft: Draft, actor: Actor, said: str | None = None) -> Side:
    """A country by its name, a group as the text writes it; civilians are a population, never a belligerent."""
    side = side_actor(actor) or actor
    name = side.name if side.type == "country" or said is None else said
    if draft.what in {"civilian", "child", "woman"}:
        return Side(f"civilians of {name}")
    return Side(name)


def _loser(draft: Draft, context: Context) -> Side | None:
    """Who lost or suffered it: "Azerbaijan lost 2,906 troops", "Russian casualties totaled 710"."""
    sentence, term = draft.sentence, draft.anchor
    if draft.term is None:
        return _beside_term(draft)
    if draft.kind == "lost" and sentence.parts[term] in "VF" and term < draft.number:
        after = term + 1 + (sentence.parts[term + 1] == "t")  # "خسرت روسيا 890 جنديا": the loser follows
        inverts = sentence.lexicon.verb_first or sentence.lexicon.compounds  # "verlor Russland 890 Soldaten"
        return (_side_at(draft, sentence, after) if inverts else None) or _before(draft, term)
    if draft.kind == "lost" and sentence.parts[term] in "VFI" and sentence.lexicon.verb_last:
        return _before(draft, draft.number, reach=4)  # "روسیه ۸۹۰ سرباز از دست داد"
    suffered = sentence.parts[:term].rfind("L")
    if suffered >= 0 and sentence.parts[term] == "D" and _is_suffering(sentence, suffered, context):
        return _before(draft, suffered)
    if sentence.parts[term] not in "DJ":
        return None
    losses = _LOSSES_OF.search(sentence.parts, 0, draft.number)
    if losses and _names_loss(sentence, losses.start()):
        side = _side_at(draft, sentence, losses.end() - 1)
        if side is not None:
            return side
    owned = (at for at in _apposed(sentence, term + 1) if not _strikes_at(sentence, at, context))
    owner = next((side for at in owned if (side := _side_at(draft, sentence, at))), None)
    speakers = [spoken.last for spoken in context.spoken(sentence.sentence.index) if spoken.last <= term]
    reach = min(4, term - max(speakers, default=0))
    return owner or (None if _is_of_attack(sentence, term, reach, context) else _before(draft, term, reach=reach))


def _is_of_attack(sentence: Typed, term: int, reach: int, context: Context) -> bool:
    """ "İsrail saldırılarında ölenlerin sayısı", "the Russian strike victims": whose attack it was is no loser."""
    near = range(term - 1, max(-1, term - 1 - reach), -1)
    at = next((at for at in near if actor_at(sentence, at) is not None), None)
    return at is not None and _strikes_at(sentence, at, context)


def _strikes_at(sentence: Typed, at: int, context: Context) -> bool:
    """Whether the attack is told of right beside its owner: not "vítimas israelitas no ataque"."""
    beside = sentence.parts[at + 1 : at + 2] not in {"p", "f"}
    return beside and context.attacks_after(sentence.chunks[at].last, sentence.chunks[at].first)


# "втрати російських військ у лютому сягнули 31 000 убитими": whose losses
_LOSSES_OF = re.compile(r"D(?:ft?)?A")


def _names_loss(sentence: Typed, at: int) -> bool:
    entry = sentence.chunks[at].entry
    return entry is not None and entry.kind in {"lost", "casualties"}


def _beside_term(draft: Draft) -> Side | None:
    """For a number alone: "Russian casualties" in the sentence that holds the word of harm."""
    if draft.term_at is None or draft.subset_of is not None:
        return None
    sentence, term, _ = draft.term_at
    return next(
        (side for at in range(term - 1, max(-1, term - 3), -1) if (side := _side_at(draft, sentence, at))), None
    )


def _is_suffering(sentence: Typed, at: int, context: Context) -> bool:
    return sentence.tokens.words[sentence.chunks[at].first] in context.lexicon.passage["side.suffer"]


def _before(draft: Draft, verb: int, reach: int = 9) -> Side | None:
    """The side of the actor nearest before a chunk, within its clause."""
    sentence = draft.sentence
    for at in range(verb - 1, max(-1, verb - 1 - reach), -1):
        side = _side_at(draft, sentence, at) if at != draft.number else None
        if side is not None:
            return side
        if sentence.parts[at] in ".;:" or (sentence.parts[at] in ",SVFGL" and reach < 9):
            return None
    return None


def _target(draft: Draft, context: Context) -> Side | None:
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
            return _as_side(draft, actor)
    if draft.rule == "some_of_all":  # "Ukraine downs 22 of 35 missiles": whoever shot them down was the target
        agent = _subject(draft, context)
        return _as_side(draft, agent) if agent else None
    striker = attacker(draft, context) or _subject(draft, context) or context.striker()
    enemy = context.enemy(striker.id) if striker else None
    return _as_side(draft, enemy) if enemy else None


def _downed(draft: Draft, context: Context) -> Side | None:
    """Shot down, and so lost by whoever launched it."""
    if draft.kind != "intercepted":
        return None
    launcher = context.striker()
    if launcher is None:
        agent = _subject(draft, context)
        launcher = context.enemy(agent.id) if agent else None
    return _as_side(draft, launcher) if launcher else None


def _irregular(draft: Draft, context: Context) -> Side | None:
    """Fighters of no army: the armed group the text names most, else the word itself."""
    noun = draft.noun
    if draft.what != "combatant" or noun is None:
        return None
    words = draft.sentence.tokens.said(noun.first, noun.last)
    if words.casefold() not in context.lexicon.passage["side.irregular"]:
        return None
    group = next((one for one in context.sides() if one.type == "armed_group" and context.is_subject(one)), None)
    if group is None and noun.entry is not None and noun.entry.words in context.lexicon.passage["side.members"]:
        return None
    return Side(context.written(group) if group else words)


def _whole(draft: Draft, context: Context) -> Side | None:
    """Part of a figure whose side is known."""
    whole = draft.subset_of or draft.change_of or draft.of or draft.like
    if whole is None or whole.side is None:
        return None
    elsewhere = draft.place is not None and whole.place is not None and draft.place.name != whole.place.name
    if whole is draft.like and whole.side.home is not None and elsewhere:
        return None  # "three were killed in Sumy and two in Kherson": the two are no people of Sumy
    return whole.side


def _another_deed(draft: Draft, context: Context) -> Side | None:
    """The figure before it, of another deed of the same doer: "killed 410 Ukrainian troops and destroyed two tanks"."""
    parts = draft.sentence.parts
    if draft.term is None or parts[draft.term[0] - 1 : draft.term[0]] != "c":
        return None
    at = context.figures.index(draft)
    before = context.figures[at - 1] if at else None
    if before is None or before.sentence is not draft.sentence or before.term is None:
        return None
    deeds = (before.term[0], draft.term[0])
    active = deeds[0] < before.number < deeds[1] < draft.number and all(parts[deed] in "VFGI" for deed in deeds)
    return before.side if active and before.side is not None and before.side.home is None else None


def _place(draft: Draft, context: Context) -> Side | None:
    """The people of the place where it happened."""
    if draft.what not in _CIVIL or draft.place is None:
        return None
    if draft.what == "building":
        return Side(draft.place.name)
    return Side(f"{'people' if draft.what == 'person' else 'civilians'} of {draft.place.name}")


def _here(draft: Draft, context: Context) -> Side | None:
    """The one side that the sentence names beside the attacker: "Russia struck Ukraine with drones: two dead"."""
    if draft.what not in _CIVIL or draft.what in _WHOSEVER:
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
    return _as_side(draft, next(iter(named.values()))) if len(named) == 1 else None


def _told_by_own(draft: Draft, context: Context) -> Side | None:
    """Soldiers whose death their own army told, people of whom a country's health ministry told."""
    speaker = speaker_of(draft.source.name) if draft.source is not None else None
    side = side_actor(speaker) if speaker is not None else None
    noun = draft.noun
    if speaker is None or draft.source is None or side is None or side.type != "country" or draft.term is None:
        return None
    head = head_of(draft.source.name) if speaker.type == "country" else None
    sort = head[0] if head else speaker.type
    if sort == "medical":
        return _as_side(draft, side) if draft.what in _CIVIL - _WHOSEVER else None
    if draft.what != "combatant" or sort != "military" or noun is None or noun.part != "P":
        return None
    if draft.kind == "lost" or draft.rule == "table_row":
        return None  # a staff's list of losses is its enemy's
    words = draft.sentence.tokens.words[noun.first]
    fought = draft.sentence.parts[draft.term[0]] in "FG" or _is_by_speaker(draft)
    own = words not in context.lexicon.passage["side.irregular"] and not fought
    return _as_side(draft, side) if own else None


def _is_by_speaker(draft: Draft) -> bool:
    """ "The army said it had killed 30 soldiers": an active verb has others for its victims."""
    sentence, term = draft.sentence, draft.anchor
    return term < draft.number and sentence.parts[term] == "V" and "B" not in sentence.parts[max(0, term - 3) : term]


def _struck(draft: Draft, context: Context) -> Side | None:
    """The enemy of whoever did it."""
    striker = attacker(draft, context) or _subject(draft, context)
    enemy = context.enemy(striker.id) if striker else None
    if striker is not None and striker.type == "armed_group" and draft.what in {"combatant", "police"}:
        enemy = next((actor for actor in context.sides() if actor.type == "country"), None)
    groups = striker is not None and striker.type == "armed_group" and draft.what == "person"
    if enemy is not None and enemy.type == "armed_group" and draft.what in _CIVIL and not groups:
        return None  # civilians are a population's; but "a clash between the ELN and the Gulf Clan killed nine people"
    return _as_side(draft, enemy) if enemy else None


def _before_it(draft: Draft, context: Context) -> Side | None:
    """The figure before it: "... killed since the invasion. Friday's losses came to 710"."""
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
    alike = (one.what in _CIVIL) == (other.what in _CIVIL) and (named[0] in irregular) == (named[1] in irregular)
    return alike and (one.kind == other.kind or _FLOWN.isdisjoint((one.kind, other.kind)))


def _stem(side: Side, *, inflected: bool) -> str:
    """The people of one place, whatever its case: "people of Харкову", "civilians of Харкові"."""
    return side.home[:4] if inflected and side.home else side.name


def _is_local(draft: Draft) -> bool:
    return draft.place is not None and draft.side is not None and draft.side.home == draft.place.name


def _likely(draft: Draft, context: Context) -> Side | None:
    """The country that the text names most."""
    if draft.what in _WHOSEVER:
        return None  # buildings struck are mostly not those of the country named most
    if draft.kind in {"launched", "intercepted"}:
        return None  # of two sides one launched it; being named does not tell which
    striker = attacker(draft, context) or context.striker()
    countries = (actor for actor in context.sides() if actor.type == "country" and actor is not striker)
    country = next((actor for actor in countries if context.is_subject(actor)), None)
    rival = next(countries, None)
    if country is None or (rival is not None and context.is_named_as(country, rival)):
        return None  # between India and Pakistan, each named once: neither
    return _as_side(draft, country)


def _subject(draft: Draft, context: Context) -> Actor | None:
    """Who did it in the active voice: the actor before the verb that is not the object of a preposition."""
    sentence, verb = draft.sentence, draft.anchor
    if draft.term is None or sentence.parts[verb] not in "VFG" or verb > draft.number:
        return None
    for at in range(verb - 1, -1, -1):
        if sentence.parts[at] == ":" or sentence.parts[at - 1 : at + 1] == "SR":
            return None  # "Sudan: drone strike kills 70"; "the governor of Kharkiv said that ... wounded 12"
        actor = actor_at(sentence, at)
        if actor is not None and not (at and sentence.parts[at - 1] in "pf") and not _only_tells(sentence, at, context):
            return side_actor(actor)
        if sentence.parts[at] in ".;":
            return None
    return None


def _only_tells(sentence: Typed, at: int, context: Context) -> bool:
    """ "За словами Терехова, пошкоджено 14 будинків": whom the words are by did not do it."""
    spoken = context.spoken(sentence.sentence.index)
    return any(one.by and one.first <= at < one.last for one in spoken)


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


def blamed(draft: Draft, context: Context) -> Ref | None:
    """Whom the words name as the one who did it."""
    actor = attacker(draft, context) or _subject(draft, context)
    return Ref(actor.name, actor.id) if actor else None


# In the order in which they are asked.
_STEPS = (
    _enemy,
    _owner,
    _on_side,
    _another,
    _loser,
    _target,
    _downed,
    _irregular,
    _whole,
    _another_deed,
    _place,
    _here,
    _told_by_own,
    _struck,
    _before_it,
    _likely,
)
