"""Official series: whose claim about whose losses, what each column counts, and what that is said to mean."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from tallywire.claims.errors import CatalogError
from tallywire.claims.figure import KINDS, WHATS
from tallywire.claims.series import Category, Definition, Landmark, SeriesInfo

_LISTS = ("accepts", "whats", "names", "joins", "claimants", "sides", "sums", "words")


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
    categories = tuple(_record(Category, row, name) for row in table.pop("categories"))
    definitions = tuple(_record(Definition, row, name) for row in table.pop("definitions"))
    landmarks = tuple(_record(Landmark, row, name) for row in table.pop("landmarks", ()))
    lists = {"categories": categories, "definitions": definitions, "landmarks": landmarks}
    described = {**table, **lists, "id": series_id}
    read: SeriesInfo = _record(SeriesInfo, described, name)
    _refuse_bad(read, name)
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


def _record(kind: type[Any], row: dict[str, Any], where: str) -> Any:
    known = {field.name for field in fields(kind)}
    odd = sorted(set(row) - known)
    if odd:
        raise CatalogError("unknown_key", f"unknown key {odd[0]!r}", where=where, remedy=f"known: {sorted(known)}")
    dates = {key for key in ("starts", "since", "first", "last", "irregular_until", "last_before") if key in row}
    if any(not isinstance(row[key], date) for key in dates):
        raise CatalogError("not_a_date", f"one of {sorted(dates)} is no date", where=where)
    return kind(**{key: tuple(value) if key in _LISTS else value for key, value in row.items()})


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
