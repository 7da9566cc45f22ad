"""Lists of pages: feeds (RSS, Atom, JSON Feed), sitemaps, outlines of feeds (OPML), and plain lists of addresses."""

from __future__ import annotations

import re

_START = 4096  # bytes that the first element of a feed stands in
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    rb"<(?:[\w-]+:)?(rss|feed|rdf|urlset|sitemapindex|opml)[\s>]",
    re.DOTALL | re.IGNORECASE,
)
_JSON_FEED = re.compile(rb'\s*\{.{0,2000}?"https?://(?:www\.)?jsonfeed\.org/version/', re.DOTALL)


def root_of(content: bytes) -> str | None:
    """Which list some bytes are, by their first element: "rss", "urlset", "json" ...; None for everything else."""
    if found := _ROOT.match(content[:_START]):
        return found[1].decode("ascii").lower()
    return "json" if _JSON_FEED.match(content[:_START]) else None


def looks_like_list(content: bytes) -> bool:
    """Whether bytes are a feed, a sitemap or an outline, and no page."""
    return root_of(content) is not None
