"""Binds the stance: asserted, alleged, denied, asked, expected or supposed."""

from __future__ import annotations

from tallywire.claims.figure import Stance
from tallywire.extract.bind.context import Context
from tallywire.extract.draft import Draft


def bind(draft: Draft, context: Context) -> None:
    """Bind by a question mark, a colouring word of the sentence, or keep what the word of saying gave."""
    sentence = draft.sentence
    if sentence.parts.rstrip("\"'").endswith("?"):
        draft.stance = "question"
        draft.note("stance", "the sentence asks")
        return
    if draft.stance != "asserted":
        draft.note("stance", "the word of saying")
        return
    words = sentence.tokens.words[sentence.sentence.first : sentence.sentence.last]
    said = " ".join(words)
    for colour, stance in context.lexicon.stances.items():
        if colour in said and _holds(said, colour, words):
            draft.stance = _as_stance(stance)
            draft.note("stance", f"coloured by {colour!r}")
            return


def _holds(said: str, colour: str, words: list[str]) -> bool:
    return f" {colour} " in f" {said} " if " " in colour else colour in words


def _as_stance(stance: str) -> Stance:
    return "alleged" if stance == "alleged" else "expected" if stance == "expected" else "hypothetical"
