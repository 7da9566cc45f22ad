"""The report of `tallywire check`: what an article counts, who says so, what holds, and how to write it carefully."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TextIO

from tallywire.claims.article import OWN_SEGMENTS, Article, Note, Span
from tallywire.claims.confidence import LEFT_OUT
from tallywire.claims.figure import Figure
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.claims.reading import Event, Toll, Unread
from tallywire.writers.naming import things
from tallywire.writers.terminal import Look, Page, clipped, look, many, marks_of, number, percent, safe
from tallywire.writers.times import date_words
from tallywire.writers.wording import careful

_GROUPS = (
    ("conflict", "Conflicts", "✗", "bold red"),
    ("notice", "To note", "!", "bold yellow"),
    ("info", "Checked", "✓", "green"),
)
_HEADS = ("#", "figure", "whose", "by whom", "when", "in")
_SHARES = (3, 18, 14, 20, 15, 9)

# More numbers than this that no rule read are counted, not listed.
_UNREAD_SHOWN = 20

# Letters shown on either side of such a number.
_BESIDE = 40

CLOSING = "Nothing was kept or logged. Every figure above is a claim."


def render(
    case: Case, out: TextIO, *, shown: Look | None = None, needs: Sequence[str] = (), everything: bool = False
) -> None:
    """Writes the report of one article; `everything` also lists the figures of comments and related stories."""
    page = Page(shown or look(out))
    figures = [figure for figure in case.reading.figures if figure.segment in OWN_SEGMENTS]
    numbers = {figure.id: index for index, figure in enumerate(figures, start=1)}
    _title(page, case)
    _glance(page, case, figures)
    if figures:
        _table(page, figures, numbers)
        _sentences(page, case.reading.article, figures, numbers)
        _incidents(page, case, numbers)
    _findings(page, case.reading.findings, numbers)
    _unread(page, case)
    _needs(page, needs)
    _to_copy(page, case, figures, numbers)
    _others(page, case, everything=everything)
    _left_out(page, case)
    _how_read(page, case)
    page.gap()
    page.say(CLOSING, style="italic")
    out.write(page.text())


# --- the head -------------------------------------------------------------------------------------------------------


def _title(page: Page, case: Case) -> None:
    article = case.reading.article
    page.say(safe(article.title or _headline(article) or "(no title)"), style="bold")
    page.say(f"{safe(article.outlet or 'outlet not stated')} · {_date(case)}")
    for one in article.via:
        page.say(f"Passed on from {safe(one)}")
    for copy in article.saved:
        page.say(f"Read from a copy by {safe(copy.by)}{f', {date_words(copy.at) or safe(copy.at)}' if copy.at else ''}")


def _headline(article: Article) -> str:
    parts = (article.text[one.start : one.end] for one in article.segments if one.kind == "headline")
    return next(parts, "")


def _date(case: Case) -> str:
    published = case.reading.article.published
    if published:
        return date_words(published) or safe(published)
    if case.dating is not None and len(case.dating.dates) == 1:
        return f"undated; dated by its figures: {date_words(case.dating.dates[0].isoformat())}"
    return "undated"


def _glance(page: Page, case: Case, figures: list[Figure]) -> None:
    if not figures:
        page.gap()
        sure = " of this confidence" if _notes_left_out(case) else ""
        page.say(f"No figure of harm, loss or movement{sure} was read in this article.")
        return
    said = [many(len(figures), "figure")]
    for severity, words, _, _ in _GROUPS[:2]:
        count = sum(one.severity == severity and one.code != "unread_number" for one in case.reading.findings)
        said += [f"{count} {words.lower() if count != 1 else words.lower().removesuffix('s')}"] if count else []
    unread = len(_own_unread(case))
    said += [f"{many(unread, 'number')} not read"] if unread else []
    page.say(" · ".join(said))
    own = case.tolls.own
    if any(_has_rivals(toll, figures) for toll in own):
        page.say(f"Its own incident, as it is told in the end: {_tolls(own)}")


def _has_rivals(toll: Toll, figures: list[Figure]) -> bool:
    """Whether the page has another figure that it might have been."""
    rest = (one for one in figures if one.kind == toll.kind and one.id not in toll.figures and not one.subset_of)
    return bool(toll.figures) and any(rest)


def _tolls(tolls: Sequence[Toll]) -> str:
    """What one incident came to, as far as figures tell it."""
    return ", ".join(f"{_toll(toll)} {toll.kind}" for toll in tolls if toll.figures)


def _toll(toll: Toll) -> str:
    """How many, as far as it is told: "12", "≥ 12", "3-9", "≤ 30"."""
    if toll.low is None or toll.high is None:
        mark = "≥" if toll.high is None else "≤"
        return f"{mark} {number(toll.low or toll.high or 0)}"
    return number(toll.low) if toll.low == toll.high else f"{number(toll.low)}-{number(toll.high)}"


# --- the table ------------------------------------------------------------------------------------------------------


def _table(page: Page, figures: list[Figure], numbers: dict[str, int]) -> None:
    page.heading("Figures")
    rows = [
        (str(numbers[one.id]), _counted(one), _whose(one), _by_whom(one), _when(one), one.segment) for one in figures
    ]
    page.table(_HEADS, rows, shares=_SHARES)


def _counted(figure: Figure) -> str:
    """The figure's bounds, what happened to whom, and how it is put when it is not put as fact."""
    noun = figure.kind in {"casualties", "remains"}
    counted = "" if figure.what in {"person", "other"} else things(figure)
    what = f"{figure.kind} ({counted})" if noun and counted else f"{counted} {figure.kind}".strip()
    stance = "" if figure.stance == "asserted" else f" ({figure.stance})"
    part = " (part)" if figure.subset_of or figure.of else ""
    change = " (change)" if figure.change_of else ""
    return f"{bounds(figure)} {what}{part}{change}{stance}"


