"""The answer of `tallywire explain`: how one claim was read, from its words to its identifiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from tallywire.claims.article import Span
from tallywire.claims.claim import Claim
from tallywire.claims.figure import Figure, Ref, Side, Source, Why
from tallywire.claims.finding import Finding
from tallywire.claims.reading import Event
from tallywire.writers.report import bounds
from tallywire.writers.terminal import Look, Page, clipped, look, marks_of, number, safe

if TYPE_CHECKING:
    from rich.text import Text

_NOT_SAID = "not said"

# 66 columns hold a hash in one line.
_SHARES = (12, 66)


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim with what there is to say of it.

    `text` is the article's whole text where the ledger still has it; without it only the sentence is shown.
    `meaning` is the one sentence of the rule that read it. `findings` are those that name the figure. `event` is the
    one that it is a figure of.
    """

    claim: Claim
    text: str | None = None
    meaning: str | None = None
    findings: tuple[Finding, ...] = ()
    event: Event | None = None


def render(explained: Explained, out: TextIO, *, shown: Look | None = None) -> None:
    """Writes how a claim was read: its sentence, rule, words that fired, bindings, identifiers, findings, capture."""
    page = Page(shown or look(out))
    claim = explained.claim
    page.say(f"{claim.figure.kind}: {bounds(claim.figure)}", style="bold")
    page.say(f'as written "{safe(claim.figure.words)}" · claim {claim.id}')
    _sentence(page, explained)
    _rule(page, explained)
    _fields(page, explained)
    _steps(page, explained)
    _findings(page, explained.findings)
    _capture(page, claim)
    page.gap()
    page.say("A claim, unverified: it says what the text says, not what happened.", style="italic")
    out.write(page.text())


def _sentence(page: Page, explained: Explained) -> None:
    page.heading("The sentence")
    figure = explained.claim.figure
    if explained.text is None:
        page.say(_without_text(page, explained.claim), indent=2)
        return
    marks = marks_of(figure)
    page.say(page.lit(explained.text, clipped(figure.evidence, marks), marks), indent=2)
    if figure.header is not None:
        page.say("under the heading:", style="dim", indent=2)
        page.say(safe(explained.text[figure.header.start : figure.header.end]), indent=4)


def _without_text(page: Page, claim: Claim) -> Text:
    """The kept sentence begins where the evidence begins, so its words can still be lit."""
    begin, figure = claim.figure.evidence.start, claim.figure
    marks = [Span(mark.start - begin, mark.end - begin) for mark in marks_of(figure)]
    inside = [mark for mark in marks if mark.start >= 0 and mark.end <= len(claim.sentence)]
    return page.lit(claim.sentence, Span(0, len(claim.sentence)), inside)


def _rule(page: Page, explained: Explained) -> None:
    figure = explained.claim.figure
    page.heading("The rule")
    page.say(f"{figure.rule}: {safe(explained.meaning)}" if explained.meaning else figure.rule, indent=2)
    page.say(f"measured precision of its reliability bin: {figure.confidence:.2f}", indent=2)


# --- what was bound -------------------------------------------------------------------------------------------------


def _fields(page: Page, explained: Explained) -> None:
    page.heading("What was read")
    rows = [(name, value) for name, value in _values(explained.claim.figure, _event(explained)) if value is not None]
    page.table(("field", "value"), rows, shares=_SHARES)


def _event(explained: Explained) -> str | None:
    """The event's own words, with its type and mode: "strike" at Kharkiv, on Friday (ASSAULT aerial)."""
    event, text = explained.event, explained.text
    if event is None:
        return None
    words = f'"{safe(text[event.start : event.end])}"' if text is not None else ""
    place = f"at {safe(event.place.name)}" if event.place else ""
    period = safe(event.period.words) if event.period else ""
    mode = f"({event.type} {event.mode})" if event.mode else f"({event.type})"
    return " ".join(part for part in (words, place, period, mode) if part)


def _values(figure: Figure, event: str | None) -> Sequence[tuple[str, str | None]]:
    return (
        ("number", f"{bounds(figure)} ({figure.modifier.replace('_', ' ')})"),
        ("counts", f"{figure.what.replace('_', ' ')}, {figure.kind}"),
        ("term", f'"{safe(figure.term.words)}"' if figure.term else _NOT_SAID),
        ("side", _named(figure.side)),
        ("source", _source(figure)),
        ("from", ", ".join(_named(one) for one in figure.derived_from) or None),
        ("via", ", ".join(map(safe, figure.via)) or None),
        ("put as", f"{figure.stance}, {figure.voice} voice"),
        ("count", figure.count.replace("_", " ") if figure.count else _NOT_SAID),
        ("period", _period(figure)),
        ("place", _place(figure)),
        ("event", event),
        ("part of", figure.subset_of or figure.of),
        ("change of", figure.change_of),
        ("earlier than", figure.previous_of),
        ("blamed", _named(figure.blamed) if figure.blamed else None),
        ("scope", "; ".join(map(safe, figure.scope)) or None),
        ("segment", figure.segment),
    )


def _named(named: Side | Source | Ref | None) -> str:
    if named is None:
        return _NOT_SAID
    return f"{safe(named.name)} [{named.id or 'no identifier'}]"


def _source(figure: Figure) -> str:
    if figure.source is None:
        return "none: the outlet itself"
    party = {True: ", a party to the conflict", False: ", no party to the conflict", None: ""}
    return f"{_named(figure.source)} ({figure.source.type}{party[figure.source.party_to_conflict]})"


def _period(figure: Figure) -> str:
    if figure.period is None:
        return _NOT_SAID
    return f'"{safe(figure.period.words)}"' + (f" = {figure.period.edtf}" if figure.period.edtf else ", date unknown")


def _place(figure: Figure) -> str:
    place = figure.place
    if place is None:
        return _NOT_SAID
    known = f"GeoNames {place.geonameid}" if place.geonameid is not None else "no identifier"
    return f"{safe(place.name)} [{known}]"


# --- why ------------------------------------------------------------------------------------------------------------


def _steps(page: Page, explained: Explained) -> None:
    steps = explained.claim.figure.why
    if not steps:
        return
    page.heading("Why")
    rows = [(step.field, _fired(step, explained.text), safe(step.says)) for step in steps]
    page.table(("field", "words", "reason"), rows, shares=(12, 22, 40))


def _fired(step: Why, text: str | None) -> str:
    """The words of the text that decided a field; empty where the reason is not a word."""
    if step.start is None or step.end is None or text is None:
        return ""
    return f'"{safe(text[step.start : step.end])}"'


def _findings(page: Page, findings: Sequence[Finding]) -> None:
    if not findings:
        return
    page.heading("Findings it takes part in")
    for finding in findings:
        page.item("-", f"{finding.code}: {safe(finding.says)}", indent=2)
        if finding.arithmetic:
            page.say(safe(finding.arithmetic), indent=4)


def _capture(page: Page, claim: Claim) -> None:
    page.heading("The capture")
    rows = (
        ("address", safe(claim.address)),
        ("outlet", safe(claim.outlet or "not stated")),
        ("title", safe(claim.title or "not stated")),
        ("published", safe(claim.published or "not stated")),
        ("revision", number(claim.revision)),
        ("sha256", claim.capture_sha256),
        ("read", f"{claim.recorded} by version {claim.version}"),
    )
    page.table(("", ""), rows, shares=_SHARES)
