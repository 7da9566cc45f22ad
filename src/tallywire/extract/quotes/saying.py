"""What one word of saying holds, and what goes on behind it: "There was, she said, an understanding"."""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.extract.quotes import speaker
from tallywire.extract.quotes.line import Line, Range


@dataclass(slots=True)
class Saying:
    """One speaker's words in a sentence: tokens `left` or `right` of the cue, both where it is set into them."""

    cue: Range
    speaker: Range | None
    opens: int  # where its clause begins
    left: Range | None = None
    right: Range | None = None
    relative: bool = False  # "who said"
    inherits: bool = False  # the speaker is the one of the verb before
    dropped: bool = False  # nobody is named for the verb: the speaker of the sentence before goes on
    direct: bool = False  # in no marks, but behind the dash that opens its line
    within: Range | None = None  # the quotation that the cue is set into: «Ми вистояли, – сказав він, – й добре»


def resumes(line: Line, at: int) -> bool:
    """Whether what follows ", she said," goes on with what was said: not "adding", "according to", "who"."""
    word, lists = line.words[at], line.lists
    return not (word.endswith("ing") or word in lists.relatives or word in lists.by)


def before_it(line: Line, end: int) -> Range | None:
    """The words before a cue set into them, but for a mere "Later,", "On Friday,"."""
    return None if end - line.first <= _FEW and speaker.is_aside(line, line.first) else (line.first, end)


# A word or two before a cue's comma say only when or how.
_FEW = 2
