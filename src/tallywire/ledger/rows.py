"""Values to rows and back: captures, articles and claims as the tables hold them."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import RowMapping

from tallywire.claims.article import Article, Capture, Delivery, Note, Post, Saved, Segment, Stated
from tallywire.claims.claim import Claim
from tallywire.claims.errors import LedgerError
from tallywire.claims.figure import Figure, Number
from tallywire.claims.finding import Finding
from tallywire.claims.ids import id_of
from tallywire.claims.reading import Event, Place, Quote, Reading, Unread
from tallywire.claims.series import Bulletin, Point

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# What one row is to SQLAlchemy; it never leaves this folder.
Row = dict[str, Any]

# On pages of news, Zstandard at level 1 leaves 21 % of the bytes in a third of zlib's time.
COMPRESSION = 1
_ZSTANDARD = b"\x28\xb5\x2f\xfd"
# SQLite's whole numbers end here; larger ones are asked by as floats and kept whole in the figure's JSON.
LARGEST_WHOLE = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Address:
    """Where bytes come from: an address, and the line of a file that holds one document a line (0: it does not)."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """Everything the ledger will write of one document, ready: all of it or nothing."""

    address: Address
    capture: Row
    article: Row
    claims: tuple[Row, ...]
    points: tuple[Row, ...]
    fetched: str
    recorded: str
    archived: bool = False
    delivery: Row | None = None

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes until it is written."""
        return len(self.capture["content"]) + 2 * len(self.article["text"])


def address_of(capture: Capture) -> Address:
    """Who is asked for newer bytes. What came through a pipe has nobody to ask, so its bytes are its address."""
    if capture.address == "-":
        return Address(f"-:{capture.sha256[:12]}", capture.line or 0)
    return Address(capture.address, capture.line or 0)


def capture_id(capture: Capture) -> str:
    """The same bytes with another declared date or language are another capture: they read differently."""
    return id_of(capture.sha256, capture.media, capture.declared)


def article_id(capture: Capture, version: str) -> str:
    """What this version of the program reads from these bytes."""
    return id_of(capture_id(capture), version)


def document(
    capture: Capture, reading: Reading, *, recorded: str, version: str, bulletin: Bulletin | None = None
) -> Document:
    """One document as rows."""
    article = _article_row(capture, reading, recorded=recorded, version=version)
    return Document(
        address=address_of(capture),
        capture={
            "id": capture_id(capture),
            "sha256": capture.sha256,
            "media": capture.media,
            "declared": capture.declared,
            "size": len(capture.content),
            "content": zstd.compress(capture.content, COMPRESSION),
        },
        article=article,
        claims=tuple(_claim_rows(reading, article["id"])),
        points=tuple(point_row(bulletin.series, point, recorded) for point in bulletin.points) if bulletin else (),
        fetched=capture.fetched,
        recorded=recorded,
        archived=capture.archived,
        delivery=_delivery_row(capture.delivery) if capture.delivery else None,
    )


def _delivery_row(delivery: Delivery) -> Row:
    return {**msgspec.to_builtins(delivery), "headers": _json(delivery.headers)}


def _article_row(capture: Capture, reading: Reading, *, recorded: str, version: str) -> Row:
    article = reading.article
    return {
        "id": article_id(capture, version),
        "capture": capture_id(capture),
        "version": version,
        "recorded": recorded,
        "name": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "lang": article.lang,
        "published": article.published,
        "modified": article.modified,
        "text": article.text,
        "extra": article.extra,
        "authors": _json(article.authors),
        "segments": _json(article.segments),
        "article_notes": _json(article.notes),
        "quotes": _json(reading.quotes),
        "places": _json(reading.places),
        "events": _json(reading.events),
        "unread": _json(reading.unread),
        "findings": _json(reading.findings),
        "notes": _json(reading.notes),
        "via": _json(article.via),
        "saved": _json(article.saved),
        "amp": article.amp,
        "posts": _json(article.posts),
        "stated": _json(article.stated),
    }


def _claim_rows(reading: Reading, article: str) -> Iterator[Row]:
    for place, figure in enumerate(reading.figures):
        yield {
            "id": id_of(article, figure.id),
            "article": article,
            "place_in_article": place,
            "kind": figure.kind,
            "what": figure.what,
            "low": _number(figure.low),
            "best": _number(figure.best),
            "high": _number(figure.high),
            "modifier": figure.modifier,
            "words": figure.words,
            "term": figure.term.words if figure.term else None,
            **_who_says_and_whose(figure),
            "voice": figure.voice,
            "stance": figure.stance,
            "count": figure.count,
            "period": figure.period.words if figure.period else None,
            "period_edtf": figure.period.edtf if figure.period else None,
            "place": figure.place.name if figure.place else None,
            "geonameid": figure.place.geonameid if figure.place else None,
            "published": reading.article.published_at(figure.start),
            "segment": figure.segment,
            "rule": figure.rule,
            "confidence": figure.confidence,
            "sentence": reading.article.text[figure.evidence.start : figure.evidence.end],
            "figure": _json(figure),
        }


