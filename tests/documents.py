"""Documents for tests of the ledger: a capture and its reading, with figures whose words stand in the text."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from build import figure
from tallywire.claims.article import Article, Capture, Segment, Span
from tallywire.claims.figure import Figure
from tallywire.claims.reading import Reading

Document = tuple[Capture, Reading]


def capture(text: str, address: str = "page.txt", **fields: Any) -> Capture:
    content = text.encode()
    given = {"media": "text", "fetched": "2022-11-12T00:00:00+00:00", **fields}
    return Capture(address, content=content, sha256=hashlib.sha256(content).hexdigest(), **given)


def document(text: str, *figures: Figure, address: str = "page.txt", line: int | None = None) -> Document:
    """A text, and the figures read from it; without any, each number of the text is some killed."""
    numbers = (word for word in text.split() if word.isdigit())
    found = figures or tuple(
        figure(id=f"f{place}", value=int(word), words=word, start=text.index(word), evidence=Span(0, len(text)))
        for place, word in enumerate(numbers)
    )
    article = Article(f"{address}:{line}", text, (Segment("body", 0, len(text)),), published="2022-11-11")
    return capture(text, address, line=line), Reading(article, found)


def published(given: Document, day: str | None) -> Document:
    capture_, reading = given
    return capture_, replace(reading, article=replace(reading.article, published=day))
