"""Ledgers of every released schema open; what is newer or not a ledger is refused."""

from __future__ import annotations

from pathlib import Path

import apsw
import apsw.ext
import pytest

from rawi.ledger import open_ledger
from rawi.ledger.clock import utc_now
from rawi.ledger.faults import LedgerMissing, LedgerNewer, NotALedger
from rawi.ledger.migrations import migrate
from rawi.ledger.queries import Migration, load_migrations, load_statements, split_statements
from rawi.ledger.sqlite import SqliteStore, wal_is_safe
from tests.ledger.conftest import Add
from tests.ledger.golden_ledgers import FOLDER
from tests.ledger.samples import news, submission

#: The hash of the content of each golden ledger, by schema.
_GOLDEN = {
    1: "94de5fd4f848c2c0ebf81545feda3931e714d6e51fdef9f78be7b8884618be29",
    2: "8266d46439d7e947e0e90d800e00f3aba67640722eefbfe301a3099d3fb3c461",
    3: "8266d46439d7e947e0e90d800e00f3aba67640722eefbfe301a3099d3fb3c461",
    4: "1d916f2b3b3dfab51d539e42281c8b34d3a69448f7ac644d7f10fa778b7ed3bd",
    5: "1d916f2b3b3dfab51d539e42281c8b34d3a69448f7ac644d7f10fa778b7ed3bd",
    6: "f771a5550b8b904573120571c08662f545377804ee2b9f815aed65dde717ac80",
    7: "6740ea9af1c945632b7eae7370b77c5bd634f20ce069a379dd29a42908cef666",
    8: "6740ea9af1c945632b7eae7370b77c5bd634f20ce069a379dd29a42908cef666",
}


def restore(path: Path, schema: int) -> None:
    """Make a ledger from its SQL text."""
    connection = apsw.Connection(str(path))
    connection.execute((FOLDER / f"schema_{schema:04}.sql").read_text("utf-8"))
    connection.close()


@pytest.mark.parametrize("schema", sorted(_GOLDEN))
def test_a_ledger_of_an_older_schema_opens(path: Path, schema: int) -> None:
    """The golden ledger of a schema is sound, is found by search, and has the content it always had."""
    restore(path, schema)
    with open_ledger(path) as ledger:
        assert ledger.verify() == []
        assert ledger.ledger_hash() == _GOLDEN[schema]
        assert len(ledger.find("متطوعا").hits) == 3
        assert len(list(ledger.figures("متطوعين"))) == 3
        assert ledger.counts().rejected == 1


@pytest.mark.parametrize("schema", sorted(_GOLDEN))
def test_a_golden_ledger_exports_what_a_new_one_does(path: Path, tmp_path: Path, schema: int) -> None:
    """Migrated from an older schema or written today: the figures are the same rows."""
    restore(path, schema)
    with open_ledger(path) as old, open_ledger(tmp_path / "new.rawi") as new:
        list(new.add_many(submission(news(number)) for number in range(3)))
        kinds = ("statements", "figures", "events", "entities") if schema == 1 else ("figures",)
        for kind in kinds:
            assert list(old.export(kind)) == list(new.export(kind))


def test_every_golden_ledger_is_kept() -> None:
    """There is a golden ledger for every schema but the newest, which may still be in the making."""
    kept = {int(file.stem[-4:]) for file in FOLDER.glob("schema_*.sql")}
    assert kept >= set(range(1, len(load_migrations())))
    assert kept == set(_GOLDEN)


def test_a_newer_schema_is_refused(path: Path) -> None:
    """A ledger of a later Rawi is left alone, with a code."""
    open_ledger(path).close()
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", len(load_migrations()) + 1)
    connection.close()
    with pytest.raises(LedgerNewer, match="upgrade Rawi") as caught:
        open_ledger(path)
    assert caught.value.code == "E305"


def test_something_else_is_refused(path: Path) -> None:
    """A text file and somebody else's database are not ledgers, and are not touched."""
    path.write_bytes("ليس سجلا".encode() * 100)
    before = path.read_bytes()
    with pytest.raises(NotALedger):
        open_ledger(path)
    assert path.read_bytes() == before
    path.unlink()
    other = apsw.Connection(str(path))
    other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(NotALedger):
        open_ledger(path)


