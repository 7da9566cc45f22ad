"""A reading: everything one document says that we understand, and what we could not read (contract, section 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tallywire.claims.article import Article, Note, Post, Saved, Segment, Stated
from tallywire.claims.figure import Figure, Kind, Number, Period, PlaceRef, Ref
from tallywire.claims.finding import Finding

SCHEMA = "tallywire/1"


@dataclass(frozen=True, slots=True)
class QuoteSource:
    """The words that name a speaker."""

    start: int
    end: int
    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The word of saying."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Who said what: the content's span, and its speaker as far as the text tells."""

    start: int
    end: int
    direct: bool
    source: QuoteSource | None = None
    cue: Cue | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text."""

    start: int
    end: int
    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None  # ISO 3166 alpha-2
    feature: str | None  # GeoNames feature code, "PPLA"
    precision: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, in PLOVER's types and modes ("RETREAT", "withdraw")."""

    id: str
    type: str
    mode: str | None
    start: int
    end: int
    actor: Ref | None = None
    recipient: Ref | None = None
    place: PlaceRef | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A number near harm, loss or movement that no rule read: nothing is silent."""

    start: int
    end: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Toll:
    """How many an incident killed or wounded, as the article has it in the end: our choice, no claim.

    `figures` are the ids it rests on; none where a victim is told of without a number. `start`, `end` are the words.
    `event` is the id of the incident where its figures are linked to one. The article's own incident comes first.
    """

    kind: Kind
    low: Number | None
    high: Number | None
    figures: tuple[str, ...]
    start: int
    end: int
    why: str
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Tolls:
    """The tolls of the article's own incident, and those of the other ones that it tells of."""

    own: tuple[Toll, ...] = ()
    others: tuple[Toll, ...] = ()

    @property
    def incidents(self) -> tuple[tuple[Toll, ...], ...]:
        """The tolls of each incident, the article's own first."""
        found: dict[str | None, list[Toll]] = {}
        for toll in self.others:
            found.setdefault(toll.event, []).append(toll)
        return (*((self.own,) if self.own else ()), *map(tuple, found.values()))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says. Offsets are code points of `article.text`."""

    article: Article
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    unread: tuple[Unread, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """A reading as the contract prints it: one JSON object a document (`tallywire schema reading`)."""

    schema: str
    id: str
    url: str | None
    lang: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    text: str
    segments: tuple[Segment, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]
    notes: tuple[Note, ...]
    tolls: tuple[Toll, ...] = ()  # of the article's own incident
    other_tolls: tuple[Toll, ...] = ()  # of each other one
    via: tuple[str, ...] = ()
    saved: tuple[Saved, ...] = ()
    amp: str | None = None
    posts: tuple[Post, ...] = ()
    stated: tuple[Stated, ...] = ()
    extra: dict[str, Any] | None = None  # keys of the record that are not ours, as they came
