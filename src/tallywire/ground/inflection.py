"""Cyrillic and Turkish endings taken off a place's name: "у Херсоні" is Херсон, "Bahmut'ta" is Bahmut."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SHORTEST = 4  # letters that must be left
# Ending in the text: what the nominative has in its place.
_ENDINGS = (
    ("ького", "ький"), ("ькому", "ький"), ("ької", "ька"), ("ькій", "ька"), ("ькою", "ька"),
    ("ской", "ская"), ("цкой", "цкая"), ("ского", "ский"), ("ском", "ский"), ("скую", "ская"), ("цкую", "цкая"),
    ("ці", "ка"), ("ами", "и"), ("ями", "і"), ("ах", "и"), ("ях", "і"),
    ("ою", "а"), ("ею", "я"), ("ом", ""), ("ем", ""), ("ом", "о"), ("єм", "й"), ("ям", "я"), ("ям", "и"),
    ("ові", ""), ("еві", ""), ("єві", "їв"), ("ії", "ія"), ("ию", "ия"), ("ии", "ия"), ("ію", "ія"),
    ("і", ""), ("і", "а"), ("і", "о"), ("у", ""), ("у", "а"), ("у", "е"), ("ю", "я"), ("ю", "ь"), ("ю", ""),
    ("а", ""), ("а", "о"), ("я", "ь"), ("я", "е"), ("е", ""), ("е", "а"), ("е", "о"), ("и", "а"), ("и", "ь"),
    ("ы", "а"), ("ї", "я"), ("ей", "я"), ("ой", "а"), ("ій", "а"), ("ої", "а"), ("і", "я"),
)  # fmt: skip
# "у Харкові", "у Києві": the vowel that opens up when a syllable closes.
_CLOSED = (("ков", "ків"), ("иєв", "иїв"), ("ьвов", "ьвів"), ("гов", "гів"), ("нов", "нів"), ("аєв", "аїв"))

# "у Мар'їнській громаді", "Куп'янського району": the adjective of a town, and how the town's own name may go on.
_OF_TOWN = re.compile("(.{3,}?)([сцз]ь?к)(?:ого|ому|ої|ій|ою|у|ой|ом|ую)$")
_TOWNS = ("", "ка", "и", "а")


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


def town_forms(name: str) -> Iterator[str]:
    """Towns that an adjective may be made of: "Куп'янського" (району) of Куп'янськ, "Мар'їнській" of Мар'їнка."""
    town = _OF_TOWN.match(name)
    if town:
        yield from (town[1] + town[2], *(town[1] + end for end in _TOWNS))
