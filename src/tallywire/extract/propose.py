"""Shapes propose, the most reliable and nearest proposal of each number wins, lists are filled up from their head."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib import import_module

from tallywire.claims.figure import Kind, What
from tallywire.extract import rules
from tallywire.extract.chunks import Chunk, Typed
from tallywire.extract.draft import Draft
from tallywire.extract.numbers import Count
from tallywire.extract.shape import Proposal, applies, kind_of, what_of

Rule = Callable[[Typed], Iterator[Proposal]]
_BINS = {"high": 0, "middle": 1, "low": 2}
# Kinds that an unknown noun may suffer: "five scientists were killed", but not "lost 12 games", "released two albums".
_BY_PEOPLE = frozenset({"killed", "wounded", "casualties", "abducted", "detained", "missing", "displaced"})


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return tuple(import_module(f"{rules.__name__}.{name}").read for name in names)


def drafts(sentence: Typed, before: list[Draft], previous: Typed | None = None) -> list[Draft]:
    """The figures of one sentence, in order.

    `before` are those of the sentences before it, for "of them"; `previous` is the sentence before one that has no word
    of harm of its own.
    """
    rivals: dict[int, list[Proposal]] = {}
    if "N" in sentence.parts or "a" in sentence.parts or "m" in sentence.parts:
        for read in all_rules():
            for proposal in read(sentence):
                rivals.setdefault(proposal.number, []).append(proposal)
    found: list[Draft] = []
    for number in sorted(rivals):
        for proposal in sorted(rivals[number], key=_rank):
            if proposal.rule == "bare_number":
                draft = _bare(sentence, proposal, [*before, *found], previous)
            else:
                draft = _draft(sentence, proposal, [*before, *found])
            if draft is not None:
                found.append(draft)
                found.extend(_beside(draft, proposal))
                break
    _fill_lists(sentence, found)
    found.sort(key=lambda draft: draft.number)
    return _distinct(found)


def _rank(proposal: Proposal) -> tuple[int, bool, int, bool, str]:
    return _BINS[proposal.bin], proposal.inherits, proposal.distance, proposal.object is None, proposal.rule


def _distinct(found: list[Draft]) -> list[Draft]:
    """One figure a number: the first reading of it stands."""
    seen: set[int] = set()
    return [draft for draft in found if not (draft.number in seen or seen.add(draft.number))]


def _draft(sentence: Typed, proposal: Proposal, before: list[Draft]) -> Draft | None:
    count = _count(sentence.chunks[proposal.number])
    if proposal.object is None and proposal.term is not None and proposal.term < proposal.number:
        # "the casualties were 15 soldiers": the noun stands after the number
        proposal = replace(proposal, object=_noun_after(sentence, proposal.number))
    if proposal.inherits:
        return _inherited(sentence, proposal, count, before)
    if proposal.term is None:
        return _row(sentence, proposal, count, before)
    kind, first, last = kind_of(sentence, proposal.term)
    entry = sentence.chunks[proposal.term].entry
    if proposal.number and sentence.chunks[proposal.number].count is None and kind in {"launched", "displaced"}:
        return None  # "a missile fired by ...", "a girl displaced from ...": what it was, not how many
    if kind is None:
        if entry is None or entry.part != "x":
            return None
        kind = "killed"  # "the death toll", "the toll"
    what = _what(sentence, proposal, kind, before)
    if what is None:
        return None
    draft = Draft(sentence, proposal.rule, proposal.bin, proposal.number, proposal.object, (first, last), kind, what, count)
    if proposal.object is None and before and before[-1].sentence is sentence and before[-1].what == what:
        draft.like = before[-1]  # "45 insurgents were killed and 35 wounded"
    return draft


def _what(sentence: Typed, proposal: Proposal, kind: Kind, before: list[Draft]) -> What | None:
    """What the number counts: its noun, a noun beside the term, or what was counted before; None when it cannot be."""
    if proposal.object is None:
        return _unnamed(sentence, proposal, kind, before)
    noun = sentence.chunks[proposal.object]
    what = what_of(noun) if noun.part in "PE" else None
    if noun.part in "wX" and kind not in _BY_PEOPLE:
        return None
    what = _qualified(sentence, proposal, what or "person")
    return what if applies(kind, what) else None


def _qualified(sentence: Typed, proposal: Proposal, what: What) -> What:
    """ "civilian deaths", "five women civilians", "army officers": a noun before the head may say more than the head."""
    if what not in {"person", "police"} or proposal.object is None:
        return what
    first, last = sorted((proposal.number, proposal.object))
    for chunk in sentence.chunks[first + 1 : last]:
        beside = what_of(chunk)
        if chunk.part == "P" and beside is not None and beside != "person":
            return beside
        if what == "police" and sentence.tokens.words[chunk.first] in sentence.lexicon.passage["side.military"]:
            return "combatant"
    return what


def _unnamed(sentence: Typed, proposal: Proposal, kind: Kind, before: list[Draft]) -> What | None:
    first, last = sorted((proposal.number, proposal.term or proposal.number))
    if sentence.chunks[proposal.number].count is not None and _is_loose(sentence, proposal.number):
        return None
    for chunk in reversed(sentence.chunks[max(0, first - 1) : last]):
        what = what_of(chunk)
        if chunk.part in "PE" and what is not None and applies(kind, what):
            return what
    if sentence.parts[proposal.term or 0] == "D" and kind in _BY_PEOPLE and _is_military(sentence, first):
        return "combatant"
    for draft in reversed(before[-4:]):
        if applies(kind, draft.what) and (kind not in _BY_PEOPLE or draft.sentence is sentence):
            return draft.what if kind not in _BY_PEOPLE or draft.what in _SHARED else "person"
    if kind in {"launched", "intercepted", "recaptured"}:
        return None  # "launched two" says nothing of what
    return "person" if applies(kind, "person") else "other"


# "two soldiers dead and six wounded": the six are soldiers too; but not women or children of women or children.
_SHARED = frozenset({"combatant", "police", "civilian"})


def _is_loose(sentence: Typed, number: int) -> bool:
    """ "injuring several", "several wounded": a vague word without a noun is left unread."""
    count = sentence.chunks[number].count
    return count is not None and count.modifier == "vague" and count.value < 10


def _is_military(sentence: Typed, first: int) -> bool:
    """Whether an army is the one that suffers: "Russia's military has taken 100,000 casualties"."""
    start = max(sentence.parts.rfind(mark, 0, first) for mark in ",;:.") + 1
    words = sentence.tokens.words[sentence.chunks[start].first : sentence.chunks[first].first]
    return "L" in sentence.parts[start:first] and not sentence.lexicon.passage["side.military"].isdisjoint(words)


def _inherited(sentence: Typed, proposal: Proposal, count: Count, before: list[Draft]) -> Draft | None:
    whole = _antecedent(sentence, before)
    if whole is None:
        return None
    noun = sentence.chunks[proposal.object] if proposal.object is not None else None
    what = (what_of(noun) if noun is not None and noun.part in "PE" else None) or whole.what
    larger = count.value > whole.count.value > 0 and whole.count.modifier == "exact"
    if larger or not applies(whole.kind, what):
        return None
    draft = Draft(sentence, proposal.rule, proposal.bin, proposal.number, proposal.object, None, whole.kind, what, count)
    draft.term_at = whole.term_at or ((whole.sentence, *whole.term) if whole.term else None)
    draft.subset_of = whole
    draft.note("kind", "from the figure it belongs to", (whole.sentence.start(whole.number), whole.sentence.end(whole.number)))
    return draft


def _bare(sentence: Typed, proposal: Proposal, before: list[Draft], previous: Typed | None) -> Draft | None:
    """A number alone: it counts what an earlier figure of about its size counts ("710" ... "again over 700")."""
    count = _count(sentence.chunks[proposal.number])
    if _is_list_mark(sentence, proposal.number):
        return None
    like = [draft for draft in before if draft.kind in _BY_PEOPLE and _is_about(draft.count, count)]
    near = [draft for draft in before if _distance(sentence, draft) <= _BACK and draft.kind in _BY_PEOPLE]
    model = like[-1] if like else near[-1] if near else None
    if model is None:
        return _of_term(sentence, proposal, count, previous)
    draft = Draft(sentence, proposal.rule, proposal.bin, proposal.number, None, None, model.kind, model.what, count)
    draft.term_at = model.term_at or ((model.sentence, *model.term) if model.term else None)
    draft.like = model
    draft.note("kind", "a number alone; it counts what this one counts", (model.sentence.start(model.number), model.sentence.end(model.number)))
    return draft


def _of_term(sentence: Typed, proposal: Proposal, count: Count, previous: Typed | None) -> Draft | None:
    """ "How many casualties will they report? 1000+?": the word of harm stands in the sentence before."""
    for at, part in enumerate(previous.parts if previous else ""):
        if previous is not None and part in "DVJ":
            kind, first, last = kind_of(previous, at)
            if kind in _BY_PEOPLE:
                draft = Draft(sentence, proposal.rule, proposal.bin, proposal.number, None, None, kind, "person", count)
                draft.term_at = previous, first, last
                return draft
    return None


def _is_list_mark(sentence: Typed, number: int) -> bool:
    """ "1. I repeat": a digit and a full stop that open a line number a list."""
    return number == 0 and sentence.sentence.opens_line and sentence.parts[1:2] in {".", ")"} and len(sentence.parts) <= 2


def _is_about(earlier: Count, count: Count) -> bool:
    return count.value <= earlier.value <= count.value * _ALIKE and earlier.modifier == "exact"


# "over 700" may mean 710, hardly 900.
_ALIKE = 1.15


def _distance(sentence: Typed, draft: Draft) -> int:
    return sentence.sentence.index - draft.sentence.sentence.index


# How many sentences back "of them" may look.
_BACK = 2


def _antecedent(sentence: Typed, before: list[Draft]) -> Draft | None:
    for draft in reversed(before):
        if sentence.sentence.index - draft.sentence.sentence.index > _BACK:
            return None
        if draft.subset_of is None or draft.sentence is not sentence:
            return draft
    return None


def _row(sentence: Typed, proposal: Proposal, count: Count, before: list[Draft]) -> Draft | None:
    """A row of a table: its kind stands in a word of harm of the same row, or in the rows and the head before it."""
    noun = sentence.chunks[proposal.object] if proposal.object is not None else None
    what = what_of(noun)
    if what is None:
        return None
    for at, part in enumerate(sentence.parts):
        if part in "VJD":
            kind, first, last = kind_of(sentence, at)
            if kind and applies(kind, what):
                return Draft(sentence, proposal.rule, proposal.bin, proposal.number, proposal.object, (first, last), kind, what, count)
    for draft in reversed(before[-3:]):
        kind = "lost" if not applies(draft.kind, what) else draft.kind
        if applies(kind, what):
            return Draft(sentence, proposal.rule, proposal.bin, proposal.number, proposal.object, None, kind, what, count)
    return None


def _beside(draft: Draft, proposal: Proposal) -> Iterator[Draft]:
    """The figures that come with one: the whole of "18 of the 22 drones", the change of "2814 (+10)"."""
    sentence = draft.sentence
    if proposal.whole is not None and draft.kind == "intercepted":
        count = _count(sentence.chunks[proposal.whole])
        whole = Draft(sentence, draft.rule, draft.bin, proposal.whole, draft.object, draft.term, "launched", draft.what, count)
        draft.of = whole
        yield whole
    if proposal.change is not None:
        count = _count(sentence.chunks[proposal.change])
        change = Draft(sentence, draft.rule, draft.bin, proposal.change, draft.object, draft.term, draft.kind, draft.what, count)
        change.change_of = draft
        yield change


def _count(chunk: Chunk) -> Count:
    """The number of a chunk; an indefinite victim is one."""
    return chunk.count or Count(1, 1, 1, "exact", None, chunk.first, chunk.last)


# "two soldiers and three civilians", "3 tanks, 2 howitzers and a helicopter": what may stand between two items.
# or a definite victim who is not counted himself: "a man, his wife and their six children".
_LINK = re.compile(r"(?:,t[Aw]?P)*(?:,[c&]?|[c&])[wt]?")


def _fill_lists(sentence: Typed, found: list[Draft]) -> None:
    """Items of a list share the verb of the item that has one, to the right ("killed a and b") and left ("a and b died")."""
    claimed = {draft.number: draft for draft in found}
    _fill_places(sentence, found)
    items = [at for at, part in enumerate(sentence.parts) if part in "Na" and at not in claimed]
    for at in items:
        noun = _noun_after(sentence, at)
        if noun is None:
            continue
        head = _linked(sentence, found, at, noun)
        if head is not None and sentence.parts[noun + 1 : noun + 2] not in {"S", "'"} and applies(head.kind, what_of(sentence.chunks[noun]) or "person"):
            what = what_of(sentence.chunks[noun]) or "person"
            count = _count(sentence.chunks[at])
            draft = Draft(sentence, head.rule, head.bin, at, noun, head.term, head.kind, what, count)
            draft.term_at, draft.subset_of = head.term_at, head.subset_of
            draft.note("kind", "an item of the same list", (sentence.start(head.number), sentence.end(head.number)))
            found.append(draft)
            found.sort(key=lambda other: other.number)


# "three peasants in A, two in B and three in C": number, preposition, place.
_IN_PLACE = re.compile(r"[,c:-]t?(N)p[tw]?[XA]")


def _fill_places(sentence: Typed, found: list[Draft]) -> None:
    """Numbers with only a place share the noun and verb of the item before them."""
    claimed = {draft.number for draft in found}
    for match in _IN_PLACE.finditer(sentence.parts):
        at = match.start(1)
        heads = [draft for draft in found if draft.number < at]
        if at in claimed or not heads or not _has_place(sentence, heads[-1], at):
            continue
        head = heads[-1]
        draft = Draft(sentence, "list_item", "middle", at, None, head.term, head.kind, head.what, _count(sentence.chunks[at]))
        draft.note("kind", "an item of the same list, by place", (sentence.start(head.number), sentence.end(head.number)))
        found.append(draft)
        found.sort(key=lambda other: other.number)


def _has_place(sentence: Typed, head: Draft, at: int) -> bool:
    """The head names a place of its own, or a colon opens the list of places."""
    between = sentence.parts[head.number : at]
    return re.search(r"p[tw]?[XA]", between) is not None or ":" in between


def _is_link(sentence: Typed, first: int, last: int, head: Draft) -> bool:
    """Whether only a comma or "and" (after "of the army") joins two items; prisoners are swapped "for" others."""
    between = _OF_IT.sub("", sentence.parts[first:last]).replace("m", "")
    if _LINK.fullmatch(between):
        return True
    swapped = sentence.tokens.words[sentence.chunks[last - 1].first] in sentence.lexicon.passage["side.swapped_for"]
    return head.kind == "freed" and swapped and len(between) <= _SWAPPED


_OF_IT = re.compile(r"^f[tAXwP']{1,4}(?=[,c&])|^,?\([^)]{1,9}\)|^-[^-]{1,9}-")
_SWAPPED = 9


def counted_nouns(sentence: Typed) -> Iterator[tuple[int, int, What, Count]]:
    """Every "two men", "one more child", "a girl", "their six children" of a sentence: number, noun, what, count."""
    for at, part in enumerate(sentence.parts):
        if part in "Na":
            noun = _noun_after(sentence, at)
            what = what_of(sentence.chunks[noun]) if noun is not None else None
            if noun is not None and what is not None:
                yield at, noun, what, _count(sentence.chunks[at])


def _noun_after(sentence: Typed, at: int) -> int | None:
    """The noun a number counts: within four chunks, no verb or comma between."""
    first = at + 1
    if sentence.parts[first : first + 1] == "f":  # "two of his brothers"
        first += 1 + (sentence.parts[first + 1 : first + 2] == "t")
    for noun in range(first, min(first + 5, len(sentence.parts))):
        part = sentence.parts[noun]
        if part in "PE" and sentence.parts[noun + 1 : noun + 2] not in {"P", "E"}:
            return noun
        if part not in "AXwmPEJ'":
            return None
    return None


def _linked(sentence: Typed, found: list[Draft], at: int, noun: int) -> Draft | None:
    for head in found:
        end = head.object if head.object is not None and head.object > head.number else head.number
        if end < at and _is_link(sentence, end + 1, at, head) and (head.term is None or head.term[0] < at):
            return head
        if noun < head.number and _is_link(sentence, noun + 1, head.number, head) and head.term and head.term[0] > head.number:
            return head
    return None
