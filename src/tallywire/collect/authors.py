"""Names of writers as pages give them, cleaned: "By Jane Doe and John Roe, BBC News" is two people."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 60  # letters in a name; longer ones are sentences about the writer
_BY = re.compile(r"^\s*(?:by|von|par|por|written by|reporting by|автор:?|di)\s+(?=\S)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|\||/|•|·|\band\b|&|\bund\b|\bet\b|\by\b|\bта\b)\s+|\s*[;|]\s*|,(?=[^\W\d_])")
_NOT_A_NAME = re.compile(r"https?:|www\.|[@<>{}\[\]=]|\d{2,}|\.com\b|^\W*$")
_PLACES_OF_WORK = re.compile(
    r"\b(?:news|correspondent|editor|reporter|staff|desk|bureau|writer|contributor)\b", re.IGNORECASE
)


def clean_names(said: Iterable[str], outlet: str | None) -> tuple[str, ...]:
    """The people named, once each, in order; the outlet itself counts only where nobody else is named."""
    names: dict[str, str] = {}
    for words in said:
        for name in _split(words):
            names.setdefault(name.casefold(), name)
    people = [name for key, name in names.items() if not outlet or key != outlet.casefold()]
    return tuple(people or names.values())


def _split(words: str) -> list[str]:
    if _NOT_A_NAME.search(words) and " " not in words.strip():
        return []
    parts = [" ".join(part.split()).strip(" .,;:-–—") for part in _BETWEEN.split(_BY.sub("", words))]
    named = [part for part in parts if part and len(part) <= LONGEST and not _NOT_A_NAME.search(part)]
    # "Jane Doe, Senior Correspondent": the second part is her work, unless it is all there is.
    return [part for at, part in enumerate(named) if at == 0 or not _PLACES_OF_WORK.search(part)]
