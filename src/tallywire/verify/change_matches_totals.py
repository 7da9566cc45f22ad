"""A stated change is the difference of the totals it stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallywire.claims.figure import Figure
from tallywire.claims.finding import Finding
from tallywire.claims.fit import Case
from tallywire.claims.series import Point, Series, SeriesInfo
from tallywire.verify.figures import claimed, drawn_from, series_name
from tallywire.verify.words import day, number, said


def check(case: Case) -> Iterator[Finding]:
    """Says where a change ("+710") is not what the totals of the text, or of its source's series, give."""
    figures = claimed(case)
    totals = {figure.id: figure for figure in figures}
    before = {figure.previous_of: figure for figure in figures if figure.previous_of is not None}
    for change in figures:
        total = totals.get(change.change_of or "")
        if total is None or total.best is None or change.best is None:
            continue
        if total.id in before:
            yield from _in_text(change, total, before[total.id])
        else:
            yield from _in_series(case, change, total)


def _in_text(change: Figure, total: Figure, earlier: Figure) -> Iterator[Finding]:
    if total.best is None or earlier.best is None:
        return
    difference = total.best - earlier.best
    if abs(difference) != change.best:
        yield Finding(
            "change_differs",
            f"{said(change)} is stated as the change from {said(earlier)} to {said(total)}, which is "
            f"{number(abs(difference))}.",
            f"{number(total.best)} - {number(earlier.best)} = {number(difference)}",
            (change.id, total.id, earlier.id),
            severity="conflict",
        )


def _in_series(case: Case, change: Figure, total: Figure) -> Iterator[Finding]:
    """The days on which the source's series stands at this total, and what it had grown by."""
    for series in case.series:
        if not drawn_from(total, series.info):
            continue
        steps = _steps(series, total)
        if steps and all(step.grown != change.best and step.point.change != change.best for step in steps):
            yield _unlike(series_name(case, series.info.id), series.info, (change, total), steps[0])


@dataclass(frozen=True, slots=True)
class _Step:
    """Two reports of one category that follow one another, with their totals."""

    before: int
    after: int
    point: Point

    @property
    def grown(self) -> int:
        """What the totals give for the change."""
        return self.after - self.before


def _steps(series: Series, total: Figure) -> list[_Step]:
    columns = {one.id for one in series.info.reported if (one.kind, one.what) == (total.kind, total.what)}
    pairs = zip(series.points, series.points[1:], strict=False)
    return [
        _Step(before.total, after.total, after)
        for before, after in pairs
        if after.category in columns and before.category == after.category and after.total == total.best
        if before.total is not None and after.total is not None
    ]


def _unlike(name: str, info: SeriesInfo, stated: tuple[Figure, Figure], step: _Step) -> Finding:
    change, total = stated
    return Finding(
        "change_differs",
        f"{said(change)} stands beside {said(total)}; {name} reached that total on {day(step.point.day)} by "
        f"{number(step.grown)}.",
        f"{number(step.after)} - {number(step.before)} = {number(step.grown)}",
        (change.id, total.id),
        series=(info.id,),
        severity="conflict",
    )
