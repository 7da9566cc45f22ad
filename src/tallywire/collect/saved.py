"""Pages that a browser or an archive saved: where and when they were, and the page itself without what was added.

SingleFile writes a comment with address and date, other browsers `<!-- saved from url=(0015)https://e.org/a -->`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from tallywire.claims.article import Saved
from tallywire.collect.archives import MONTHS, original, restored

LOOKED_AT = 4096  # letters; the comments stand before or right after <html>
# SingleFile holds pictures and fonts as data: addresses, most of such a file. A small page costs nothing as it is.
BIG = 1 << 19

_BY_SINGLE_FILE = re.compile(
    r"<!--\s{0,9}(?:Page saved with|Archive processed by) SingleFile\b(.{0,3000}?)-->", re.DOTALL
)
_SAVED_AT = re.compile(
    r"\bsaved date:\s{0,3}[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d)(?: GMT([+-]\d{4}))?"
)
_SAVED_URL = re.compile(r"^\s{0,9}url:\s{0,3}(https?://\S+)", re.MULTILINE)
_BY_BROWSER = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(https?://\S{1,4000}?)\s{0,9}-->", re.IGNORECASE)
# "data:image/png;base64,iVBOR...": up to the quote or bracket that ends it; short ones may stay
_DATA = re.compile(r"data:[\w.+/-]{0,80}(?:;[\w.=-]{1,60}){0,4},[^\s\"'()<>]{1000,}")


@dataclass(frozen=True, slots=True)
class Opened:
    """The page in a saved file: its markup, its own address as far as that is told, and the copies it went through."""

    html: str
    url: str | None
    saved: tuple[Saved, ...] = ()


def is_single_file(head: str) -> bool:
    """Whether the beginning of a page says that SingleFile saved it."""
    return _BY_SINGLE_FILE.search(head[:LOOKED_AT]) is not None


def opened(html: str, url: str | None = None) -> Opened:
    """The page itself; `url` is where it came from, when that is known from outside."""
    page = without_data(html)
    said = _said(page[:LOOKED_AT])
    address = url or said.url
    of_address = original(address) if address else None
    saved = of_address.saved if of_address else ()
    address = of_address.url if of_address else address
    archived = restored(page)
    if archived is not None:
        page = archived.html
        saved = saved or archived.original.saved
        address = address or archived.original.url
    return Opened(page, address, (*saved, *said.saved))


def without_data(html: str) -> str:
    """The page with its embedded pictures, fonts and sounds cut out; a small page is left as it is."""
    return _DATA.sub("data:,", html) if len(html) > BIG else html


def _said(head: str) -> Opened:
    """What the comment at the beginning of a saved file says."""
    if comment := _BY_SINGLE_FILE.search(head):
        url = _SAVED_URL.search(comment[1])
        return Opened("", url[1] if url else None, (Saved("SingleFile", None, _date(comment[1])),))
    if found := _BY_BROWSER.search(head):
        return Opened("", found[1], (Saved("browser"),))
    return Opened("", None)


def _date(comment: str) -> str | None:
    """ "saved date: Fri Nov 11 2022 12:00:00 GMT+0200 (Eastern European Standard Time)" as a moment."""
    found = _SAVED_AT.search(comment)
    if not found or found[1] not in MONTHS:
        return None
    day = f"{found[3]}-{MONTHS.index(found[1]) + 1:02}-{found[2]}"
    try:
        return datetime.fromisoformat(f"{day}T{found[4]}{found[5]}" if found[5] else day).isoformat()[
            : None if found[5] else 10
        ]
    except ValueError:
        return None