def test_a_missing_ledger_is_made_only_if_asked(path: Path) -> None:
    """Without ``create`` a path that is not there is an error, and stays empty."""
    with pytest.raises(LedgerMissing):
        open_ledger(path, create=False)
    assert not path.exists()
    open_ledger(path).close()
    assert path.stat().st_mode & 0o077 == 0


def test_opening_twice_changes_nothing(path: Path) -> None:
    """A ledger that is up to date is not written to."""
    with open_ledger(path) as ledger:
        head = ledger.head()
    with open_ledger(path) as ledger:
        assert ledger.head() == head


_SECOND = Migration(2, "notes", "CREATE TABLE note (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;")


def test_a_step_that_fails_leaves_the_schema_before_it(path: Path) -> None:
    """A migration is whole or not at all; the next attempt goes on there; the journal tells of each."""
    first = load_migrations()[0]
    broken = Migration(2, "notes", _SECOND.sql + "SELECT 1 FROM;")
    store = SqliteStore(path, create=True, wait=1)
    with pytest.raises(apsw.SQLError):
        migrate(store, utc_now, "test", (first, broken))
    tables = {row[0] for row in store.connection.execute("SELECT name FROM sqlite_schema")}
    assert store.connection.pragma("user_version") == 1
    assert "note" not in tables
    migrate(store, utc_now, "test", (first, _SECOND))
    assert store.connection.pragma("user_version") == 2
    assert [row[3] for row in store.rows("journal")] == ["schema.migrated"] * 2
    store.close()


def test_stale_indexes_are_built_again(path: Path, add: Add) -> None:
    """When folding changes with a new version, opening the ledger builds the indexes anew."""
    add(news(1))
    connection = apsw.Connection(str(path))
    connection.execute("INSERT INTO text_index (text_index) VALUES ('delete-all')")
    connection.execute("INSERT INTO entry_index (entry_index) VALUES ('delete-all')")
    connection.execute("UPDATE index_state SET value = 'older'")
    connection.close()
    with open_ledger(path) as ledger:
        assert len(ledger.find("متطوعا").hits) == 1
        assert len(list(ledger.said(None, about="متطوعا"))) == 1
        assert ledger.verify() == []


def test_statements_have_one_name_each() -> None:
    """Named SQL is cut at its names, and every statement compiles against the newest schema."""
    cut = split_statements("-- name: a\nSELECT 1;\n\n-- name: b\nSELECT 2;\n")
    assert cut == [("a", "SELECT 1"), ("b", "SELECT 2")]
    connection = apsw.Connection(":memory:")
    for step in load_migrations():
        connection.execute(step.sql)
    for sql in load_statements().values():
        assert apsw.ext.query_info(connection, sql).query


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ("3.6.23", True),
        ("3.7.0", False),
        ("3.40.1", False),
        ("3.44.5", False),
        ("3.44.6", True),
        ("3.50.6", False),
        ("3.50.7", True),
        ("3.51.2", False),
        ("3.51.3", True),
        ("3.54.1", True),
        ("4.0", True),
    ],
)
def test_wal_is_used_only_where_it_keeps_writes(version: str, safe: bool) -> None:
    """The versions with the WAL-reset race are known."""
    assert wal_is_safe(version) is safe


@pytest.mark.parametrize(("safe", "mode"), [(True, "wal"), (False, "delete")])
def test_the_journal_mode_follows(path: Path, monkeypatch: pytest.MonkeyPatch, safe: bool, mode: str) -> None:
    """An affected library never gets a ledger in WAL; either way every commit reaches the disk."""
    monkeypatch.setattr("rawi.ledger.sqlite.wal_is_safe", lambda version: safe)
    store = SqliteStore(path, create=True, wait=1)
    assert store.connection.pragma("journal_mode") == mode
    assert store.connection.pragma("synchronous") == 2
    assert store.connection.pragma("secure_delete") == 1
    assert store.connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, -1) == 1
    assert store.connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1) == 0
    store.close()
