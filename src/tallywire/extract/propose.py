"""Shapes propose; of the proposals for one number the one that scores best and can be read wins."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import import_module

from tallywire.claims.figure import PEOPLE, Kind, What
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft
from tallywire.extract.inherit import number_alone, part_of_figure
from tallywire.extract.lists import fill_lists
from tallywire.extract.nouns import bounded, count_of, names_body, noun_after, what_counted
from tallywire.extract.rivals import ranked
from tallywire.extract.rules import part_first
from tallywire.extract.shape import Proposal, Shape, applies, kind_of, what_of

Rule = Callable[[Typed], Iterator[Proposal]]
# "a missile fired by ...", "a girl displaced from ...": what one is, not how many
_NOT_ONE = frozenset({"launched", "displaced"})
# Rows back that tell what a table counts.
_ROWS = 3


@lru_cache(maxsize=1)
def all_rules() -> tuple[tuple[Rule, tuple[frozenset[str], ...]], ...]:
    """Every rule of the folder, by name, with the least sets of letters without which none of its shapes matches."""
    folder = import_module("tallywire.extract.rules")
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    modules = [import_module(f"{folder.__name__}.{name}") for name in names]
    shapes = [[one.needs for one in vars(module).values() if isinstance(one, Shape)] for module in modules]
    least = (tuple({one for one in needs if not any(other < one for other in needs)}) for needs in shapes)
    return tuple((module.read, needs) for module, needs in zip(modules, least, strict=True))


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The letters that say which rules to try."""
    return frozenset().union(*(need for _, needs in all_rules() for need in needs))


