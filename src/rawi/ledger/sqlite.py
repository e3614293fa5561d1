"""The ledger in one SQLite file, through apsw, which brings a SQLite of its own.

SQLite 3.7.0 to 3.51.2 can lose committed writes in WAL mode (a race at WAL reset; fixed in 3.51.3, and in
3.44.6 and 3.50.7 of the older branches: sqlite.org/wal.html, "The WAL-Reset Bug"). With such a library the
ledger uses a rollback journal instead. Either way ``synchronous`` is FULL: what was acknowledged survives a
power cut.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import apsw

from rawi.errors import LedgerError
from rawi.ledger.faults import LedgerDamaged, LedgerLocked, LedgerMissing, NotALedger
from rawi.ledger.memory import Memory
from rawi.ledger.queries import load_statements
from rawi.ledger.store import Parameters, Row

T = TypeVar("T")
APPLICATION_ID = 0x52415749  # "RAWI"
#: How SQLite complains of statements that fit the schema of every ledger that was not damaged.
_BROKEN_SCHEMA = (
    "no such ",
    "wrong number of arguments",
    "malformed ",
    "vtable constructor failed",
    "unrecognized ",
    "invalid rootpage",
    "invalid fts5 file format",
    "reserved fts5 ",
    "parse error in ",
    "error in ",
    "multiple ",
    "prefix length out of range",
    "recursively defined ",
    "foreign key mismatch",
    "ambiguous column",
    "unknown function",
)
_FIXED_BRANCHES = {(3, 44): 6, (3, 50): 7}


def wal_is_safe(version: str) -> bool:
    """Say whether a SQLite ``version`` keeps committed writes in WAL mode.

    >>> wal_is_safe("3.51.2"), wal_is_safe("3.51.3"), wal_is_safe("3.50.7"), wal_is_safe("3.40.1")
    (False, True, True, False)
    """
    major, minor, patch = (*(int(part) for part in version.split(".")), 0, 0)[:3]
    if (major, minor, patch) >= (3, 51, 3) or (major, minor) < (3, 7):
        return True
    return patch >= _FIXED_BRANCHES.get((major, minor), patch + 1)


class SqliteStore:
    """A ``Store`` on one SQLite file; raises ``LedgerLocked`` after ``wait`` seconds behind a writer."""

    def __init__(self, path: Path, *, create: bool, wait: float) -> None:
        self._begin(path, _connect(path, create))
        with self._plainly:
            _configure(self.connection, wait)

    def _begin(self, path: Path, connection: apsw.Connection) -> None:
        """Take over a connection."""
        self.path, self.connection = path, connection
        self._plainly = ToldPlainly(path)
        self._sql = load_statements()
        self._memory = Memory()

    def rows(self, name: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Run a named statement and yield its rows."""
        with self._plainly:
            yield from self.connection.execute(self._sql[name], parameters)

    def run(self, name: str, parameters: Parameters = ()) -> None:
        """Run a named statement for what it does."""
        with self._plainly:
            self.connection.execute(self._sql[name], parameters)

    def run_many(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a named statement once for each row of parameters."""
        with self._plainly:
            self.connection.executemany(self._sql[name], rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the write lock, commit at the end, roll back on any exception."""
        with self._plainly:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` returns of the database as it is now; made once until anything is written.

        Nothing is kept of a transaction: it may be rolled back. Others' commits move ``data_version``, our
        own changes ``total_changes``.
        """
        if self.connection.in_transaction:
            return make()
        with self._plainly:
            state = (self.connection.pragma("data_version"), self.connection.total_changes())
        return self._memory.recall(state, key, make)

    def problems(self) -> Iterator[str]:
        """Yield what SQLite finds wrong: damaged pages, dangling references, broken full-text indexes."""
        yield from (str(row[0]) for row in self.rows("integrity_check") if row[0] != "ok")
        for table, number, parent, _ in self.rows("foreign_keys"):
            yield f"{table} row {number} refers to a {parent} that is not there"
        for index in ("text_index", "entry_index"):
            try:
                self.run(f"check_{index}")
            except LedgerDamaged as error:
                yield f"{index}: {error}"

    def follow_references(self) -> None:
        """From now on take away with a row what refers to it, and let nothing refer to what is not there."""
        self.connection.execute("PRAGMA foreign_keys = ON")

    def copy_into(self, path: Path) -> None:
        """Write a snapshot to the empty or new file ``path``: one read of a moment, others may go on writing.

        The copy is built anew from the rows, so that it has no free pages and every index is made again.
        """
        with self._plainly:
            self.connection.execute("VACUUM INTO ?", (str(path),))

    def close(self) -> None:
        """Close the connection; a last writer also tidies the WAL away."""
        self.connection.close()


def open_scratch() -> SqliteStore:
    """Return an empty store in memory, for tables that are made only to be compared; it follows no references
    to tables that it has not."""
    store = SqliteStore.__new__(SqliteStore)
    store._begin(Path(":memory:"), apsw.Connection(":memory:"))
    return store


class ToldPlainly:
    """Turns SQLite's errors into ``LedgerError`` that say what happened, where, and what to do."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, UnicodeDecodeError):
            raise LedgerDamaged(f"{self._path} is damaged ({error}); restore a backup") from error
        if isinstance(error, apsw.Error) and (plain := _plain_error(error, self._path)):
            raise plain from error


def _plain_error(error: apsw.Error, path: Path) -> LedgerError | None:
    """Return the error to raise in place of SQLite's, null for one that is a mistake in this program."""
    match error:
        case apsw.BusyError() | apsw.LockedError():
            return LedgerLocked(f"{path} is being written to by another process; try again later")
        case apsw.NotADBError():
            return NotALedger(f"{path} is not a Rawi ledger")
        case apsw.CorruptError():
            return LedgerDamaged(f"{path} is damaged ({error}); restore a backup")
        case apsw.SQLError() if str(error).startswith(_BROKEN_SCHEMA):
            return LedgerDamaged(f"{path} is damaged ({error}); restore a backup")
        case apsw.CantOpenError() | apsw.FullError() | apsw.IOError() | apsw.ReadOnlyError():
            return LedgerError(f"{path} cannot be used: {error}")
    return None


def _connect(path: Path, create: bool) -> apsw.Connection:
    """Open the file; a new one is for its owner alone: who documents what is sensitive."""
    if not path.exists():
        if not create:
            raise LedgerMissing(f"there is no ledger at {path}; rawi add PATH creates one")
        _create_private(path)
    with ToldPlainly(path):
        return apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)


def _create_private(path: Path) -> None:
    """Create an empty file that only its owner may read."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise LedgerError(f"{path} cannot be created: {error.strerror}") from error


def _configure(connection: apsw.Connection, wait: float) -> None:
    """Set what makes writes durable and an untrusted file harmless (sqlite.org/security.html)."""
    connection.set_busy_timeout(round(wait * 1000))
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DDL, 0)
    mode = "WAL" if wal_is_safe(apsw.sqlite_lib_version()) else "DELETE"
    for pragma in (
        "foreign_keys = ON",
        "recursive_triggers = ON",  # without it INSERT OR REPLACE deletes past the triggers
        "secure_delete = ON",
        "synchronous = FULL",
        "cache_size = -32768",
        "temp_store = MEMORY",
        f"journal_mode = {mode}",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
