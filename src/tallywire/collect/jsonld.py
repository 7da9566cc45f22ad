"""The article that a page's JSON-LD describes: `{"@type": "NewsArticle", "headline": ..., "author": [...]}`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from tallywire.collect.dates import moment

MOST_NODES = 2000  # some pages list their whole archive; the article stands near the top
ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "AnalysisNewsArticle", "Blog", "WebPage")


@dataclass(frozen=True, slots=True)
class Update:
    """An entry of a live blog: when, by whom, and its heading and text as far as they are given."""

    published: str
    author: str | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """The fields of an article in JSON-LD that are of use here; None where it has none."""

    headline: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    lang: str | None = None
    url: str | None = None
    updates: tuple[Update, ...] = ()


def described(scripts: list[str]) -> Described:
    """The article described by the JSON-LD of a page; an empty description where there is none."""
    nodes = [node for script in scripts for node in _nodes(_read(script))]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _rank(node) is not None]
    if not articles:
        return Described()
    best = min(articles, key=lambda node: _rank(node) or 0)
    return Described(
        headline=_text(best.get("headline")) or _text(best.get("name")),
        description=_text(best.get("description")),
        authors=tuple(_names(best.get("author") or best.get("creator"), by_id)),
        published=_text(best.get("datePublished")),
        modified=_text(best.get("dateModified")),
        publisher=next(_names(best.get("publisher"), by_id), None),
        lang=_text(best.get("inLanguage")),
        url=_text(best.get("url")),
        updates=tuple(_updates(best.get("liveBlogUpdate"))),
    )


def _updates(value: Any) -> Iterator[Update]:
    for node in (value if isinstance(value, list) else [value])[:MOST_NODES]:
        if isinstance(node, dict) and (published := moment(_text(node.get("datePublished")) or "")):
            texts = (_text(node.get("headline")), _text(node.get("articleBody")))
            author = next(_names(node.get("author"), {}), None)
            yield Update(published, author, tuple(text for text in texts if text))


def _read(script: str) -> Any:
    try:
        return json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip("; \n"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(found: Any) -> Iterator[dict[str, Any]]:
    """Objects in reading order: the top ones, those of a graph, and what they say they are about."""
    waiting, met = [found], 0
    while waiting and met < MOST_NODES:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, dict):
            met += 1
            yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def _rank(node: dict[str, Any]) -> int | None:
    """How sure it is the article: 0 for an article with a headline; None when it is no article at all."""
    types = node.get("@type")
    names = [name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]
    places = [place for name in names for place, end in enumerate(ARTICLE_TYPES) if name.endswith(end)]
    if not places:
        return None
    return (0 if "headline" in node else 20) + (0 if "datePublished" in node else 10) + min(places)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return unescape(" ".join(value.split())) or None if isinstance(value, str) else None


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    if isinstance(value, str):
        yield unescape(value)
    elif isinstance(value, list):
        for entry in value:
            yield from _names(entry, by_id)
    elif isinstance(value, dict):
        node = {**by_id.get(str(value.get("@id")), {}), **value}
        for key in ("name", "byline"):
            if node.get(key):
                yield from _names(node[key], {})
                return
