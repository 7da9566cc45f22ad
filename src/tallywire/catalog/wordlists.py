"""What every word list must be, whatever its language: known keys, words folded and trimmed, no word twice.

A word that breaks this could never match or would hide another, so the catalogue refuses to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tallywire.claims.errors import CatalogError
from tallywire.claims.figure import KINDS, WHATS

if TYPE_CHECKING:
    from tallywire.catalog.entry import Entry

GRAMMAR = (
    *("be", "have", "definite", "negation", "and", "with", "of", "preposition", "to", "relative", "including", "more"),
    *("each", "leave", "rise", "toll", "sum", "plain", "abbreviation"),
    *("prefixes", "suffixes", "ordinal_leads"),
)
# The tables of each file and the keys of each table; "*" stands for words and names of the language's own.
KEYS: Mapping[str, Mapping[str, str]] = {
    "harm": dict.fromkeys(KINDS, "past participle present gerund died noun pair adjective action not"),
    "things": dict.fromkeys(WHATS, "role sex age words"),
    "numbers": {
        **dict.fromkeys(("units", "tens", "scales", "fixed", "vague", "rounded"), "*"),
        "grammar": "article one another joining unit_first of either to between from range_and none",
    },
    "hedges": dict.fromkeys(("at_least", "at_most", "about", "nearly", "exact"), "before after"),
    "time": {"form": "capital", "months": "*", "weekdays": "*", "words": "point closed open units lead year_before"},
    "grammar": {"form": "elided compounds capital_nouns verb_last", **dict.fromkeys(GRAMMAR, "")},
    "speech": {
        "form": "verb_first",
        **dict.fromkeys(("asserted", "alleged", "denied"), "cue by"),
        "heads": "people continues pronouns_person pronouns_body accounts",
    },
    "context": {
        "stance": "alleged expected hypothetical",
        "beyond": "units bodies money ordinal_before age_before age_of",
        "attack": "*",
        "subject": "conflict sport fiction disaster history",
    },
    "passage": dict.fromkeys(("source", "side", "place", "period", "taking", "toll"), "*"),
}
_FOLDED = str.maketrans("’ʼ", "''")  # texts are read with a plain apostrophe


def refuse_unknown_keys(name: str, table: Mapping[str, Any]) -> None:
    """Refuse a table or key that nothing reads: `hihgest` would be ignored in silence."""
    known = KEYS[name]
    for head, entry in table.items():
        if head not in known:
            raise _bad(name, f"[{head}] is no table of this file", ", ".join(known))
        keys = known[head].split()
        for key in entry if isinstance(entry, dict) and keys != ["*"] else ():
            if key not in keys:
                raise _bad(name, f"[{head}] has no key {key!r}", ", ".join(keys))


def refuse_untidy(name: str, table: Mapping[str, Any]) -> None:
    """Refuse a list that holds a word twice, or a word with capitals, odd spaces or a curly apostrophe."""
    for path, words in _lists(table, ""):
        for word in words:
            for form in word.replace("|", "/").split("/") if name == "things" else (word,):
                refuse_unfolded(name, form)
        twice = next((word for word in words if words.count(word) > 1), None)
        if twice is not None:
            raise _bad(name, f"{path} holds {twice!r} twice", "keep one of them")


def refuse_unfolded(name: str, word: str) -> None:
    """Refuse a word that no folded text can hold."""
    folded = " ".join(word.replace("İ", "i").lower().split()).translate(_FOLDED)
    if word != folded or not word:
        raise _bad(name, f"{word!r} is not folded and trimmed", f"write {folded!r}")


def once(name: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of one file; a word with two parts is refused, since only the first would ever be read."""
    seen: set[str] = set()
    for entry in entries:
        refuse_unfolded(name, entry.words)
        if entry.words in seen:
            raise _bad(name, f"{entry.words!r} stands in this file twice", "keep the meaning that reads more figures")
        seen.add(entry.words)
        yield entry


def _lists(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of words, with where it stands; `not` lists hold sentences."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _lists(value, f"{path}{key}.")
        elif isinstance(value, list) and key != "not":
            yield f"{path}{key}", value


def _bad(name: str, message: str, remedy: str) -> CatalogError:
    return CatalogError("words", message, where=f"{name}.toml", remedy=remedy)
