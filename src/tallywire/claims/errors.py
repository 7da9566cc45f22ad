"""What can go wrong, and how a command says it.

    TallywireError
    ├── SourceError      a file, folder or line that cannot be read; the others are still read
    ├── CatalogError     our own data is wrong; nothing starts before it is mended
    ├── LedgerError      a ledger that cannot be opened, is newer than this program, or cannot be written
    └── UsageError       words of a command that make no sense together

Every message says what, where, and what to do next.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses of every command; documented in the README."""

    OK = 0
    FAILED = 1  # the command's own work failed: a ledger that cannot be opened, a full disk
    USAGE = 2  # the words of the call
    SOME_UNREAD = 3  # some input could not be read; everything else was
    INTERRUPTED = 130  # Ctrl-C: what was finished is kept


class TallywireError(Exception):
    """A fault with a place and a remedy.

    `code` is stable and short ("not_text"); `where` names the file and, when known, the line.
    """

    exit_status = Exit.FAILED

    def __init__(self, code: str, message: str, *, where: str = "", line: int | None = None, remedy: str = "") -> None:
        self.code, self.message, self.where, self.line, self.remedy = code, message, where, line, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}:{self.line}" if self.line is not None else self.where
        said = f"{place}: {self.message}" if place else self.message
        return f"{said} ({self.remedy})" if self.remedy else said


class SourceError(TallywireError):
    """A file, folder or line that cannot be read."""

    exit_status = Exit.SOME_UNREAD


class CatalogError(TallywireError):
    """The catalogue contradicts itself."""


class LedgerError(TallywireError):
    """A ledger that cannot be opened or written."""


class UsageError(TallywireError):
    """Words of a command that make no sense together."""

    exit_status = Exit.USAGE
