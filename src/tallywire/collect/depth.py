"""Cut HTML that is nested too deep, by a scan before any tree is built: a tree of 100,000 levels is an attack."""

from __future__ import annotations

import re
from dataclasses import dataclass

# The deepest news page met has about 60 levels; browsers stop at 512.
LEVELS = 512
PIECES = 64  # the quick test looks at a page in so many pieces

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
# Elements without content, and those that browsers close themselves when the next one opens.
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
        *("p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot"),
    }
)


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
    """A bound that costs nothing: no point is deeper than the tags opened before it and not closed."""
    size, level = len(html) // PIECES + 1, 0
    for start in range(0, len(html), size):
        closing = html.count("</", start, start + size)
        opening = html.count("<", start, start + size) - closing
        if level + opening > LEVELS:
            return False
        level = max(0, level + opening - closing)
    return True


class _Scan:
    """Counts levels through a page and drops tags beyond the limit, with their partners."""

    def __init__(self) -> None:
        self.level = self.cut = 0

    def keep(self, tag: re.Match[str]) -> str:
        """The tag itself, or nothing where it is too deep."""
        if tag[2].lower() in _CHILDLESS:
            return self._kept(tag, self.level)
        if tag[1]:
            self.level = max(0, self.level - 1)
            return self._kept(tag, self.level)
        self.level += 1
        return self._kept(tag, self.level - 1)

    def _kept(self, tag: re.Match[str], level: int) -> str:
        if level < LEVELS:
            return tag[0]
        self.cut += 1
        return ""
