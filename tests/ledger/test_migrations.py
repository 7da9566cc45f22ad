"""The migrations, one after another, make exactly the tables that the program works with."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from documents import document
from tallywire.claims.errors import SourceError
from tallywire.claims.series import Point
from tallywire.ledger import migrations, store, tables
from tallywire.ledger.store import Ledger


def test_the_revisions_are_the_files_in_their_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert [step.revision for step in script.walk_revisions()] == list(reversed(migrations.REVISIONS))


def test_the_migrations_make_the_tables_that_the_program_knows(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []


# Where work stands changes, and says nothing of what was read.
CHANGES = {"watches"}


def test_every_table_is_only_added_to(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        triggers = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())
    kept = tables.metadata.tables.keys() - CHANGES
    assert triggers == {f"{table}_no_{change}" for table in kept for change in ("update", "delete")}


def test_a_ledger_of_the_first_version_is_brought_up_to_date_with_what_it_holds(path: Path) -> None:
    with monkeypatched_newest("0001"), store.open(path) as old:
        old.record_problem(
            SourceError("empty", "the file is empty", where="a.txt"), recorded="2022-11-14T09:00:00+00:00"
        )
    with store.open(path) as ledger:
        assert [problem.source for problem in ledger.problems()] == ["a.txt"]
        with ledger.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, tables.metadata) == []


@contextmanager
def monkeypatched_newest(revision: str) -> Iterator[None]:
    """The program as it was when this revision was its newest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "NEWEST", revision)
        yield


def test_a_ledger_is_made_wherever_the_program_runs(tmp_path: Path) -> None:
    """No settings file, no checkout: only the installed package."""
    code = "import sys; from tallywire.ledger import store; store.open(sys.argv[1]).close()"
    path = tmp_path / "war.tally"
    subprocess.run([sys.executable, "-c", code, path], cwd=tmp_path, check=True)
    with store.open(path, create=False) as ledger:
        assert ledger.problems() == ()


def test_a_ledger_of_the_first_version_is_brought_up_to_date_with_all_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = tmp_path / "new.tally", tmp_path / "old.tally"
    with store.open(new) as ledger:
        ledger.keep(*document("12 died"), recorded="2022-11-14T09:00:00+00:00", version="1")
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "NEWEST", "0001")
        store.open(old).close()
    connection = sqlite3.connect(old)
    connection.execute("ATTACH ? AS new", (str(new),))
    for table in ("captures", "revisions", "articles", "claims"):
        columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
        connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
    connection.commit()
    connection.close()
    with store.open(old, create=False) as upgraded, store.open(new, readonly=True) as ledger:
        assert list(upgraded.claims()) == list(ledger.claims())
        assert upgraded.article("page.txt:None") == ledger.article("page.txt:None")
        assert upgraded.changes() == ()


def test_points_of_an_older_ledger_stay_and_still_cannot_be_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.tally"
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "NEWEST", "0004")
        store.open(path).close()
    connection = sqlite3.connect(path)
    row = ("1", "general_staff_ua", "2022-11-11", "tank", 2814, 10, "exact", "", "", "a.txt", "2022-11-12T00:00:00Z")
    connection.execute(f"INSERT INTO points VALUES ({', '.join('?' * len(row))})", row)
    connection.commit()
    connection.close()
    with store.open(path, create=False) as upgraded:
        point = Point(date(2022, 11, 11), "tank", 2814, 10, origin="a.txt")
        assert upgraded.points("general_staff_ua") == (point,)
    for change in ("UPDATE points SET total = 0", "DELETE FROM points"):
        with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError, match="only added to"):
            connection.execute(change)
