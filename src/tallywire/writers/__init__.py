"""One export format a file, named after it: each offers `SUFFIX`, and `write(claims, out)` or `write_captures`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import BinaryIO, Protocol, cast, runtime_checkable

from tallywire.claims.article import Capture
from tallywire.claims.claim import Claim
from tallywire.claims.errors import UsageError


class Writer(Protocol):
    """What a module of this folder offers to be an export format."""

    SUFFIX: str

    def write(self, claims: Iterable[Claim], out: BinaryIO) -> None:
        """Write the claims, in their order."""


@runtime_checkable
class CaptureWriter(Protocol):
    """What a module of this folder offers that exports the pages, and not what they claim."""

    SUFFIX: str

    def write_captures(self, captures: Iterable[tuple[Capture, str | None]], out: BinaryIO) -> None:
        """Write the captures, each with its page's title, in their order."""


def formats() -> tuple[str, ...]:
    """The names of the export formats, found in this folder."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(name for name in names if hasattr(import_module(f"{__name__}.{name}"), "SUFFIX"))


def writer(name: str) -> Writer | CaptureWriter:
    """The writer of this format."""
    known = formats()
    if name not in known:
        raise UsageError("no_format", f"there is no format {name!r}", remedy=f"formats: {', '.join(known)}")
    return cast("Writer | CaptureWriter", import_module(f"{__name__}.{name}"))
