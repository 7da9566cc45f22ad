"""Lists: items share the verb of the item that has one ("killed a and b"), or the head of the list speaks of harm."""

from __future__ import annotations

import re

from tallywire.claims.figure import Kind
from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft
from tallywire.extract.nouns import count_of, counted_nouns, noun_after
from tallywire.extract.shape import applies, what_of

# "two soldiers and three civilians", "3 tanks, 2 howitzers": what may stand between two items, or a definite victim
# who is not counted himself: "a man, his wife and their six children".
_LINK = re.compile(r"(?:,t[Aw]?P)*(?:,[c&]?|[c&]|[-:])[wt]?")
# "of the army", "(five A and one B)", "- two of them B -" after an item
_OF_IT = re.compile(r"^f[tAXwP']{1,4}(?=[,c&])|^,?\([^)]{1,9}\)|^-[^-]{1,9}-")
_AS_WELL = re.compile(r",?&[wt]?")
# "three peasants in A, two in B and three in C": number, preposition, place
_IN_PLACE = re.compile(r"[,c:-]t?(N)-?p[tw]?[XA]")
_PLACE = re.compile(r"p[tw]?[XA]")
# "the release of 115 soldiers ... for 115 others": chunks between the two
_SWAPPED = 9


def fill_lists(sentence: Typed, found: list[Draft]) -> None:
    """Add to `found` the items that have no verb of their own."""
    if not found:
        return
    _fill_places(sentence, found)
    claimed = {draft.number for draft in found}
    places = list(enumerate(sentence.parts))
    for at, part in (*places, *reversed(places)):  # an item may hang on one that is itself found by the item after it
        noun = noun_after(sentence, at) if part in "Na" and at not in claimed and not _is_of_all(sentence, at) else None
        if noun is None or sentence.parts[noun + 1 : noun + 2] in {"S", "'"}:
            continue
        head = _linked(sentence, found, at, noun)
        what = what_of(sentence.chunks[noun]) or "person"
        kind = next((kind for kind in _kinds(head) if applies(kind, what)), None) if head is not None else None
        if head is not None and kind is not None:
            draft = Draft(sentence, head.rule, head.bin, at, noun, head.term, kind, what, count_of(sentence.chunks[at]))
            draft.lean_on(head, "an item of the same list")
            draft.subset_of = head.subset_of
            claimed.add(at)
            _insert(found, draft)


def items(sentence: Typed, head: Draft) -> list[Draft]:
    """The people or things that a list item counts, each a part of the head's figure: "- in A, two men"."""
    found: list[Draft] = []
    for number, noun, what in counted_nouns(sentence):
        if applies(head.kind, what):
            count = count_of(sentence.chunks[number])
            draft = Draft(sentence, "list_item", "middle", number, noun, None, head.kind, what, count)
            draft.lean_on(head, "an item of the list below")
            draft.subset_of = head
            found.append(draft)
    return found


def _kinds(head: Draft) -> tuple[Kind, ...]:
    """The head's kind, and what its word of harm tells of other things: men killed, tanks destroyed."""
    entry = head.sentence.chunks[head.term[0]].entry if head.term else None
    if entry is None or entry.kind is None:
        return (head.kind,)
    return (head.kind, entry.kind, *entry.also)


def _is_of_all(sentence: Typed, at: int) -> bool:
    """ "three of the 12 soldiers": the whole that a part is taken from."""
    return sentence.parts[:at].rstrip("tem").endswith("Nf")


def _insert(found: list[Draft], draft: Draft) -> None:
    found.append(draft)
    found.sort(key=lambda other: other.number)


def _fill_places(sentence: Typed, found: list[Draft]) -> None:
    """Numbers with only a place share the noun and verb of the item before them."""
    claimed = {draft.number for draft in found}
    for match in _IN_PLACE.finditer(sentence.parts):
        at = match.start(1)
        head = next((draft for draft in reversed(found) if draft.number < at), None)
        if at in claimed or head is None or not _is_placed(sentence.parts[head.number : at]):
            continue
        count = count_of(sentence.chunks[at])
        draft = Draft(sentence, "list_item", "middle", at, None, head.term, head.kind, head.what, count)
        draft.lean_on(head, "an item of the same list, by place")
        _insert(found, draft)


def _is_placed(between: str) -> bool:
    """The head names a place of its own, or a colon opens the list of places."""
    return ":" in between or _PLACE.search(between) is not None


def _linked(sentence: Typed, found: list[Draft], at: int, noun: int) -> Draft | None:
    """The item with a verb that this one is joined to, to its left or right."""
    for head in found:
        end = max(head.object or 0, head.number)
        if head.term is not None and end < head.term[0] and _AS_WELL.fullmatch(sentence.parts, head.term[1], at):
            return head  # "12 tanks were destroyed, as well as 3 aircraft"
        if end < at and _is_link(sentence, end + 1, at, head) and (head.term is None or head.term[0] < at):
            return head
        verb_after = head.term is not None and head.term[0] > head.number
        if noun < head.number and verb_after and _is_link(sentence, noun + 1, head.number, head):
            return head
    return None


def _is_link(sentence: Typed, first: int, last: int, head: Draft) -> bool:
    """Whether only a comma or "and" (after "of the army") joins two items; prisoners are swapped "for" others."""
    between = _OF_IT.sub("", sentence.parts[first:last]).replace("m", "")
    if _LINK.fullmatch(between):
        return True
    swapped = sentence.tokens.words[sentence.chunks[last - 1].first] in sentence.lexicon.passage["side.swapped_for"]
    return head.kind == "freed" and swapped and len(between) <= _SWAPPED
