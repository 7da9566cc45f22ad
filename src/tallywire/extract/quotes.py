"""Quotations: direct speech between marks, its speaker as far as the text tells, and the word of saying.

"“We held out,” the commander said. “Help came by air.”" gives two quotes with one speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from tallywire.claims.article import Article

# “...”, «...», „...“, "...": at most one paragraph; an opening mark that is never closed runs to the paragraph's end.
_DIRECT = re.compile(r"“[^“”\n]+(?:”|$|(?=\n))|«[^«»\n]+»|„[^„“\n]+“|(?<![\w\"])\"[^\"\n]+\"(?!\w)", re.MULTILINE)
_QUOTED_SEGMENTS = frozenset({"headline", "standfirst", "body", "caption", "embed", "related", "comment"})


@dataclass(frozen=True, slots=True)
class Quotations:
    """The direct quotations of a text, in order, without their marks."""

    spans: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]

    def around(self, offset: int) -> tuple[int, int] | None:
        """The quotation that holds an offset."""
        at = bisect_right(self.starts, offset) - 1
        if at >= 0 and offset < self.spans[at][1]:
            return self.spans[at]
        return None


def quotations(article: Article) -> Quotations:
    """Find the direct quotations of all segments that can hold one."""
    text = article.text
    spans: list[tuple[int, int]] = []
    if any(mark in text for mark in '“«„"'):
        for segment in article.segments:
            if segment.kind in _QUOTED_SEGMENTS:
                spans.extend(_inside(match) for match in _DIRECT.finditer(text, segment.start, segment.end))
    return Quotations(tuple(spans), tuple(start for start, _ in spans))


def _inside(match: re.Match[str]) -> tuple[int, int]:
    closed = match.group().endswith(("”", "»", "“", '"'))
    return match.start() + 1, match.end() - closed
