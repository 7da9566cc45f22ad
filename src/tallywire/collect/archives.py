"""Copies in web archives: the original's address and the moment of the copy told apart, the archive's own marks out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tallywire.claims.article import Saved
from tallywire.collect.depth import shallow

# Archives that replay a page under its own address and a time: "https://web.archive.org/web/20221111120000id_/https://..."
REPLAYING = frozenset(
    {
        *("web.archive.org", "wayback.archive-it.org", "arquivo.pt", "vefsafn.is"),
        *("wayback.vefsafn.is", "webarchive.org.uk", "www.webarchive.org.uk", "webarchive.nationalarchives.gov.uk"),
        *("webarchive.loc.gov", "web-archive.ch", "swap.stanford.edu"),
    }
)
# One archive under seven names: "https://archive.ph/2022.11.11-120000/https://...", or a short code alone.
TODAY = frozenset(f"archive.{end}" for end in ("today", "ph", "is", "li", "md", "vn", "fo"))
NESTED = 3  # copies of copies that are followed

# "https://web.archive.org/web/20221111id_/https://e.org/a", "https://archive.ph/2022.11.11-093000/https://e.org/a"
_COPY = re.compile(
    r"(?:https?://)?([\w.-]+)/(?:[\w.-]{1,40}/){0,3}?"
    r"(?:(\d{1,14}|\d{4}\.\d\d\.\d\d-\d{6})(?:[a-z]{2}_)?\*?/|\*/|(?=https?:|https?%3a))"
    r"((?:https?:|https?%3a|[\w-]+\.)\S+)",
    re.IGNORECASE,
)
_ONE_SLASH = re.compile(r"(https?):/(?!/)", re.IGNORECASE)

_TOOLBAR = re.compile(r"<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->")
_TOOLBAR_END = re.compile(r"<!--\s*END WAYBACK TOOLBAR INSERT\s*-->")
# Marks of a replayed page, as markup: a page that writes about them has "&lt;" in their place.
_REPLAYED = re.compile(
    r"<!--\s*(?:BEGIN WAYBACK TOOLBAR INSERT|End Wayback Rewrite JS Include|FILE ARCHIVED ON)"
    r"|<div\b[^<>]{0,200}?\bid=[\"']?wm-ipp"
)
_WORDS = ("archive.", "wm-ipp", "WAYBACK")
_FILED_ON = "FILE ARCHIVED ON"
# `__wm.wombat("https://e.org/a","20221111120000",`, `__wm.bt(775,27,25,2,"web","https://e.org/a","20221111120000",`
_TOLD_BY_SCRIPT = re.compile(r'__wm\.(?:wombat\(|bt\([\d,]{1,40}"web",)"([^"]{1,2000})","(\d{14})"')
_TOLD_IN_PRINT = re.compile(r"The Wayback Machine - (https?://[^\s<]{1,2000})")
_FILED = re.compile(r"FILE ARCHIVED ON (\d\d?):(\d\d):(\d\d) ([A-Z][a-z]{2})[a-z]* (\d\d?), (\d{4})")
_REWRITTEN = re.compile(r"(?<=[\"'(=])(?:(?:https?:)?//web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:|//)")
_ADDED = "#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato, .wb-autocomplete-suggestions"

_NAME_OF_TODAY = re.compile(r"\barchive\.(?:today|ph|is|li|md|vn|fo)\b")
_PASSED_ON = re.compile(r"(?<=[\"'(=])(?:https?://archive\.(?:today|ph|is|li|md|vn|fo))?/o/\w{4,8}/(?=https?:)")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HEAD, TAIL = 20_000, 4_000  # letters; an archive names itself in the first few thousand, or in a comment at the end


@dataclass(frozen=True, slots=True)
class Original:
    """The address of a page that was copied (None: the copy does not say), and its copies, the oldest first."""

    url: str | None
    saved: tuple[Saved, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """A page without what an archive added to it."""

    html: str
    original: Original


def original(address: str) -> Original | None:
    """What stands in an archive under this address; None where it is no archive's."""
    copies: list[Saved] = []
    url = address
    while len(copies) < NESTED and (found := _COPY.fullmatch(url)) and found[1].lower() in REPLAYING | TODAY:
        copies.append(Saved(found[1].lower(), url, _moment(found[2] or "")))
        url = _mended(found[3])
    return Original(url, tuple(reversed(copies))) if copies else None


