"""Bring a ledger's tables to the newest revision, from an empty file or from any older one.

One file a revision in `versions/`, never edited once released. They travel inside the package, so no settings file
is needed on disk.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

# In order. A ledger at a revision that is not here was written by a newer program.
REVISIONS = ("0001", "0002", "0003", "0004", "0005")
NEWEST = REVISIONS[-1]


def upgrade(connection: Connection) -> None:
    """Run the migrations that this ledger has not seen, inside the caller's transaction."""
    # Alembic takes a quarter of a second to import, and a ledger that is up to date never needs it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, NEWEST)
