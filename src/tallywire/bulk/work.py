"""The work folder beside a ledger: which run is under way, the parts that were read, and which of them are merged."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from tallywire.bulk.shards import Shard
from tallywire.claims.errors import LedgerError
from tallywire.claims.ids import id_of


class Done(msgspec.Struct):
    """What merging a part did; of a whole run, the sum of its parts. Kept as JSON."""

    captures: int = 0
    figures: int = 0
    unread: int = 0
    points: int = 0
    deleted: int = 0
    passed: int = 0
    kept: dict[str, int] = {}
    problems: dict[str, int] = {}
    skipped: dict[str, dict[str, int]] = {}  # by archive and kind


class Run(msgspec.Struct):
    """A run under way: the moment that stands for all of it, so that one that goes on gives the same rows."""

    moment: str


class Work:
    """The folder of one run: these sources, read by this version into this ledger. One process at a time has it.

    It lies hidden beside the ledger, outlives a process that dies, and goes away with `finish`.
    """

    def __init__(self, ledger: Path, sources: Sequence[str], version: str) -> None:
        self._ledger = ledger
        self._version = version
        run = id_of(version, *(os.path.abspath(source) for source in sources))  # noqa: PTH100
        self._folder = ledger.with_name(f".{ledger.name}.work") / run[:16]
        self._lock: sqlite3.Connection | None = None
        self.moment = ""

    def __enter__(self) -> Self:
        with self._faults():
            self._folder.mkdir(parents=True, exist_ok=True)
            self._take()
            self.moment = self._begun()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._lock is not None:
            self._lock.close()

    def part(self, shard: Shard) -> Path:
        """Where the part of a shard lies, or is to lie."""
        return self._folder / f"{shard.id}-{self._version}.parquet"

    def done(self, shard: Shard) -> Done | None:
        """What merging the part of this shard did, if it was merged."""
        try:
            return msgspec.json.decode(self._merged(shard).read_bytes(), type=Done)
        except FileNotFoundError:
            return None

    def merged(self, shard: Shard, done: Done) -> None:
        """Note that a part is in the ledger for good, and let it go."""
        with self._faults():
            with written(self._merged(shard)) as file:
                file.write(msgspec.json.encode(done))
            self.part(shard).unlink(missing_ok=True)

    def finish(self) -> None:
        """The run is over: nothing of it is left but the ledger."""
        if self._lock is not None:
            self._lock.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        with contextlib.suppress(OSError):  # another run may be under way beside it
            self._folder.parent.rmdir()

    def _merged(self, shard: Shard) -> Path:
        return self.part(shard).with_suffix(".json")

    def _take(self) -> None:
        # SQLite's lock goes away with its process, however that ends, on every system.
        self._lock = sqlite3.connect(self._folder / "lock", timeout=0, isolation_level=None)
        try:
            self._lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            says = "another process reads the same sources into this ledger"
            raise LedgerError("locked", says, where=str(self._ledger), remedy="wait for it") from error

    def _begun(self) -> str:
        path = self._folder / "run.json"
        try:
            return msgspec.json.decode(path.read_bytes(), type=Run).moment
        except FileNotFoundError:
            moment = datetime.now(UTC).isoformat(timespec="microseconds")
        with written(path) as file:
            file.write(msgspec.json.encode(Run(moment)))
        return moment

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise disk_fault(error, self._folder) from error


def disk_fault(error: OSError, folder: Path) -> LedgerError:
    """A fault of the disk that the work lies on, in plain words."""
    says = f"the work in progress cannot be kept: {error.strerror or error}"
    return LedgerError("disk_fault", says, where=str(folder), remedy="see to the disk and run again; it goes on")


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file that is there whole or not at all, whenever the process or the machine dies."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
