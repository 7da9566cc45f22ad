"""A revision: what an address gave from some moment on, and what was read from it."""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.claims.article import Delivery
from tallywire.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class Revision:
    """The bytes an address gave from a moment on, and the newest reading of them."""

    address: str
    line: int  # of a file that holds one document a line; 0 elsewhere
    revision: int
    fetched: str
    sha256: str
    size: int  # bytes
    delivery: Delivery | None
    reading: Reading
