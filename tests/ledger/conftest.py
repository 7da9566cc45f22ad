"""A ledger in a new folder, and documents to keep in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tallywire.ledger import store
from tallywire.ledger.store import Ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "war.tally"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with store.open(path) as opened:
        yield opened
