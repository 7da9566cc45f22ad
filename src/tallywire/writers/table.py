"""Tallies and reproductions for a terminal: each number with its claimant, its as-of and the word unverified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from tallywire.catalog.actors import actors
from tallywire.claims.finding import Cell, Match
from tallywire.claims.fit import Coverage, Fit
from tallywire.writers.naming import plural
from tallywire.writers.terminal import Look, Page, look, many, number, percent, safe
from tallywire.writers.times import date_words, span_words

# A search for a round figure fits hundreds of windows; more than these nobody compares.
_MATCHES_SHOWN = 10

# A year of days has 365 derivations; the table above them is what is read.
_DERIVED_SHOWN = 20

# Characters of a claim's id that tell it apart; `explain` takes a prefix.
_ID = 8

# The period of a claimant none of whose claims could be counted.
_NO_PERIOD = "../.."

_UNVERIFIED = "Every number is a claim of the claimant named beside it, unverified."


# --- tally ----------------------------------------------------------------------------------------------------------


def cells(rows: Sequence[Cell], out: TextIO, *, shown: Look | None = None) -> None:
    """Writes the cells of a tally: a period and a claimant a row, low-best-high, and what was left out."""
    page = Page(shown or look(out))
    if not rows:
        page.say("No claim or series at hand gives such a tally.")
        out.write(page.text())
        return
    first = rows[0]
    page.say(f"{plural(first.what)} {first.kind}, {_side(first.side)}; policy: {first.policy}", style="bold")
    page.gap()
    counted = [cell for cell in rows if cell.period != _NO_PERIOD]
    page.table(
        ("period", "claimant", "low", "best", "high"), [_row(cell) for cell in counted], shares=(24, 26, 9, 9, 9)
    )
    _derivations(page, counted)
    _not_counted(page, [cell for cell in rows if cell.period == _NO_PERIOD])
    page.gap()
    page.say(f"As known on {_last(rows)}. {_UNVERIFIED}", style="italic")
    out.write(page.text())


def _side(side: str) -> str:
    """The name behind an id: "Russia" for RUS."""
    actor = actors().by_id.get(side)
    return actor.name if actor is not None else safe(side)


def _row(cell: Cell) -> tuple[str, ...]:
    bounds = (_bound(value) for value in (cell.low, cell.best, cell.high))
    return (_period(cell.period), safe(cell.claimant), *bounds)


def _bound(value: float | None) -> str:
    return "-" if value is None else number(value)


def _period(edtf: str) -> str:
    start, _, end = edtf.partition("/")
    return span_words(start, end) or edtf


def _last(rows: Sequence[Cell]) -> str:
    latest = max(cell.as_of for cell in rows)
    return date_words(latest) or latest


def _derivations(page: Page, rows: Sequence[Cell]) -> None:
    """How each number came about, and what its policy passed over."""
    page.heading("How each came about")
    for cell in rows[:_DERIVED_SHOWN]:
        page.item("-", f"{_period(cell.period)}, {safe(cell.claimant)}: {safe(cell.derivation)}")
        left = [f"{one.id[:_ID]} ({safe(one.why)})" for one in cell.left_out]
        if left:
            page.say(f"left out: {', '.join(left)}", indent=4)
    if len(rows) > _DERIVED_SHOWN:
        page.say(f"and {number(len(rows) - _DERIVED_SHOWN)} more; --json gives them all", indent=4)


def _not_counted(page: Page, rows: Sequence[Cell]) -> None:
    """Claimants of whom nothing could be counted, and why each of their claims was passed over."""
    if not rows:
        return
    page.heading("Claims that could not be counted")
    for cell in rows:
        why = Counter(one.why for one in cell.left_out)
        reasons = "; ".join(f"{many(times, 'claim')}: {safe(reason)}" for reason, times in why.items())
        page.item("-", f"{safe(cell.claimant)}: {reasons or safe(cell.derivation)}")


# --- reproduce ------------------------------------------------------------------------------------------------------


def fit(found: Fit, out: TextIO, *, shown: Look | None = None) -> None:
    """Writes what gives a figure: the windows by rank, then how much that proves."""
    page = Page(shown or look(out))
    page.say(f"{number(found.value)}: {_answer(found)}", style="bold")
    page.say(f"Searched: {safe(found.asked)}")
    if found.matches:
        _matches(page, found.matches)
    elif found.nearest is not None:
        _nearest(page, found)
    _elsewhere(page, found)
    _proof(page, found)
    _coverage(page, found.coverage)
    page.gap()
    page.say(_UNVERIFIED, style="italic")
    out.write(page.text())


def _answer(found: Fit) -> str:
    if found.outcome == "not_covered":
        return "not covered by the series at hand"
    if found.outcome != "consistent":
        return found.outcome.replace("_", " ")
    return f"consistent with {number(found.fits)} of {many(found.searched, 'window')}"


def _matches(page: Page, matches: Sequence[Match]) -> None:
    page.heading("What gives it, by rank")
    for rank, match in enumerate(matches[:_MATCHES_SHOWN], start=1):
        page.item(f"{rank}.", _match(match), hang=5)
        page.say(safe(match.rank_reason), style="dim", indent=5)
    if len(matches) > _MATCHES_SHOWN:
        page.say(f"and {many(len(matches) - _MATCHES_SHOWN, 'more window')}", indent=5)


def _match(match: Match, how: str = "") -> str:
    days = (match.end - match.start).days + 1
    how = how or ("exactly" if match.exact else f"within its wording, {number(match.value)}")
    window = span_words(match.start.isoformat(), match.end.isoformat())
    return f"{window} ({many(days, 'day')}), {' + '.join(match.categories)}, {how}: {safe(match.arithmetic)}"


def _nearest(page: Page, found: Fit) -> None:
    if found.nearest is None:
        return
    page.heading("The nearest")
    off = number(abs(found.value - found.nearest.value))
    page.item("-", f"{_match(found.nearest, number(found.nearest.value))} ({off} away)")


def _elsewhere(page: Page, found: Fit) -> None:
    """Where nothing fits the window that was asked: the windows of other days that give the number, as such."""
    if found.matches or not found.free_matches:
        return
    page.heading("Other windows that give it")
    page.item(
        "-", f"{_fit(found.free_fits).capitalize()} of {many(found.free_searched, 'window')} that were not asked for."
    )
    for match in found.free_matches[:_MATCHES_SHOWN]:
        page.item("-", _match(match))


def _proof(page: Page, found: Fit) -> None:
    page.heading("What that proves")
    page.item("-", f"{many(found.searched, 'window')} searched, {_fit(found.fits)}.")
    free = f"{many(found.free_searched, 'window')} of any length from 1 to 60 days, {_fit(found.free_fits)}."
    page.item("-", free)
    often = percent(found.chance)
    invented = f" ({found.population})" if found.population else ""
    page.item(
        "-", f"An invented figure of this size and roundness{invented} would fit this search {often} of the time."
    )
    page.item("-", f"The window is fixed by {safe(found.fixed_by)}." if found.fixed_by else "Nothing fixes the window.")
    page.item("-", f"Ranked by: {safe(found.rank_rule)}")


def _fit(count: int) -> str:
    return f"{number(count)} fits" if count == 1 else f"{number(count)} fit"


def _coverage(page: Page, coverage: Sequence[Coverage]) -> None:
    if not coverage:
        return
    page.heading("What was at hand")
    for one in coverage:
        days = span_words(one.first.isoformat(), one.last.isoformat())
        page.item("-", f"{one.series}: {days} ({many(one.days, 'day')} with a report)")
