"""Bytes to the list they are, whichever kind that is."""

from __future__ import annotations

from tallywire.claims.errors import SourceError
from tallywire.collect.decode import not_text
from tallywire.collect.feeds import root_of
from tallywire.collect.feeds.listing import Listing
from tallywire.collect.feeds.outline import outline
from tallywire.collect.feeds.plain import addresses
from tallywire.collect.feeds.sitemap import index, sitemap
from tallywire.collect.feeds.syndication import feed, json_feed
from tallywire.collect.fetch.body import GarbledError, TooLargeError, unpacked

# The protocol of sitemaps allows 50 MB unpacked; feeds stay below one.
LARGEST = 50 << 20
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
_READERS = {
    "rss": feed,
    "feed": feed,
    "rdf": feed,
    "json": json_feed,
    "urlset": sitemap,
    "sitemapindex": index,
    "opml": outline,
}


def read(content: bytes, address: str) -> Listing:
    """The list in these bytes; SourceError where they are a page or nothing that is known."""
    content = _plain(content, address)
    if not content.strip():
        message = "there is nothing in it"
        raise SourceError("feed_empty", message, where=address, remedy="look at it in a browser")
    root = root_of(content)
    if root is not None:
        return _READERS[root](content, address)
    if is_page(content):
        raise SourceError("feed_is_page", "this is a page, no feed", where=address, remedy=_hint(content, address))
    if not not_text(content) and b"://" in content and not content.lstrip().startswith((b"<", b"{", b"[")):
        found = addresses(content, address)
        if found.entries and len(found.entries) >= len(found.problems):
            return found
    message = "this is no feed, sitemap, outline or list of addresses"
    raise SourceError("not_a_feed", message, where=address, remedy="look at it in a browser")


def is_page(content: bytes) -> bool:
    """Whether bytes are a page of HTML."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(_PAGE_STARTS) or (start.startswith((b"<!--", b"<?xml")) and b"<html" in start)


def _plain(content: bytes, address: str) -> bytes:
    """`sitemap.xml.gz` is packed for good, not for the journey."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        return unpacked(content, LARGEST)
    except TooLargeError as error:
        message = f"larger than {LARGEST >> 20} MB when unpacked"
        raise SourceError("too_large", message, where=address, remedy="nothing of it is read") from error
    except GarbledError as error:
        raise SourceError("garbled", f"a broken gzip file: {error}", where=address, remedy="try again later") from error


def _hint(content: bytes, address: str) -> str:
    """Where a page says that its feed is: `<link rel="alternate" type="application/rss+xml" href="/feed">`."""
    from selectolax.lexbor import LexborHTMLParser

    from tallywire.collect.decode import decoded
    from tallywire.collect.fetch.address import joined

    for link in LexborHTMLParser(decoded(content[: 1 << 18]).text).css("link[rel~=alternate][href]"):
        kind, href = link.attributes.get("type") or "", link.attributes.get("href") or ""
        if kind.lower().endswith(("rss+xml", "atom+xml", "feed+json")):
            try:
                return f"it names its feed: {joined(address, href)}"
            except SourceError:
                continue
    return "it names no feed; to watch the page itself, put its address into a list, one a line"
