"""Cases for the checks and reports: figures, and what may be known beside them."""

from __future__ import annotations

from datetime import date
from typing import Any

from build import figure
from tallywire.claims.article import Article, Segment, SegmentKind, Span
from tallywire.claims.figure import Figure, Words
from tallywire.claims.finding import Finding, Match
from tallywire.claims.fit import Case, Coverage, Fit
from tallywire.claims.reading import Reading
from tallywire.claims.series import Series


def case(*figures: Figure, series: tuple[Series, ...] = (), published: str | None = None, **more: Any) -> Case:
    """A case of one article with these figures, in the order of their places; `text` is its text."""
    text = more.pop("text", "")
    segments = more.pop("segments", (Segment("body", 0, len(text)),))
    title = more.pop("title", None)
    article = Article("a1", text, segments, title, outlet="The Daily Example", published=published)
    reading = Reading(article, figures, unread=more.pop("unread", ()), findings=more.pop("findings", ()))
    return Case(reading, series, **more)


def term(words: str) -> Words:
    """A word of harm, wherever it stands."""
    return Words(words, 0, len(words))


class Marked:
    """A text with marks on its numbers and words of harm: "headline: ⟦Over 4,000⟧ {Deaths}", a line a segment."""

    def __init__(self, marked: str) -> None:
        self.text = ""
        self.segments: list[Segment] = []
        self._numbers: list[Span] = []
        self._terms: list[Span] = []
        for line in marked.strip().splitlines():
            kind, _, rest = line.strip().partition(": ")
            self._line(kind, rest)  # type: ignore[arg-type]  # a table writes the kinds by hand

    def _line(self, kind: SegmentKind, words: str) -> None:
        begin = len(self.text)
        starts: dict[str, int] = {}
        for letter in words:
            if letter in "⟦{":
                starts[letter] = len(self.text)
            elif letter == "⟧":
                self._numbers.append(Span(starts["⟦"], len(self.text)))
            elif letter == "}":
                self._terms.append(Span(starts["{"], len(self.text)))
            else:
                self.text += letter
        self.segments.append(Segment(kind, begin, len(self.text)))
        self.text += "\n"

    def figure(self, index: int, **fields: Any) -> Figure:
        """The figure of the mark with this index, with the first term of its segment and the segment as evidence."""
        number = self._numbers[index]
        home = next(one for one in self.segments if one.start <= number.start < one.end)
        inside = [one for one in self._terms if home.start <= one.start < home.end]
        word = inside[0] if inside else None
        return figure(
            **{
                "id": f"f{index}",
                "words": self.text[number.start : number.end],
                "start": number.start,
                "end": number.end,
                "term": Words(self.text[word.start : word.end], word.start, word.end) if word else None,
                "segment": home.kind,
                "evidence": Span(home.start, home.end),
                **fields,
            }
        )


def match(value: int, *, start: date = date(2022, 11, 5), end: date = date(2022, 11, 11), exact: bool = True) -> Match:
    """A window of the example series that gives this value."""
    arithmetic = f"79,400 - {79_400 - value:,} = {value:,}"
    return Match("example", ("personnel",), start, end, value, arithmetic, exact, "rank")


def fit(figure_id: str, value: int, *matches: Match, **fields: Any) -> Fit:
    """A figure laid against the seven-day windows of the example series."""
    given: dict[str, Any] = {
        "figure": figure_id,
        "value": value,
        "asked": "seven-day windows of personnel",
        "matches": matches,
        "nearest": None,
        "searched": 1619,
        "fits": len(matches),
        "free_searched": 95_000,
        "free_fits": 13,
        "chance": 0.4,
        "fixed_by": None,
        "coverage": (Coverage("example", date(2022, 2, 25), date(2026, 8, 8), 1626),),
        "rank_rule": "exact first",
        **fields,
    }
    return Fit(**given)


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Code and severity of each finding."""
    return [(one.code, one.severity) for one in findings]
