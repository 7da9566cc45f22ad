"""By what they were harmed: the word of attack nearest to the figure in its sentence, as a mode of PLOVER's ASSAULT."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.bind.context import Context
from tallywire.extract.draft import Draft

_HARMS = frozenset({"killed", "wounded", "casualties", "remains", "destroyed", "damaged"})
# The lists of `context.toml` tell weapons apart more finely than PLOVER's modes; an attack of no told kind has none.
_MODES = {
    "airstrike": "heavy-weapons",
    "shelling": "heavy-weapons",
    "missile": "heavy-weapons",
    "drone": "heavy-weapons",
    "firearms": "firearms",
    "explosives": "explosives",
    "suicide-attack": "suicide-attack",
}
_LONGEST = 3  # words: "air strikes on", "car bomb"


def bind(draft: Draft, context: Context) -> None:
    """Bind the cause; a part has its whole's, a figure of a list its neighbour's."""
    if draft.kind not in _HARMS:
        return
    told = min(_told(draft, context), default=None)
    if told is not None:
        _, mode, start, end = told
        draft.cause = mode
        draft.note("cause", "a word of attack in the same sentence", (start, end))
        return
    model = draft.subset_of or draft.like
    if model is not None and model.cause is not None and draft.kind in _HARMS:
        draft.cause = model.cause
        draft.note("cause", "from the figure it belongs to")


def _told(draft: Draft, context: Context) -> Iterator[tuple[int, str, int, int]]:
    """Words of attack in the sentence that PLOVER has a mode for: how far off, the mode, where."""
    sentence, attacks = draft.sentence, context.lexicon.attacks
    tokens, words = sentence.tokens, sentence.tokens.words
    first, last = sentence.sentence.first, sentence.sentence.last
    if context.lexicon.attack_heads.isdisjoint(words[first:last]):
        return
    number, counted = sentence.chunks.first(draft.number), draft.noun
    at = first
    while at < last:
        size = next((n for n in range(min(_LONGEST, last - at), 0, -1) if " ".join(words[at : at + n]) in attacks), 0)
        mode = _MODES.get(attacks[" ".join(words[at : at + size])]) if size else None
        if mode is not None and not (counted is not None and counted.first <= at < counted.last):
            yield abs(at - number), mode, *tokens.span(at, at + size)
        at += size or 1