def _who_says_and_whose(figure: Figure) -> Row:
    side, source = figure.side, figure.source
    return {
        "side": side.name if side else None,
        "side_id": side.id if side else None,
        "source": source.name if source else None,
        "source_id": source.id if source else None,
        "source_type": source.type if source else None,
    }


def claim(row: RowMapping) -> Claim:
    """A claim from its row, joined with its article and the revision that gave it."""
    return Claim(
        id=row["id"],
        figure=_from_json(row["figure"], Figure),
        article_id=row["name"],
        capture_sha256=row["sha256"],
        address=row["address"],
        outlet=row["outlet"],
        title=row["title"],
        published=row["published"],
        revision=row["revision"],
        sentence=row["sentence"],
        version=row["version"],
        recorded=row["recorded"],
        line=row["line"] or None,
    )


def capture(row: RowMapping) -> Capture:
    """A capture from its row, joined with the revision that met it."""
    return Capture(
        address=row["address"],
        media=row["media"],
        content=unpacked(row["content"]),
        sha256=row["sha256"],
        fetched=row["fetched"],
        line=row["line"] or None,
        declared=row["declared"],
    )


def article(row: RowMapping) -> Article:
    """An article from its row."""
    return Article(
        id=row["name"],
        text=row["text"],
        segments=_from_json(row["segments"], tuple[Segment, ...]),
        title=row["title"],
        url=row["url"],
        lang=row["lang"],
        outlet=row["outlet"],
        authors=_from_json(row["authors"], tuple[str, ...]),
        published=row["published"],
        modified=row["modified"],
        notes=_from_json(row["article_notes"], tuple[Note, ...]),
        via=_from_json(row["via"] or "[]", tuple[str, ...]),
        saved=_from_json(row["saved"] or "[]", tuple[Saved, ...]),
        amp=row["amp"],
        posts=_from_json(row["posts"] or "[]", tuple[Post, ...]),
        stated=_from_json(row["stated"] or "[]", tuple[Stated, ...]),
        extra=row["extra"],
    )


def reading(row: RowMapping, figures: tuple[str, ...]) -> Reading:
    """A whole reading from its article's row and its figures as JSON, in the order they were read."""
    return Reading(
        article=article(row),
        figures=tuple(_from_json(figure, Figure) for figure in figures),
        quotes=_from_json(row["quotes"], tuple[Quote, ...]),
        places=_from_json(row["places"], tuple[Place, ...]),
        events=_from_json(row["events"], tuple[Event, ...]),
        unread=_from_json(row["unread"], tuple[Unread, ...]),
        findings=_from_json(row["findings"], tuple[Finding, ...]),
        notes=_from_json(row["notes"], tuple[Note, ...]),
    )


_AS_EVER = (("by", ""), ("hours", 24))


def point_row(series: str, point: Point, recorded: str) -> Row:
    """A point of a series as a row; the same words from the same place are the same row."""
    values = msgspec.to_builtins(point)
    # Ids were made before points had these two: where they say nothing the id is what it was.
    told = {name: value for name, value in values.items() if (name, value) not in _AS_EVER}
    return {"id": id_of(series, _json(told)), "series": series, **values, "recorded": recorded}


def point(row: RowMapping) -> Point:
    """A point from its row."""
    return msgspec.convert({name: row[name] for name in Point.__slots__}, Point)


def unpacked(content: bytes) -> bytes:
    """The bytes of a capture as they were met; older ledgers have them in zlib's format."""
    try:
        return zstd.decompress(content) if content.startswith(_ZSTANDARD) else zlib.decompress(content)
    except (zstd.ZstdError, zlib.error) as error:
        says = "this ledger is damaged: the bytes of a page cannot be unpacked"
        raise LedgerError("damaged", says, remedy="restore it from a copy") from error


def _number(value: Number | None) -> Number | None:
    if value is None or abs(value) <= LARGEST_WHOLE:
        return value
    return float(value) if abs(value) < 10**300 else float("inf")


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _from_json(text: str, type_: Any) -> Any:
    return msgspec.json.decode(text, type=type_)
