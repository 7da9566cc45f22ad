"""Official series: whose claim about whose losses, what each column counts, and what that is said to mean.

The catalogue's own stand in `series/`, one file each; `described` makes one of a table that somebody else wrote.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, fields
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from tallywire.claims.errors import CatalogError
from tallywire.claims.figure import KINDS, WHATS
from tallywire.claims.series import Category, Definition, Landmark, SeriesInfo

_LISTS = ("accepts", "whats", "names", "joins", "claimants", "sides", "sums", "words", "addresses")


def ids() -> tuple[str, ...]:
    """The series that the catalogue describes, one file each."""
    folder = files("tallywire.catalog").joinpath("series")
    return tuple(sorted(path.name.removesuffix(".toml") for path in folder.iterdir() if path.name.endswith(".toml")))


@lru_cache(maxsize=8)
def info(series_id: str) -> SeriesInfo:
    """What the catalogue knows of one series."""
    if series_id not in ids():
        raise CatalogError(
            "no_series", f"there is no series {series_id!r}", remedy=f"the catalogue knows: {', '.join(ids())}"
        )
    name = f"{series_id}.toml"
    table = tomllib.loads(files("tallywire.catalog").joinpath("series").joinpath(name).read_text("utf8"))
    return described({**table, "id": series_id}, name)


def described(table: dict[str, Any], where: str) -> SeriesInfo:
    """The series that a table describes; CatalogError says what is wrong with it, and `where` it stands."""
    categories = tuple(_record(Category, row, where) for row in _rows(table, "categories", where))
    definitions = tuple(_record(Definition, row, where) for row in _rows(table, "definitions", where))
    landmarks = tuple(_record(Landmark, row, where) for row in _rows(table, "landmarks", where))
    lists = {"categories": categories, "definitions": definitions, "landmarks": landmarks}
    read: SeriesInfo = _record(SeriesInfo, {**table, **lists}, where)
    _refuse_bad(read, where)
    return read


@lru_cache(maxsize=8)
def categories_by_name(series_id: str) -> dict[str, Category]:
    """The folded names of a series' categories, in every language of its bulletins."""
    return {fold(name): category for category in info(series_id).categories for name in category.names}


@lru_cache(maxsize=8)
def categories_by_column(series_id: str) -> dict[str, Category]:
    """The columns of running totals in a series' data set."""
    return {category.column: category for category in info(series_id).categories if category.column}


@lru_cache(maxsize=8)
def categories_by_daily_column(series_id: str) -> dict[str, Category]:
    """The columns of stated daily numbers in a series' data set."""
    return {category.daily: category for category in info(series_id).categories if category.daily}


def fold(name: str) -> str:
    """A category's name as it is compared: one case, one kind of space and dash, none around a stroke."""
    plain = re.sub(r"[‐-―−]", "-", name.casefold())
    return re.sub(r"\s*([/-])\s*", r"\1", " ".join(plain.split())).strip(" -.,;:")


def _rows(table: dict[str, Any], name: str, where: str) -> list[dict[str, Any]]:
    rows = table.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CatalogError(
            "not_a_list", f"{name} is no list of tables", where=where, remedy=f"begin each by [[{name}]]"
        )
    return rows


def _record(kind: type[Any], row: dict[str, Any], where: str) -> Any:
    known = {field.name: field for field in fields(kind)}
    if odd := sorted(row.keys() - known):
        raise CatalogError("unknown_key", f"unknown key {odd[0]!r}", where=where, remedy=f"known: {', '.join(known)}")
    missing = [name for name, field in known.items() if field.default is MISSING and name not in row]
    if missing:
        remedy = f"a {kind.__name__.lower().removesuffix('info')} needs it"
        raise CatalogError("missing_key", f"the key {missing[0]!r} is missing", where=where, remedy=remedy)
    for key, value in row.items():
        _refuse_misfit(key, value, str(known[key].type), where)
    return kind(**{key: tuple(value) if key in _LISTS else value for key, value in row.items()})


def _refuse_misfit(key: str, value: object, wanted: str, where: str) -> None:
    """A value of another form than the key takes: words for a day, one word for a list of words."""
    if wanted.startswith("date"):
        fits, form = (
            isinstance(value, date) or (value is None and "None" in wanted),
            "a day as 2022-11-11, without marks",
        )
    elif key in _LISTS:
        fits = isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
        form = 'a list of words: ["a", "b"]'
    elif wanted == "bool":
        fits, form = isinstance(value, bool), "true or false"
    else:
        fits, form = (
            key in {"categories", "definitions", "landmarks"} or isinstance(value, str),
            'words in marks: "..."',
        )
    if not fits:
        raise CatalogError("bad_value", f"{key} is {value!r}", where=where, remedy=f"it takes {form}")


def _refuse_bad(read: SeriesInfo, where: str) -> None:
    known = {category.id for category in read.categories}
    for category in read.categories:
        kinds, whats = {category.kind, *category.accepts}, {category.what, *category.whats}
        others = {*category.joins, *category.sums, *filter(None, [category.part_of])}
        if odd := sorted((kinds - set(KINDS)) | (whats - set(WHATS)) | (others - known)):
            raise CatalogError("unknown_word", f"{category.id}: unknown {odd[0]!r}", where=where)
        if category.kind not in category.accepts or category.what not in category.whats:
            raise CatalogError("incomplete", f"{category.id}: a category accepts its own kind and what", where=where)
    names = [(fold(name), category.id) for category in read.categories for name in category.names]
    for name, category_id in names:
        if {other for said, other in names if said == name} != {category_id}:
            raise CatalogError("ambiguous", f"{name!r} names two categories", where=where)
