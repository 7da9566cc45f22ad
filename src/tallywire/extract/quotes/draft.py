"""A quote while it is put together: a saying's words are cut to what stands in marks, or trimmed to what was told."""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.extract.quotes.line import Line, Range
from tallywire.extract.quotes.saying import Saying

_TRIMMED = frozenset(",.;:!?\"”“»«'’…-–—") | {"--", "..."}
_LEADING = frozenset(",;:")
# A sentence may end with so many tokens after a quotation and still be nothing but it: the mark, a stop, a bracket.
_TAIL = 4


@dataclass(slots=True)
class Draft:
    """A quote's stretches of tokens in order, the sentence that holds its cue, and its speaker's words and name."""

    parts: list[Range]
    direct: bool
    sentence: int
    saying: Saying | None = None
    speaker: Range | None = None
    name: str | None = None


def draft(line: Line, saying: Saying, sentence: int) -> Draft | None:
    """A saying with its words as far as the quotation marks around them go."""
    if saying.within is not None:
        return Draft([saying.within], direct=True, sentence=sentence, saying=saying, speaker=saying.speaker)
    stretches = [_left(line, saying.left)] if saying.left is not None else []
    if saying.right is not None:
        right, marked = _right(line, saying.right)
        # "“We held,” she said, closing the door": what follows words in marks is no part of them, if it has none
        if marked or not (stretches and stretches[0][1]):
            stretches.append((right, marked))
    held = [(part, marked) for part, marked in stretches if part[0] < part[1]]
    if not held:
        return None
    return Draft(
        [part for part, _ in held], saying.direct or all(marked for _, marked in held), sentence, saying, saying.speaker
    )


def _left(line: Line, left: Range) -> tuple[Range, bool]:
    """What stands before a name: a whole quotation, even of many sentences, or the words of the sentence."""
    first, last = left
    closed = line.marks.closed(line.words, last)
    around = line.inside(first)
    if around is not None:
        first = around[0]
    if closed is not None and (closed[0] <= first + 2 or first == last):
        return closed, True
    return _trimmed(line, first, last), False


def _right(line: Line, right: Range) -> tuple[Range, bool]:
    """What stands after a cue: a whole quotation, even one that opens the next line, or the words of the sentence."""
    first, last = right
    opened = line.marks.opened(line.words, first) if first < len(line.words) else None
    if opened is not None and opened[1] + _TAIL >= last:
        return opened, True
    if first >= last:
        return (first, first), False
    around = line.inside(last - 1)
    return _trimmed(line, first, max(last, around[1]) if around is not None else last), False


def _trimmed(line: Line, first: int, last: int) -> Range:
    words = line.words
    while last > first and words[last - 1] in _TRIMMED:
        last -= 1
    while first < last and words[first] in _LEADING:
        first += 1
    return first, last
