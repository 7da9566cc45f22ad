"""Rows of the tables of who said what: ⟦what was said⟧ in its sentence, who said it, and the word of saying."""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.claims.article import Article, Segment, SegmentKind
from tallywire.claims.reading import Quote
from tallywire.extract.document import read


@dataclass(frozen=True)
class Said:
    """What a row expects: the speaker's name (None where nobody is named), the cue, and whether it stands in marks."""

    speaker: str | None
    cue: str
    direct: bool = False


NOTHING: None = None
Row = tuple[str, Said | None]


def quotes(text: str, lang: str, kind: SegmentKind = "body") -> tuple[Quote, ...]:
    """The quotes of a text of one segment."""
    return read(Article("a", text, (Segment(kind, 0, len(text)),), lang=lang)).quotes


def check(row: Row, *, lang: str, kind: SegmentKind = "body") -> None:
    """Hold one row to what is read: its quote and, for NOTHING, no quote at all."""
    marked, expected = row
    text = marked.replace("⟦", "").replace("⟧", "")
    found = {text[quote.start : quote.end]: quote for quote in quotes(text, lang, kind)}
    if expected is None:
        assert not found
        return
    said = marked[marked.index("⟦") + 1 : marked.index("⟧")]
    assert said in found, list(found)
    quote = found[said]
    cue = None if quote.cue is None else text[quote.cue.start : quote.cue.end]
    name = None if quote.source is None else quote.source.name
    assert Said(name, cue or "", quote.direct) == expected
