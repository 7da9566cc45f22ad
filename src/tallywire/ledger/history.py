"""What one address has given over time: each revision with how it came and what was read from it."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, RowMapping, select

from tallywire.claims.article import Delivery
from tallywire.claims.errors import LedgerError
from tallywire.claims.reading import Reading
from tallywire.claims.revision import Revision
from tallywire.ledger import file, rows
from tallywire.ledger.store import Ledger
from tallywire.ledger.tables import articles, captures, claims, deliveries
from tallywire.ledger.tables import revisions as kept


def revisions(ledger: Ledger, address: str) -> tuple[Revision, ...]:
    """The revisions of an address in their order; LedgerError where the ledger has none."""
    asked = (
        select(kept, captures.c.sha256, captures.c.size, deliveries)
        .join(captures, captures.c.id == kept.c.capture)
        .join(
            deliveries,
            (deliveries.c.address == kept.c.address)
            & (deliveries.c.line == kept.c.line)
            & (deliveries.c.revision == kept.c.revision),
            isouter=True,
        )
        .where(kept.c.address == address)
        .order_by(kept.c.line, kept.c.revision)
    )
    ledger.flush()
    with file.faults_said(ledger.path), ledger.engine.connect() as connection:
        found = tuple(_revision(connection, row) for row in connection.execute(asked).mappings())
    if not found:
        remedy = "give it as it was given to `read` or found by `watch`"
        raise LedgerError("no_such_address", f"nothing was read from {address}", where=str(ledger.path), remedy=remedy)
    return found


def _revision(connection: Connection, row: RowMapping) -> Revision:
    return Revision(
        address=row[kept.c.address],
        line=row[kept.c.line],
        revision=row[kept.c.revision],
        fetched=row[kept.c.fetched],
        sha256=row[captures.c.sha256],
        size=row[captures.c.size],
        delivery=_delivery(row),
        reading=_reading(connection, row[kept.c.capture]),
    )


def _delivery(row: RowMapping) -> Delivery | None:
    if row[deliveries.c.url] is None:
        return None
    headers = msgspec.json.decode(row[deliveries.c.headers], type=tuple[tuple[str, str], ...])
    columns = deliveries.c
    of_feed = (row[columns.feed], row[columns.feed_published], row[columns.feed_updated])
    return Delivery(row[columns.url], row[columns.status], headers, *of_feed)


def _reading(connection: Connection, capture: str) -> Reading:
    newest = (
        select(articles)
        .where(articles.c.capture == capture)
        .order_by(articles.c.recorded.desc(), articles.c.version.desc())
        .limit(1)
    )
    article = connection.execute(newest).mappings().one()
    figures = select(claims.c.figure).where(claims.c.article == article["id"]).order_by(claims.c.place_in_article)
    return rows.reading(article, tuple(connection.execute(figures).scalars()))
