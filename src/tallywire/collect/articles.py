"""A capture to its article: bytes to text, text to segments, with what the page or its record says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import msgspec

from tallywire.claims.article import Article, Capture, Delivery, Note
from tallywire.collect.dates import moment
from tallywire.collect.decode import Decoded, decoded
from tallywire.collect.text import published_day, segments


class Declared(msgspec.Struct, frozen=True):
    """What came with the bytes from outside: a record's keys, as `records.py` keeps them."""

    id: str | None = None
    url: str | None = None
    published: str | None = None
    lang: str | None = None
    content: Literal["text", "html", "html_base64"] | None = None
    extra: dict[str, msgspec.Raw] | None = None
    charset: str | None = None  # as the server says


def article(capture: Capture) -> Article:
    """The article of a capture. What a record declares goes before what its page says."""
    declared = msgspec.json.decode(capture.declared, type=Declared)
    delivery = capture.delivery
    address = declared.url or (delivery.url if delivery else None)
    read = _decoded(capture, declared)
    if capture.media == "html" or declared.content in {"html", "html_base64"}:
        from tallywire.collect.html import page  # selectolax, which plain text does not need

        found = page(read.text, address)
    else:
        found = _plain(read.text)
    published, modified, of_feed = _dates(declared, found, delivery)
    return replace(
        found,
        id=declared.id or (capture.address if capture.line is None else f"{capture.address}:{capture.line}"),
        url=declared.url or found.url or address,
        lang=declared.lang or found.lang,
        published=published,
        modified=modified,
        notes=(*read.notes, *_vague(declared), *found.notes, *of_feed),
        extra=None if declared.extra is None else msgspec.json.encode(declared.extra).decode("utf-8"),
    )


def _decoded(capture: Capture, declared: Declared) -> Decoded:
    if declared.content in {"text", "html"}:  # a JSON string: its bytes are ours, and a page's charset says nothing
        return Decoded(capture.content.decode("utf-8"))
    return decoded(capture.content, declared.charset)


def _plain(text: str) -> Article:
    found = segments(text)
    published, modified = published_day(text, found)
    title = next((text[segment.start : segment.end] for segment in found if segment.kind == "headline"), None)
    return Article("", text, found, title=title, published=published, modified=modified)


def _dates(
    declared: Declared, found: Article, delivery: Delivery | None
) -> tuple[str | None, str | None, tuple[Note, ...]]:
    """Published and modified, by trust: what a record declares, what the page says, what the feed says of the page."""
    published = (moment(declared.published) if declared.published else None) or found.published
    if delivery is None or delivery.feed is None:
        return published, found.modified, ()
    modified = found.modified or delivery.feed_updated
    if published is not None or delivery.feed_published is None:
        return published, modified, ()
    message = f"the page says no date; {delivery.feed_published} is what the feed {delivery.feed} says"
    return delivery.feed_published, modified, (Note("info", "date_of_feed", message),)


def _vague(declared: Declared) -> tuple[Note, ...]:
    if declared.published is None or moment(declared.published):
        return ()
    return (Note("warning", "published_vague", f"published {declared.published!r} names no day, and is not used"),)
