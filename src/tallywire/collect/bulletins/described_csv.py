"""A table that anybody brings, with its description in front: "+++", lines of TOML, "+++", then lines of CSV.

The description says whose claim about whose losses it is, which column holds the day, and what each column or category
counts. `collect/data_sets.py` puts it in front where it lies beside the table in a file of its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast, get_args

from tallywire.catalog.actors import actors
from tallywire.catalog.series import described, ids
from tallywire.claims.errors import CatalogError, SourceError
from tallywire.claims.figure import Modifier
from tallywire.claims.series import Bulletin, Category, Point, SeriesInfo, Unrecognised
from tallywire.collect.tables import Cells, Refused, day_of, heads, once, rows, whole

SERIES = ""
VERSION = "data set"

FENCE = "+++"
# A file's own name may stand behind the first fence: "+++ losses.toml".
_FRONT = re.compile(r"\ufeff?\+\+\+[ \t]*([^\n]*)\n(.*?)^\+\+\+[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
_COLUMNS = ("day", "day_form", "category", "total", "change", "modifier")
_SAID: dict[str, Modifier] = {
    "": "exact",
    "more": "at_least",
    "over": "at_least",
    "less": "at_most",
    "up to": "at_most",
}
_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Form:
    """Which columns hold what. Without `category` and `total`, each category has a column of its own."""

    day: str
    day_form: str
    category: str | None
    total: str | None
    change: str | None
    modifier: str | None


@dataclass(frozen=True, slots=True)
class _Table:
    info: SeriesInfo
    form: Form
    origin: str
    seen: dict[tuple[str, ...], int]


def recognises(text: str) -> bool:
    """Whether the text begins with a description between two fences."""
    return text.lstrip("\ufeff").startswith(FENCE) and _FRONT.match(text) is not None


def read(text: str, origin: str = "") -> Bulletin:
    """The totals of every row; cells and rows that hold none come back as unrecognised, with what is wrong."""
    front = _front(text, origin)
    table = text[front.end() :]
    info, form = _described(front, origin)
    before = 0 if front[1].strip() else text.count("\n", 0, front.end())  # a table in a file of its own counts from 1
    unrecognised = list(_check_columns(info, form, heads(table), (origin, before + 1)))
    of = _Table(info, form, origin, {})
    points: list[Point] = []
    for row in rows(table, origin, before):
        try:
            for said in _of_row(row, of):
                (points if isinstance(said, Point) else unrecognised).append(said)  # type: ignore[arg-type]
        except Refused as refused:
            unrecognised.append(Unrecognised(row.words, str(refused), row.line, origin))
    if not points:
        remedy = "look at the lines told, and at [columns] of its description"
        why = f": {unrecognised[0].why}" if unrecognised else ""
        raise SourceError("no_totals", f"no line of the table states a total{why}", where=origin, remedy=remedy)
    info = replace(info, starts=min(point.day for point in points)) if info.starts == date.max else info
    return Bulletin(info.id, tuple(points), (), (), tuple(unrecognised), (), info)


def description(text: str, origin: str = "") -> SeriesInfo:
    """The series that the description in front of a table tells of."""
    return read(text, origin).info or _described(_front(text, origin), origin)[0]


def _front(text: str, origin: str) -> re.Match[str]:
    front = _FRONT.match(text)
    if front is None:
        remedy = f"a table begins with {FENCE}, its description as TOML, and {FENCE}"
        raise SourceError("no_description", "no description stands in front", where=origin, line=1, remedy=remedy)
    return front


def _described(front: re.Match[str], origin: str) -> tuple[SeriesInfo, Form]:
    where = f"{front[1].strip() or 'the description'} (of {origin})" if origin else "the description"
    try:
        table = tomllib.loads(front[2].replace("\r\n", "\n"))
        columns = _columns(table.pop("columns", None), where)
        table.pop("file", None)
        return _info(table, where), columns
    except tomllib.TOMLDecodeError as error:
        raise SourceError("bad_description", f"no TOML: {error}", where=where, remedy="mend that line") from error
    except CatalogError as error:
        raise SourceError(error.code, error.message, where=where, remedy=error.remedy) from error


def _columns(said: object, where: str) -> Form:
    if not isinstance(said, dict) or not isinstance(said.get("day"), str):
        remedy = 'write [columns] and below it day = "the name of the column"'
        raise CatalogError("no_columns", "it does not say which column holds the day", where=where, remedy=remedy)
    if odd := sorted(set(said) - set(_COLUMNS)):
        remedy = f"known: {', '.join(_COLUMNS)}"
        raise CatalogError("unknown_key", f"unknown key {odd[0]!r} under [columns]", where=where, remedy=remedy)
    if odd := sorted(name for name, value in said.items() if not isinstance(value, str)):
        message = f"{odd[0]} under [columns] is {said[odd[0]]!r}"
        raise CatalogError("bad_value", message, where=where, remedy='it takes words in marks: "..."')
    if ("category" in said) != ("total" in said):
        remedy = "give both for a line a category, or neither for a column a category"
        raise CatalogError("half_columns", "category and total go together", where=where, remedy=remedy)
    if "total" not in said and ("change" in said or "modifier" in said):
        remedy = "leave out change and modifier, or give category and total"
        raise CatalogError("half_columns", "change and modifier need a line a category", where=where, remedy=remedy)
    named = {name: said.get(name) for name in _COLUMNS}
    return Form(**cast("dict[str, Any]", {**named, "day_form": named["day_form"] or "%Y-%m-%d"}))


def _info(table: dict[str, Any], where: str) -> SeriesInfo:
    """The series, with what a description may leave out: ids of the catalogue, and what a category accepts."""
    name = table.get("id")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        remedy = 'id = "my_series": small letters, digits and _'
        raise CatalogError("bad_id", f"its id is {name!r}", where=where, remedy=remedy)
    if name in ids():
        raise CatalogError("taken", f"{name} is a series of the catalogue", where=where, remedy="choose another id")
    rows = [_category(row) if isinstance(row, dict) else row for row in table.get("categories", [])]
    if not rows:
        raise CatalogError("no_categories", "it names no category", where=where, remedy="write [[categories]] for each")
    given = {"claimant_id": _actor(table.get("claimant")), "side_id": _actor(table.get("side"))}
    left_out = {"starts": date.max, "day_ends": "", "irregular_until": None, "definitions": []}
    return described({**left_out, **given, **table, "categories": rows}, where)


def _category(row: dict[str, Any]) -> dict[str, Any]:
    name = row.get("name") or row.get("id")
    given = {"name": name, "column": name, "names": [name], **row}
    for one, many in (("kind", "accepts"), ("what", "whats")):
        if isinstance(row.get(one), str) and row[one] not in row.get(many, []):
            given[many] = [row[one], *row.get(many, [])]
    return given


def _actor(name: object) -> str:
    """The catalogue's id of a name; a name that it does not know is its own."""
    found = actors().find(name) if isinstance(name, str) else None
    return found.id if found else str(name)


