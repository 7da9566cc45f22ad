"""A capture is bytes at a time; an article is the text read from it, cut into segments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

SegmentKind = Literal[
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "body",
    "table",
    "caption",
    "embed",
    "related",
    "comment",
    "boilerplate",
]
SEGMENT_KINDS: tuple[str, ...] = get_args(SegmentKind)

# What the article itself says. Figures elsewhere are kept, but reach no tally, headline or page by default.
OWN_SEGMENTS = frozenset({"headline", "standfirst", "dateline", "body", "table", "caption", "embed"})

Level = Literal["info", "warning", "error"]
Media = Literal["html", "text", "record"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Article.text`, in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the output should know about how a document was read."""

    level: Level
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they were met, never changed again.

    `address` is a path, a URL or "-"; `line` counts from 1 for one record of a JSON Lines file. `sha256` is the hash
    of `content` in hex. `fetched` is RFC 3339 with a zone. `declared` holds what came with the bytes from outside
    (a record's id, url, published, lang), as JSON text, because it belongs to the outside world.
    """

    address: str
    media: Media
    content: bytes
    sha256: str
    fetched: str
    line: int | None = None
    declared: str = "{}"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and its part in the page."""

    kind: SegmentKind
    start: int
    end: int


PostKind = Literal["entry", "embed", "comment"]


@dataclass(frozen=True, slots=True)
class Post:
    """A stretch of text with a time or a writer of its own: an entry of a live blog, an embedded post, a comment.

    `published` is RFC 3339 or a plain date. `reply_to` is the index in `Article.posts` of the comment it answers.
    """

    kind: PostKind
    start: int
    end: int
    author: str | None = None
    published: str | None = None
    likes: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What one place in a page says of it: ("published", "2024-05-01", "json-ld"). The most trusted stands first."""

    field: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one capture, with its segments in order (they do not overlap) and what the page says of itself.

    `published` and `modified` are RFC 3339 or a plain date, as the page gives them; None when it does not. `amp` is the
    address of the page's short form for telephones. `stated` holds all that the page says of a field, the value in use
    first. Posts are in order; one may lie inside another.
    """

    id: str
    text: str
    segments: tuple[Segment, ...]
    title: str | None = None
    url: str | None = None
    lang: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    amp: str | None = None
    posts: tuple[Post, ...] = ()
    stated: tuple[Stated, ...] = ()
    notes: tuple[Note, ...] = ()
    extra: str | None = None  # unknown keys of a JSON record, as JSON text, to be given back
