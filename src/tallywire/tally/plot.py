"""A chart of a tally for the terminal, with its source, its as-of and the word claim on it."""

from __future__ import annotations

from collections.abc import Sequence

from tallywire.claims.figure import Number
from tallywire.claims.finding import Cell

_FILLS = "█░▒▓#*+o"  # one for each source, so that the chart is read without colours


def plot(cells: Sequence[Cell], *, width: int = 80, height: int = 18) -> str:
    """The cells as bars, one fill a source; a period without a number has no bar, and the text below says so."""
    import plotext  # an import of 60 ms that only a chart needs

    numbers = {(cell.claimant, cell.period): _number(cell) for cell in cells}
    drawn = {key: number for key, number in numbers.items() if number is not None}
    if not drawn:
        return "no number to draw"
    periods = sorted({period for _claimant, period in drawn})
    claimants = list(dict.fromkeys(claimant for claimant, _period in drawn))
    figure = plotext.figure
    figure.clear.all()
    figure.plot_size(width, height)
    figure.theme("colorless")
    heights = [[drawn.get((claimant, period), 0) for period in periods] for claimant in claimants]
    fills = [_FILLS[number % len(_FILLS)] for number in range(len(claimants))]
    figure.draw(figure.bar(_labels(periods), heights if len(heights) > 1 else heights[0], marker=fills))
    chart = "\n".join(line.rstrip() for line in plotext.uncolorize(figure.build()).splitlines())
    return "\n".join([_title(cells), chart, *_legend(claimants, fills), *_gaps(cells)])


def _title(cells: Sequence[Cell]) -> str:
    first, as_of = cells[0], max(cell.as_of for cell in cells)[:10]
    return f"{first.kind}, {first.what}, side {first.side}; as of {as_of}; claim, unverified"


def _labels(periods: list[str]) -> list[str]:
    """The first day of each period, without its year where all share one."""
    days = [period.strip("{").split("/")[0] for period in periods]
    return [day[5:] for day in days] if len({day[:4] for day in days}) == 1 else days


def _legend(claimants: list[str], fills: list[str]) -> list[str]:
    return [f"{fill} {claimant}" for claimant, fill in zip(claimants, fills, strict=True)]


def _gaps(cells: Sequence[Cell]) -> list[str]:
    missing = sorted({cell.period for cell in cells if _number(cell) is None})
    return [f"no number: {', '.join(missing)}"] if missing else []


def _number(cell: Cell) -> Number | None:
    return next((number for number in (cell.best, cell.low, cell.high) if number is not None), None)
