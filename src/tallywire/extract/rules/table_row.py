"""A row of a bulletin: "tanks - 2814 (+10)", "2,814 (+10) tanks", "personnel: 79,400 persons were liquidated"."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.extract.chunks import Typed
from tallywire.extract.shape import Proposal, Shape

CHANGED = Shape(r"(?P<o>[PE])[-:w]{1,2}{count}\([hw]?(?P<change>N)\)", reliability="middle", needs="N(")
ROW = Shape(r"^[-w]?(?P<o>[PE])[-:]{1,2}{count}", reliability="middle", needs="N")
# Rows run on as prose: "1,150,120 personnel (+1,030 over the past day), 11,301 (+9) tanks"
_CHANGE = r"\(h(?P<change>N)T?\)"
CHANGED_AFTER = Shape("{count}{mods}(?P<o>[PE])" + _CHANGE, reliability="middle", needs="N(h")
CHANGED_BEFORE = Shape("{count}" + _CHANGE + "[wA]{0,3}(?P<o>[PE])", reliability="middle", needs="N(h")
STATED = Shape(r"(?P<t>[DJV])[-:]{count}{bare}", reliability="middle", needs="N")
# "Втрати росіян за добу – 890 осіб", "Pertes russes : 890 soldats"
OF_WHOM = Shape(r"(?P<t>D)(?:ft?)?A?(?:pt?)?T?[-:]{count}(?:{mods}{object}|{bare})", reliability="middle", needs="ND")


def read(sentence: Typed) -> Iterator[Proposal]:
    """Propose the number of a row, and the change in brackets."""
    for shape in (CHANGED, CHANGED_AFTER, CHANGED_BEFORE, ROW, STATED, OF_WHOM):
        yield from shape.proposals(sentence, __name__)
