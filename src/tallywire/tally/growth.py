"""Rows of a tally from a series: what the running totals grew by in each period; a gap stays a gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tallywire.claims.finding import Cell
from tallywire.claims.series import Category, Point, Series, SeriesInfo
from tallywire.tally.period import in_words
from tallywire.tally.query import Days, Query, periods
from tallywire.tally.search import arithmetic
from tallywire.tally.windows import Track, Window, tracks


def rows(series: Series, query: Query) -> Iterator[Cell]:
    """One cell a period and category of the series that the query asks for."""
    if not is_named(query.side, series.info.side_id, series.info.side, series.info.sides):
        return
    wanted = [c for c in series.info.reported if query.kind in c.accepts and query.what in c.whats]
    for track in tracks(_known(series, query), wanted):
        changes = {p.day: p for p in series.points if p.category == track.category.id and p.change is not None}
        first, last = date.fromordinal(track.begins), date.fromordinal(track.ends)
        for asked in periods(first, last, query.by):
            if query.asks_for(asked.first, asked.last):
                yield _cell(track, asked, query, changes.get(asked.first))


def is_named(word: str, identifier: str | None, name: str, others: tuple[str, ...] = ()) -> bool:
    """Whether a word of a query is this id or name."""
    return word.casefold() in {each.casefold() for each in (identifier, name, *others) if each}


def _known(series: Series, query: Query) -> Series:
    if query.as_of is None:
        return series
    return Series(series.info, tuple(point for point in series.points if point.day <= query.as_of))


def _cell(track: Track, asked: Days, query: Query, stated: Point | None) -> Cell:
    window = _window(track, asked)
    covered = Days(window.first, window.last) if window else asked
    category, info = track.category, track.info
    value = window.value if window else None
    days = [day for day in (window.base, window.end) if day is not None] if window else []
    derivation = _derivation(track, asked, window)
    if window is None and stated and query.by == "day":
        # The day before is unknown, but the source itself says what it added.
        value, days = stated.change, [asked.first.toordinal()]
        with_total = "without a total" if stated.total is None else f"with its total of {stated.total:,}"
        derivation = f"{category.name}: the change that the source stated {with_total}"
    return Cell(
        period=covered.edtf,
        side=info.side_id,
        kind=category.kind,
        what=category.what,
        claimant=info.claimant,
        low=value,
        best=value,
        high=value,
        policy=query.policy_name,
        as_of=date.fromordinal(track.ends).isoformat(),
        used=tuple(f"{info.id}:{category.id}:{date.fromordinal(day)}" for day in days),
        left_out=(),
        derivation=derivation if value is None else "; ".join((derivation, *_about(info, category, window))),
    )


def _window(track: Track, asked: Days) -> Window | None:
    """The longest window inside the period whose totals were stated; for a day, that day's or none."""
    stated = [
        day for day in range(asked.first.toordinal() - 1, asked.last.toordinal() + 1) if track.total(day) is not None
    ]
    return track.window(stated[0], stated[-1]) if len(stated) > 1 else None


def _derivation(track: Track, asked: Days, window: Window | None) -> str:
    if window is None:
        needed = (asked.first - timedelta(days=1), asked.last)
        missing = [in_words(day) for day in needed if track.total(day.toordinal()) is None]
        return f"no number: no total of {' and '.join(missing)} was stated"
    says = f"{track.category.name}: {arithmetic(window)}"
    if window.days < asked.count:
        return f"part of {asked.edtf}, {window.days} of {asked.count} days; {says}"
    return says


def _about(info: SeriesInfo, category: Category, window: Window | None) -> Iterator[str]:
    if window and window.is_irregular:
        yield "the bulletins were not daily yet"
    if category.kind == "killed":
        yield f"the source's word is {info.term!r}"
    yield "a claim, unverified"
