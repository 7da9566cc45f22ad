"""Cyrillic and Turkish endings taken off a place's name: "у Херсоні" is Херсон, "Bahmut'ta" is Bahmut."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SHORTEST = 4  # letters that must be left
# Ending in the text: what the nominative has in its place.
_ENDINGS = (
    ("ського", "ський"), ("ському", "ський"), ("ської", "ська"), ("ській", "ська"), ("ською", "ська"),
    ("ской", "ская"), ("ского", "ский"), ("ском", "ский"), ("скую", "ская"),
    ("ами", "и"), ("ями", "і"), ("ах", "и"), ("ях", "і"),
    ("ою", "а"), ("ею", "я"), ("ом", ""), ("ем", ""), ("ом", "о"), ("єм", "й"), ("ям", "я"), ("ям", "и"),
    ("ові", ""), ("еві", ""), ("єві", "їв"), ("ії", "ія"), ("ию", "ия"), ("ии", "ия"), ("ію", "ія"),
    ("і", ""), ("і", "а"), ("і", "о"), ("у", ""), ("у", "а"), ("у", "е"), ("ю", "я"), ("ю", "ь"), ("ю", ""),
    ("а", ""), ("а", "о"), ("я", "ь"), ("я", "е"), ("е", ""), ("е", "а"), ("е", "о"), ("и", "а"), ("и", "ь"),
    ("ы", "а"), ("ї", "я"), ("ей", "я"), ("ой", "а"),
)  # fmt: skip
# "у Харкові", "у Києві": the vowel that opens up when a syllable closes.
_CLOSED = (("ков", "ків"), ("иєв", "иїв"), ("ьвов", "ьвів"), ("гов", "гів"), ("нов", "нів"), ("аєв", "аїв"))


def base_forms(name: str) -> Iterator[str]:
    """Forms in which a gazetteer may list an inflected name, the likeliest first."""
    if "'" in name or "’" in name:
        head = re.split("['’]", name)[0]
        if len(head) >= _SHORTEST:
            yield head
    if _CYRILLIC.match(name):
        yield from _cyrillic(name)


def _cyrillic(name: str) -> Iterator[str]:
    for ending, nominative in _ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST - 1:
            stem = name[: -len(ending)]
            if not nominative:
                yield from (stem[: -len(opened)] + closed for opened, closed in _CLOSED if stem.endswith(opened))
            yield stem + nominative
