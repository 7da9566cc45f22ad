"""Points may state a total or a change alone, by somebody else than the claimant, over more or less than a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_KEPT = "id, series, day, category, total, change, modifier, words, version, origin, recorded"


def upgrade() -> None:
    """Make the table of points anew, because SQLite cannot let a column go empty that it was told to need."""
    op.rename_table("points", "points_before")
    op.drop_index("points_by_day", "points_before")
    op.create_table(
        "points",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("series", "day", "category")),
        *(sa.Column(name, sa.Integer()) for name in ("total", "change")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("modifier", "words", "version", "origin")),
        sa.Column("by", sa.Text(), nullable=False, server_default=""),
        sa.Column("hours", sa.Integer(), nullable=False, server_default="24"),
        sa.Column("recorded", sa.Text(), nullable=False),
    )
    op.execute(f"INSERT INTO points ({_KEPT}) SELECT {_KEPT} FROM points_before")
    op.drop_table("points_before")  # and with it the triggers that refuse changes
    op.create_index("points_by_day", "points", ["series", "category", "day"])
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER points_no_{change.lower()} BEFORE {change} ON points "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END"
            )
