"""A file that cannot be used as a ledger says so in one message that names it and what to do."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from documents import Document, document
from tallywire.claims.errors import LedgerError
from tallywire.ledger import migrations, store
from tallywire.ledger.store import Ledger

NOBODY = 65534
NOW = "2022-11-14T09:00:00+00:00"


def nothing(path: Path) -> None:
    assert not path.exists()


def a_text(path: Path) -> None:
    path.write_text("12 people were killed", encoding="utf-8")


def another_program_s_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE claims (id TEXT)")
    connection.close()


def a_folder(path: Path) -> None:
    path.mkdir()


def a_newer_ledger(path: Path) -> None:
    store.open(path).close()
    change(path, "UPDATE alembic_version SET version_num = '9999'")


def a_torn_ledger(path: Path) -> None:
    with store.open(path) as ledger:
        ledger.keep(*document("12 died"), recorded=NOW, version="1")
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes(len(whole) - 100))


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()


REFUSED: list[tuple[Callable[[Path], None], str, str]] = [
    (nothing, "no_ledger", "there is no such ledger"),
    (a_text, "not_a_ledger", "this file is no ledger"),
    (another_program_s_database, "not_a_ledger", "this file is no ledger"),
    (a_folder, "not_a_ledger", "this is a folder"),
    (a_newer_ledger, "newer_ledger", "written by a newer tallywire"),
    (a_torn_ledger, "damaged", "this ledger is damaged"),
]


@pytest.mark.parametrize(("what", "code", "says"), REFUSED, ids=[case[0].__name__ for case in REFUSED])
def test_a_file_that_is_no_ledger_of_ours_is_refused(
    path: Path, what: Callable[[Path], None], code: str, says: str
) -> None:
    what(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=says) as refused:
        store.open(path, create=False)
    assert (refused.value.code, refused.value.where) == (code, str(path))
    assert refused.value.remedy
    assert before is None or path.read_bytes() == before, "a file that is refused is not touched"


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as refused:
        store.open(tmp_path / "missing" / "war.tally")
    assert refused.value.code == "folder_missing"
    assert refused.value.where == str(tmp_path / "missing")


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with store.open(path) as ledger:
        assert list(ledger.claims()) == []


@pytest.mark.parametrize("name", ["with space.tally", "100%.tally", "what?.tally", "a#b.tally", "війна.tally"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with store.open(tmp_path / name) as ledger:
        ledger.keep(*document("12 died"), recorded=NOW, version="1")
    assert (tmp_path / name).stat().st_size > 0
    with store.open(tmp_path / name, readonly=True) as ledger:
        assert len(list(ledger.claims())) == 1


def test_a_ledger_that_another_program_writes_to_is_waited_for_and_then_named(path: Path) -> None:
    with store.open(path, wait=0.05) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        ledger.keep(*document("12 died"), recorded=NOW, version="1")
        with pytest.raises(LedgerError, match="another program is writing") as refused:
            ledger.flush()
        assert refused.value.code == "locked"
        other.execute("ROLLBACK")
        other.close()


def test_a_new_ledger_that_another_program_is_making_is_waited_for(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    done = threading.Timer(0.2, lambda: other.execute("ROLLBACK"))
    done.start()
    with store.open(path, wait=30) as ledger:
        assert list(ledger.claims()) == []
    done.join()
    other.close()


def test_a_reader_does_not_wait_for_a_writer(path: Path) -> None:
    with store.open(path) as ledger:
        ledger.keep(*document("12 died"), recorded=NOW, version="1")
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with store.open(path, readonly=True, wait=0.0) as reader:
        assert len(list(reader.claims())) == 1
    writer.close()


def test_a_reader_writes_nothing(path: Path) -> None:
    store.open(path).close()
    with store.open(path, readonly=True) as reader:
        reader.keep(*document("12 died"), recorded=NOW, version="1")
        with pytest.raises(LedgerError) as refused:
            reader.flush()
    assert refused.value.code == "read_only"


@contextmanager
def as_somebody() -> Iterator[None]:
    """Permissions do not hold the superuser, who becomes nobody for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def test_a_ledger_that_may_not_be_written_can_be_read() -> None:
    # Not in pytest's own folder, which only its owner may enter.
    with TemporaryDirectory() as name:
        folder, path = Path(name), Path(name) / "war.tally"
        with store.open(path) as ledger:
            ledger.keep(*document("12 died"), recorded=NOW, version="1")
        path.chmod(0o444)
        folder.chmod(0o555)
        with as_somebody():
            with pytest.raises(LedgerError, match="may not be written") as refused:
                store.open(path)
            with store.open(path, readonly=True) as ledger:
                assert len(list(ledger.claims())) == 1
        folder.chmod(0o755)
    assert refused.value.code == "read_only"


