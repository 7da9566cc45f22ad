"""Addresses of the web to captures: politely, within bounds, and never into a private network."""

from __future__ import annotations

import re

# "https://site.example/story", "ftp://..."; one letter before the colon is a drive of Windows, and no scheme.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|(?:file|data|javascript|mailto):", re.I)


def is_address(source: str) -> bool:
    """Whether a source is meant as an address and not as a file, whatever its scheme."""
    return _ADDRESS.match(source) is not None
