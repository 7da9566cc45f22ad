"""A file that is one document: what it is by its first bytes, and its capture, or one for each message in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO, Literal

from tallywire.claims.article import Capture, Media
from tallywire.claims.errors import SourceError
from tallywire.collect import mhtml, telegram_export
from tallywire.collect.decode import decoded, not_text
from tallywire.collect.records import PAGE_BYTES, TEXT_BYTES

# Saved pages and bulletins carry their pictures with them.
SAVED_BYTES = 64 << 20
# Of one capture.
LARGEST: dict[Media, int] = {
    "html": PAGE_BYTES,
    "text": TEXT_BYTES,
    "record": PAGE_BYTES,
    "message": PAGE_BYTES,
    "mhtml": SAVED_BYTES,
    "pdf": SAVED_BYTES,
    "data": SAVED_BYTES,
}
SNIFFED = 4096

# What a file's name says it is.
Form = Literal["html", "text", "lines", "json", "mhtml", "pdf", "warc", "wacz"]

_PAGE_STARTS = (
    b"<!doctype html",
    b"<html",
    b"<?xml",
    b"<head",
    b"<body",
    b"<article",
    b"<div",
    b"<!--",
    b"<meta",
    b"<p>",
    b"<p ",
)


def whole(
    stream: BinaryIO, first: bytes, address: str, fetched: str, form: Form | None
) -> Iterator[Capture | SourceError]:
    """What a file is as one page, text, saved page or PDF: a capture, or several where it is a page of messages.

    `first` was taken from the stream already; `form` is what its name says it is.
    """
    head = first + stream.read(SNIFFED)
    media = _media(head, form)
    limit = _limit(media, head)
    content = head + stream.read(max(0, limit + 1 - len(head)))
    if not content.strip():
        yield empty(address)
    elif media != "pdf" and (kind := not_text(content)):
        remedy = "turn it into text first"
        yield SourceError("not_text", f"this is {kind}, not text or HTML", where=address, remedy=remedy)
    elif len(content) > limit:
        message = f"larger than {limit >> 20} MB, too much for one article"
        remedy = "split it into one article a file, or a JSON Lines file with one a line"
        yield SourceError("too_large", message, where=address, remedy=remedy)
    else:
        found = Capture(address, media, content, hashlib.sha256(content).hexdigest(), fetched)
        yield from _messages(found) or [found]


def _media(head: bytes, form: Form | None) -> Literal["html", "text", "mhtml", "pdf"]:
    """What a file is: its first bytes know better than its name, but for text and a page without a beginning."""
    if head.lstrip().startswith(b"%PDF-"):
        return "pdf"
    if mhtml.is_mhtml(head):
        return "mhtml"
    return "html" if form == "html" or (form != "text" and _is_page(head)) else "text"


def _limit(media: Media, head: bytes) -> int:
    if media != "html":
        return LARGEST[media]
    from tallywire.collect.saved import is_single_file  # selectolax, which plain text does not need

    return SAVED_BYTES if is_single_file(head[:SNIFFED].decode("latin-1")) else PAGE_BYTES


def _messages(found: Capture) -> Iterator[Capture | SourceError] | None:
    """The messages of a saved page of Telegram's, each by itself; None for any other page."""
    if found.media not in {"html", "mhtml"}:
        return None
    if telegram_export.is_html_export(found.content):
        remedy = "export it again as machine-readable JSON"
        message = "Telegram's export as HTML, which does not tell messages from their writers"
        return iter([SourceError("html_export", message, where=found.address, remedy=remedy)])
    from tallywire.collect import saved, telegram_page

    of_telegram = found.media == "mhtml" and b"https://t.me/" in found.content[:SNIFFED]
    if not (of_telegram or telegram_page.may_be_page(found.content)):
        return None
    url = found.address if found.address.startswith(("http://", "https://")) else None
    if found.media == "mhtml":
        try:
            shown = mhtml.snapshot(found.content, found.address)
        except SourceError as error:
            return iter([error])
        text, url = shown.page.text, shown.url
    else:
        text = decoded(found.content).text
    page = saved.opened(text, url)
    return telegram_page.captures(page.html, found.address, found.fetched, page.url)


def _is_page(content: bytes) -> bool:
    return content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE_STARTS)


def empty(address: str) -> SourceError:
    """What is said of a file with nothing in it."""
    return SourceError("empty", "the file is empty", where=address, remedy="nothing to read")
