"""The General Staff's totals in long form, one category and day a line: "2022-02-25,2,personnel,2800,about".

The columns are date, war_day, category, cumulative and modifier; categories are those of the public data set.
"""

from __future__ import annotations

from tallywire.catalog.series import categories_by_column, info
from tallywire.claims.article import Note
from tallywire.claims.figure import Modifier
from tallywire.claims.series import Bulletin, Point, Unrecognised
from tallywire.collect.tables import Cells, Refused, day_of, once, rows, whole

SERIES = "general_staff_ua"
VERSION = "data set"
COLUMNS = ("date", "war_day", "category", "cumulative", "modifier")

_HEDGES: dict[str, Modifier] = {"": "exact", "about": "about", "more": "at_least"}


def recognises(text: str) -> bool:
    """Whether the first line names the five columns."""
    head = text.lstrip("\ufeff").partition("\n")[0]
    return [name.strip().strip('"').casefold() for name in head.split(",")] == list(COLUMNS)


def read(text: str, origin: str = "") -> Bulletin:
    """The totals of every line; lines that hold none come back as unrecognised, with what is wrong."""
    points: list[Point] = []
    unrecognised: list[Unrecognised] = []
    notes: list[Note] = []
    seen: dict[tuple[str, ...], int] = {}
    started = info(SERIES).starts.toordinal() - 1
    for row in rows(text.lstrip("\ufeff"), origin):
        try:
            point = _point(row, origin)
            once((point.day.isoformat(), point.category), seen, row.line)
        except Refused as refused:
            unrecognised.append(Unrecognised(row.words, str(refused), row.line, origin))
            continue
        points.append(point)
        if row["war_day"] != str(point.day.toordinal() - started):
            called = f"{point.day.isoformat()} is called day {row['war_day']} of the war"
            notes.append(Note("warning", "day_number", called))
    return Bulletin(SERIES, tuple(points), (), (), tuple(unrecognised), tuple(dict.fromkeys(notes)))


def _point(row: Cells, origin: str) -> Point:
    category = categories_by_column(SERIES).get(row["category"])
    if category is None:
        raise Refused(f"no category has the column {row['category']!r}: add it to catalog/series/{SERIES}.toml")
    if row["modifier"] not in _HEDGES:
        raise Refused(f"the modifier {row['modifier']!r} is none of: (nothing), about, more")
    return Point(
        day_of(row["date"]),
        category.id,
        whole(row["cumulative"], "cumulative"),
        modifier=_HEDGES[row["modifier"]],
        version=VERSION,
        origin=origin,
    )
