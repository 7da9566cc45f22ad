"""The tables of the ledger as this version of the program knows them; `migrations/` makes them.

    captures ──< revisions ── deliveries      which bytes an address gave, first, second, third; and how they came
                 deletions      when an address no longer gave any, in the same count
        └──< articles ──< claims      what one version of the program read from those bytes
    points                      official series, as bulletins and data sets gave them
    problems                    sources that could not be read
    watches                     addresses that are watched: when to ask them again, and with which conditions

Rows are only ever added, but for `watches`, which says where work stands and nothing of what was read. Bytes that two
addresses share are kept, read and counted once. Columns are there to ask by; `claims.figure` and the JSON columns of
`articles` hold the whole values, and only they are read back.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    Table,
    Text,
)

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("id", Text, primary_key=True),  # of the bytes, their media and what was declared with them
    Column("sha256", Text, nullable=False, index=True),
    Column("media", Text, nullable=False),
    Column("declared", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),  # Zstandard; in older ledgers zlib
)

revisions = Table(
    "revisions",
    metadata,
    Column("address", Text, primary_key=True),
    Column("line", Integer, primary_key=True, autoincrement=False),  # 0: the address is one document
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("capture", ForeignKey("captures.id"), nullable=False, index=True),
    Column("fetched", Text, nullable=False),
    Column("recorded", Text, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("address", Text, primary_key=True),
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False),  # that answered, after every redirect
    Column("status", Integer, nullable=False),
    Column("headers", Text, nullable=False),  # JSON
    Column("feed", Text),  # that led to it, and what it says of the page
    Column("feed_published", Text),
    Column("feed_updated", Text),
    ForeignKeyConstraint(
        ["address", "line", "revision"], ["revisions.address", "revisions.line", "revisions.revision"]
    ),
)

# A message that a later, complete reading of its channel no longer has. What it said stays where it is.
deletions = Table(
    "deletions",
    metadata,
    Column("address", Text, primary_key=True),
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("fetched", Text, nullable=False),
    Column("recorded", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),  # of the capture and the version
    Column("capture", ForeignKey("captures.id"), nullable=False, index=True),
    Column("version", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("name", Text, nullable=False, index=True),  # Article.id
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("lang", Text),
    Column("published", Text),
    Column("modified", Text),
    Column("text", Text, nullable=False),
    Column("extra", Text),
    Column("authors", Text, nullable=False),  # from here on JSON
    Column("segments", Text, nullable=False),
    Column("article_notes", Text, nullable=False),
    Column("quotes", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("events", Text, nullable=False),
    Column("unread", Text, nullable=False),
    Column("findings", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("via", Text),  # these came later: NULL in older rows
    Column("saved", Text),
    Column("amp", Text),  # no JSON
    Column("posts", Text),
    Column("stated", Text),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article", ForeignKey("articles.id"), nullable=False, index=True),
    Column("place_in_article", Integer, nullable=False),  # the order in which they were read
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("low", Numeric(asdecimal=False)),
    Column("best", Numeric(asdecimal=False)),
    Column("high", Numeric(asdecimal=False)),
    Column("modifier", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("term", Text),
    Column("side", Text),
    Column("side_id", Text),
    Column("source", Text),
    Column("source_id", Text),
    Column("source_type", Text),
    Column("voice", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("count", Text),
    Column("period", Text),
    Column("period_edtf", Text),
    Column("place", Text),
    Column("geonameid", Integer),
    Column("published", Text),
    Column("segment", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("confidence", Numeric(asdecimal=False), nullable=False),
    Column("sentence", Text, nullable=False),
    Column("figure", Text, nullable=False),  # JSON, the whole figure
    Index("claims_by_kind", "kind", "published"),
)

points = Table(
    "points",
    metadata,
    Column("id", Text, primary_key=True),
    Column("series", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("total", Integer),
    Column("change", Integer),
    Column("modifier", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("by", Text, nullable=False, server_default=""),
    Column("hours", Integer, nullable=False, server_default="24"),
    Column("recorded", Text, nullable=False),
    Index("points_by_day", "series", "category", "day"),
)

problems = Table(
    "problems",
    metadata,
    Column("id", Text, primary_key=True),
    Column("recorded", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("line", Integer),
    Column("message", Text, nullable=False),
    Column("remedy", Text, nullable=False),
)

watches = Table(
    "watches",
    metadata,
    Column("address", Text, primary_key=True),
    Column("source", Text, nullable=False),  # the file or address that somebody asked to watch
    Column("role", Text, nullable=False),  # "list", "page", or "either" until it has been seen
    Column("host", Text, nullable=False),
    Column("found_in", Text),  # the list that names it
    Column("mark", Text),  # of what that list says of it; another mark, and it is asked again
    Column("published", Text),  # as that list has it
    Column("updated", Text),
    Column("due", Text, index=True),  # NULL: not again, unless its list says something new
    Column("checked", Text, index=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("digest", Text),  # of a list's bytes, where its server knows no conditions
    Column("looks", Integer, nullable=False),  # that gave an answer
    Column("failures", Integer, nullable=False),  # since the last of them
    Column("fault", Text),
    Column("holder", Text),  # the program that is at it, until it says otherwise or falls silent
    Column("held_until", Text, index=True),
)
