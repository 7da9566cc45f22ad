"""The sentence around a stretch of text, on one line, with the stretch marked: "the ministry said [12] were killed"."""

from __future__ import annotations

import re

BESIDE = 110  # characters shown on either side: a long sentence shows the words that its figure hangs on
_END = re.compile(r"\n|[.!?…؟۔]+[\"»”’)]*\s+(?=\D)")  # "Dec. 15" ends nothing


def excerpt(text: str, start: int, end: int) -> str:
    """The sentence of text[start:end], cut where it is long.

    >>> excerpt("It rained. Officials said 12 were killed. It rained.", 26, 28)
    'Officials said [12] were killed.'
    """
    before, after = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
    ends = [found.end() for found in _END.finditer(before)]
    left = before[ends[-1] :] if ends else ("…" if start > BESIDE else "") + before
    stop = _END.search(after)
    right = after[: stop.end()] if stop else after + ("…" if end + BESIDE < len(text) else "")
    return re.sub(r"\s+", " ", f"{left}[{text[start:end]}]{right}").strip()
