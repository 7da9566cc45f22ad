"""Plain lists: one address a line, blank lines and lines that begin with # left out."""

from __future__ import annotations

from tallywire.claims.errors import SourceError
from tallywire.collect.feeds.listing import MOST_ENTRIES, Entry, Listing
from tallywire.collect.fetch.address import proper


def addresses(content: bytes, where: str) -> Listing:
    """The addresses of a list; lines that are none are told, each with its number."""
    entries: dict[str, Entry] = {}
    problems: list[SourceError] = []
    for number, line in enumerate(content.decode("utf-8-sig", "replace").splitlines(), 1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        try:
            address = proper(said)
        except SourceError as error:
            problems.append(SourceError(error.code, error.message, where=where, line=number, remedy=error.remedy))
            continue
        if len(entries) < MOST_ENTRIES:
            entries.setdefault(address, Entry(address, ""))
    return Listing("addresses", tuple(entries.values()), tuple(problems))