def bounds(figure: Figure) -> str:
    """What a figure leaves open: "≥ 4,000", "≤ 30", "24-99", "about 72,000-80,000", "4,560"."""
    if figure.modifier == "about" and figure.best is not None:
        band = f" ({number(figure.band[0])}-{number(figure.band[1])})" if figure.band else ""
        return f"about {number(figure.best)}{band}"
    if figure.best is not None:
        return number(figure.best)
    if figure.high is None:
        return "unknown" if figure.low is None else f"≥ {number(figure.low)}"
    return (
        f"≤ {number(figure.high)}"
        if figure.modifier == "at_most"
        else f"{number(figure.low or 0)}-{number(figure.high)}"
    )


def _whose(figure: Figure) -> str:
    return safe(figure.side.name) if figure.side else "not said"


def _by_whom(figure: Figure) -> str:
    origins = ", ".join(safe(one.name) for one in figure.derived_from)
    via = f" via {', '.join(map(safe, figure.via))}" if figure.via else ""
    if figure.source is None:
        return f"the outlet, from {origins}{via}" if origins else f"the outlet itself{via}"
    party = " (a party)" if figure.source.party_to_conflict else ""
    return f"{safe(figure.source.name)}{party}{via}" + (f", from {origins}" if origins else "")


def _when(figure: Figure) -> str:
    total = "running total" if figure.count == "running_total" else ""
    if figure.period is None:
        return total or "not said"
    return safe(figure.period.words) + (f" ({total})" if total else "")


# --- the sentences --------------------------------------------------------------------------------------------------


