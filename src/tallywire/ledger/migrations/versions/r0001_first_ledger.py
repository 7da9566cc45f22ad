"""The first ledger: captures, revisions, articles, claims, points and problems, none of which may be changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = ("captures", "revisions", "articles", "claims", "points", "problems")


def upgrade() -> None:
    """Make the six tables, and on SQLite the triggers that refuse a change of their rows."""
    captured()
    read()
    claimed()
    counted()
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            only_added_to(table)


def text(name: str, *, needed: bool = True) -> sa.Column[str]:
    """A column of text."""
    return sa.Column(name, sa.Text(), nullable=not needed)


def number(name: str, *, needed: bool = False) -> sa.Column[float]:
    """A column of whole or broken numbers, of any size."""
    return sa.Column(name, sa.Numeric(asdecimal=False), nullable=not needed)


def captured() -> None:
    """Bytes, and which address gave them when."""
    op.create_table(
        "captures",
        sa.Column("id", sa.Text(), primary_key=True),
        *(text(name) for name in ("sha256", "media", "declared")),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_captures_sha256", "captures", ["sha256"])
    op.create_table(
        "revisions",
        sa.Column("address", sa.Text(), primary_key=True),
        sa.Column("line", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("revision", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("capture", sa.Text(), sa.ForeignKey("captures.id"), nullable=False),
        *(text(name) for name in ("fetched", "recorded")),
    )
    op.create_index("ix_revisions_capture", "revisions", ["capture"])


def read() -> None:
    """What one version of the program read from a capture."""
    maybe = ("url", "outlet", "title", "lang", "published", "modified")
    lists = ("authors", "segments", "article_notes", "quotes", "places", "events", "unread", "findings", "notes")
    op.create_table(
        "articles",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("capture", sa.Text(), sa.ForeignKey("captures.id"), nullable=False),
        *(text(name) for name in ("version", "recorded", "name")),
        *(text(name, needed=False) for name in maybe),
        text("text"),
        text("extra", needed=False),
        *(text(name) for name in lists),
    )
    op.create_index("ix_articles_capture", "articles", ["capture"])
    op.create_index("ix_articles_name", "articles", ["name"])


def claimed() -> None:
    """One row a figure."""
    op.create_table(
        "claims",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("article", sa.Text(), sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("place_in_article", sa.Integer(), nullable=False),
        *(text(name) for name in ("kind", "what")),
        *(number(name) for name in ("low", "best", "high")),
        *(text(name) for name in ("modifier", "words")),
        *(text(name, needed=False) for name in ("term", "side", "side_id", "source", "source_id", "source_type")),
        *(text(name) for name in ("voice", "stance")),
        *(text(name, needed=False) for name in ("count", "period", "period_edtf", "place")),
        sa.Column("geonameid", sa.Integer()),
        text("published", needed=False),
        *(text(name) for name in ("segment", "rule")),
        number("confidence", needed=True),
        *(text(name) for name in ("sentence", "figure")),
    )
    op.create_index("ix_claims_article", "claims", ["article"])
    op.create_index("claims_by_kind", "claims", ["kind", "published"])


def counted() -> None:
    """Points of official series, and the log of what could not be read."""
    op.create_table(
        "points",
        sa.Column("id", sa.Text(), primary_key=True),
        *(text(name) for name in ("series", "day", "category")),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("change", sa.Integer()),
        *(text(name) for name in ("modifier", "words", "version", "origin", "recorded")),
    )
    op.create_index("points_by_day", "points", ["series", "category", "day"])
    op.create_table(
        "problems",
        sa.Column("id", sa.Text(), primary_key=True),
        *(text(name) for name in ("recorded", "code", "source")),
        sa.Column("line", sa.Integer()),
        *(text(name) for name in ("message", "remedy")),
    )


def only_added_to(table: str) -> None:
    """Let the database itself refuse to change or drop a row of this table."""
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END"
        )
