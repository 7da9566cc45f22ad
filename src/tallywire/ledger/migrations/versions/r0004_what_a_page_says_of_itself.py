"""Posts with their writers and times, what a page says of itself and where, and its short form's address."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add three columns of articles that older rows leave open."""
    for column in ("amp", "posts", "stated"):
        op.add_column("articles", sa.Column(column, sa.Text(), nullable=True))
