"""The series at hand: of files that are named, and of the bulletins and data sets that a ledger has read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tallywire.catalog.series import ids, info
from tallywire.claims.audit import Audit
from tallywire.claims.errors import LedgerError, SourceError, UsageError
from tallywire.claims.finding import Cell
from tallywire.claims.series import Category, Conflict, Point, Series, SeriesInfo, Unrecognised
from tallywire.claims.shown import AtHand, Column, DescribedBy, Listed, Shown, Total
from tallywire.collect import bulletins
from tallywire.tally.audit import audit as audited
from tallywire.tally.cells import Query
from tallywire.tally.records import records as records_of

if TYPE_CHECKING:
    # SQLAlchemy takes 0.2 s to import, which commands without a ledger must not pay.
    from tallywire.ledger.store import Ledger


def known_series(sources: Sequence[str | Path] = (), ledger: str | Path | None = None) -> tuple[Series, ...]:
    """The series of files, or of folders of them, and of the bulletins a ledger has read; files go before a ledger."""
    given = bulletins.series([path for source in sources for path in _files(Path(source))])
    kept = _kept_series(ledger) if ledger is not None else ()
    ids = {one.info.id for one in given}
    return given + tuple(one for one in kept if one.info.id not in ids)


def some_series(series: Sequence[str | Path], ledger: str | Path | None, *, to: str = "search") -> tuple[Series, ...]:
    """The series at hand; to ask for one where there is none makes no sense. `to` is what it was wanted for."""
    known = known_series(series, ledger)
    if not known:
        remedy = "give --series FILE, or a --ledger that has read bulletins"
        raise UsageError("no_series", f"there is no series to {to}", remedy=remedy)
    return known


def audit(name: str, *, series: Sequence[str | Path] = (), ledger: str | Path | None = None) -> Audit:
    """What is odd in the series of this name, explained or open."""
    known = {one.info.id: one for one in some_series(series, ledger, to="audit")}
    if name not in known or not known[name].points:
        at_hand = ", ".join(one for one in known if known[one].points) or "none with a total"
        raise UsageError("no_series", f"nothing of a series {name!r} is at hand", remedy=f"at hand: {at_hand}")
    return audited(known[name])


def tally_records(
    query: Query, *, series: Sequence[str | Path] = (), ledger: str | Path | None = None
) -> tuple[Cell, ...]:
    """The highest period of each series that a query asks for, those of irregular reports apart."""
    return records_of(some_series(series, ledger), query)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.is_file())
    return [file for file in found if file.suffix != ".toml" or file.with_suffix(".csv") not in found]


def _kept_series(ledger: str | Path) -> tuple[Series, ...]:
    from tallywire.ledger import store

    with store.open(ledger, create=False, readonly=True) as opened:
        return tuple(
            bulletins.series_from_points(opened.points(id), id, _described_in(opened, id)) for id in opened.series()
        )


def _description(text: str, address: str) -> SeriesInfo | None:
    try:
        return bulletins.read(text, address).info
    except SourceError:  # kept by a program that read more than this one
        return None


def _described_in(ledger: Ledger, series: str) -> SeriesInfo | None:
    """The description of a series that the catalogue lacks, as it came last with the series' own tables."""
    if series in ids():
        return None
    found = (_description(text, address) for address, text in ledger.data_sets(series))
    described = next((one for one in found if one is not None and one.id == series), None)
    if described is None:
        remedy = "read its table and description into it again"
        message = f"nothing in it describes the series {series}"
        raise LedgerError("no_description", message, where=str(ledger.path), remedy=remedy)
    return described


@dataclass(frozen=True, slots=True)
class Days:
    """Which totals of a series are shown: those of the last days, unless these fields say otherwise."""

    since: date | None = None
    until: date | None = None
    category: str | None = None
    last: int = 4


def listed(sources: Sequence[str | Path] = (), ledger: str | Path | None = None) -> tuple[Listed, ...]:
    """The series of the catalogue, of files and of a ledger, with what of each is at hand."""
    return tuple(one for one, _ in _known(sources, ledger))