def _check_columns(info: SeriesInfo, form: Form, named: tuple[str, ...], at: tuple[str, int]) -> Iterator[Unrecognised]:
    origin, line = at
    wanted = [name for name in (form.day, form.category, form.total, form.change, form.modifier) if name]
    if absent := [name for name in wanted if name not in named]:
        remedy = f"it has: {', '.join(named)}; mend [columns] of its description"
        message = f"the table has no column {absent[0]!r}"
        raise SourceError("no_column", message, where=origin, line=line, remedy=remedy)
    if form.total is None:
        for category in info.categories:
            if category.column not in named:
                why = f"no column of the table is called so, and {category.id} is described as that: mend one of them"
                yield Unrecognised(category.column, why, line, origin)


def _of_row(row: Cells, of: _Table) -> Iterator[Point | Unrecognised]:
    day = day_of(row[of.form.day], of.form.day_form)
    by_column: Mapping[str, Category] = {category.column: category for category in of.info.categories}
    if of.form.category is not None and of.form.total is not None:
        category = by_column.get(row[of.form.category])
        if category is None:
            raise Refused(f"the description has no category {row[of.form.category]!r}: add it, or leave the line out")
        once((day.isoformat(), category.id), of.seen, row.line)
        if total := row[of.form.total]:  # an empty cell states no total, which is not zero
            yield _point(day, category, whole(total, of.form.total), _beside(row, of))
        return
    once((day.isoformat(),), of.seen, row.line)
    for column, category in by_column.items():
        words = row[column] if column in row.heads else ""
        try:
            if words:
                yield _point(day, category, whole(words, column), (None, "exact", of.origin))
        except Refused as refused:
            yield Unrecognised(words, str(refused), row.line, of.origin)


def _beside(row: Cells, of: _Table) -> tuple[int | None, Modifier, str]:
    change = _change(row[of.form.change], of.form.change) if of.form.change else None
    return change, _modifier(row[of.form.modifier]) if of.form.modifier else "exact", of.origin


def _change(words: str, column: str) -> int | None:
    if not words:
        return None
    falls = words[0] in "-−"
    size = whole(words.lstrip("+-− "), column)
    return -size if falls else size


def _modifier(words: str) -> Modifier:
    said = words.casefold()
    if said in _SAID:
        return _SAID[said]
    if said in {"range", "vague"} or said not in get_args(Modifier):
        raise Refused(f"the modifier {words!r} is none of: exact, about, at_least, at_most, more, less: mend it")
    return cast("Modifier", said)


def _point(day: date, category: Category, total: int, beside: tuple[int | None, Modifier, str]) -> Point:
    change, modifier, origin = beside
    return Point(day, category.id, total, change, modifier, "", VERSION, origin)
