"""The public data set of the General Staff's totals: [{"date": "2022-11-11", "day": 261, "tank": 2814, ...}].

Three files have this form: equipment, personnel, and the data set's own corrections. A row of corrections names
personnel and tanks together; the other two never do.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from tallywire.catalog.series import categories_by_column, info
from tallywire.claims.article import Note
from tallywire.claims.errors import SourceError
from tallywire.claims.figure import Modifier
from tallywire.claims.series import Bulletin, Correction, Point, Remark, Unrecognised

SERIES = "general_staff_ua"
VERSION = "data set"

_HEDGE = "personnel*"
_HEDGES: dict[str, Modifier] = {"about": "about", "more": "at_least"}
_DIRECTION = "greatest losses direction"
_WORD_COLUMNS = frozenset({"date", "day", _HEDGE, _DIRECTION})


def recognises(text: str) -> bool:
    """Whether the text is a list of rows with a date and a column of the data set; only its beginning is looked at."""
    head = text[:600]
    columns = categories_by_column(SERIES)
    return head.lstrip("\ufeff \n\r\t").startswith("[") and '"date"' in head and any(f'"{c}"' in head for c in columns)


def read(text: str, origin: str = "") -> Bulletin:
    """The totals of every day, or the corrections; columns that the catalogue lacks come back as unrecognised."""
    rows = _rows(text, origin)
    corrections: list[Correction] = []
    points: list[Point] = []
    remarks: list[Remark] = []
    notes: list[Note] = []
    started = info(SERIES).starts.toordinal() - 1
    for number, row in enumerate(rows, start=1):
        day = _day(row, number, origin)
        if row.get("day") != day.toordinal() - started:
            notes.append(Note("warning", "day_number", f"{day.isoformat()} is called day {row.get('day')} of the war"))
        if _is_correction(row):
            corrections.extend(_corrections(row, day, origin))
        else:
            points.extend(_points(row, day, number, origin))
        if words := row.get(_DIRECTION):
            remarks.append(Remark(day, f"greatest losses in the direction of {words}", origin))
    unrecognised = _unrecognised(rows, origin)
    return Bulletin(SERIES, tuple(points), tuple(remarks), tuple(corrections), unrecognised, tuple(notes))


def _rows(text: str, origin: str) -> list[dict[str, Any]]:
    try:
        return msgspec.json.decode(text.lstrip("\ufeff"), type=list[dict[str, Any]])
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise SourceError(
            "not_the_data_set",
            f"the file is no list of rows: {error}",
            where=origin,
            remedy="give the data set's JSON files as published",
        ) from error


def _day(row: dict[str, Any], number: int, origin: str) -> date:
    try:
        return date.fromisoformat(row["date"])
    except (KeyError, TypeError, ValueError) as error:
        message = f"row {number} has no date of the form 2022-11-11"
        raise SourceError("unknown_form", message, where=origin, remedy="mend or leave out that row") from error


def _is_correction(row: dict[str, Any]) -> bool:
    return "personnel" in row and "tank" in row


def _corrections(row: dict[str, Any], day: date, origin: str) -> list[Correction]:
    columns = categories_by_column(SERIES)
    return [
        Correction(day, columns[name].id, value, origin) for name, value in row.items() if name in columns and value
    ]


def _points(row: dict[str, Any], day: date, number: int, origin: str) -> list[Point]:
    columns = categories_by_column(SERIES)
    points = []
    for name, value in row.items():
        category = columns.get(name)
        if category is None or value is None:  # null: the day states no total, which is not zero
            continue
        if type(value) is not int:
            message = f"row {number}: {name!r} is {value!r}, not a whole number"
            raise SourceError("unknown_form", message, where=origin, remedy="mend or leave out that row")
        modifier = _HEDGES.get(row.get(_HEDGE, ""), "exact") if name == "personnel" else "exact"
        points.append(Point(day, category.id, value, None, modifier, "", VERSION, origin))
    return points


def _unrecognised(rows: list[dict[str, Any]], origin: str) -> tuple[Unrecognised, ...]:
    known = {*categories_by_column(SERIES), *_WORD_COLUMNS}
    first_met: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        for name in row.keys() - known:
            first_met.setdefault(name, number)
    why = f"no category has this column: add it to catalog/series/{SERIES}.toml"
    return tuple(Unrecognised(name, why, number, origin) for name, number in sorted(first_met.items()))
