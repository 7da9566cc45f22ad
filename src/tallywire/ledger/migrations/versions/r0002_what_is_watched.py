"""How bytes came over the net, kept with their revision; and the addresses that are watched, whose rows change."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the two tables; only what came may never be changed."""
    delivered()
    watched()
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER deliveries_no_{change.lower()} BEFORE {change} ON deliveries "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END"
            )


def text(name: str, *, needed: bool = False) -> sa.Column[str]:
    """A column of text."""
    return sa.Column(name, sa.Text(), nullable=not needed)


def delivered() -> None:
    """What a server, and the feed that led to it, said beside the bytes of a revision."""
    op.create_table(
        "deliveries",
        sa.Column("address", sa.Text(), primary_key=True),
        sa.Column("line", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("revision", sa.Integer(), primary_key=True, autoincrement=False),
        text("url", needed=True),
        sa.Column("status", sa.Integer(), nullable=False),
        text("headers", needed=True),
        *(text(name) for name in ("feed", "feed_published", "feed_updated")),
        sa.ForeignKeyConstraint(
            ["address", "line", "revision"], ["revisions.address", "revisions.line", "revisions.revision"]
        ),
    )


def watched() -> None:
    """Where watching stands: what is asked when, with which conditions, and which program is at it."""
    op.create_table(
        "watches",
        sa.Column("address", sa.Text(), primary_key=True),
        *(text(name, needed=True) for name in ("source", "role", "host")),
        *(text(name) for name in ("found_in", "mark", "published", "updated")),
        *(text(name) for name in ("due", "checked", "etag", "last_modified", "digest")),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        *(text(name) for name in ("fault", "holder", "held_until")),
    )
    for column in ("due", "checked", "held_until"):
        op.create_index(f"ix_watches_{column}", "watches", [column])
