"""A tally: one row a source and period, side by side, unless a policy is named that makes them one number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median

from tallywire.claims.claim import Claim
from tallywire.claims.figure import Number
from tallywire.claims.finding import Cell
from tallywire.claims.series import Series
from tallywire.tally import growth, stated
from tallywire.tally.growth import is_named
from tallywire.tally.query import EACH_SOURCE, Query

__all__ = ["EACH_SOURCE", "Query", "cells"]


def cells(claims: Sequence[Claim], series: Sequence[Series], query: Query) -> tuple[Cell, ...]:
    """The cells of a tally, by period and then by source; a pure function of what is given."""
    rows = [cell for one in series for cell in growth.rows(one, query)]
    rows.extend(stated.rows(claims, query))
    if query.source:
        names = _names(series, query.source)
        rows = [
            cell for cell in rows if cell.claimant.casefold() in names or is_named(query.source, None, cell.claimant)
        ]
    rows.sort(key=lambda cell: (cell.period, cell.claimant, cell.kind, cell.what))
    if query.policy in {None, "official"}:
        return tuple(rows)
    return _under_policy(rows, query)


def _names(series: Sequence[Series], word: str) -> set[str]:
    """The names of the claimants whose id is the word."""
    return {one.info.claimant.casefold() for one in series if is_named(word, one.info.claimant_id, one.info.claimant)}


def _under_policy(rows: list[Cell], query: Query) -> tuple[Cell, ...]:
    of_period: dict[str, list[Cell]] = defaultdict(list)
    for cell in rows:
        if (cell.low, cell.best, cell.high) != (None, None, None):
            of_period[cell.period].append(cell)
    choose = _POLICIES[query.policy or ""]
    return tuple(choose(rivals) for _period, rivals in sorted(of_period.items()))


def _lowest(rivals: list[Cell]) -> Cell:
    return _chosen(min(rivals, key=lambda cell: _number(cell, cell.low)), rivals, "lowest")


def _highest(rivals: list[Cell]) -> Cell:
    return _chosen(max(rivals, key=lambda cell: _number(cell, cell.high)), rivals, "highest")


def _latest(rivals: list[Cell]) -> Cell:
    return _chosen(max(rivals, key=lambda cell: cell.as_of), rivals, "latest")


def _median(rivals: list[Cell]) -> Cell:
    """The median of the sources' best numbers between the lowest and the highest of them."""
    numbers = sorted(_number(cell, cell.best) for cell in rivals)
    middle = replace(rivals[0], low=numbers[0], best=median(numbers), high=numbers[-1])
    return _chosen(middle, rivals, "median")


def _chosen(cell: Cell, rivals: list[Cell], policy: str) -> Cell:
    sources = sorted({rival.claimant for rival in rivals})
    used = rivals if policy == "median" else [cell]
    return replace(
        cell,
        claimant=f"{policy} of {len(sources)} sources" if len(sources) > 1 else cell.claimant,
        as_of=max(rival.as_of for rival in rivals),
        used=tuple(claim_id for one in used for claim_id in one.used),
        left_out=tuple(out for rival in rivals for out in rival.left_out),
        derivation=f"{policy} of: " + "; ".join(f"{rival.claimant}: {rival.derivation}" for rival in rivals),
    )


def _number(cell: Cell, preferred: Number | None) -> Number:
    for number in (preferred, cell.best, cell.low, cell.high):
        if number is not None:
            return number
    return 0


_POLICIES: dict[str, Callable[[list[Cell]], Cell]] = {
    "lowest": _lowest,
    "highest": _highest,
    "latest": _latest,
    "median": _median,
}
