"""A row of a bulletin: "tanks - 2814 (+10)", "personnel: about 79,400 (+710) persons were liquidated"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

CHANGED = Shape(r"(?P<o>[PE])[-:w]{1,2}{count}\([hw]?(?P<change>N)\)", reliability="middle", needs="N(")
ROW = Shape(r"^[-w]?(?P<o>[PE])[-:]{1,2}{count}", reliability="middle", needs="N")
STATED = Shape(r"(?P<t>[DJV])[-:]{count}{bare}", reliability="middle", needs="N")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of a row, and the change in brackets."""
    for shape in (CHANGED, ROW, STATED):
        yield from shape.proposals(sentence, __name__)
