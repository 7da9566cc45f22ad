"""Sitemaps, news sitemaps and indexes of sitemaps (the protocol of sitemaps.org) to their entries."""

from __future__ import annotations

from tallywire.claims.errors import SourceError
from tallywire.collect.feeds.listing import Kind, Listing, Said, listing
from tallywire.collect.feeds.markup import Fields, items


def sitemap(content: bytes, address: str) -> Listing:
    """The pages of a sitemap; a news sitemap says when each was published."""
    return _read("sitemap", content, address, "url")


def index(content: bytes, address: str) -> Listing:
    """The sitemaps that an index names."""
    return _read("sitemap index", content, address, "sitemap")


def _read(kind: Kind, content: bytes, address: str, tag: str) -> Listing:
    found = items(content, frozenset({tag}))
    problems: tuple[SourceError, ...] = ()
    if found.fault is not None:
        message = f"the {kind} is broken ({found.fault}); the {len(found.found)} entries before that are read"
        problems = (SourceError("feed_broken", message, where=address, remedy="tell its owner"),)
    return listing(kind, map(_said, found.found), address, problems)


def _said(fields: Fields) -> Said:
    return Said(
        fields.get("loc"),
        fields.get("news:news/news:title"),
        fields.get("news:news/news:publication_date"),
        fields.get("lastmod"),
    )
