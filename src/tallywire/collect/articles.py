"""A capture to its article: bytes to text, text to segments, with what the page or its record says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import msgspec

from tallywire.claims.article import Article, Capture, Note
from tallywire.collect.dates import moment
from tallywire.collect.decode import Decoded, decoded
from tallywire.collect.text import published_day, segments


class Declared(msgspec.Struct, frozen=True):
    """What came with the bytes from outside: a record's keys, as `records.py` keeps them, or what a server said."""

    id: str | None = None
    url: str | None = None
    published: str | None = None
    lang: str | None = None
    charset: str | None = None
    content: Literal["text", "html", "html_base64"] | None = None
    extra: dict[str, msgspec.Raw] | None = None


def article(capture: Capture) -> Article:
    """The article of a capture. What a record declares goes before what its page says."""
    declared = msgspec.json.decode(capture.declared, type=Declared)
    read = _decoded(capture, declared)
    url = declared.url or (capture.address if capture.address.startswith(("http://", "https://")) else None)
    if capture.media == "html" or declared.content in {"html", "html_base64"}:
        from tallywire.collect.html import page  # selectolax, which plain text does not need

        found = page(read.text, url)
    else:
        found = _plain(read.text)
    return replace(
        found,
        id=declared.id or (capture.address if capture.line is None else f"{capture.address}:{capture.line}"),
        url=url or found.url,
        lang=declared.lang or found.lang,
        published=_published(declared, found),
        notes=(*read.notes, *_vague(declared), *found.notes),
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


def _published(declared: Declared, found: Article) -> str | None:
    return (moment(declared.published) if declared.published else None) or found.published


def _vague(declared: Declared) -> tuple[Note, ...]:
    if declared.published is None or moment(declared.published):
        return ()
    return (Note("warning", "published_vague", f"published {declared.published!r} names no day, and is not used"),)
