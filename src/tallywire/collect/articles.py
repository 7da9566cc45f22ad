"""A capture to its article: bytes to text, text to segments, with what the page or its record says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import msgspec

from tallywire.claims.article import Article, Capture, Delivery, Note, Saved
from tallywire.collect.dates import moment
from tallywire.collect.decode import Decoded, decoded
from tallywire.collect.text import published_day, segments


class Declared(msgspec.Struct, frozen=True):
    """What came with the bytes from outside: a record's keys, as `records.py` keeps them, or what a server said."""

    id: str | None = None
    url: str | None = None
    published: str | None = None
    lang: str | None = None
    charset: str | None = None  # as the server says
    content: Literal["text", "html", "html_base64"] | None = None
    extra: dict[str, msgspec.Raw] | None = None


def article(capture: Capture) -> Article:
    """The article of a capture; SourceError where a saved page or a PDF has none. What a record declares goes first."""
    declared = msgspec.json.decode(capture.declared, type=Declared)
    address, copies = _of_the_original(declared.url or _answered(capture))
    found = _found(capture, declared, address)
    published, modified, of_feed = _dates(declared, found, capture.delivery)
    return replace(
        found,
        id=declared.id or (capture.address if capture.line is None else f"{capture.address}:{capture.line}"),
        url=(address if declared.url else found.url) or address,
        lang=declared.lang or found.lang,
        published=published,
        modified=modified,
        saved=(*copies, *found.saved) if copies != found.saved[: len(copies)] else found.saved,
        notes=(*_vague(declared), *found.notes, *of_feed),
        extra=None if declared.extra is None else msgspec.json.encode(declared.extra).decode("utf-8"),
    )


def _answered(capture: Capture) -> str | None:
    """The address that gave the bytes, over the net now or once to an archive; None for a file."""
    if capture.delivery is not None:
        return capture.delivery.url
    return capture.address if capture.address.startswith(("http://", "https://")) else None


def _of_the_original(address: str | None) -> tuple[str | None, tuple[Saved, ...]]:
    """An address may be that of an archive's copy: the original's address, and the copies it was taken from."""
    if address is None or "archive" not in address:
        return address, ()
    from tallywire.collect.archives import original

    copied = original(address)
    return (copied.url, copied.saved) if copied else (address, ())


def _found(capture: Capture, declared: Declared, address: str | None) -> Article:
    match capture.media:
        case "message":
            from tallywire.collect import telegram

            return telegram.article(capture)
        case "data":  # totals and no words: `collect/bulletins` reads it
            return Article("", "", ())
        case "pdf":
            from tallywire.collect import pdf

            return pdf.article(capture.content, capture.address)
        case "mhtml":
            from tallywire.collect.mhtml import snapshot

            shown = snapshot(capture.content, capture.address)
            found = _page(shown.page, shown.url)
            return replace(found, saved=(*found.saved, shown.saved))
    read = _decoded(capture, declared)
    if capture.media == "html" or declared.content in {"html", "html_base64"}:
        return _page(read, address)
    found = _plain(read.text)
    return replace(found, notes=(*read.notes, *found.notes))


def _page(read: Decoded, url: str | None) -> Article:
    # selectolax, which plain text does not need
    from tallywire.collect.html import page
    from tallywire.collect.saved import opened

    inner = opened(read.text, url)
    found = page(inner.html, inner.url)
    return replace(found, saved=inner.saved, notes=(*read.notes, *found.notes))


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