def restored(html: str) -> Restored | None:
    """The page that an archive's copy shows; None where the markup is no archive's."""
    # An archive names itself at the beginning or the end; nearly every page does not, and need not be searched whole.
    head = html[:HEAD]
    if not (any(word in head for word in _WORDS) or _FILED_ON in html[-TAIL:]):
        return None
    if _REPLAYED.search(html):
        return _replayed(html)
    return _of_today(html) if _NAME_OF_TODAY.search(head) else None


def _mended(url: str) -> str:
    """An address as archives fold it into theirs: "https%3A%2F%2Fe.org", "https:/e.org", "e.org"."""
    plain = unquote(url) if "%3a" in url[:8].lower() else url
    plain = _ONE_SLASH.sub(r"\1://", plain, count=1)
    return plain if "://" in plain[:8] else f"http://{plain}"


def _moment(digits: str) -> str | None:
    """ "20221111120000" or "2022.11.11-120000" as a moment, eight digits and more as a day, fewer as nothing."""
    plain = digits.replace(".", "").replace("-", "")
    try:
        if len(plain) == 14:
            return datetime.strptime(plain, "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
        return date.fromisoformat(f"{plain[:4]}-{plain[4:6]}-{plain[6:8]}").isoformat() if len(plain) >= 8 else None
    except ValueError:
        return None


# --- the Internet Archive ---------------------------------------------------------------------------------------------


def _replayed(html: str) -> Restored:
    found = _told(html)
    page = _without_toolbar(html)
    # A browser that saves the page drops the comments around the toolbar. A page nested too deep is not parsed here.
    if ("wm-ipp" in page or "donato" in page) and not shallow(page).cut:
        tree = LexborHTMLParser(page)
        for node in tree.css(_ADDED):
            node.decompose()
        page = tree.html or ""
    return Restored(_REWRITTEN.sub("", page), found)


def _told(html: str) -> Original:
    """Where the copied page stood and when it was copied, from the archive's scripts, toolbar or closing comment."""
    if said := _TOLD_BY_SCRIPT.search(html):
        url, digits = _mended(said[1]), said[2]
        return Original(url, (_of_wayback(url, digits),))
    if (said := _TOLD_IN_PRINT.search(html)) and (copied := original(said[1])):
        return copied
    filed = _FILED.search(html)
    at = None
    if filed and filed[4] in MONTHS:
        hour, minute, second, day, year = (int(filed[group]) for group in (1, 2, 3, 5, 6))
        at = _moment(f"{year:04}{MONTHS.index(filed[4]) + 1:02}{day:02}{hour:02}{minute:02}{second:02}")
    return Original(None, (Saved("web.archive.org", None, at),))


def _of_wayback(url: str, digits: str) -> Saved:
    return Saved("web.archive.org", f"https://web.archive.org/web/{digits}/{url}", _moment(digits))


def _without_toolbar(html: str) -> str:
    begun = _TOOLBAR.search(html)
    ended = _TOOLBAR_END.search(html, begun.end()) if begun else None
    return html[: begun.start()] + html[ended.end() :] if begun and ended else html


# --- archive.today ----------------------------------------------------------------------------------------------------


def _of_today(html: str) -> Restored | None:
    """Its head, banner and dates are the archive's own; the page is what stands in one element of it."""
    if shallow(html).cut:
        return None
    tree = LexborHTMLParser(html)
    header, content = tree.css_first("#HEADER"), tree.css_first("#CONTENT")
    links = [node.attributes.get("href") or "" for node in tree.css('link[rel="bookmark"], link[rel="canonical"]')]
    ours = [link for link in links if (urlsplit(link).hostname or "") in TODAY]
    if header is None or content is None or not ours:
        return None
    title = tree.css_first("title")
    page = f"<title>{title.inner_html if title else ''}</title>{content.html}"
    copied = next(filter(None, map(original, ours)), None)
    if copied is None:  # a short code says neither; the banner has the address in its search field, and the time
        field, time = header.css_first('input[name="q"]'), header.css_first("time[datetime]")
        url = field.attributes.get("value") if field else None
        at = time.attributes.get("datetime") if time else None
        copied = Original(url, (Saved(urlsplit(ours[0]).hostname or "archive.today", ours[0], _moment_said(at)),))
    return Restored(_PASSED_ON.sub("", page), copied)


def _moment_said(said: str | None) -> str | None:
    try:
        return datetime.fromisoformat(said).isoformat() if said else None
    except ValueError:
        return None
