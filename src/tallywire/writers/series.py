"""Series for a terminal: which there are, what each counts by whose word, what is at hand, and its last totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TextIO

from tallywire.claims.series import Definition
from tallywire.claims.shown import AtHand, Column, Listed, Shown, Total
from tallywire.writers.naming import plural
from tallywire.writers.terminal import Look, Page, look, many, number, safe
from tallywire.writers.times import date_words

# Days that stand side by side in a page's width; more are listed one below the other.
_SIDE_BY_SIDE = 4
_ROWS_SHOWN = 100
_ORIGINS_SHOWN = 5
_HEDGES = {"about": "~ ", "at_least": "≥ ", "at_most": "≤ "}


def coverage(at_hand: AtHand) -> str:
    """What is at hand: "2022-02-25 to 2026-08-08, 1,626 days, read on 2026-08-09"."""
    span = (at_hand.last - at_hand.first).days + 1
    gaps = f" ({many(span - at_hand.days, 'day')} between them without a report)" if span > at_hand.days else ""
    return f"{at_hand.first} to {at_hand.last}, {many(at_hand.days, 'day')}{gaps}, read on {at_hand.read[:10]}"


def listing(rows: Sequence[Listed], out: TextIO, *, shown: Look | None = None) -> None:
    """Writes a list of series."""
    page = Page(shown or look(out))
    for row in rows:
        page.say(row.id, style="bold")
        page.say(safe(row.name), indent=4)
        page.say(f"claimed by {safe(row.claimant)}; losses of {safe(row.side)}", indent=4)
        page.say(f"at hand: {coverage(row.at_hand) if row.at_hand else _nothing(row)}", indent=4)
        page.gap()
    page.say("`tallywire series show ID` says what each counts. Every number is a claim, unverified.", style="italic")
    out.write(page.text())


def _nothing(row: Listed) -> str:
    if row.addresses:
        return f"nothing; `tallywire series fetch {row.id} --ledger FILE` gets it, `--series FILE` names a file"
    return "nothing; name a file with --series, or a ledger with --ledger"


def series(found: Shown, out: TextIO, *, shown: Look | None = None) -> None:
    """Writes one series."""
    page = Page(shown or look(out))
    page.say(f"{found.series.id}: {safe(found.series.name)}", style="bold")
    for line in _facts(found):
        page.say(safe(line))
    _at_hand(page, found)
    _categories(page, found.categories)
    _definitions(page, found.definitions)
    _totals(page, found)
    page.gap()
    claimed = f"Every number is a claim of {safe(found.series.claimant)}, unverified."
    page.say(claimed, style="italic")
    out.write(page.text())


def _facts(found: Shown) -> list[str]:
    written = f" ({found.term_written})" if found.term_written else ""
    lines = [f"claimed by {found.series.claimant}; losses of {found.series.side}"]
    lines.append(f'its word: "{found.term}"{written}; totals since {_day(found.starts)}')
    if found.day_ends:
        lines.append(f"a reporting day ends at {found.day_ends}")
    if found.irregular_until:
        lines.append(f"irregular before {_day(found.irregular_until)}. {found.irregular_why}".rstrip())
    return lines


def _at_hand(page: Page, found: Shown) -> None:
    page.heading("What is at hand")
    at_hand = found.series.at_hand
    if at_hand is None:
        page.item("-", _nothing(found.series))
        return
    page.item("-", f"{coverage(at_hand)}; {many(at_hand.points, 'total')}")
    for origin in at_hand.origins[:_ORIGINS_SHOWN]:
        page.item("-", f"from {safe(origin)}")
    if len(at_hand.origins) > _ORIGINS_SHOWN:
        page.say(f"and {number(len(at_hand.origins) - _ORIGINS_SHOWN)} more; --json names them all", indent=4)
    for what, lines in (("files disagree", found.disagreements), ("not read", found.unread)):
        for line in lines[:_ORIGINS_SHOWN]:
            page.item("-", f"{what}: {safe(line)}")
        if len(lines) > _ORIGINS_SHOWN:
            page.say(f"and {number(len(lines) - _ORIGINS_SHOWN)} more; --json has them all", indent=4)


def _categories(page: Page, categories: Sequence[Column]) -> None:
    page.heading("Categories")
    rows = [(one.id, _counts(one), str(one.first or ""), str(one.last or ""), number(one.days)) for one in categories]
    page.table(("category", "counts", "begins", "ends", "days"), rows, shares=(18, 26, 11, 11, 6))
    for one in categories:
        if one.joins or one.why:
            joins = f"takes over {' and '.join(one.joins)}. " if one.joins else ""
            page.item("-", f"{one.id}: {joins}{safe(one.why)}".rstrip())


def _counts(one: Column) -> str:
    """What a category counts, by its own name and as figures do: "personnel: combatants killed", "tanks lost"."""
    if one.what == "other":
        return f"{safe(one.name)} {one.kind}"
    things = f"{plural(one.what)} {one.kind}"
    return things if one.name in {plural(one.what), one.kind} else f"{safe(one.name)}: {things}"


def _definitions(page: Page, definitions: Sequence[Definition]) -> None:
    page.heading("What it counts, and who says so")
    if not definitions:
        page.item("-", "nobody whom we know of says")
    for one in definitions:
        since = f", since {_day(one.since)}" if one.since else ""
        disputed = "; disputed" if one.disputed else ""
        page.item("-", f"{safe(one.says)} - {safe(one.by)}{since}{disputed}")
        if one.reference:
            page.say(safe(one.reference), style="dim", indent=4)


def _totals(page: Page, found: Shown) -> None:
    days = sorted({point.day for point in found.totals})
    if not days:
        if found.series.at_hand:
            page.heading("Totals")
            page.item("-", f"none on the days asked for; at hand: {coverage(found.series.at_hand)}")
        return
    page.heading("Totals")
    if len(days) <= _SIDE_BY_SIDE:
        _grid(page, found, days)
    else:
        _rows(page, found.totals)


def _grid(page: Page, found: Shown, days: Sequence[date]) -> None:
    of: dict[str, dict[date, Total]] = defaultdict(dict)
    for point in found.totals:
        of[point.category][point.day] = point
    names = [one.id for one in found.categories if one.id in of]
    rows = [(name, *(_total(of[name].get(day)) for day in days)) for name in names]
    page.table(("category", *map(str, days)), rows, shares=(18, *(13 for _ in days)))


def _rows(page: Page, totals: Sequence[Total]) -> None:
    rows = []
    for point in sorted(totals, key=lambda point: (point.day, point.category))[-_ROWS_SHOWN:]:
        grown, stated = ("" if grew is None else f"{grew:+,}" for grew in (point.difference, point.stated))
        rows.append((str(point.day), point.category, _total(point), grown, stated))
    page.table(("day", "category", "total", "difference", "stated"), rows, shares=(12, 22, 18, 13, 13))
    if len(totals) > _ROWS_SHOWN:
        left = many(len(totals) - _ROWS_SHOWN, "earlier total")
        page.say(f"and {left}; --json has them all, --category and --from fewer")


def _total(point: Total | None) -> str:
    return "-" if point is None or point.total is None else f"{_HEDGES.get(point.modifier, '')}{number(point.total)}"


def _day(day: date) -> str:
    return date_words(day.isoformat())
