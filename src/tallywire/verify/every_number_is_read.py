"""Every number near harm, loss or movement is read as a figure."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.article import OWN_SEGMENTS
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.claims.reading import Unread
from tallywire.verify.words import quoted


def check(case: Case) -> Iterator[Finding]:
    """Names each number of the article's own text that stands near harm and that no rule read."""
    for unread in case.reading.unread:
        if _is_own(case, unread):
            yield Finding("unread_number", f"{quoted(unread.words)} was not read as a figure: {unread.why}.")


def _is_own(case: Case, unread: Unread) -> bool:
    around = (one for one in case.reading.article.segments if one.start <= unread.start < one.end)
    return all(segment.kind in OWN_SEGMENTS for segment in around)
