"""Tables as text, a row a line: cells by the names in the first line, and what a cell holds or why it holds nothing."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO

from tallywire.claims.errors import SourceError

_DELIMITERS = ",;\t"
# "79400", "79 400", "79,400"; "79.4" is no count
_WHOLE = re.compile(r"[0-9]+|[0-9]{1,3}(?:[ ,'\u00a0\u2009\u202f][0-9]{3})+")
_ISO = "%Y-%m-%d"
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
LONGEST = 12  # digits of a count


class Refused(Exception):  # noqa: N818 - it never leaves the reading of a table: it says why, and the reader adds where
    """Why a cell or a row is not read, with what to do."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: its line in the text, counted from 1, and its cells under the names of the head."""

    line: int
    words: str
    heads: tuple[str, ...]
    cells: tuple[str, ...]

    def __getitem__(self, head: str) -> str:
        if len(self.cells) != len(self.heads):
            raise Refused(f"the line has {len(self.cells)} cells and the first line {len(self.heads)}: mend it")
        return self.cells[self.heads.index(head)]


def heads(text: str) -> tuple[str, ...]:
    """The names of the columns: the cells of the first line."""
    first = StringIO(text, newline=None).readline()
    return tuple(cell.strip() for cell in next(csv.reader([first], delimiter=_delimiter(first)), []))


def rows(text: str, origin: str, before: int = 0) -> Iterator[Cells]:
    """The rows below the head; `before` lines stand above the table. SourceError where the text is torn."""
    names = heads(text)
    delimiter = _delimiter(StringIO(text, newline=None).readline())
    lines = csv.reader(StringIO(text, newline=None), delimiter=delimiter, strict=True)
    last = 0
    while True:
        try:
            cells = next(lines, None)
        except csv.Error as error:
            line, remedy = before + last + 1, "mend that line; what stands behind it cannot be told apart"
            raise SourceError(
                "torn_table", f"no table from here on: {error}", where=origin, line=line, remedy=remedy
            ) from error
        if cells is None:
            return
        line, last = last + 1, lines.line_num
        if line > 1 and any(cell.strip() for cell in cells):
            given = tuple(cell.strip() for cell in cells)
            yield Cells(before + line, ", ".join(given), names, given)


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=first.count)


def day_of(words: str, form: str = _ISO) -> date:
    """The day that a cell names in this form (as Python's strptime has it)."""
    try:
        if form == _ISO and _DAY.fullmatch(words):
            return date.fromisoformat(words)
        return datetime.strptime(words, form).date()
    except ValueError:
        wanted = "a day as 2022-11-11" if form == _ISO else f"a day of the form {form}"
        remedy = "mend it, or name the form of the days in the description" if form == _ISO else "mend it"
        raise Refused(f"{words!r} is not {wanted}: {remedy}") from None


def whole(words: str, column: str) -> int:
    """The whole number in a cell, with or without marks between thousands."""
    if not _WHOLE.fullmatch(words):
        raise Refused(f"{column} is {words!r}, not a whole number: mend it, or leave the cell empty for unknown")
    digits = re.sub(r"\D", "", words)
    if len(digits) > LONGEST:
        raise Refused(f"{column} is {words[:LONGEST]!r}..., too large for a count: mend it")
    return int(digits)


def once(key: tuple[str, ...], seen: dict[tuple[str, ...], int], line: int) -> None:
    """Refuses what an earlier line has stated already."""
    if key in seen:
        raise Refused(f"line {seen[key]} states this day and category already, and is kept: leave one of them out")
    seen[key] = line
