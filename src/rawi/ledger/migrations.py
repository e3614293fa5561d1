"""Bring a ledger's schema up to date, one numbered migration at a time, each whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import apsw

from rawi.ledger.clock import Clock
from rawi.ledger.faults import LedgerNewer, NotALedger
from rawi.ledger.journal import append
from rawi.ledger.queries import Migration, load_migrations
from rawi.ledger.sqlite import APPLICATION_ID, SqliteStore


def migrate(
    store: SqliteStore, clock: Clock, actor: str, migrations: Sequence[Migration] | None = None
) -> None:
    """Apply what is missing. Raises ``LedgerNewer`` (E305) or ``NotALedger`` (E301)."""
    steps = load_migrations() if migrations is None else migrations
    version = _version(store)
    if version > len(steps):
        raise LedgerNewer(
            f"{store.path} has schema {version}, this Rawi knows {len(steps)}; upgrade Rawi to open it"
        )
    for step in steps[version:]:
        _apply(store, step, clock, actor)


def _version(store: SqliteStore) -> int:
    """Return the schema's version, 0 for an empty file; refuse a database of somebody else."""
    application, version, tables = _pragmas(store.connection)
    if application != APPLICATION_ID and (application or version or tables):
        raise NotALedger(f"{store.path} is a database, but not a Rawi ledger")
    return version


def _pragmas(connection: apsw.Connection) -> tuple[int, int, int]:
    """Read application id, schema version and number of tables."""
    return (
        int(connection.pragma("application_id")),
        int(connection.pragma("user_version")),
        int(connection.execute("SELECT count(*) FROM sqlite_schema").get),
    )


def _apply(store: SqliteStore, step: Migration, clock: Clock, actor: str) -> None:
    """Apply one migration unless another process did so while this one waited for the lock."""
    with store.transaction():
        if int(store.connection.pragma("user_version")) >= step.number:
            return
        store.connection.execute(step.sql)
        store.connection.pragma("application_id", APPLICATION_ID)
        store.connection.pragma("user_version", step.number)
        detail = {"title": step.title, "sha256": sha256(step.sql.encode()).hexdigest()}
        append(store, clock, actor, "schema.migrated", f"schema {step.number}", str(step.number), detail)
