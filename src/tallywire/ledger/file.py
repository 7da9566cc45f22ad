"""The file of a ledger: opened only when it is one, and every fault of SQLite said in plain words."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from tallywire.claims.errors import LedgerError
from tallywire.ledger import migrations

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor

# SQLite's place for "whose file is this": "TLYW". Another program's database never bears it by chance.
APPLICATION_ID = 0x544C5957
FIRST_BYTES = b"SQLite format 3\x00"
BETWEEN_TRIES = 0.01  # seconds


@dataclass(frozen=True, slots=True)
class Fault:
    """What an error of SQLite means to the person at the keyboard."""

    code: str
    message: str
    remedy: str


# By SQLite's primary result code.
FAULTS = {
    sqlite3.SQLITE_FULL: Fault(
        "disk_full", "the disk is full", "free some space and run again; every document before this one is kept"
    ),
    sqlite3.SQLITE_BUSY: Fault("locked", "another program is writing to this ledger", "wait for it and run again"),
    sqlite3.SQLITE_LOCKED: Fault("locked", "another program is writing to this ledger", "wait for it and run again"),
    sqlite3.SQLITE_READONLY: Fault("read_only", "this ledger may not be written", "allow writing, or copy it"),
    sqlite3.SQLITE_CANTOPEN: Fault("cannot_open", "this ledger cannot be opened", "look at the permissions"),
    sqlite3.SQLITE_PERM: Fault("cannot_open", "this ledger cannot be opened", "look at the permissions"),
    sqlite3.SQLITE_NOTADB: Fault("not_a_ledger", "this file is no ledger", "name another file"),
    sqlite3.SQLITE_CORRUPT: Fault("damaged", "this ledger is damaged", "restore it from a copy"),
    sqlite3.SQLITE_IOERR: Fault("disk_fault", "the disk refused to read or write", "look at the disk and run again"),
}


@contextmanager
def faults_said(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a LedgerError that names the file; a mistake of ours stays what it is."""
    try:
        yield
    except DBAPIError as error:
        raise _said(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _said(error, path) or error from error


def _said(error: BaseException | None, path: Path) -> LedgerError | None:
    # Extended codes keep the primary code in their low byte.
    code = getattr(error, "sqlite_errorcode", None)
    fault = FAULTS.get(code & 0xFF) if code is not None else None
    return LedgerError(fault.code, fault.message, where=str(path), remedy=fault.remedy) if fault else None


def opened(path: Path, *, create: bool, readonly: bool, wait: float) -> Engine:
    """The database in this file, made or brought up to date as needed; LedgerError where it is not ours to use."""
    fresh = _is_fresh(path, create=create and not readonly)
    if not (fresh or readonly or os.access(path, os.W_OK)):
        raise LedgerError("read_only", "this ledger may not be written", where=str(path), remedy="allow writing")
    engine = _engine(_uri(path, readonly=readonly), wait)
    try:
        with faults_said(path):
            _ready(engine, path, readonly=readonly, wait=wait)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _is_fresh(path: Path, *, create: bool) -> bool:
    """Whether a ledger has yet to be made here; a file of another kind is refused before SQLite touches it."""
    if not path.parent.is_dir():
        raise LedgerError("folder_missing", "there is no such folder", where=str(path.parent), remedy="create it first")
    if path.is_dir():
        raise LedgerError("not_a_ledger", "this is a folder", where=str(path), remedy="name a file")
    if not path.exists():
        if not create:
            raise LedgerError(
                "no_ledger", "there is no such ledger", where=str(path), remedy="`tallywire read` makes one"
            )
        return True
    try:
        with path.open("rb") as file:
            first = file.read(len(FIRST_BYTES))
    except OSError as error:
        remedy = "look at the permissions"
        raise LedgerError("cannot_open", error.strerror or "unreadable", where=str(path), remedy=remedy) from error
    if first not in {b"", FIRST_BYTES}:
        raise _not_a_ledger(path)
    return not first


def _not_a_ledger(path: Path) -> LedgerError:
    return LedgerError("not_a_ledger", "this file is no ledger", where=str(path), remedy="name another file")


def _uri(path: Path, *, readonly: bool) -> str:
    where = f"file:{quote(os.fsencode(path.absolute()))}"
    if not readonly:
        return f"{where}?mode=rwc"
    # A reader too needs SQLite's two side files, and cannot make them where the folder may not be written. With no
    # log beside it the file is complete, and nobody who may not write it will see it change.
    alone = not path.with_name(path.name + "-wal").exists() and not os.access(path.parent, os.W_OK)
    return f"{where}?mode=ro&immutable=1" if alone else f"{where}?mode=ro"


def _engine(uri: str, wait: float) -> Engine:
    def connect() -> sqlite3.Connection:
        # isolation_level None: the driver begins nothing by itself; `begin` below does.
        connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        # With a write-ahead log NORMAL survives any death of the process; only a power cut may cost the last batch.
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        # A writer takes its lock at once: one that first reads could find, when it writes, that it has read old rows.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _ready(engine: Engine, path: Path, *, readonly: bool, wait: float) -> None:
    with engine.connect() as connection:
        revision = _revision(connection, path)
    if revision == migrations.NEWEST:
        return
    if readonly:
        remedy = "open it once for writing: `tallywire read` does"
        raise LedgerError("older_ledger", "this ledger is of an older version", where=str(path), remedy=remedy)
    if revision is None:
        _keep_a_log(engine, wait)
    with engine.execution_options(writing=True).begin() as connection:
        # Looked at again under the lock: another program may have made it meanwhile.
        if _revision(connection, path) != migrations.NEWEST:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            migrations.upgrade(connection)


def _keep_a_log(engine: Engine, wait: float) -> None:
    """Switch the file to a write-ahead log, for good: readers and one writer then never wait for one another."""
    deadline = time.monotonic() + wait
    connection = engine.raw_connection()
    try:
        while not _switched(connection.cursor(), last=time.monotonic() >= deadline):
            time.sleep(BETWEEN_TRIES)
    finally:
        connection.close()


def _switched(cursor: DBAPICursor, *, last: bool) -> bool:
    # SQLite refuses this at once, whatever its timeout, where two programs make one new ledger and both ask for it.
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if last or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _revision(connection: Connection, path: Path) -> str | None:
    """The revision of the tables, None where there are no tables yet."""
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    if not tables:
        return None
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise _not_a_ledger(path)
    revision = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    if revision not in migrations.REVISIONS:
        says = f"this ledger was written by a newer tallywire (its tables are at {revision})"
        raise LedgerError("newer_ledger", says, where=str(path), remedy="upgrade tallywire")
    return revision