def test_a_ledger_that_may_not_be_read() -> None:
    with TemporaryDirectory() as name:
        folder, path = Path(name), Path(name) / "war.tally"
        store.open(path).close()
        path.chmod(0)
        folder.chmod(0o755)
        with as_somebody(), pytest.raises(LedgerError, match="Permission denied") as refused:
            store.open(path, readonly=True)
    assert refused.value.code == "cannot_open"


def pages(count: int) -> list[Document]:
    return [document(f"{number} died " + "of it " * 400, address=f"{number}.txt") for number in range(1, count + 1)]


@pytest.fixture
def one_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, what is kept waits until it is written."""
    monkeypatch.setattr(store, "BATCH_SECONDS", 600)


@pytest.mark.usefixtures("one_batch")
def test_a_full_disk_keeps_every_earlier_document_whole(path: Path) -> None:
    with store.open(path) as ledger:
        with ledger.engine.connect() as connection:
            used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            # SQLite's own limit: the engine says "database or disk is full", as on a disk without room.
            connection.exec_driver_sql(f"PRAGMA max_page_count = {used + 40}")
        for page in pages(100):
            ledger.keep(*page, recorded=NOW, version="1")
        with pytest.raises(LedgerError, match="the disk is full") as refused:
            ledger.flush()
        assert refused.value.code == "disk_full"
    assert_only_the_first_are_kept(path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can be mounted only by the superuser")
    return folder


@pytest.mark.usefixtures("one_batch")
def test_a_real_disk_that_is_full(small_disk: Path) -> None:
    path = small_disk / "war.tally"
    try:
        ledger = store.open(path)
        for page in pages(400):
            ledger.keep(*page, recorded=NOW, version="1")
        with pytest.raises(LedgerError, match="the disk") as refused:
            ledger.close()
        assert refused.value.code in {"disk_full", "disk_fault"}
        assert_only_the_first_are_kept(path)
    finally:
        subprocess.run(["umount", "--lazy", small_disk], check=True)


def assert_only_the_first_are_kept(path: Path) -> None:
    with store.open(path, readonly=True) as ledger:
        kept = [claim.figure.best or 0 for claim in ledger.claims()]
        assert 0 < len(kept) < 400
        assert sorted(kept) == list(range(1, len(kept) + 1))
        assert all(ledger.reading(claim).article.text.startswith(claim.figure.words) for claim in ledger.claims())


def test_two_programs_may_make_the_same_ledger_at_once(path: Path) -> None:
    code = "import sys; from tallywire.ledger import store; store.open(sys.argv[1]).close()"
    makers = [subprocess.Popen([sys.executable, "-c", code, path]) for _ in range(3)]
    assert [maker.wait() for maker in makers] == [0, 0, 0]
    with store.open(path) as ledger:
        assert list(ledger.claims()) == []


def test_opening_a_ledger_that_is_up_to_date_needs_no_migration(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.open(path).close()
    monkeypatch.setattr(migrations, "upgrade", None)
    ledger: Ledger = store.open(path)
    ledger.close()
