"""The public data set of Gaza's daily reports: [{"report_date": "2025-10-11", "killed_cum": 67682, ...}].

A row holds stated daily numbers and running totals, each only where it was reported. Columns that begin with `ext_` are
the data set's own reckoning; they become categories of their own, marked as estimates.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from tallywire.catalog.series import categories_by_column, categories_by_daily_column
from tallywire.claims.errors import SourceError
from tallywire.claims.series import Bulletin, Category, Point, Remark, Unrecognised

SERIES = "gaza_moh"
VERSION = "data set"

_DAY, _SOURCE, _HOURS = "report_date", "report_source", "report_period"
_ROW_COLUMNS = frozenset({_DAY, _SOURCE, _HOURS})
# Who stands behind a row: the ministry's channel, the Government Media Office's, or nobody the data set names.
_BY = {"mohtel": "", "gmotel": "PSE-GAZA-GMO", "missing": "unknown", "unocha": "UN-OCHA"}


def recognises(text: str) -> bool:
    """Whether the text is a list of rows with a report's date and source; only its beginning is looked at."""
    head = text[:600]
    return head.lstrip("\ufeff \n\r\t").startswith("[") and f'"{_DAY}"' in head and f'"{_SOURCE}"' in head


def read(text: str, origin: str = "") -> Bulletin:
    """What every row reports; columns and sources that the catalogue lacks come back as unrecognised."""
    rows = _rows(text, origin)
    points: list[Point] = []
    remarks: list[Remark] = []
    for number, row in enumerate(rows, start=1):
        day = _day(row, number, origin)
        points.extend(_points(row, day, number, origin))
        remarks.extend(_remarks(row, day, origin))
    return Bulletin(SERIES, tuple(points), tuple(remarks), (), _unrecognised(rows, origin))


def _rows(text: str, origin: str) -> list[dict[str, Any]]:
    try:
        return msgspec.json.decode(text.lstrip("\ufeff"), type=list[dict[str, Any]])
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise SourceError(
            "not_the_data_set",
            f"the file is no list of rows: {error}",
            where=origin,
            remedy="give casualties_daily.json as published",
        ) from error


def _day(row: dict[str, Any], number: int, origin: str) -> date:
    try:
        return date.fromisoformat(row[_DAY])
    except (KeyError, TypeError, ValueError) as error:
        message = f"row {number} has no {_DAY} of the form 2025-10-11"
        raise SourceError("unknown_form", message, where=origin, remedy="mend or leave out that row") from error


def _points(row: dict[str, Any], day: date, number: int, origin: str) -> list[Point]:
    hours = _number(row, _HOURS, number, origin)
    by = _BY.get(row.get(_SOURCE, ""), "unknown")
    points = []
    for category in _stated(row):
        points.append(
            Point(
                day=day,
                category=category.id,
                total=_number(row, category.column, number, origin),
                change=_number(row, category.daily, number, origin),
                version=VERSION,
                origin=origin,
                by=VERSION if category.estimate else by,
                hours=24 if hours is None else hours,
            )
        )
    return points


def _stated(row: dict[str, Any]) -> list[Category]:
    """The categories of which a row states a total or a daily number, each once."""
    totals, daily = categories_by_column(SERIES), categories_by_daily_column(SERIES)
    named = [totals.get(name) or daily.get(name) for name, value in row.items() if value is not None]
    return list(dict.fromkeys(category for category in named if category))


def _number(row: dict[str, Any], name: str, number: int, origin: str) -> int | None:
    value = row.get(name) if name else None
    if value is not None and type(value) is not int:
        message = f"row {number}: {name!r} is {value!r}, not a whole number"
        raise SourceError("unknown_form", message, where=origin, remedy="mend or leave out that row")
    return value


def _remarks(row: dict[str, Any], day: date, origin: str) -> list[Remark]:
    said = []
    if row.get(_SOURCE) == "missing":
        said.append(Remark(day, "no official report was found for this day", origin))
    elif row.get(_HOURS) == 0 and not row.get("killed"):
        said.append(Remark(day, "nothing new was reported: the totals of the day before are repeated", origin))
    if row.get(_HOURS, 24) not in {0, 24}:
        said.append(Remark(day, f"the report covers {row[_HOURS]} hours", origin))
    return said


def _unrecognised(rows: list[dict[str, Any]], origin: str) -> tuple[Unrecognised, ...]:
    known = {*categories_by_column(SERIES), *categories_by_daily_column(SERIES), *_ROW_COLUMNS}
    columns: dict[str, int] = {}
    sources: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        for name in row.keys() - known:
            columns.setdefault(name, number)
        if row.get(_SOURCE) not in _BY:
            sources.setdefault(str(row.get(_SOURCE)), number)
    why = f"no category has this column: add it to catalog/series/{SERIES}.toml"
    nobody = f"{_SOURCE} {{}} is none we know, so it is unknown who states the row"
    return (
        *(Unrecognised(name, why, number, origin) for name, number in sorted(columns.items())),
        *(Unrecognised(name, nobody.format(name), number, origin) for name, number in sorted(sources.items())),
    )
