"""Cut HTML that is nested too deep, by a scan before any tree is built: a tree of 100,000 levels is an attack."""

from __future__ import annotations

import re
from dataclasses import dataclass

# The deepest news page met has about 60 levels; browsers stop at 512.
LEVELS = 512
# The quick test lets pass what is no danger: tags that need no closing make its bound far too high, and a tree of a few
# thousand levels costs milliseconds.
HARMLESS = 4096
PIECES = 64  # the quick test looks at a page in so many pieces

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
_CHILDLESS = frozenset(
    {
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
        ),
    }
)
# What an element closes by opening, where the page leaves out the end tags, as HTML lets it.
_CLOSES: dict[str, frozenset[str]] = {
    "p": frozenset({"p"}),
    "li": frozenset({"p", "li"}),
    "dt": frozenset({"p", "dt", "dd"}),
    "dd": frozenset({"p", "dt", "dd"}),
    "td": frozenset({"p", "td", "th"}),
    "th": frozenset({"p", "td", "th"}),
    "tr": frozenset({"p", "td", "th", "tr"}),
    "tbody": frozenset({"p", "td", "th", "tr", "tbody", "thead", "tfoot"}),
    "option": frozenset({"option"}),
}


@dataclass(frozen=True, slots=True)
class Shallow:
    """A page no deeper than the limit, and how many tags were left out of it."""

    html: str
    cut: int


def shallow(html: str) -> Shallow:
    """The page without the tags below the deepest level allowed; their text stays."""
    if _plainly_shallow(html):
        return Shallow(html, 0)
    scan = _Scan()
    cut = _TAG.sub(scan.keep, html)
    return Shallow(cut, scan.cut)


def _plainly_shallow(html: str) -> bool:
    """A bound that costs little: no point is deeper than the tags opened before it and not closed."""
    if html.count("<") <= HARMLESS:
        return True
    size, level = len(html) // PIECES + 1, 0
    for start in range(0, len(html), size):
        closing = html.count("</", start, start + size)
        opening = html.count("<", start, start + size) - closing
        if level + opening > HARMLESS:
            return False
        level = max(0, level + opening - closing)
    return True


class _Scan:
    """Follows the open elements through a page, and drops tags beyond the limit with their partners."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.dropped = self.cut = 0

    def keep(self, tag: re.Match[str]) -> str:
        """The tag itself, or nothing where it is too deep."""
        name = tag[2].lower()
        if name in _CHILDLESS:
            return tag[0]
        return self._closing(tag[0], name) if tag[1] else self._opening(tag[0], name)

    def _opening(self, tag: str, name: str) -> str:
        closes = _CLOSES.get(name, frozenset())
        while self.open and self.open[-1] in closes:
            self.open.pop()
        if len(self.open) < LEVELS:
            self.open.append(name)
            return tag
        self.dropped += 1
        self.cut += 1
        return ""

    def _closing(self, tag: str, name: str) -> str:
        if self.dropped:
            self.dropped -= 1
            self.cut += 1
            return ""
        if name in self.open:  # never longer than the limit
            while self.open.pop() != name:
                pass
        return tag
