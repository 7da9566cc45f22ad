"""Binds parts to wholes: a breakdown after a total, an earlier value in brackets, a distributive "each"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.draft import Draft


def bind(found: list[Draft], earlier: frozenset[str]) -> None:
    """Link the figures of one document, in the order of the text; `earlier` are words for a value before."""
    for at, draft in enumerate(found):
        _each(draft)
        if draft.subset_of is None and draft.change_of is None:
            near = list(_near(found, at))
            _of_those(draft, near)
            _earlier_value(draft, near, earlier)
            _breakdown(draft, near)


def _near(found: list[Draft], at: int) -> Iterator[Draft]:
    """The figures before one, last first, as far back as a part may have its whole."""
    index = found[at].sentence.sentence.index
    for whole in (found[before] for before in range(at - 1, max(-1, at - 1 - _MOST), -1)):
        if index - whole.sentence.sentence.index > _FAR:
            return
        yield whole


def _each(draft: Draft) -> None:
    last = draft.reach()[1]
    if "e" in draft.sentence.parts[last + 1 : last + 3]:
        draft.per = "side"
        draft.note("per", "'each' after the number")


def _of_those(draft: Draft, near: list[Draft]) -> None:
    """ "Of the wounded, 14 are children"; "that number included more than 20,000 dead": the whole stands before."""
    included = draft.number and draft.sentence.parts[draft.number - 1] == "i"
    if draft.rule != "of_the_wounded" and not included:
        return
    for whole in near:
        if _same_loss(whole, draft) and whole.count.value > draft.count.value and whole.subset_of is None:
            draft.subset_of = whole
            draft.note(
                "subset_of",
                "of those counted before",
                (whole.sentence.start(whole.number), whole.sentence.end(whole.number)),
            )
            return


# Sentences back that "of the wounded" may reach, and figures: no list has more between a part and its whole.
_FAR = 3
_MOST = 200


def _earlier_value(draft: Draft, near: list[Draft], earlier: frozenset[str]) -> None:
    """ "2,788 (2,685 a day earlier)": the second is the value before."""
    sentence = draft.sentence
    opened = draft.number and sentence.parts[draft.number - 1] == "("
    if not opened or not near or near[0].sentence is not sentence:
        return
    words = sentence.tokens.words[draft.chunk.last : draft.chunk.last + 4]
    if near[0].kind == draft.kind and not earlier.isdisjoint(words):
        draft.previous_of = near[0]


def _breakdown(draft: Draft, near: list[Draft]) -> None:
    """ "434 casualties, made up of 321 dead and 113 injured", "three dead: one in A, two in B"."""
    sentence = draft.sentence
    if draft.rule == "table_row" and draft.object is not None:
        return  # "tanks - 2814 (+10), helicopters - 260": the dash opens no list
    for whole in near:
        if whole.sentence is not sentence or whole.subset_of is not None:
            continue
        between = sentence.parts[whole.reach()[1] + 1 : draft.number]
        opened = not {":", "i", "-"}.isdisjoint(between) or _is_bracketed(whole, draft)
        smaller = whole.count.value > draft.count.value
        if (
            opened
            and smaller
            and _same_loss(whole, draft)
            and not {".", ";"}.intersection(between[: between.find(":") + 1])
        ):
            draft.subset_of = whole
            draft.note(
                "subset_of", "a part listed after its total", (sentence.start(whole.number), sentence.end(whole.number))
            )
            return


def _is_bracketed(whole: Draft, part: Draft) -> bool:
    """ "1,660 people (1,347 men and 313 women) were killed": in brackets right behind what is counted."""
    parts = whole.sentence.parts
    noun = whole.object
    return noun is not None and parts[noun + 1 : noun + 2] == "(" and ")" not in parts[noun : part.number]


def _same_loss(whole: Draft, part: Draft) -> bool:
    if (
        whole.what == "combatant"
        and part.what in {"civilian", "child", "woman"}
        and whole.sentence is not part.sentence
    ):
        return False  # "four militants were killed ... among the dead are two civilians"
    return whole.kind == part.kind or (whole.kind == "casualties" and part.kind in {"killed", "wounded"})
