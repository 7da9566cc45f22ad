"""What is asked of the ledger, as SQL: which rows are current, which claims match."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, bindparam, func, literal, null, or_, select, union_all

from tallywire.claims.article import OWN_SEGMENTS
from tallywire.claims.claim import ClaimQuery
from tallywire.ledger.tables import articles, captures, claims, deletions, points, revisions


@cache
def head() -> Select[Any]:
    """The newest revision of one address: its number, its capture, what `version` read of it, its newest deletion."""
    deleted = select(func.max(deletions.c.revision)).where(
        deletions.c.address == bindparam("address"), deletions.c.line == bindparam("line")
    )
    return (
        select(revisions.c.revision, revisions.c.capture, articles.c.id, deleted.scalar_subquery())
        .join(
            articles,
            (articles.c.capture == revisions.c.capture) & (articles.c.version == bindparam("version")),
            isouter=True,
        )
        .where(revisions.c.address == bindparam("address"), revisions.c.line == bindparam("line"))
        .order_by(revisions.c.revision.desc())
        .limit(1)
    )


def present(addresses: Sequence[str]) -> Select[Any]:
    """Those of these addresses that the ledger has as there, with the number of their newest revision."""
    return _present(revisions.c.address.in_(addresses))


def present_under(prefix: str) -> Select[Any]:
    """The same for every address that begins so."""
    # In their order, the addresses with the prefix end before the one whose last letter is the next.
    after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    return _present((revisions.c.address >= prefix) & (revisions.c.address < after))


def _present(asked: ColumnElement[bool]) -> Select[Any]:
    newest = (
        select(revisions.c.address, func.max(revisions.c.revision).label("revision"))
        .where(asked, revisions.c.line == 0)
        .group_by(revisions.c.address)
        .subquery("newest")
    )
    gone = select(deletions.c.address).where(
        deletions.c.address == newest.c.address, deletions.c.line == 0, deletions.c.revision > newest.c.revision
    )
    return select(newest.c.address, newest.c.revision).where(~gone.exists())


def changes() -> Select[Any]:
    """Every later revision and every deletion, in the order in which they were recorded."""
    said = ("address", "line", "revision", "recorded")
    later = select(*(revisions.c[name] for name in said), revisions.c.capture).where(revisions.c.revision > 1)
    gone = select(*(deletions.c[name] for name in said), null().label("capture"))
    both = union_all(later, gone).subquery("changes")
    return select(both).order_by(both.c.recorded, both.c.address, both.c.line, both.c.revision)


@cache
def met() -> Select[Any]:
    """The revision of an address that is this capture, fetched at this moment; and what `version` read from it."""
    return (
        select(revisions.c.revision, articles.c.id)
        .join(
            articles,
            (articles.c.capture == revisions.c.capture) & (articles.c.version == bindparam("version")),
            isouter=True,
        )
        .where(
            revisions.c.address == bindparam("address"),
            revisions.c.line == bindparam("line"),
            revisions.c.capture == bindparam("capture"),
            revisions.c.fetched == bindparam("fetched"),
        )
        .limit(1)
    )


def sightings() -> Select[Any]:
    """Every revision of every address with its capture's bytes, and the title of the page as it was last read."""
    title = (
        select(articles.c.title)
        .where(articles.c.capture == captures.c.id)
        .order_by(articles.c.recorded.desc(), articles.c.version.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(revisions, captures.c.sha256, captures.c.media, captures.c.declared, captures.c.content)
        .add_columns(title.label("title"))
        .join(captures, captures.c.id == revisions.c.capture)
        .order_by(revisions.c.address, revisions.c.line, revisions.c.revision)
    )


def data_sets(series: str) -> Select[Any]:
    """The captures of data sets at the addresses that gave a series' points, the newest first."""
    origins = select(points.c.origin).where(points.c.series == series).distinct()
    piped = revisions.c.address.startswith("-:")  # what came through a pipe is kept under its bytes
    return (
        select(revisions.c.address, captures.c.content)
        .join(captures, captures.c.id == revisions.c.capture)
        .where(revisions.c.address.in_(origins) | (piped & literal("-").in_(origins)), captures.c.media == "data")
        .order_by(revisions.c.recorded.desc(), revisions.c.revision.desc())
    )


def shown(query: ClaimQuery) -> Subquery:
    """Each capture once, at the first address that shows it: now, at `known_on`, or ever with `all_revisions`."""
    said = ("address", "line", "revision", "recorded")
    events = union_all(
        select(*(revisions.c[name] for name in said), revisions.c.capture),
        select(*(deletions.c[name] for name in said), null().label("capture")),
    ).subquery("events")
    newest_first = func.row_number().over(
        partition_by=(events.c.address, events.c.line), order_by=events.c.revision.desc()
    )
    known = select(events, newest_first.label("age"))
    if query.known_on is not None:
        known = known.where(events.c.recorded <= query.known_on)
    seen = known.subquery("seen")
    first_shown = func.row_number().over(
        partition_by=seen.c.capture, order_by=(seen.c.recorded, seen.c.address, seen.c.line, seen.c.revision)
    )
    current = select(seen.c.capture, seen.c.address, seen.c.line, seen.c.revision, first_shown.label("place"))
    current = current.where(seen.c.capture.is_not(None))
    if not query.all_revisions:
        current = current.where(seen.c.age == 1)
    ranked = current.subquery("ranked")
    return select(ranked).where(ranked.c.place == 1).subquery("shown")


def readings(query: ClaimQuery) -> Subquery:
    """The newest reading of each capture, or every reading with `all_revisions`."""
    newest_first = func.row_number().over(
        partition_by=articles.c.capture, order_by=(articles.c.recorded.desc(), articles.c.version.desc())
    )
    kept = ("id", "capture", "version", "recorded", "name", "outlet", "title")
    known = select(*(articles.c[name] for name in kept), newest_first.label("age"))
    if query.known_on is not None:
        known = known.where(articles.c.recorded <= query.known_on)
    ranked = known.subquery("read")
    current = select(ranked)
    return (current if query.all_revisions else current.where(ranked.c.age == 1)).subquery("readings")


def matching(query: ClaimQuery) -> Select[Any]:
    """The claims a query asks for, each with its article, capture and address, in the order of reading."""
    page, read = shown(query), readings(query)
    return (
        select(
            claims.c.id,
            claims.c.figure,
            claims.c.sentence,
            claims.c.published,
            read.c.name,
            read.c.outlet,
            read.c.title,
            read.c.version,
            read.c.recorded,
            captures.c.sha256,
            page.c.address,
            page.c.line,
            page.c.revision,
        )
        .select_from(claims)
        .join(read, read.c.id == claims.c.article)
        .join(page, page.c.capture == read.c.capture)
        .join(captures, captures.c.id == page.c.capture)
        .where(*_wanted(query, page))
        .order_by(page.c.address, page.c.line, page.c.revision, read.c.recorded, claims.c.place_in_article)
    )


def _wanted(query: ClaimQuery, page: Subquery) -> list[ColumnElement[bool]]:
    # A date is the first ten letters of a moment, so days compare as text.
    day = func.substr(claims.c.published, 1, 10)
    asked: tuple[tuple[str | None, Callable[[str], ColumnElement[bool]]], ...] = (
        (query.kind, lambda kind: claims.c.kind == kind),
        (query.what, lambda what: claims.c.what == what),
        (query.side, lambda side: or_(claims.c.side == side, claims.c.side_id == side)),
        (query.source, lambda source: or_(claims.c.source == source, claims.c.source_id == source)),
        (query.since, lambda since: day >= since),
        (query.until, lambda until: day <= until),
        (query.address, lambda address: page.c.address == address),
    )
    wanted = [test(value) for value, test in asked if value is not None]
    if not query.all_segments:
        wanted.append(claims.c.segment.in_(sorted(OWN_SEGMENTS)))
    return wanted
