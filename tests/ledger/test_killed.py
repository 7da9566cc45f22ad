"""A program that is killed while it writes leaves whole documents, and the next run completes them."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BULK = Path(__file__).parent / "bulk.py"
DOCUMENTS = 2500
FIGURES = 9
MOST = 5  # attempts
TABLES = ("captures", "revisions", "articles", "claims")


def started(path: Path) -> subprocess.Popen[str]:
    places = [str(BULK.parent.parent), *sys.path]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
    program = [sys.executable, str(BULK), str(path), str(DOCUMENTS)]
    return subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=environment)


def run(path: Path) -> None:
    process = started(path)
    process.communicate()
    assert process.returncode == 0


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = sqlite3.connect(path)
    found = {table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall()) for table in TABLES}
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    return found


def articles(path: Path) -> int:
    """How many are kept so far; none where the ledger is not made yet."""
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    path = tmp_path_factory.mktemp("undisturbed") / "war.tally"
    run(path)
    return rows(path)


def killed(path: Path, word: str) -> int:
    """Kills a run when it says a word; says how many whole documents it left."""
    process = started(path)
    assert process.stdout is not None
    next(line for line in process.stdout if line.strip() == word)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    left = rows(path) if articles(path) else {table: [] for table in TABLES}
    whole = len(left["articles"])
    assert [len(left[table]) for table in TABLES] == [whole, whole, whole, FIGURES * whole]
    return whole


def test_killed_again_and_again(tmp_path: Path, undisturbed: dict[str, list[tuple[Any, ...]]]) -> None:
    middle = 0
    for attempt in range(MOST):  # on a busy machine a run may end before it is killed: then the next is
        path = tmp_path / f"{attempt}.tally"
        middle = max(killed(path, word) % DOCUMENTS for word in ("open", "nearly"))
        if middle:
            break
    assert middle, "it was never killed in the middle of its work"
    run(path)
    assert rows(path) == undisturbed
