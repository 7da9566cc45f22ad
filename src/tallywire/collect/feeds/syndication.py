"""RSS, Atom and JSON Feed to their entries; what is no well-formed XML is read loosely, and told."""

from __future__ import annotations

import msgspec

from tallywire.claims.errors import SourceError
from tallywire.collect.decode import decoded
from tallywire.collect.feeds.listing import MOST_ENTRIES, Listing, Said, listing
from tallywire.collect.feeds.loose import loose_items
from tallywire.collect.feeds.markup import LONGEST, Fields, items

ITEMS = frozenset({"item", "entry"})
_PUBLISHED = ("pubDate", "published", "issued", "dc:date", "dcterms:created", "date")
_UPDATED = ("updated", "modified", "dcterms:modified", "atom:updated", "a10:updated")
_SUMMARY = ("description", "summary", "content:encoded", "content")
_NAMES = frozenset({"title", "link", "guid", "id", *_PUBLISHED, *_UPDATED, *_SUMMARY})


class JsonItem(msgspec.Struct, frozen=True):
    """An item of a JSON Feed (versions 1 and 1.1), as far as it is of use."""

    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    summary: str | None = None
    content_text: str | None = None
    content_html: str | None = None
    date_published: str | None = None
    date_modified: str | None = None


class JsonFeed(msgspec.Struct, frozen=True):
    """A JSON Feed."""

    items: list[JsonItem] = []


def feed(content: bytes, address: str) -> Listing:
    """The entries of an RSS or Atom feed."""
    found = items(content, ITEMS)
    if found.fault is None:
        return listing("feed", map(_said, found.found), address)
    said = tuple(map(_said, loose_items(decoded(content).text, ITEMS, _NAMES)))
    message = f"the feed is broken ({found.fault}); {len(said)} entries could be read all the same"
    problem = SourceError("feed_broken", message, where=address, remedy="nothing, if it comes right by itself")
    return listing("feed", said, address, (problem,))


def json_feed(content: bytes, address: str) -> Listing:
    """The entries of a JSON Feed."""
    try:
        found = msgspec.json.decode(content, type=JsonFeed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"this begins as a JSON Feed, and is none: {error}"
        raise SourceError("not_a_feed", message, where=address, remedy="look at it in a browser") from error
    return listing("feed", map(_of_json, found.items[:MOST_ENTRIES]), address)


def _of_json(item: JsonItem) -> Said:
    summary = item.summary or item.content_text or item.content_html or ""
    link = item.url or item.external_url
    return Said(link, item.title, item.date_published, item.date_modified, summary[:LONGEST])


def _said(fields: Fields) -> Said:
    link = fields.get("link") or _permalink(fields)
    return Said(
        link,
        fields.get("title"),
        _first(fields, _PUBLISHED),
        _first(fields, _UPDATED),
        _first(fields, _SUMMARY),
    )


def _permalink(fields: Fields) -> str | None:
    """RSS: a guid is the address where it looks like one and no link is given; so does Atom's id."""
    named = fields.get("guid") or fields.get("id") or ""
    return named if named.startswith(("http://", "https://")) else None


def _first(fields: Fields, names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)
