"""The items of a feed or sitemap in well-formed XML, read as it comes: what stands in each, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from tallywire.collect.feeds.listing import MOST_ENTRIES

Fields = Mapping[str, str]

# An item's text of one field; a feed may carry whole articles, of which only a change must be seen.
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a document. `fault` says where it stops being XML; the items before it are there."""

    found: tuple[Fields, ...]
    fault: str | None


def items(content: bytes, tags: frozenset[str]) -> Items:
    """Every element of these names, with the text of each element in it.

    Names are as written; the prefix that the item itself has is left out: in `<atom:entry><atom:link href="/a"/>` the
    field is `link`. An element in an element is `news:news/news:title`. A link of Atom is its `href`.
    """
    reader = _Reader(tags)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = reader.entity
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the method is expat's: this is all of it
    except expat.ExpatError as error:
        return Items(tuple(reader.found), f"line {error.lineno}: {expat.ErrorString(error.code)}")
    except (_HasEntities, ValueError, LookupError) as error:
        return Items(tuple(reader.found), str(error))
    return Items(tuple(reader.found), None)


class _HasEntities(Exception):  # noqa: N818 - it never leaves this file
    """A document that declares words of its own, which could stand for gigabytes."""


class _Reader:
    def __init__(self, tags: frozenset[str]) -> None:
        self.found: list[Fields] = []
        self._tags = tags
        self._item: dict[str, str] | None = None
        self._prefix = ""
        self._path: list[str] = []
        self._text: list[str] = []
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._item is None:
            prefix, _, local = name.rpartition(":")
            if local.lower() in self._tags and len(self.found) < MOST_ENTRIES:
                self._item, self._prefix, self._path = {}, f"{prefix}:" if prefix else "", []
            return
        self._path.append(name.removeprefix(self._prefix))
        self._text, self._length = [], 0
        if self._path[-1] in {"link", "atom:link"} and len(self._path) == 1:
            self._keep_link(attributes)

    def _keep_link(self, attributes: dict[str, str]) -> None:
        if attributes.get("rel", "alternate") == "alternate" and (href := attributes.get("href")):
            assert self._item is not None
            self._item.setdefault("link", href)

    def end(self, name: str) -> None:
        if self._item is None:
            return
        if not self._path:
            self.found.append(self._item)
            self._item = None
            return
        said = "".join(self._text).strip()
        if said:
            self._item.setdefault("/".join(self._path), said)
        self._path.pop()
        self._text, self._length = [], 0

    def text(self, said: str) -> None:
        if self._item is not None and self._path and self._length < LONGEST:
            self._text.append(said)
            self._length += len(said)

    def entity(self, name: str, *_: object) -> None:
        raise _HasEntities(f"it declares words of its own ({name})")