@lru_cache(maxsize=8192)
def _rules_for(telling: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that have a shape for a sentence with these letters: two of three have none."""
    return tuple(read for read, needs in all_rules() if any(need <= telling for need in needs))


def drafts(sentence: Typed, before: Sequence[Draft], previous: Typed | None = None) -> list[Draft]:
    """The figures of one sentence, in order.

    `before` are those of the sentences before it, for "of them"; `previous` is the sentence before one that has no word
    of harm of its own.
    """
    found: list[Draft] = []
    wholes: set[int] = set()  # "three of the 12 soldiers were killed": twelve is no figure of its own
    ahead = {proposal.number: proposal for proposal in part_first.read(sentence)}  # parts of what comes after them
    for rivals in _rivals(sentence):
        if rivals[0].number in ahead:
            continue
        earlier = any(proposal.earlier for proposal in rivals)
        if rivals[0].number in wholes or (not earlier and _is_no_count(sentence.parts, rivals[0].number)):
            continue
        for proposal in ranked(sentence, rivals):
            draft = _draft(sentence, proposal, [*before, *found], previous)
            if draft is not None:
                found.append(draft)
                found.extend(_beside(draft, proposal))
                wholes.update([] if proposal.whole is None else [proposal.whole])
                break
    fill_lists(sentence, found)
    for proposal in ahead.values():
        whole = [draft for draft in found if draft.number > proposal.number and draft.subset_of is None][:1]
        part = part_of_figure(sentence, proposal, whole)
        found.extend([part] if part is not None else [])
    return sorted(found, key=lambda draft: draft.number)


def choices(
    sentence: Typed, before: Sequence[Draft], previous: Typed | None = None
) -> Iterator[list[tuple[Proposal, Draft]]]:
    """The readings of every number of a sentence that has more than one: what the scorer of rivals learns from."""
    here = drafts(sentence, before, previous)
    for rivals in _rivals(sentence):
        known = [*before, *(one for one in here if one.number < rivals[0].number)]
        readings = [(one, read) for one in rivals if (read := _draft(sentence, one, known, previous)) is not None]
        if len({(read.kind, read.what) for _, read in readings}) > 1:
            yield readings


def _is_no_count(parts: str, number: int) -> bool:
    """ "One in 12 soldiers was hurt", "none of the four priests was hurt", "12 deaths per 100,000": no figures."""
    before = parts[:number].rstrip("t")
    return before.endswith(("Np", "nf", "Ny", "Dy"))


def _rivals(sentence: Typed) -> list[list[Proposal]]:
    """The proposals of all rules, number by number, from left to right."""
    rivals: dict[int, list[Proposal]] = {}
    counting = "Nam" if sentence.lexicon.has_articles else "NamP"
    if not sentence.letters.isdisjoint(counting):
        for read in _rules_for(sentence.letters & _telling()):
            for proposal in read(sentence):
                rivals.setdefault(proposal.number, []).append(proposal)
    return [rivals[number] for number in sorted(rivals)]


def _draft(sentence: Typed, proposal: Proposal, before: Sequence[Draft], previous: Typed | None) -> Draft | None:
    """A figure from a proposal, or None when what is counted cannot suffer that."""
    if proposal.inherits:
        if proposal.rule == "bare_number":
            return number_alone(sentence, proposal, before, previous)
        return part_of_figure(sentence, proposal, before)
    if proposal.term is None:
        return _row(sentence, proposal, before)
    return _with_term(sentence, proposal, proposal.term, before)


def _with_term(sentence: Typed, proposal: Proposal, term: int, before: Sequence[Draft]) -> Draft | None:
    if proposal.object is None and term < proposal.number:
        # "the casualties were 15 soldiers": the noun stands after the number
        proposal = replace(proposal, object=noun_after(sentence, proposal.number))
    kind, first, last = (proposal.kind, term, term + 1) if proposal.kind else kind_of(sentence, term)
    entry = sentence.chunks[term].entry
    if kind is None and entry is not None and entry.tag == "toll":
        kind = "killed"  # "the death toll", "the toll"; but "the number", "the total" name no harm
    one = sentence.chunks[proposal.number].count is None
    if kind is None or (one and kind in _NOT_ONE) or names_body(sentence, proposal.object):
        return None
    read = next(_readings(sentence, proposal, (kind, *_also(sentence, term, kind)), before), None)
    count = bounded(sentence, proposal.number, proposal.object)
    if read is None or (read[1] in PEOPLE and count.value % 1):
        return None  # "19.3 deaths per 100,000": a rate
    kind, what = read
    draft = Draft.proposed(sentence, proposal, kind, what, count)
    draft.term = (first, last)
    if proposal.object is None and before and before[-1].sentence is sentence and before[-1].what == what:
        draft.like = before[-1]  # "45 insurgents were killed and 35 wounded"
    return draft


def _also(sentence: Typed, term: int, kind: Kind) -> tuple[Kind, ...]:
    """What else the word of harm may tell, of other things."""
    entry = sentence.chunks[term].entry
    return entry.also if entry is not None and entry.kind == kind else ()


def _readings(
    sentence: Typed, proposal: Proposal, kinds: Sequence[Kind], before: Sequence[Draft]
) -> Iterator[tuple[Kind, What]]:
    """The kinds that what is counted can suffer, likeliest first: drones are shot down where men are killed."""
    for kind in kinds:
        what = what_counted(sentence, proposal, kind, before)
        if what is not None:
            yield kind, what


def _row(sentence: Typed, proposal: Proposal, before: Sequence[Draft]) -> Draft | None:
    """A row of a table: its kind stands in a word of harm of the same row, or in the rows before it."""
    what = what_of(sentence.chunks[proposal.object]) if proposal.object is not None else None
    if what is None:
        return None
    return _row_with_term(sentence, proposal, what) or _row_of_table(sentence, proposal, what, before)


def _row_with_term(sentence: Typed, proposal: Proposal, what: What) -> Draft | None:
    terms = [at for at, part in enumerate(sentence.parts) if part in "VJD"]
    for at in sorted(terms, key=lambda at: abs(at - proposal.number)):  # "persons were liquidated" before "losses"
        kind, first, last = kind_of(sentence, at)
        if kind is not None and applies(kind, what):
            draft = Draft.proposed(sentence, proposal, kind, what, count_of(sentence.chunks[proposal.number]))
            draft.term = (first, last)
            return draft
    return None


def _row_of_table(sentence: Typed, proposal: Proposal, what: What, before: Sequence[Draft]) -> Draft | None:
    for draft in reversed(before[-_ROWS:]):
        kind = draft.kind if applies(draft.kind, what) else "lost"
        if applies(kind, what):
            return Draft.proposed(sentence, proposal, kind, what, count_of(sentence.chunks[proposal.number]))
    return None


def _beside(draft: Draft, proposal: Proposal) -> Iterator[Draft]:
    """The figures that come with one: the whole of "18 of the 22 drones", the change of "2814 (+10)"."""
    sentence = draft.sentence
    if proposal.whole is not None and draft.kind == "intercepted":
        count = count_of(sentence.chunks[proposal.whole])
        whole = Draft.proposed(sentence, replace(proposal, number=proposal.whole), "launched", draft.what, count)
        whole.term, draft.of = draft.term, whole
        yield whole
    if proposal.change is not None:
        count = count_of(sentence.chunks[proposal.change])
        change = Draft.proposed(sentence, replace(proposal, number=proposal.change), draft.kind, draft.what, count)
        change.term, change.change_of = draft.term, draft
        yield change
