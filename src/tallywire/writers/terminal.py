"""A page of text for a terminal or a plain file: width, color, and words of strangers made safe to print."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, TextIO

from tallywire.claims.article import Span
from tallywire.claims.figure import Figure

if TYPE_CHECKING:
    from rich.text import Text

# Longer lines are hard to read, shorter ones break every table.
WIDEST, NARROWEST = 100, 60

# What moves a cursor or turns the direction of writing around: a page must not repaint the terminal it is shown on.
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

LIT = "bold underline"
OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Look:
    """How wide a page is, and whether it may use color and weight."""

    width: int
    color: bool


def look(out: TextIO) -> Look:
    """What suits this output: a terminal's own width and color, 80 columns of plain text elsewhere."""
    terminal = out.isatty()
    columns = shutil.get_terminal_size((80, 24)).columns if terminal else int(os.environ.get("COLUMNS") or 80)
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Look(max(NARROWEST, min(columns, WIDEST)), terminal and not plain)


def safe(words: str) -> str:
    """Words of a page on one line, without anything that commands a terminal."""
    return _one_line(words).strip()


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", _UNSAFE.sub("", words))


def number(value: float) -> str:
    """A number as English prints it: "4,560"."""
    return f"{value:,}"


def many(count: int, noun: str) -> str:
    """A count with its noun: "1 figure", "12 figures"."""
    return f"{number(count)} {noun}" if count == 1 else f"{number(count)} {noun}s"


def percent(share: float) -> str:
    """A share as a reader takes it in: "0.8 %", "less than 0.1 %", "41 %"."""
    part = share * 100
    if part < 0.1:  # finer than this, no estimate of chance is
        return "less than 0.1 %"
    return f"{part:.1f} %" if part < 10 else f"{part:.0f} %"


class Page:
    """Lines laid out with rich and given back as text."""

    def __init__(self, shown: Look) -> None:
        from rich.console import Console  # 60 ms: only commands that print a page pay for it

        self.look = shown
        self._lines = StringIO()
        self._console = Console(
            file=self._lines,
            width=shown.width,
            force_terminal=shown.color,
            color_system="standard" if shown.color else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def text(self) -> str:
        """Everything said so far, without blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._lines.getvalue().split("\n"))

    def heading(self, words: str) -> None:
        """A heading with an empty line above it."""
        self._console.print()
        self._console.print(
            words.upper() if not self.look.color else words, style="bold cyan" if self.look.color else ""
        )

    def say(self, words: str | Text, *, style: str = "", indent: int = 0) -> None:
        """A paragraph, folded at the width of the page."""
        from rich.padding import Padding
        from rich.text import Text

        text = words if isinstance(words, Text) else Text(words, style=style if self.look.color else "")
        self._console.print(Padding(text, (0, 0, 0, indent), expand=False))

    def item(self, mark: str, words: str | Text, *, style: str = "", indent: int = 1, hang: int = 4) -> None:
        """A paragraph that hangs from its mark: a bullet, a number."""
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=0)
        grid.add_column(width=indent)
        grid.add_column(width=hang - indent, no_wrap=True)
        grid.add_column(max_width=self.look.width - hang, overflow="fold")
        body = words if isinstance(words, Text) else Text(words)
        grid.add_row("", Text(mark, style=style if self.look.color else ""), body)
        self._console.print(grid)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str | Text]], *, shares: Sequence[int]) -> None:
        """A table whose columns share the width of the page as `shares` say; cells fold inside their column."""
        from rich.table import Table
        from rich.text import Text

        table = Table(
            box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=any(heads), header_style=self._head_style()
        )
        widths = _widths(shares, self.look.width - 2 * (len(shares) - 1))
        for head, width in zip(heads, widths, strict=True):
            table.add_column(head, width=width, overflow="fold")
        for row in rows:
            table.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in row))
        self._console.print(table)

    def _head_style(self) -> str:
        return "dim" if self.look.color else "none"

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def lit(self, text: str, around: Span, marks: Iterable[Span]) -> Text:
        """A stretch of an article with some of its words lit, or inside marks where nothing can be lit."""
        from rich.text import Text

        shown = Text()
        at = around.start
        for mark in _joined(marks):
            if mark.start < at or mark.end > around.end:
                continue
            shown.append(_one_line(text[at : mark.start]))
            words = safe(text[mark.start : mark.end])
            shown.append(*((words, LIT) if self.look.color else (f"{OPEN}{words}{CLOSE}",)))
            at = mark.end
        shown.append(_one_line(text[at : around.end]))
        return shown


def _joined(marks: Iterable[Span]) -> list[Span]:
    """Marks in order, those that overlap made one."""
    joined: list[Span] = []
    for mark in sorted(marks, key=lambda span: (span.start, span.end)):
        if joined and mark.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(mark.end, joined[-1].end))
        else:
            joined.append(mark)
    return joined


def _widths(shares: Sequence[int], room: int) -> list[int]:
    widths = [share * room // sum(shares) for share in shares]
    return [*widths[:-1], room - sum(widths[:-1])]


# A sentence is shown whole up to this many characters; of longer ones only the part around its figures.
SHOWN = 420


def marks_of(figure: Figure) -> list[Span]:
    """The words of a figure that are lit: its number and its word of harm."""
    number_ = Span(figure.start, figure.end)
    return [number_] if figure.term is None else [number_, Span(figure.term.start, figure.term.end)]


def clipped(around: Span, marks: Sequence[Span]) -> Span:
    """The part of a sentence that is shown: all of it, or a stretch around what is lit."""
    if around.end - around.start <= SHOWN or not marks:
        return Span(around.start, min(around.end, around.start + SHOWN))
    first, last = min(mark.start for mark in marks), max(mark.end for mark in marks)
    room = max(0, SHOWN - (last - first)) // 2
    return Span(max(around.start, first - room), min(around.end, min(last, first + SHOWN) + room))
