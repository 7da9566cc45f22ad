"""Official bulletins, one file an issuer or format, found by this folder; together they make typed series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from tallywire.catalog.series import info
from tallywire.claims.errors import SourceError
from tallywire.claims.series import Bulletin, Conflict, Point, Series, SeriesInfo

__all__ = ["Reader", "formats", "points", "read", "recognises", "series", "series_from_points"]

_DATA_SET = "data set"


class Reader(Protocol):
    """What each file of this folder offers."""

    SERIES: str

    def recognises(self, text: str) -> bool:
        """Whether this format can read the text."""

    def read(self, text: str, origin: str = "") -> Bulletin:
        """What the text says."""


@lru_cache(maxsize=1)
def formats() -> dict[str, Reader]:
    """The formats by their file's name."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: cast(Reader, import_module(f"{__name__}.{name}")) for name in names}


def recognises(text: str) -> bool:
    """Whether any format can read the text."""
    return any(reader.recognises(text) for reader in formats().values())


def read(text: str, origin: str = "") -> Bulletin:
    """What a bulletin says, in whichever format it is."""
    able = [name for name, reader in formats().items() if reader.recognises(text)]
    if len(able) == 1:
        return formats()[able[0]].read(text, origin)
    if able:
        raise SourceError("two_formats", f"both {' and '.join(able)} read it", where=origin, line=1)
    raise SourceError(
        "no_bulletin",
        "no format of an official bulletin reads it",
        where=origin,
        line=1,
        remedy=f"known formats: {', '.join(formats())}",
    )


def points(text: str, origin: str = "") -> tuple[Point, ...]:
    """The totals of a bulletin, in whichever format it is."""
    return read(text, origin).points


def series(files: Sequence[str | Path]) -> tuple[Series, ...]:
    """The series that the files hold together: one point a category and day, and what the files disagree on."""
    from tallywire.collect.data_sets import described  # which asks this folder what is a data set

    bulletins: dict[str, list[Bulletin]] = defaultdict(list)
    for path in map(Path, files):
        table = described(path)
        bulletin = read(table.text, str(table.path)) if table else read(_text(path), str(path))
        bulletins[bulletin.series].append(bulletin)
    return tuple(_joined(series_id, of_one) for series_id, of_one in sorted(bulletins.items()))


def series_from_points(given: Iterable[Point], series_id: str, described: SeriesInfo | None = None) -> Series:
    """The series of points from anywhere; their order does not matter. `described` where the catalogue lacks it."""
    return _joined(series_id, [Bulletin(series_id, tuple(given), info=described)])


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8"
        raise SourceError("not_text", message, where=str(path), remedy="save the bulletin as UTF-8 text") from error
    except OSError as error:
        message = error.strerror or "cannot be read"
        raise SourceError("unreadable", message, where=str(path), remedy="check the path") from error


def _joined(series_id: str, bulletins: list[Bulletin]) -> Series:
    stated: dict[tuple[str, int], list[Point]] = defaultdict(list)
    for bulletin in bulletins:
        for point in bulletin.points:
            stated[point.category, point.day.toordinal()].append(point)
    kept: list[Point] = []
    conflicts: list[Conflict] = []
    for key in sorted(stated):
        of_one_day = stated[key]
        if len(of_one_day) == 1:
            kept.append(of_one_day[0])
            continue
        point, against = _one(of_one_day)
        kept.append(point)
        conflicts.extend(against)
    return Series(
        info=next((one.info for one in reversed(bulletins) if one.info), None) or info(series_id),
        points=tuple(kept),
        conflicts=tuple(conflicts),
        remarks=tuple(sorted({r for b in bulletins for r in b.remarks}, key=lambda r: (r.day, r.words, r.origin))),
        corrections=tuple(
            sorted({c for b in bulletins for c in b.corrections}, key=lambda c: (c.day, c.category, c.by, c.origin))
        ),
        unrecognised=tuple(unread for bulletin in bulletins for unread in bulletin.unrecognised),
        notes=tuple(note for bulletin in bulletins for note in bulletin.notes),
    )


def _one(of_one_day: list[Point]) -> tuple[Point, list[Conflict]]:
    """The point that stands for several of one category and day, and those it disagrees with.

    A bulletin's own words outrank a data set, and a total outranks a change alone; then the total that more files
    state; then the lower one. The change that any file of the same total states is kept.
    """
    origins: dict[int | None, set[str]] = defaultdict(set)
    for point in of_one_day:
        origins[point.total].add(point.origin)

    def rank(point: Point) -> tuple[bool, bool, int, int, bool, str, str]:
        no_total, of_data_set = point.total is None, point.version == _DATA_SET
        no_change = point.change is None
        agreeing = len(origins[point.total])
        return (no_total, of_data_set, -agreeing, point.total or 0, no_change, point.origin, point.words)

    first, *others = sorted(of_one_day, key=rank)
    conflicts = []
    for other in others:
        if first.total is not None and other.total is not None and other.total != first.total:
            conflicts.append(Conflict(first, other, f"totals differ: {first.total:,} and {other.total:,}"))
        elif first.change is not None and other.change is not None and first.change != other.change:
            conflicts.append(Conflict(first, other, f"stated changes differ: {first.change:+,} and {other.change:+,}"))
    alone = [other.change for other in others if other.total is None and other.change is not None]
    return (replace(first, change=alone[0]) if first.change is None and alone else first), conflicts
