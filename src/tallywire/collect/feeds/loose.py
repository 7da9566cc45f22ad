"""The items of a feed that is no well-formed XML: `<title>12 killed & 3 hurt<br></title>`, an end that is missing.

Read in one pass over the text, whatever it is: no part of it is looked at twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection

from tallywire.collect.feeds.listing import MOST_ENTRIES
from tallywire.collect.feeds.markup import LONGEST, Fields

# `<a:title type="html">`, `</title>`, `<![CDATA[`. What was matched is not given back, so a long name costs nothing.
_TOKEN = re.compile(r"<!\[CDATA\[|<(/?)([A-Za-z][\w:.-]*+)([^<>]*+)>")
_ATTRIBUTE = re.compile(r"""\b(href|rel)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""", re.IGNORECASE)


def loose_items(text: str, tags: frozenset[str], names: Collection[str]) -> tuple[Fields, ...]:
    """Every item of these tags, with its fields of these names; other tags count as part of the words around them."""
    reader = _Reader(tags, frozenset(names))
    at = 0
    more_cdata = True
    while token := _TOKEN.search(text, at):
        reader.text(text[at : token.start()], escaped=True)
        at = token.end()
        if token[2] is not None:
            reader.tag(token[2], token[3], closing=bool(token[1]))
        elif more_cdata:
            end = text.find("]]>", at)
            more_cdata = end >= 0
            if more_cdata:
                reader.text(text[at:end], escaped=False)
                at = end + len("]]>")
    reader.text(text[at:], escaped=True)
    reader.end_item()
    return tuple(reader.found)


class _Reader:
    def __init__(self, tags: frozenset[str], names: frozenset[str]) -> None:
        self.found: list[Fields] = []
        self._tags, self._names = tags, names
        self._item: dict[str, str] | None = None
        self._field: str | None = None
        self._said: list[str] = []
        self._length = 0

    def tag(self, name: str, attributes: str, *, closing: bool) -> None:
        local = name.rpartition(":")[2]
        if local.lower() in self._tags:
            self.end_item()
            if not closing and len(self.found) < MOST_ENTRIES:
                self._item = {}
        elif self._item is not None and (known := self._known(name, local)):
            self._end_field()
            if not closing:
                self._field = known
                self._keep_link(known, attributes)

    def _known(self, name: str, local: str) -> str | None:
        """A field by its name; Atom's may have any prefix, but the title of a picture is no title."""
        if name in self._names:
            return name
        return local if local in self._names and not name.startswith(("media:", "itunes:")) else None

    def _keep_link(self, known: str, attributes: str) -> None:
        if known != "link" or self._item is None:
            return
        given = {found[1].lower(): found[2] or found[3] or "" for found in _ATTRIBUTE.finditer(attributes)}
        if given.get("rel", "alternate") == "alternate" and given.get("href"):
            self._item.setdefault("link", html.unescape(given["href"]))

    def text(self, said: str, *, escaped: bool) -> None:
        if self._field is not None and said and self._length < LONGEST:
            self._said.append(html.unescape(said[:LONGEST]) if escaped else said[:LONGEST])
            self._length += len(said)

    def _end_field(self) -> None:
        said = "".join(self._said).strip()
        if self._item is not None and self._field is not None and said:
            self._item.setdefault(self._field, said)
        self._field, self._said, self._length = None, [], 0

    def end_item(self) -> None:
        self._end_field()
        if self._item is not None:
            self.found.append(self._item)
        self._item = None
