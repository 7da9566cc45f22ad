"""One row a claim, for a spreadsheet: numbers as numbers, and no cell that the spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from typing import BinaryIO

from tallywire.claims.claim import Claim
from tallywire.claims.figure import Figure

SUFFIX = ".csv"

Cell = str | int | float | None

# A cell of text that begins so is a formula to a spreadsheet: '=HYPERLINK(...)', '@SUM(...)', '-2+3'.
FORMULA = ("=", "+", "-", "@", "\t", "\r")

# Several values of one cell stand side by side.
BETWEEN = "; "

OF_CLAIM: tuple[tuple[str, Callable[[Claim], Cell]], ...] = (
    ("id", lambda claim: claim.id),
    ("published", lambda claim: claim.published),
    ("outlet", lambda claim: claim.outlet),
    ("title", lambda claim: claim.title),
)
OF_FIGURE: tuple[tuple[str, Callable[[Figure], Cell]], ...] = (
    ("kind", lambda figure: figure.kind),
    ("what", lambda figure: figure.what),
    ("low", lambda figure: figure.low),
    ("best", lambda figure: figure.best),
    ("high", lambda figure: figure.high),
    ("modifier", lambda figure: figure.modifier),
    ("band_low", lambda figure: figure.band[0] if figure.band else None),
    ("band_high", lambda figure: figure.band[1] if figure.band else None),
    ("words", lambda figure: figure.words),
    ("term", lambda figure: figure.term.words if figure.term else None),
    ("side", lambda figure: figure.side.name if figure.side else None),
    ("side_id", lambda figure: figure.side.id if figure.side else None),
    ("source", lambda figure: figure.source.name if figure.source else None),
    ("source_id", lambda figure: figure.source.id if figure.source else None),
    ("source_type", lambda figure: figure.source.type if figure.source else None),
    ("party_to_conflict", lambda figure: _yes_or_no(figure.source.party_to_conflict) if figure.source else None),
    ("derived_from", lambda figure: BETWEEN.join(ref.name for ref in figure.derived_from)),
    ("via", lambda figure: BETWEEN.join(figure.via)),
    ("voice", lambda figure: figure.voice),
    ("stance", lambda figure: figure.stance),
    ("count", lambda figure: figure.count),
    ("period", lambda figure: figure.period.words if figure.period else None),
    ("period_edtf", lambda figure: figure.period.edtf if figure.period else None),
    ("place", lambda figure: figure.place.name if figure.place else None),
    ("geonameid", lambda figure: figure.place.geonameid if figure.place else None),
    ("lat", lambda figure: figure.place.lat if figure.place else None),
    ("lon", lambda figure: figure.place.lon if figure.place else None),
    ("cause", lambda figure: figure.cause),
    ("blamed", lambda figure: figure.blamed.name if figure.blamed else None),
    ("scope", lambda figure: BETWEEN.join(figure.scope)),
    ("per", lambda figure: figure.per),
    ("segment", lambda figure: figure.segment),
    ("rule", lambda figure: figure.rule),
    ("confidence", lambda figure: figure.confidence),
)
OF_ORIGIN: tuple[tuple[str, Callable[[Claim], Cell]], ...] = (
    ("sentence", lambda claim: claim.sentence),
    ("article_id", lambda claim: claim.article_id),
    ("address", lambda claim: claim.address),
    ("line", lambda claim: claim.line),
    ("revision", lambda claim: claim.revision),
    ("capture_sha256", lambda claim: claim.capture_sha256),
    ("version", lambda claim: claim.version),
    ("recorded", lambda claim: claim.recorded),
)
HEADER = tuple(name for name, _ in (*OF_CLAIM, *OF_FIGURE, *OF_ORIGIN))


def write(claims: Iterable[Claim], out: BinaryIO) -> None:
    """Write a header and one row a claim, in UTF-8; unknown is an empty cell, zero is 0."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(HEADER)
        for claim in claims:
            rows.writerow([_safe(cell) for cell in _cells(claim)])
    finally:
        text.detach()


def _cells(claim: Claim) -> list[Cell]:
    start = [cell(claim) for _, cell in OF_CLAIM]
    figure = [cell(claim.figure) for _, cell in OF_FIGURE]
    return start + figure + [cell(claim) for _, cell in OF_ORIGIN]


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _yes_or_no(known: bool | None) -> str | None:  # noqa: FBT001  a value to print, not a switch
    return None if known is None else "yes" if known else "no"
