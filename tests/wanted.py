"""What a figure of a reading must be, said in few words, for tests of whole articles."""

from collections.abc import Iterable
from dataclasses import dataclass

from tallywire.claims.figure import Figure
from tallywire.claims.finding import Finding, FindingCode
from tallywire.claims.fit import Case
from tallywire.claims.reading import Reading


@dataclass(frozen=True)
class Wanted:
    """What a figure must be; what is left out may be anything."""

    kind: str | tuple[str, ...]
    low: float | None
    modifier: str
    segment: str
    what: str | None = None
    high: float | None = None
    side: str | None = None
    source: str | None = None
    via: str | None = None
    voice: str | None = None
    term: str | None = None
    stance: str = "asserted"
    count: str | None = None
    period: str | None = None

    def fits(self, figure: Figure) -> bool:
        kinds = (self.kind,) if isinstance(self.kind, str) else self.kind
        named = {
            "what": (self.what, figure.what),
            "high": (self.high, figure.high),
            "voice": (self.voice, figure.voice),
            "count": (self.count, figure.count),
        }
        written = (
            (self.side, figure.side and figure.side.name),
            (self.source, figure.source and figure.source.name),
            (self.via, " ".join(figure.via)),
            (self.term, figure.term and figure.term.words),
            (self.period, figure.period and figure.period.words),
        )
        return (
            figure.kind in kinds
            and (figure.low, figure.modifier) == (self.low, self.modifier)
            and (figure.segment, figure.stance) == (self.segment, self.stance)
            and all(value is None or value == is_ for value, is_ in named.values())
            and all(words is None or words.casefold() in (is_ or "").casefold() for words, is_ in written)
        )


def said(figure: Figure) -> str:
    fields = ("kind", "what", "low", "high", "modifier", "segment", "stance", "count", "voice", "via")
    names = (figure.side and figure.side.name, figure.source and figure.source.name, figure.term and figure.term.words)
    period = figure.period and figure.period.words
    return f"{figure.words!r} {[getattr(figure, field) for field in fields]} {names} {period!r} {figure.derived_from}"


def the(wanted: Wanted, reading: Reading) -> Figure:
    """The one figure that is wanted."""
    found = [figure for figure in reading.figures if wanted.fits(figure)]
    assert len(found) == 1, f"{len(found)} fit {wanted}; read was:\n" + "\n".join(map(said, reading.figures))
    return found[0]


def with_code(code: FindingCode, case: Case) -> list[Finding]:
    return [finding for finding in case.reading.findings if finding.code == code]


def figures_of(findings: Iterable[Finding]) -> set[str]:
    return {figure for finding in findings for figure in finding.figures}
