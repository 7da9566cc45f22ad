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
# "message" is one message of a Telegram channel or group, as `collect/telegram.py` writes it; "data" the data set of an
# official series, which is nobody's words, as `collect/data_sets.py` writes it.
Media = Literal["html", "text", "record", "message", "mhtml", "pdf", "data"]


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
class Delivery:
    """How bytes came over the net: who gave them in the end, and what a server or a feed said beside them.

    It is kept with the revision of the address and is no part of what a capture is: the same bytes delivered twice
    are one capture. The dates of the feed that led here are as the feed has them; they count where the page has none.
    """

    url: str  # that answered, after every redirect
    status: int
    headers: tuple[tuple[str, str], ...] = ()  # those of interest, their names in small letters
    feed: str | None = None
    feed_published: str | None = None
    feed_updated: str | None = None

    def header(self, name: str) -> str | None:
        """What the server said under this name."""
        return next((value for known, value in self.headers if known == name), None)


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of a channel that was read whole, so that what it no longer has is known to be gone.

    The address of a message is `prefix` and its number. `runs` are the numbers that have words now, as (first, last)
    in rising order; every number between `first` and `last` that is in none of them has none.
    """

    prefix: str
    first: int
    last: int
    runs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they were met, never changed again.

    `address` is a path, the URL that was asked for, or "-"; `line` counts from 1 for one record of a JSON Lines file.
    `sha256` is the hash of `content` in hex. `fetched` is RFC 3339 with a zone; it is `archived` where an archive says
    so, and then the same bytes of another moment are another sighting of them. `declared` holds what came with the
    bytes from outside (a record's id, url, published, lang; a server's charset), as JSON text, because it belongs to
    the outside world. `extent` comes with the last capture of a stretch that was read whole; `passed` counts what was
    met before it and holds nothing to read.
    """

    address: str
    media: Media
    content: bytes
    sha256: str
    fetched: str
    line: int | None = None
    declared: str = "{}"
    archived: bool = False
    delivery: Delivery | None = None
    extent: Extent | None = None
    passed: int = 0


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
class Saved:
    """By whom or what a copy of a page was made ("web.archive.org", "SingleFile"), where it stands, and when.

    `at` is RFC 3339 or a plain day. It says when the page stood so, never when it was published.
    """

    by: str
    address: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one capture, with its segments in order (they do not overlap) and what the page says of itself.

    `published` and `modified` are RFC 3339 or a plain date, as the page gives them; None when it does not. `url` is the
    original's address; the copies that were made of it on the way to us stand in `saved`, the oldest first.
    `via` is who passed the whole text on: the channel that a message was forwarded from. `amp` is the address of the
    page's short form for telephones. `stated` holds all that the page says of a field, the value in use first. Posts
    are in order; one may lie inside another.
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
    notes: tuple[Note, ...] = ()
    via: tuple[str, ...] = ()
    saved: tuple[Saved, ...] = ()
    amp: str | None = None
    posts: tuple[Post, ...] = ()
    stated: tuple[Stated, ...] = ()
    extra: str | None = None  # unknown keys of a JSON record, as JSON text, to be given back

    def published_at(self, offset: int) -> str | None:
        """When the words at an offset were published: the innermost post's time where it says one, else the page's."""
        around = [post for post in self.posts if post.published and post.start <= offset < post.end]
        return min(around, key=lambda post: post.end - post.start).published if around else self.published