def shown(
    name: str, days: Days | None = None, *, sources: Sequence[str | Path] = (), ledger: str | Path | None = None
) -> Shown:
    """One series: what it counts, by whose word, and its totals; UsageError where nobody knows it."""
    known = {one.id: (one, series) for one, series in _known(sources, ledger)}
    if name not in known:
        remedy = f"known: {', '.join(known)}; one of your own comes with --series FILE or --ledger FILE"
        raise UsageError("no_series", f"there is no series {name!r}", remedy=remedy)
    row, series = known[name]
    about = series.info if series else info(name)
    return Shown(
        series=row,
        term=about.term,
        term_written=about.term_written,
        starts=about.starts,
        day_ends=about.day_ends,
        irregular_until=about.irregular_until,
        irregular_why=about.irregular_why,
        categories=tuple(_column(category, series) for category in about.categories),
        definitions=about.definitions,
        totals=_totals(series, about, days or Days()),
        disagreements=tuple(map(_disagreement, series.conflicts)) if series else (),
        unread=tuple(map(_unread, series.unrecognised)) if series else (),
    )


def _disagreement(one: Conflict) -> str:
    kept, other = one.kept, one.other
    return f"{kept.day} {kept.category}: {one.why} ({kept.origin}, which is kept, and {other.origin})"


def _unread(one: Unrecognised) -> str:
    return f"{one.origin}:{one.line}: {one.words!r}: {one.why}"


def _known(sources: Sequence[str | Path], ledger: str | Path | None) -> list[tuple[Listed, Series | None]]:
    given = {one.info.id: one for one in known_series(sources)}
    kept = {one.info.id: one for one in _kept_series(ledger)} if ledger is not None else {}
    of_ledger = _read_into(ledger, kept)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    found: list[tuple[Listed, Series | None]] = []
    for name in sorted({*ids(), *given, *kept}):
        series = given.get(name) or kept.get(name)
        by: DescribedBy = "catalogue" if name in ids() else "file" if name in given else "ledger"
        origins = tuple(sorted({point.origin for point in series.points})) if series else ()
        read = (now, origins) if name in given else of_ledger.get(name, (now, ()))
        found.append((_listed(series, series.info if series else info(name), by, read), series))
    return found


def _read_into(ledger: str | Path | None, kept: Collection[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    if ledger is None or not kept:
        return {}
    from tallywire.ledger import store

    with store.open(ledger, create=False, readonly=True) as opened:
        return {name: opened.points_read(name) for name in kept}


def _listed(
    series: Series | None,
    about: SeriesInfo,
    by: DescribedBy,
    read: tuple[str, tuple[str, ...]],
) -> Listed:
    at_hand = None
    if series and series.points:
        days = {point.day for point in series.points}
        at_hand = AtHand(min(days), max(days), len(days), len(series.points), *read)
    return Listed(about.id, about.name, about.claimant, about.side, by, at_hand, about.addresses)


def _column(category: Category, series: Series | None) -> Column:
    days = sum(point.category == category.id for point in series.points) if series else 0
    return Column(
        category.id,
        category.name,
        category.kind,
        category.what,
        category.accepts,
        category.joins,
        category.first,
        category.last,
        category.why,
        days,
    )


def _totals(series: Series | None, about: SeriesInfo, asked: Days) -> tuple[Total, ...]:
    names = [category.id for category in about.categories]
    if asked.category is not None and asked.category not in names:
        remedy = f"its categories: {', '.join(names)}"
        raise UsageError("no_category", f"{about.id} has no category {asked.category!r}", remedy=remedy)
    points = [point for point in series.points if asked.category in {None, point.category}] if series else []
    if asked.since is None and asked.until is None:
        days = sorted({point.day for point in points})
        first, end = (days[-asked.last :] or [date.max])[0], date.max
    else:
        first, end = asked.since or date.min, asked.until or date.max
    stated = {(point.category, point.day.toordinal()): point.total for point in points}
    wanted = (point for point in points if first <= point.day <= end)
    return tuple(_total(point, stated.get((point.category, point.day.toordinal() - 1))) for point in wanted)


def _total(point: Point, before: int | None) -> Total:
    grown = None if before is None or point.total is None else point.total - before
    return Total(point.day, point.category, point.total, point.modifier, grown, point.change, point.words, point.origin)
