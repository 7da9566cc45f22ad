"""Whose losses they are by the words beside noun and word of loss: "15 Ethiopian soldiers", "Russian casualties"."""

from __future__ import annotations

import re

from tallywire.catalog.actors import actors
from tallywire.claims.figure import Side
from tallywire.extract.bind.context import Context
from tallywire.extract.bind.sides import actor_at, as_side, side_at, side_before
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft


def named_owner(draft: Draft, context: Context) -> Side | None:
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
    for at in (*inside, *apposed(sentence, last + 1), *following):
        side = side_at(draft, sentence, at)
        if side is not None:
            return side
    return _unknown_owner(draft, inside)


def _people(draft: Draft) -> Side | None:
    """The noun itself names whose they are: "15 россиян"."""
    noun = draft.noun
    if noun is None or noun.part != "P":
        return None
    actor = actors().find(draft.sentence.tokens.said(noun.first, noun.last))
    return as_side(draft, actor) if actor is not None and actor.type in {"country", "people"} else None


def _genitive(draft: Draft, context: Context) -> Side | None:
    """Before the number, by its ending: "Hizbullah'ın 2 mensubu"; but "İsrail'in 5 kişiyi öldürdüğü" did it."""
    at, sentence = draft.number - 1, draft.sentence
    if at < 1 or draft.what != "combatant":
        return None
    ending = sentence.tokens.words[sentence.chunks[at].first]
    if ending not in context.lexicon.passage.get("side.by_ending", frozenset()):
        return None
    return side_at(draft, sentence, at - 1)


def apposed(sentence: Typed, at: int) -> range:
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


def on_side(draft: Draft, context: Context) -> Side | None:
    """Told of one of the sides: "po stronie ukraińskiej", "auf ukrainischer Seite", "côté ukrainien"."""
    words = context.lexicon.passage.get("side.on", frozenset())
    sentence = draft.sentence
    for at in range(draft.number) if words else ():
        beside = sentence.chunks[max(0, at - 1) : at + 2] if sentence.parts[at] == "A" else []
        if any(" ".join(sentence.tokens.words[chunk.first : chunk.last]) in words for chunk in beside):
            return side_at(draft, sentence, at)
    return None


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


def loser(draft: Draft, context: Context) -> Side | None:
    """Who lost or suffered it: "Azerbaijan lost 2,906 troops", "Russian casualties totaled 710"."""
    sentence, term = draft.sentence, draft.anchor
    if draft.term is None:
        return _beside_term(draft)
    if draft.kind == "lost" and sentence.parts[term] in "VF" and term < draft.number:
        after = term + 1 + (sentence.parts[term + 1] == "t")  # "خسرت روسيا 890 جنديا": the loser follows
        inverts = sentence.lexicon.verb_first or sentence.lexicon.compounds  # "verlor Russland 890 Soldaten"
        return (side_at(draft, sentence, after) if inverts else None) or side_before(draft, term)
    if draft.kind == "lost" and sentence.parts[term] in "VFI" and sentence.lexicon.verb_last:
        return side_before(draft, draft.number, reach=4)  # "روسیه ۸۹۰ سرباز از دست داد"
    suffered = sentence.parts[:term].rfind("L")
    if suffered >= 0 and sentence.parts[term] == "D" and _is_suffering(sentence, suffered, context):
        return side_before(draft, suffered)
    if sentence.parts[term] not in "DJ":
        return None
    losses = _LOSSES_OF.search(sentence.parts, 0, draft.number)
    if losses and _names_loss(sentence, losses.start()):
        side = side_at(draft, sentence, losses.end() - 1)
        if side is not None:
            return side
    owned = (at for at in apposed(sentence, term + 1) if not _strikes_at(sentence, at, context))
    owner = next((side for at in owned if (side := side_at(draft, sentence, at))), None)
    speakers = [spoken.last for spoken in context.spoken(sentence.sentence.index) if spoken.last <= term]
    reach = min(4, term - max(speakers, default=0))
    return owner or (None if _is_of_attack(sentence, term, reach, context) else side_before(draft, term, reach=reach))


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
    return next((side for at in range(term - 1, max(-1, term - 3), -1) if (side := side_at(draft, sentence, at))), None)


def _is_suffering(sentence: Typed, at: int, context: Context) -> bool:
    return sentence.tokens.words[sentence.chunks[at].first] in context.lexicon.passage["side.suffer"]
