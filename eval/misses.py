"""What is read wrongly on the wild corpus, sentence by sentence: not found, of another kind or value, and spurious."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from changes import value
from excerpt import excerpt

Record = dict[str, Any]
Sort = Literal["not found", "another kind", "another value", "spurious"]
SORTS: tuple[Sort, ...] = ("not found", "another kind", "another value", "spurious")
NEAR = 80  # characters beside the key's own words within which its scorer still takes a figure for the same
ON = 20  # and beside words that it ignores


@dataclass(frozen=True)
class Miss:
    """A figure of the key that is not read as the key has it, or one that is read and not in the key."""

    sort: Sort
    document: str
    lang: str
    says: str
    sentence: str


def misses(document: Record, key: Record, figures: Sequence[Record]) -> Iterator[Miss]:
    """The misses of one document, paired as its scorer pairs: by number and place, then kind, what, nearness."""
    text, gold = document["text"], key["figures"]

    def miss(sort: Sort, says: str, start: int, end: int) -> Miss:
        return Miss(sort, document["id"], document["lang"], says, excerpt(text, start, end))

    pairs = dict(_paired(text, gold, figures, {}, same_number=True))
    pairs |= dict(_paired(text, gold, figures, pairs, same_number=False))
    for index, wanted in enumerate(gold):
        start, end = _extent(text, wanted)
        other = figures[pairs[index]] if index in pairs else None
        if other is None:
            yield miss("not found", _said(wanted), start, end)
        elif (sort := _difference(wanted, other)) is not None:
            yield miss(sort, f"{_said(wanted)}, read as {_said(other)}", other["start"], other["end"])
    for index, figure in enumerate(figures):
        if index not in pairs.values() and not _ignored(text, key, figure):
            yield miss("spurious", _said(figure), figure["start"], figure["end"])


def report(found: Sequence[Miss], keys: Sequence[tuple[str, int]]) -> str:
    """The misses by language, each language's counts first; `keys` has the language and size of each document's key."""
    parts = []
    for lang in sorted({lang for lang, _ in keys}, key=lambda lang: -sum(size for one, size in keys if one == lang)):
        mine = [miss for miss in found if miss.lang == lang]
        sizes = [size for one, size in keys if one == lang]
        counts = ", ".join(f"{sum(miss.sort == sort for miss in mine)} {sort}" for sort in SORTS)
        parts.append(f"{lang}: {counts}; {sum(sizes)} figures, {len(sizes)} texts")
        ordered = sorted(mine, key=lambda miss: (SORTS.index(miss.sort), miss.document))
        parts.extend(f"  {one.sort:13} {one.says:40}  {one.document}  {one.sentence!r}" for one in ordered)
    return "\n".join(parts)


def _said(figure: Record) -> str:
    return f"{figure['kind']} {value(figure)} {figure['what']}"


def _difference(wanted: Record, other: Record) -> Sort | None:
    if wanted["kind"] != other["kind"]:
        return "another kind"
    return "another value" if (wanted["low"], wanted["high"]) != (other["low"], other["high"]) else None


def _paired(
    text: str, gold: Sequence[Record], figures: Sequence[Record], taken: dict[int, int], *, same_number: bool
) -> Iterator[tuple[int, int]]:
    """A figure for each of the key, best pairs first; where the numbers differ, of one kind and in the key's words."""
    used, given = set(taken), set(taken.values())
    candidates = []
    for index, wanted in enumerate(gold):
        start, end = _extent(text, wanted)
        for other, figure in enumerate(figures):
            within = NEAR if same_number else 0
            near = start - within <= figure["start"] <= end + within
            fits = _number(wanted) == _number(figure) or wanted["low"] == figure["low"]
            if near and (fits if same_number else wanted["kind"] == figure["kind"]):
                rank = (
                    wanted["kind"] != figure["kind"],
                    wanted["what"] != figure["what"],
                    abs(figure["start"] - start),
                )
                candidates.append((rank, index, other))
    for _, index, other in sorted(candidates):
        if index not in used and other not in given:
            used.add(index)
            given.add(other)
            yield index, other


def _extent(text: str, wanted: Record) -> tuple[int, int]:
    start = wanted["start"] if wanted.get("start") is not None else max(0, text.find(wanted["snippet"]))
    return start, start + len(wanted["snippet"])


def _number(figure: Record) -> Any:
    low, high = figure["low"], figure["high"]
    return high if not low and high else low


def _ignored(text: str, key: Record, figure: Record) -> bool:
    """Whether a figure stands on words that the key leaves open."""
    for one in key.get("ignore", []):
        words = one if isinstance(one, str) else one["snippet"]
        place = text.find(words)
        while place >= 0:
            if place - ON <= figure["start"] <= place + len(words):
                return True
            place = text.find(words, place + 1)
    return False
