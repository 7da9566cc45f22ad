"""The stretches of a quote: "“We held,” she said. “Help came.”" is one span, but two stretches of her words."""

from __future__ import annotations

import re

Span = tuple[int, int]

# The mark that opens the next stretch: “ « „ " or ''.
_OPENS = re.compile(r"[“«„\"]|''")
# The mark or comma that closes the stretch before: the last one counts.
_CLOSES = re.compile(r"[”»\"]|[“«](?=,)|'{2,3}|[,;]")

# Where the marks stay open around a speaker, a dash opens the next stretch: «Ми вистояли, – сказав він. – Буде добре».
_RESUMES = re.compile(r"[–—-]\s+|»")


def stretches(text: str, content: Span, inserted: tuple[Span, ...], *, direct: bool) -> tuple[Span, ...]:
    """A quote's span without the speaker and the word of saying set into it (`inserted`: their spans)."""
    start, end = content
    within = [span for span in inserted if start <= span[0] and span[1] <= end]
    if not within:
        return (content,)
    first, last = min(span[0] for span in within), max(span[1] for span in within)
    closing = [match.start() for match in _CLOSES.finditer(text, start, first)]
    cut = closing[-1] if closing else first
    if direct:
        opening = _OPENS.search(text, last, end) or _RESUMES.search(text, last, end)
        resumes = opening.end() if opening else end
    else:
        comma = text.find(",", last, end)
        resumes = comma + 1 if comma >= 0 else last
    return tuple(span for span in ((start, cut), (resumes, end)) if span[0] < span[1])