def _sentences(page: Page, article: Article, figures: list[Figure], numbers: dict[str, int]) -> None:
    page.heading("In its own words")
    by_sentence: dict[Span, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault(figure.evidence, []).append(figure)
    for sentence, said in by_sentence.items():
        marks = [mark for figure in said for mark in marks_of(figure)]
        page.item(_numbers(said, numbers), page.lit(article.text, clipped(sentence, marks), marks), hang=_hang(numbers))


def _incidents(page: Page, case: Case, numbers: dict[str, int]) -> None:
    """What each incident came to, where the article tells of two or more: by the words of its event."""
    told = [tolls for tolls in case.tolls.incidents if any(toll.figures for toll in tolls)]
    if len(told) < _APART:
        return
    page.heading("Incidents, as they are told in the end")
    events = {event.id: event for event in case.reading.events}
    for tolls in told:
        event = next((events[toll.event] for toll in tolls if toll.event in events), None)
        said = _happened(event, case.reading.article) if event else "not said"
        ids = {id_ for toll in tolls for id_ in toll.figures}
        of_it = [figure for figure in case.reading.figures if figure.id in ids]
        page.item(_numbers(of_it, numbers), f"{said}: {_tolls(tolls)}", hang=_hang(numbers))


_APART = 2


def _happened(event: Event, article: Article) -> str:
    """An event in the article's own words: "strike", Kharkiv, on Friday."""
    words = [f'"{article.text[event.start : event.end]}"']
    words += [event.place.name] if event.place else []
    words += [event.period.words] if event.period else []
    return safe(", ".join(words))


def _numbers(figures: list[Figure], numbers: dict[str, int]) -> str:
    known = sorted(numbers[figure.id] for figure in figures if figure.id in numbers)
    if len(known) > 2 and known[-1] - known[0] == len(known) - 1:
        return f"{known[0]}-{known[-1]}"
    return ", ".join(map(str, known)) if len(known) < 3 else f"{known[0]}, ..."


def _hang(numbers: dict[str, int]) -> int:
    return 6 if len(numbers) < 10 else 9


# --- the findings ---------------------------------------------------------------------------------------------------


def _findings(page: Page, findings: Sequence[Finding], numbers: dict[str, int]) -> None:
    shown = [finding for finding in findings if finding.code != "unread_number"]
    if not shown:
        return
    page.heading("Findings")
    for severity, title, mark, style in _GROUPS:
        group = [finding for finding in shown if finding.severity == severity]
        if group:
            page.say(title, style=style)
        for finding in group:
            _finding(page, finding, numbers, (mark, style))


def _finding(page: Page, finding: Finding, numbers: dict[str, int], mark: tuple[str, str]) -> None:
    known = sorted(numbers[one] for one in finding.figures if one in numbers)
    about = f" [{', '.join(map(str, known))}]" if known else ""
    page.item(mark[0], f"{safe(finding.says)}{about}", style=mark[1])
    for line in _arithmetic(finding):
        page.say(safe(line), indent=4)
    if finding.chance is not None and finding.code != "not_reproduced":
        page.say(_chance(finding), indent=4)
    for line in (finding.definition or "").splitlines():
        page.item("-", safe(_short(line)), indent=4, hang=6)


def _arithmetic(finding: Finding) -> list[str]:
    """A joint fit has a step for each figure, and a line for each step."""
    if finding.arithmetic is None:
        return []
    joint = finding.searched is not None and len(finding.figures) > 1
    return finding.arithmetic.split("; ") if joint else [finding.arithmetic]


def _short(record: str) -> str:
    """A reference with the sites of its addresses; the addresses whole are in the JSON."""
    return re.sub(r"https?://(?:www\.)?([^/\s\]]+)[^\s\]]*", r"\1", record)


def _chance(finding: Finding) -> str:
    """How much a fit proves: how often a figure somebody made up would have fitted as well."""
    if finding.chance is None:
        return ""
    often = percent(finding.chance)
    if len(finding.figures) > 1:
        return f"By chance: invented figures of these sizes would fit some day together {often} of the time."
    return f"By chance: an invented figure of this size and roundness would fit {often} of the time."


def _own_unread(case: Case) -> list[Unread]:
    ours = [one for one in case.reading.article.segments if one.kind in OWN_SEGMENTS]
    return [one for one in case.reading.unread if any(part.start <= one.start < part.end for part in ours)]


def _unread(page: Page, case: Case) -> None:
    unread = _own_unread(case)
    if not unread:
        return
    page.heading("Numbers near harm that were not read")
    for one in unread[:_UNREAD_SHOWN]:
        around = _around(case.reading.article, one)
        page.item("?", page.lit(case.reading.article.text, around, [Span(one.start, one.end)]))
        page.say(safe(one.why), style="dim", indent=4)
    if len(unread) > _UNREAD_SHOWN:
        page.say(f"and {many(len(unread) - _UNREAD_SHOWN, 'more number')}", indent=4)


def _around(article: Article, one: Unread) -> Span:
    """The words beside a number, whole and of its own segment: enough to find the place again."""
    home = next(part for part in article.segments if part.start <= one.start < part.end)
    start, end = max(home.start, one.start - _BESIDE), min(home.end, one.end + _BESIDE)
    if start > home.start:
        start = article.text.find(" ", start, one.start) + 1 or one.start
    if end < home.end:
        end = max(article.text.rfind(" ", one.end, end), one.end)
    return Span(start, end)


def _needs(page: Page, needs: Sequence[str]) -> None:
    if not needs:
        return
    page.heading("What would settle it")
    for line in needs:
        page.item("-", safe(line))


# --- the lines to copy ----------------------------------------------------------------------------------------------


def _to_copy(page: Page, case: Case, figures: list[Figure], numbers: dict[str, int]) -> None:
    if not figures:
        return
    page.heading("To copy, carefully worded")
    disputed = {
        one for finding in case.reading.findings if finding.code == "definition_disputed" for one in finding.figures
    }
    lines: dict[str, list[Figure]] = {}
    for figure in figures:
        line = careful(figure, case.reading.article, disputed=figure.id in disputed)
        lines.setdefault(line, []).append(figure)
    for line, said in lines.items():
        page.item(_numbers(said, numbers), safe(line), hang=_hang(numbers))


def _left_out(page: Page, case: Case) -> None:
    for note in _notes_left_out(case):
        page.gap()
        page.say(f"{safe(note.message)}.")


def _notes_left_out(case: Case) -> list[Note]:
    return [note for note in case.reading.notes if note.code == LEFT_OUT]


def _how_read(page: Page, case: Case) -> None:
    """What a reader should know of how the text was read: pages without text, a guessed encoding."""
    notes = [note for note in case.reading.notes if note.code != LEFT_OUT]
    if notes:
        page.heading("How it was read")
    for note in notes:
        page.item("-", f"{safe(note.message)}.")


def _others(page: Page, case: Case, *, everything: bool) -> None:
    others = [figure for figure in case.reading.figures if figure.segment not in OWN_SEGMENTS]
    if not others:
        return
    if not everything:
        page.gap()
        where = " and ".join(
            dict.fromkeys(f"{one.segment}s" if one.segment == "comment" else one.segment for one in others)
        )
        page.say(f"{many(len(others), 'figure')} in {where} left out: not the article's own.")
        return
    page.heading("Not the article's own")
    for figure in others:
        marks = marks_of(figure)
        sentence = page.lit(case.reading.article.text, clipped(figure.evidence, marks), marks)
        page.item("-", sentence)
        page.say(f"{figure.segment}: {_counted(figure)}", style="dim", indent=4)
