"""Lists: items under a head that speaks of harm ("They died as follows: - in A, two men; - in B, one child")."""

from __future__ import annotations

from tallywire.extract.chunks import Typed
from tallywire.extract.draft import Draft
from tallywire.extract.propose import counted_nouns
from tallywire.extract.shape import applies


def items(sentence: Typed, head: Draft) -> list[Draft]:
    """The people or things an item counts, each a part of the head's figure."""
    found: list[Draft] = []
    for number, noun, what, count in counted_nouns(sentence):
        if applies(head.kind, what):
            draft = Draft(sentence, "list_item", "middle", number, noun, None, head.kind, what, count)
            draft.term_at = head.term_at or ((head.sentence, *head.term) if head.term else None)
            draft.subset_of = head
            draft.note("kind", "an item of the list below", (head.sentence.start(head.number), head.sentence.end(head.number)))
            found.append(draft)
    return found
