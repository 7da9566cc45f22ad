"""Numbers near harm that no rule read: the growth signal of a language, and the reason nothing is silent."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.reading import Unread
from tallywire.extract.chunks import Chunk, Typed
from tallywire.extract.draft import Draft


def unread(sentence: Typed, found: list[Draft]) -> Iterator[Unread]:
    """The numbers of one opened sentence that became no figure and are no date, age, name or unit."""
    read = {draft.number for draft in found if draft.sentence is sentence}
    for at, part in enumerate(sentence.parts):
        if part == "N" and at not in read and not _is_pronoun(sentence, sentence.chunks[at]):
            start, end = sentence.start(at), sentence.end(at)
            yield Unread(start, end, sentence.tokens.text[start:end], _why(sentence, at))


def _is_pronoun(sentence: Typed, chunk: Chunk) -> bool:
    """ "one of the deadliest", "the one big city": no number."""
    return chunk.count is not None and chunk.count.value == 1 and not sentence.tokens.words[chunk.first][0].isdigit()


def _why(sentence: Typed, at: int) -> str:
    following = sentence.parts[at + 1 : at + 5]
    if "P" in following or "E" in following:
        return "people or things counted, but no word of harm belongs to the number"
    return "a number near a word of harm; no rule joins them"
