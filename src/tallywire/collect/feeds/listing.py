"""What a list of pages says: its entries, each an address with what the list says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Literal

from tallywire.claims.errors import SourceError
from tallywire.claims.ids import id_of
from tallywire.collect.dates import day_in, moment
from tallywire.collect.fetch.address import joined

Kind = Literal["feed", "sitemap", "sitemap index", "outline", "addresses"]

# The protocol of sitemaps allows so many in one; a feed has a few hundred at most.
MOST_ENTRIES = 50_000


@dataclass(frozen=True, slots=True)
class Said:
    """What a list says of one page, in the list's own words."""

    link: str | None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of a list. `published` and `updated` are RFC 3339 or a day; `mark` changes when the list's words do."""

    address: str
    mark: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a list in its order, each address once, and what in it could not be read."""

    kind: Kind
    entries: tuple[Entry, ...]
    problems: tuple[SourceError, ...] = ()

    @property
    def names_lists(self) -> bool:
        """Whether its entries are lists themselves."""
        return self.kind in {"sitemap index", "outline"}


def listing(kind: Kind, said: Iterable[Said], address: str, problems: tuple[SourceError, ...] = ()) -> Listing:
    """A list from what it says of its pages; links are taken from `address`, where it came from."""
    entries: dict[str, Entry] = {}
    wrong: list[str] = []
    for one in said:
        try:
            entry = _entry(one, address)
        except SourceError as error:
            wrong.append(error.message)
            continue
        entries.setdefault(entry.address, entry)
    if wrong:
        message = f"{len(wrong)} of {len(wrong) + len(entries)} entries name no page that can be read: {wrong[0]}"
        problems += (SourceError("entries_unread", message, where=address, remedy="the others are read"),)
    return Listing(kind, tuple(entries.values()), problems)


def _entry(said: Said, address: str) -> Entry:
    if not said.link:
        raise SourceError("bad_address", "no address", where=address)
    mark = id_of(*(part or "" for part in (said.title, said.published, said.updated, said.summary)))
    return Entry(joined(address, said.link), mark, said.title, when(said.published), when(said.updated))


def when(said: str | None) -> str | None:
    """A feed's date as RFC 3339 in its own zone, or as a day: "Fri, 11 Nov 2022 09:30:00 +0200", "2022-11-11"."""
    if not said:
        return None
    return moment(said) or _of_mail(said) or day_in(said)


def _of_mail(said: str) -> str | None:
    """A date as mail has it (RFC 5322), which RSS took over; "-0000" is a time of unknown zone, read as UTC."""
    try:
        found = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):  # what Python's reader ends on where it cannot read
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat()
