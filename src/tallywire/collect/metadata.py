"""What a page says of itself: title, outlet, authors, dates, language, address.

Trusted in this order: JSON-LD of the article, Open Graph and `article:` tags, other meta tags, `<time>`, the address.
The title is the exception: `og:title` is the one written for readers, unless it shares nothing with the page's heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tallywire.claims.article import Stated
from tallywire.collect.authors import clean_names
from tallywire.collect.dates import day_in, moment
from tallywire.collect.jsonld import Described, described

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

PUBLISHED = (
    "article:published_time",
    "datepublished",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date.available",
    "date.created",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "article.published",
    "sailthru.date",
    "cxenseparse:publishtime",
    "date",
)
MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified", "date.modified")
AUTHORS = ("parsely-author", "sailthru.author", "author", "article:author_name", "article:author", "byl", "dc.creator")
OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")
DESCRIPTIONS = ("og:description", "description", "twitter:description")

_SEPARATOR = re.compile(r"\s+(?:[|–—·:»-]|::)\s+|\s*\|\s*")
_WORD = re.compile(r"\w+")
_DATED_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; None where it says nothing."""

    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    lang: str | None
    url: str | None
    descriptions: tuple[str, ...]
    amp: str | None = None
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The raw material: meta tags by name, the title element, the headings of first rank, JSON-LD."""

    tags: dict[str, list[str]]
    title: str
    headings: tuple[str, ...]
    article: Described


def metadata(tree: LexborHTMLParser, url: str | None) -> Metadata:
    """The metadata of a parsed page; `url` is where it came from, when that is known."""
    head = _head(tree)
    address = _address(tree, head) or url
    outlet = _outlet(head, address)
    return Metadata(
        title=_title(head, outlet, address),
        outlet=outlet,
        authors=_authors(head, outlet),
        published=_published(tree, head, address),
        modified=_first_moment([head.article.modified, *_values(head, MODIFIED)]),
        lang=_lang(tree, head),
        url=address,
        descriptions=tuple(filter(None, [head.article.description, *_values(head, DESCRIPTIONS)])),
    )


def _head(tree: LexborHTMLParser) -> Head:
    tags: dict[str, list[str]] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and content.strip():
            tags.setdefault(name.lower(), []).append(unescape(content.strip()))
    title = tree.css_first("head title") or tree.css_first("title")
    headings = tuple(text for node in tree.css("h1") if (text := _squeezed(node.text(deep=True))))
    scripts = [node.text(deep=True) for node in tree.css('script[type="application/ld+json"]')]
    return Head(tags, _squeezed(title.text(deep=True)) if title else "", headings, described(scripts))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _values(head: Head, names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in head.tags.get(name, ())]


def _address(tree: LexborHTMLParser, head: Head) -> str | None:
    link = tree.css_first('link[rel="canonical"]')
    candidates: list[str | None] = [link.attributes.get("href") if link else None]
    candidates += [*head.tags.get("og:url", ()), head.article.url]
    for candidate in candidates:
        if candidate and candidate.startswith(("http://", "https://")):
            return candidate
    return None


def _outlet(head: Head, address: str | None) -> str | None:
    for name in (*_values(head, OUTLETS[:1]), head.article.publisher, *_values(head, OUTLETS[1:])):
        if name and not name.startswith(("@", "http")):
            return _squeezed(name)
    site: str = urlsplit(address).netloc.removeprefix("www.") if address else ""
    return site or None


def _title(head: Head, outlet: str | None, address: str | None) -> str | None:
    site = urlsplit(address).netloc.removeprefix("www.") if address else None
    names = [_letters(name) for name in (outlet, site) if name]
    shared = [_without_outlet(title, head, names) for title in _values(head, ("og:title", "twitter:title"))[:1]]
    said = [_squeezed(title) for title in (head.article.headline,) if title]
    for title in shared:
        if not (said or head.headings) or any(_alike(title, other) for other in (*said, *head.headings)):
            return title
    fallback = [_without_outlet(head.title, head, names)] if head.title else []
    heading = [text for text in head.headings if any(_alike(text, title) for title in (*fallback, *shared))]
    return next(iter((*said, *heading, *shared, *fallback, *head.headings)), None)


def _without_outlet(title: str, head: Head, names: list[str]) -> str:
    """The title without " | The Outlet" behind it, or the outlet's name before it."""
    title = _squeezed(title)
    for heading in head.headings:
        if title.startswith(heading) and _SEPARATOR.match(title[len(heading) :]):
            return heading
    cuts = list(_SEPARATOR.finditer(title))
    for cut in reversed(cuts):
        if not _is_outlet(title[cut.end() :], names):
            break
        title = title[: cut.start()]
    first = _SEPARATOR.search(title)
    return title[first.end() :] if first and _is_outlet(title[: first.start()], names) else title


def _is_outlet(part: str, names: list[str]) -> bool:
    letters = _letters(part)
    return bool(letters) and any(letters in name or (len(name) > 3 and name in letters) for name in names)


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _alike(one: str, other: str) -> bool:
    """Whether two titles share at least a third of their words."""
    a, b = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return bool(a) and len(a & b) * 3 >= len(a | b)


def _authors(head: Head, outlet: str | None) -> tuple[str, ...]:
    for said in (head.article.authors, *(tuple(head.tags.get(name, ())) for name in AUTHORS)):
        names = clean_names(said, outlet)
        if names:
            return names
    return ()


def _first_moment(said: list[str | None]) -> str | None:
    for value in said:
        if value and (found := moment(value) or day_in(value)):
            return found
    return None


def _published(tree: LexborHTMLParser, head: Head, address: str | None) -> str | None:
    found = _first_moment([head.article.published, *_values(head, PUBLISHED)])
    if found:
        return found
    times = [node.attributes for node in tree.css("time[datetime]")[:3]]
    if found := _first_moment([attributes.get("datetime") for attributes in times]):
        return found
    dated = _DATED_PATH.search(address or "")
    return day_in(f"{dated[1]}-{dated[2]}-{dated[3]}") if dated else None


def _lang(tree: LexborHTMLParser, head: Head) -> str | None:
    root = tree.css_first("html")
    said = [root.attributes.get("lang") if root else None, head.article.lang, *_values(head, ("og:locale", "language"))]
    return next((lang.strip().replace("_", "-") for lang in said if lang and lang.strip()), None)
