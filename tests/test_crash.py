"""The script that kills bulk readings: it tells one ledger from another, and a run that was killed goes on."""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from archives import page
from scripted import script
from tallywire import pipeline


@pytest.fixture
def crash(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    module = script("crash")
    monkeypatch.setattr(module, "PAGES", 60)
    monkeypatch.setattr(module, "LINES", 40)
    monkeypatch.setattr(module, "FILES", 12)
    return module


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_bytes(page(12))
    pipeline.read([str(tmp_path / "page.html")], tmp_path / "war.tally")
    return tmp_path / "war.tally"


def test_two_readings_of_the_same_at_other_moments_are_equal(crash: Any, ledger: Path, tmp_path: Path) -> None:
    expected = crash.contents(ledger)
    connection = sqlite3.connect(ledger)
    (moment,) = connection.execute("SELECT max(recorded) FROM articles").fetchone()
    connection.close()
    assert moment not in repr(expected)
    crash.compare(ledger, expected)


CHANGES = [
    "INSERT INTO problems (id, recorded, code, source, message, remedy) VALUES ('a', 'b', 'c', 'd', 'e', 'f')",
    "INSERT INTO revisions SELECT address, line, 2, capture, fetched, recorded FROM revisions",
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_row_too_many_ends_the_script(crash: Any, ledger: Path, change: str) -> None:
    expected = crash.contents(ledger)
    connection = sqlite3.connect(ledger)
    connection.execute(change)
    connection.commit()
    connection.close()
    with pytest.raises(SystemExit, match="1 rows too many, 0 missing"):
        crash.compare(ledger, expected)


def test_a_run_that_is_killed_is_called_again_until_it_comes_through(crash: Any, tmp_path: Path) -> None:
    if shutil.which("ps") is None:
        pytest.skip("processes are listed by ps")
    source = tmp_path / "sources"
    source.mkdir()
    crash.make_sources(source, random.Random(1))
    crash.run_to_the_end(source, tmp_path / "undisturbed.tally")
    known = (1.0, crash.contents(tmp_path / "undisturbed.tally"))
    killed, ledgers = crash.kill_and_compare(1, (source, tmp_path), known, random.Random(1))
    assert killed.total() == 1
    assert ledgers > 0
