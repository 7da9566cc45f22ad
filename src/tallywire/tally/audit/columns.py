"""A category begins or ends while the series goes on, takes over others that end, or is split."""

from __future__ import annotations

from collections.abc import Iterator

from tallywire.claims.audit import Anomaly, AnomalyKind
from tallywire.claims.series import Category, Point
from tallywire.tally.audit.observed import Observed
from tallywire.tally.audit.steps import NEXT_DAY, dated, listed, signed, total_of


def find(seen: Observed) -> Iterator[Anomaly]:
    """Every category whose own first or last report is not the series': explained where the catalogue has that day."""
    if not seen.days:
        return
    for category in seen.categories():
        first, last = seen.points[category.id][0], seen.points[category.id][-1]
        if first.day > seen.days[0]:
            yield _begun(seen, category, first)
        if last.day < seen.days[-1]:
            yield _ended(seen, category, last)


def _begun(seen: Observed, category: Category, first: Point) -> Anomaly:
    parts = _parts(seen, category, first)
    known = category.first == first.day
    if not parts:
        return _found(category, first, "born", seen, f"begins at {first.total:,}", known=known)
    held = sum(map(total_of, parts))
    grown = total_of(first) - held
    names = listed([seen.info.category(point.category).name for point in parts])
    if {point.category for point in parts} <= set(category.joins):
        kind: AnomalyKind = "split" if _is_shared(seen, category) else "joined"
        says = f"takes over {names}: they ended at {held:,}, it begins at {first.total:,}, {signed(grown)} in a day"
    else:
        kind = "joined"
        says = (
            f"begins at {first.total:,} on the day after {names} ended at {held:,}; if it continues them, a day added "
            f"{signed(grown)}"
        )
    added = " + ".join(dated(point) for point in parts)
    summed = f"{added} = {held:,}; {dated(first)} − {held:,}" if len(parts) > 1 else f"{dated(first)} − {added}"
    arithmetic = f"{summed} = {signed(grown, plus='')}"
    return _found(category, first, kind, seen, says, known=known, arithmetic=arithmetic, size=grown)


def _parts(seen: Observed, category: Category, first: Point) -> list[Point]:
    """The last points of the categories it takes over; else of those that ended the day before, and no other joins."""
    joined = [seen.points[name][-1] for name in category.joins if name in seen.points]
    if joined:
        return joined
    taken = {name for other in seen.info.categories for name in other.joins}
    lasts = (points[-1] for name, points in seen.points.items() if name not in taken)
    return [point for point in lasts if first.day - point.day == NEXT_DAY]


def _is_shared(seen: Observed, category: Category) -> bool:
    """Whether another category takes over the same ones: then they are split, not joined."""
    return any(set(other.joins) & set(category.joins) for other in seen.info.categories if other.id != category.id)


def _ended(seen: Observed, category: Category, last: Point) -> Anomaly:
    heirs = [other.name for other in seen.info.categories if category.id in other.joins]
    says = f"ends at {last.total:,}; {listed(heirs)} took it over" if heirs else f"ends at {last.total:,}"
    return _found(category, last, "ended", seen, says, known=category.last == last.day)


def _found(  # noqa: PLR0913 - what there is to say of a category's first or last day, each by its name
    category: Category,
    at: Point,
    kind: AnomalyKind,
    seen: Observed,
    says: str,
    *,
    known: bool,
    arithmetic: str | None = None,
    size: int | None = None,
) -> Anomaly:
    return Anomaly(
        series=seen.info.id,
        category=category.id,
        day=at.day,
        last=at.day,
        kind=kind,
        size=total_of(at) if size is None else size,
        says=says,
        arithmetic=arithmetic or dated(at),
        explained_by=_why(category) if known else None,
    )


def _why(category: Category) -> str:
    return f"the catalogue knows it: {category.why}" if category.why else "the catalogue has the same day"
