"""What a page says of itself: title, outlet, authors, dates, language, address.

Trusted in this order: JSON-LD of the article, Open Graph and `article:` tags, other meta tags and microdata, the line
of date or writer above the text, the address. The title and the language are exceptions, told below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tallywire.claims.article import Stated
from tallywire.collect.authors import clean_names
from tallywire.collect.dates import day_in, moment
from tallywire.collect.jsonld import Described, Update, described

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
TITLES = ("og:title", "twitter:title")
JSON_LD, ADDRESS = "json-ld", "address"
OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")
DESCRIPTIONS = ("og:description", "description", "twitter:description")

_SEPARATOR = re.compile(r"\s+(?:[|–—·:»-]|::)\s+|\s*\|\s*")
_WORD = re.compile(r"\w+")
_IN_PLACE = re.compile(r"(?<=\w)\s+in\s+[A-Z][\w' -]{2,30}$")  # "By Anna Bondar in Kharkiv"
_DATED_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; None where it says nothing. `stated` has all of it, the value in use first."""

    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    lang: str | None
    url: str | None
    descriptions: tuple[str, ...]
    element: str = ""  # the title element as it stands, the outlet's name in it
    amp: str | None = None
    updates: tuple[Update, ...] = ()
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The raw material: meta tags by name, the title element, the headings of first rank, JSON-LD."""

    tags: dict[str, list[str]]
    title: str
    headings: tuple[str, ...]
    article: Described


Told = tuple[str, str]  # a value, and where the page says it


def metadata(tree: LexborHTMLParser, url: str | None) -> Metadata:
    """The metadata of a parsed page; `url` is where it came from, when that is known."""
    head = _head(tree)
    addresses = _addresses(tree, head, url)
    address = addresses[0][0] if addresses else None
    outlets = _outlets(head, address)
    outlet = outlets[0][0] if outlets else None
    titles = _titles(head, outlet, address)
    writers = list(_writers(head, outlet))
    published = [*_moments(head.article.published, head, PUBLISHED), *_dated_path(address)]
    modified = list(_moments(head.article.modified, head, MODIFIED))
    langs = _langs(tree, head)
    amp = _amp(tree)
    by_field = {
        "title": titles,
        "outlet": outlets,
        "authors": [(name, where) for names, where in writers for name in names],
        "published": published,
        "modified": modified,
        "lang": langs,
        "url": addresses,
        "amp": amp,
    }
    return Metadata(
        title=_first(titles),
        outlet=outlet,
        authors=writers[0][0] if writers else (),
        published=_first(published),
        modified=_first(modified),
        lang=_first(langs),
        url=address,
        descriptions=tuple(filter(None, [head.article.description, *_values(head, DESCRIPTIONS)])),
        element=head.title,
        amp=_first(amp),
        updates=head.article.updates,
        stated=tuple(Stated(field, value, where) for field, told in by_field.items() for value, where in told),
    )


def with_headline(said: Metadata, headline: str | None) -> Metadata:
    """The metadata with the headline for its title where nothing but the title element or a heading gave one."""
    where = next((one.where for one in said.stated if one.field == "title"), None)
    if not headline or headline == said.title or where not in {None, "title", "h1"}:
        return said
    if where and _letters(headline) not in _letters(said.element):
        return said
    shown = Stated("title", headline, "headline")
    return replace(said, title=headline, stated=(shown, *said.stated))


def with_visible(said: Metadata, dates: list[Told], changes: list[Told], writers: list[str]) -> Metadata:
    """The metadata with what the page shows above its text: dates, dates of change, writers.

    What is shown is less trusted than what is said to machines, but for the day in the page's address.
    """
    by_address = [one for one in said.stated if one.field == "published" and one.where == ADDRESS]
    # "By Anna Bondar, Politics, Europe": sections follow a name, and have one word each.
    writers = [_IN_PLACE.sub("", words) for words in writers]
    names = tuple(name for at, name in enumerate(clean_names(writers, said.outlet)) if at == 0 or " " in name)
    told = [
        *(Stated("published", value, where) for value, where in dates),
        *(Stated("modified", value, where) for value, where in changes),
        *(Stated("authors", name, "byline") for name in names),
    ]
    stated = [one for one in said.stated if one not in by_address]
    stated += [one for one in told if (one.field, one.value) not in {(old.field, old.value) for old in stated}]
    stated += by_address
    return replace(
        said,
        authors=said.authors or names,
        published=next((one.value for one in stated if one.field == "published"), None),
        modified=next((one.value for one in stated if one.field == "modified"), None),
        stated=tuple(stated),
    )


def _first(told: list[Told]) -> str | None:
    return told[0][0] if told else None


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


def _tagged(head: Head, names: tuple[str, ...]) -> Iterator[Told]:
    for name in names:
        yield from ((value, f"meta {name}") for value in head.tags.get(name, ()))


def _addresses(tree: LexborHTMLParser, head: Head, url: str | None) -> list[Told]:
    link = tree.css_first('link[rel="canonical"]')
    told = [
        ((link.attributes.get("href") if link else None) or "", "link canonical"),
        *_tagged(head, ("og:url",)),
        (head.article.url or "", JSON_LD),
    ]
    found = [(address, where) for address, where in told if address.startswith(("http://", "https://"))]
    return [*found, *([(url, "given")] if url else [])]


def _amp(tree: LexborHTMLParser) -> list[Told]:
    link = tree.css_first('link[rel="amphtml"]')
    address = link.attributes.get("href") if link else None
    return [(address, "link amphtml")] if address else []


def _outlets(head: Head, address: str | None) -> list[Told]:
    told = [*_tagged(head, OUTLETS[:1]), (head.article.publisher or "", JSON_LD), *_tagged(head, OUTLETS[1:])]
    named = [(_squeezed(name), where) for name, where in told if name and not name.startswith(("@", "http"))]
    site: str = urlsplit(address).netloc.removeprefix("www.") if address else ""
    return [*named, *([(site, ADDRESS)] if site else [])]


def _titles(head: Head, outlet: str | None, address: str | None) -> list[Told]:
    """All titles, the one in use first.

    `og:title` is written for readers. It gives way where it shares nothing with what else the page says, and where
    JSON-LD and the title element agree on other words and the heading has them not.
    """
    site = urlsplit(address).netloc.removeprefix("www.") if address else None
    names = [_letters(name) for name in (outlet, site) if name]
    shared = [(_without_outlet(title, head, names), where) for title, where in _tagged(head, TITLES)]
    described = [(_squeezed(head.article.headline), JSON_LD)] if head.article.headline else []
    element = [(_without_outlet(head.title, head, names), "title")] if head.title else []
    headings = [(text, "h1") for text in head.headings]
    told = [*shared[:1], *described, *element, *headings, *shared[1:]]
    best = _best_title(shared[:1], described, element, headings)
    return sorted(told, key=lambda one: one != best)


def _best_title(shared: list[Told], described: list[Told], element: list[Told], headings: list[Told]) -> Told | None:
    heads = {_letters(title) for title, _ in headings}
    shown = not (described and element and heads) or _letters(described[0][0]) in heads
    if not shown and _begins(element[0][0], described[0][0]):
        return described[0]
    for title in shared:
        others = [*described, *headings]
        if not others or any(_alike(title[0], other) for other, _ in others):
            return title
    alike = [one for one in headings if any(_alike(one[0], title) for title, _ in (*element, *shared))]
    return next(iter((*described, *alike, *shared, *element, *headings)), None)


def _begins(title: str, other: str) -> bool:
    """Whether a title is the other, or the other and then the name of a section."""
    rest = title[len(other) :] if title.startswith(other) else None
    return rest is not None and (not rest or _SEPARATOR.match(rest) is not None)


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


def _writers(head: Head, outlet: str | None) -> Iterator[tuple[tuple[str, ...], str]]:
    said = [(head.article.authors, JSON_LD), *((tuple(head.tags.get(name, ())), f"meta {name}") for name in AUTHORS)]
    for names, where in said:
        if found := clean_names(names, outlet):
            yield found, where


def _moments(described: str | None, head: Head, names: tuple[str, ...]) -> Iterator[Told]:
    for value, where in ((described or "", JSON_LD), *_tagged(head, names)):
        if value and (found := moment(value) or day_in(value)):
            yield found, where


def _dated_path(address: str | None) -> Iterator[Told]:
    dated = _DATED_PATH.search(address or "")
    day = day_in(f"{dated[1]}-{dated[2]}-{dated[3]}") if dated else None
    if day:
        yield day, ADDRESS


def _langs(tree: LexborHTMLParser, head: Head) -> list[Told]:
    root = tree.css_first("html")
    told = [
        ((root.attributes.get("lang") if root else None) or "", "html lang"),
        (head.article.lang or "", JSON_LD),
        *_tagged(head, ("og:locale", "language", "content-language")),
    ]
    return [(lang.strip().replace("_", "-"), where) for lang, where in told if lang.strip()]
