"""Deleted messages, who passed a text on, and the copies that it was read from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table of deletions, and two columns of articles that older rows leave open."""
    op.create_table(
        "deletions",
        sa.Column("address", sa.Text(), primary_key=True),
        sa.Column("line", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("revision", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("fetched", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
    )
    op.add_column("articles", sa.Column("via", sa.Text(), nullable=True))
    op.add_column("articles", sa.Column("saved", sa.Text(), nullable=True))
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER deletions_no_{change.lower()} BEFORE {change} ON deletions "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END"
            )
