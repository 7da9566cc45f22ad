"""The contract `tallywire/1`: readings, answers and errors as one line of JSON each, and their JSON Schemas.

What each field means stands in `contract.toml`, once; `tallywire schema` prints it.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

import msgspec

from tallywire.claims.audit import Anomaly
from tallywire.claims.claim import Claim
from tallywire.claims.errors import SourceError, UsageError
from tallywire.claims.figure import Figure, Number
from tallywire.claims.finding import Cell, Finding, Match
from tallywire.claims.fit import Case, Dates
from tallywire.claims.reading import SCHEMA, Event, Place, Quote, ReadingRecord, Toll
from tallywire.claims.shown import Listed, Shown

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line could not be read."""

    code: str
    message: str
    line: int | None


@dataclass(frozen=True, slots=True)
class ErrorRecord:
    """What stands in the place of a document that could not be read."""

    id: str | None
    error: Fault


# The names that `tallywire schema NAME` knows.
TYPES: dict[str, type] = {
    "reading": ReadingRecord,
    "error": ErrorRecord,
    "figure": Figure,
    "quote": Quote,
    "place": Place,
    "event": Event,
    "toll": Toll,
    "finding": Finding,
    "cell": Cell,
    "match": Match,
    "anomaly": Anomaly,
    "dates": Dates,
    "claim": Claim,
    "listed": Listed,
    "series": Shown,
}


def record(case: Case) -> ReadingRecord:
    """A reading as the contract prints it, with what was worked out from it."""
    reading = case.reading
    article = reading.article
    return ReadingRecord(
        schema=SCHEMA,
        id=article.id,
        url=article.url,
        lang=article.lang,
        outlet=article.outlet,
        title=article.title,
        authors=article.authors,
        published=article.published,
        modified=article.modified,
        text=article.text,
        segments=article.segments,
        figures=tuple(_plain(figure) for figure in reading.figures),
        quotes=reading.quotes,
        places=reading.places,
        events=reading.events,
        findings=reading.findings,
        unread=reading.unread,
        notes=article.notes + tuple(note for note in reading.notes if note not in article.notes),
        tolls=case.tolls.own,
        other_tolls=case.tolls.others,
        via=article.via,
        saved=article.saved,
        amp=article.amp,
        posts=article.posts,
        stated=article.stated,
        extra=json.loads(article.extra) if article.extra else None,
    )


def error_record(error: SourceError, *, id: str | None = None) -> ErrorRecord:
    """What is printed in the place of a document that could not be read."""
    return ErrorRecord(id, Fault(error.code, error.message, error.line))


def encode(value: object) -> bytes:
    """One line of JSON in UTF-8, without its line end: every field, in the contract's order."""
    return msgspec.json.encode(value)


def schema(name: str | None = None) -> dict[str, Any]:
    """The JSON Schema of one type of the contract, or of all of them together."""
    if name is not None and name not in TYPES:
        raise UsageError("no_schema", f"there is no schema {name!r}", remedy=f"schemas: {', '.join(TYPES)}")
    wanted = {name: TYPES[name]} if name is not None else TYPES
    refs, definitions = msgspec.json.schema_components(wanted.values(), ref_template="#/$defs/{name}")
    _describe(definitions)
    head = {"$schema": DIALECT, "$id": SCHEMA if name is None else f"{SCHEMA}/{name}"}
    body = dict(refs[0]) if name is not None else {"anyOf": list(refs)}
    return {**head, **body, "$defs": definitions}


def _describe(definitions: dict[str, Any]) -> None:
    meanings = tomllib.loads(files("tallywire.writers").joinpath("contract.toml").read_text("utf-8"))
    for name, definition in definitions.items():
        for field, property_ in definition["properties"].items():
            property_["description"] = meanings[name][field]


def _plain(figure: Figure) -> Figure:
    """The figure with whole numbers as whole numbers: 4.0 is printed as 4."""
    numbers = (figure.low, figure.best, figure.high, *(figure.band or ()))
    if not any(isinstance(number, float) for number in numbers):
        return figure
    band = (_whole(figure.band[0]), _whole(figure.band[1])) if figure.band else None
    low, best, high = (None if number is None else _whole(number) for number in (figure.low, figure.best, figure.high))
    return replace(figure, low=low, best=best, high=high, band=band)


def _whole(number: Number) -> Number:
    return int(number) if isinstance(number, float) and number.is_integer() else number
