"""Expected figures, for tables of sentences: `("⟦at least 12⟧ people were killed", killed(at_least(12)))`.

The mark shows the number as written, so a row tests its place too. A row says only what is special: people, asserted;
fields that it does not name are not looked at. Links to other figures of the row are given by their place in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tallywire.claims.article import Article, Segment, SegmentKind
from tallywire.claims.figure import Figure, Kind, Number, What
from tallywire.claims.reading import Reading
from tallywire.extract.document import read

_LINKS = ("subset_of", "of", "change_of", "previous_of")


@dataclass(frozen=True)
class Bounds:
    """How many, and how sure the words are of it."""

    modifier: str
    low: Number | None
    high: Number | None


@dataclass(frozen=True)
class Expected:
    """A figure as a row expects it; `fields` are those beyond kind, bounds and what that the row names."""

    kind: Kind
    bounds: Bounds
    what: What
    fields: dict[str, Any] = field(default_factory=dict)


def exact(number: Number) -> Bounds:
    return Bounds("exact", number, number)


def at_least(number: Number) -> Bounds:
    return Bounds("at_least", number, None)


def at_most(number: Number) -> Bounds:
    return Bounds("at_most", 0, number)


def about(number: Number) -> Bounds:
    return Bounds("about", number, number)


def between(low: Number, high: Number) -> Bounds:
    return Bounds("range", low, high)


def vague(low: Number, high: Number) -> Bounds:
    return Bounds("vague", low, high)


def _expected(kind: Kind, number: Bounds | Number, what: What = "person", **fields: Any) -> Expected:
    return Expected(kind, number if isinstance(number, Bounds) else exact(number), what, fields)


killed = partial(_expected, "killed")
wounded = partial(_expected, "wounded")
casualties = partial(_expected, "casualties")
captured = partial(_expected, "captured")
missing = partial(_expected, "missing")
abducted = partial(_expected, "abducted")
detained = partial(_expected, "detained")
displaced = partial(_expected, "displaced")
evacuated = partial(_expected, "evacuated")
freed = partial(_expected, "freed")
remains = partial(_expected, "remains")
destroyed = partial(_expected, "destroyed")
damaged = partial(_expected, "damaged")
lost = partial(_expected, "lost")
intercepted = partial(_expected, "intercepted")
launched = partial(_expected, "launched")
recaptured = partial(_expected, "recaptured")

Row = tuple[Any, ...]  # the marked text, then a figure for each mark
NOTHING = ()  # stands for no figure at all, in a row that has no mark


def reading(text: str, kind: SegmentKind = "body", lang: str = "en") -> Reading:
    """What is read from a text of one segment."""
    return read(Article("a", text, (Segment(kind, 0, len(text)),), lang=lang))


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and where each marked stretch stands."""
    text, starts, spans = "", [0], []
    for letter in marked:
        if letter == "⟦":
            starts.append(len(text))
        elif letter == "⟧":
            spans.append((starts.pop(), len(text)))
        else:
            text += letter
    return text, sorted(spans)


def check(row: Row, kind: SegmentKind = "body", lang: str = "en") -> None:
    """Read the text of a row and compare every figure with the one that its mark expects."""
    marked, *expected = (part for part in row if part != NOTHING)
    text, spans = unmarked(marked)
    assert len(spans) == len(expected), "a mark for each figure"
    figures = sorted(reading(text, kind, lang).figures, key=lambda figure: figure.start)
    found = [_as_expected(figure, want, figures) for figure, want in zip(figures, expected, strict=False)]
    found += [_as_expected(figure, None, figures) for figure in figures[len(expected) :]]
    wanted = [
        ((start, end, text[start:end]), want.kind, want.bounds, want.what, {"stance": "asserted", **want.fields})
        for (start, end), want in zip(spans, expected, strict=True)
    ]
    assert found == wanted


def _as_expected(figure: Figure, want: Expected | None, figures: list[Figure]) -> tuple[Any, ...]:
    bounds = Bounds(figure.modifier, figure.low, figure.high)
    asked = {"stance": "asserted", **(want.fields if want else {})}
    values = {name: _value(figure, name, figures) for name in asked}
    return (figure.start, figure.end, figure.words), figure.kind, bounds, figure.what, values


def _value(figure: Figure, name: str, figures: list[Figure]) -> Any:
    """A field as rows write it: names and words as text, links as the place of the other figure in the row."""
    value = getattr(figure, name)
    if name in _LINKS and value is not None:
        return [other.id for other in figures].index(value)
    if name == "derived_from":
        return tuple(ref.name for ref in value)
    return getattr(value, "name", getattr(value, "words", value))
