"""Everything a ledger holds, to compare two of them row for row."""

import sqlite3
from pathlib import Path
from typing import Any


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row but for the moments of fetching and recording."""
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        of_content = ", ".join(name for name in columns if name not in {"fetched", "recorded"})
        found[table] = sorted(connection.execute(f"SELECT {of_content} FROM {table}").fetchall(), key=repr)
    connection.close()
    return found
