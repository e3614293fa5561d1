"""What is changed behind the ledger's back is found and named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import msgspec
import pytest

from rawi.errors import LedgerError
from rawi.ledger import Ledger, Origin, open_ledger
from rawi.ledger.exports import KINDS
from rawi.ledger.faults import LedgerDamaged
from rawi.ledger.queries import load_migrations
from rawi.model.record import Record
from rawi.model.source import Capture
from rawi.model.span import Span
from tests.ledger.samples import EXTRACTOR, news, submission

_TABLES = (
    "blob",
    "document",
    "derivation",
    "sighting",
    "capture",
    "extractor",
    "reading",
    "entry",
    "refusal",
    "rejection",
    "journal",
    "decision",
    "subscription",
)
_DERIVED = ("entity", "suggestion")


def filled(path: Path) -> None:
    """Make a ledger that has a row in every table."""
    with open_ledger(path) as ledger:
        list(ledger.add_many(submission(news(number)) for number in range(4)))
        record, page = news(7), b"<p>" + news(7).text.encode()
        ledger.add(
            record, evidence=page, origin=Origin("p.html", "1", "https://x.example"), extractor=EXTRACTOR
        )
        capture = Capture("2031-05-01T08:00:00Z", "https://x.example/2", (("Server", "x"),))
        again = Origin("p.html", "1", "https://x.example", capture=capture)
        assert ledger.add(record, evidence=page, origin=again, extractor=EXTRACTOR).code == "sighting.new"
        ledger.add(record, evidence=page, origin=Origin("p.html"), extractor="rawi/0.2.0")
        ledger.add(with_refusal(), evidence=b"x", origin=Origin("r.txt"), extractor=EXTRACTOR)
        ledger.reject(Origin("bad.bin"), "E104", b"\xff")
        one, other = [row["id"] for row in ledger.export("entities") if row["type"] == "person"][:2]
        ledger.undo(ledger.merge(one, other, "على سبيل التجربة"))
        ledger.feeds.add("https://x.example/rss", "أخبار", "صدى الريم")
        ledger.feeds.add("https://y.example/rss")
        ledger.feeds.remove("https://x.example/rss", "توقفت")


def with_refusal() -> Record:
    """Return a record of which one entry is refused."""
    record = news(8)
    return msgspec.structs.replace(
        record, dates=(msgspec.structs.replace(record.dates[0], span=Span(0, 10**6)),)
    )


def tamper(path: Path, *statements: str) -> None:
    """Change a ledger with plain SQL, as one with the file in hand can: without triggers and checks."""
    connection = apsw.Connection(str(path))
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        connection.execute(statement)
        assert connection.changes() > 0, statement
    connection.close()


def mismatches(path: Path) -> set[str]:
    """Return the codes of what verify finds."""
    with open_ledger(path) as ledger:
        return {one.code for one in ledger.verify()}


def test_an_untouched_ledger_is_sound(path: Path) -> None:
    """A ledger with a row in every table has no mismatch."""
    filled(path)
    connection = apsw.Connection(str(path))
    assert all(connection.execute(f"SELECT count(*) FROM {table}").get for table in _TABLES)
    connection.close()
    assert mismatches(path) == set()


def columns_of(table: str) -> list[str]:
    """Return the columns of a table in the newest schema."""
    connection = apsw.Connection(":memory:")
    for step in load_migrations():
        connection.execute(step.sql)
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


_CELLS = [
    (table, column) for table in (*_TABLES, *_DERIVED) for column in columns_of(table) if column != "number"
]


@pytest.mark.parametrize(("table", "column"), _CELLS)
def test_a_changed_cell_is_found(path: Path, table: str, column: str) -> None:
    """Whatever cell of evidence, entries or journal is changed, verify finds it."""
    filled(path)
    change = f"""
        UPDATE {table} SET "{column}" = CASE
            WHEN typeof("{column}") = 'integer' THEN "{column}" + 1
            WHEN typeof("{column}") = 'real' THEN "{column}" + 1
            WHEN typeof("{column}") = 'blob' THEN CAST("{column}" || x'00' AS BLOB)
            WHEN "{column}" = 'zlib' THEN 'raw'
            WHEN "{column}" IS NULL AND '{table}.{column}' IN ('entry.low', 'entry.high') THEN 1
            ELSE coalesce("{column}", '') || 'x' END
        WHERE number = (SELECT max(number) FROM {table})"""
    tamper(path, change)
    assert mismatches(path)


@pytest.mark.parametrize("table", [*_TABLES, *_DERIVED])
@pytest.mark.parametrize("which", ["min", "max"])
def test_a_removed_row_is_found(path: Path, table: str, which: str) -> None:
    """A row that is gone is missed, be it the first or the last."""
    filled(path)
    tamper(path, f"DELETE FROM {table} WHERE number = (SELECT {which}(number) FROM {table})")
    assert mismatches(path)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE journal SET who = 'nobody' WHERE number = 3", "journal.changed"),
        ("UPDATE journal SET why = 'because' WHERE number = 3", "journal.changed"),
        ("DELETE FROM journal WHERE number = 3", "journal.gap"),
        ("UPDATE entry SET \"start\" = \"start\" + 1 WHERE position = 0", "entry.changed"),
        ("UPDATE entry SET json = replace(json, 'asserted', 'denied') WHERE position = 0", "reading.changed"),
        ("UPDATE blob SET data = x'00' WHERE number = 1", "evidence.unreadable"),
        ("UPDATE reading SET published = '2000' WHERE number = 1", "reading.changed"),
        ("UPDATE current SET reading = (SELECT min(number) FROM reading WHERE document = 5) WHERE document=5",
         "current.stale"),
        ("INSERT INTO sighting SELECT 99, derivation, 'elsewhere', url, media FROM sighting LIMIT 1",
         "sighting.unexplained"),
        ("UPDATE decision SET why = 'because' WHERE number = 1", "decision.unexplained"),
        ("UPDATE decision SET who = 'nobody' WHERE number = 1", "decision.missing"),
        ("DELETE FROM decision WHERE number = 2", "decision.missing"),
        ("UPDATE member SET rule = 'decision'", "entities.changed"),
        ("UPDATE naming SET count = count + 1", "entities.changed"),
        ("DELETE FROM claimant", "entities.changed"),
        ("UPDATE entity SET name = 'غيره'", "entities.changed"),
        ("UPDATE scene SET reading = reading + 1", "entities.changed"),
        ("DELETE FROM scene_group", "entities.changed"),
        ("UPDATE name_block SET block = block || 'x'", "entities.changed"),
        ("INSERT INTO alike_name VALUES ('سالم الكيال', 'هالة الصبان')", "entities.changed"),
        ("UPDATE decision SET parts = 'x' WHERE number = 1", "entities.unreadable"),
        ("UPDATE subscription SET url = 'https://z.example/' WHERE number = 1", "subscription.missing"),
        ("DELETE FROM subscription WHERE number = 3", "subscription.missing"),
        ("INSERT INTO subscription SELECT 99, at, who, kind, url, title, '', why FROM subscription LIMIT 1",
         "subscription.unexplained"),
        ("INSERT INTO blob SELECT 99, replace(hash, 'a', 'b'), size, codec, data FROM blob LIMIT 1",
         "evidence.unexplained"),
    ],
)  # fmt: skip
def test_what_was_done_is_named(path: Path, statement: str, code: str) -> None:
    """The code of the mismatch tells what kind of thing was changed."""
    filled(path)
    tamper(path, statement)
    assert code in mismatches(path)


def test_words_that_changed_are_not_shown(path: Path) -> None:
    """An entry whose span no longer gives the stored words is not displayed as if it did."""
    filled(path)
    tamper(
        path,
        """UPDATE entry SET json = replace(json, '"content":[[', '"content":[[1') WHERE kind = 'statement'""",
    )
    with open_ledger(path) as ledger, pytest.raises(LedgerDamaged, match="run rawi verify"):
        list(ledger.said(None))


@pytest.mark.parametrize("table", _TABLES)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {table} SET number = number",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
def test_the_database_itself_refuses_changes(path: Path, table: str, statement: str) -> None:
    """Triggers refuse UPDATE, DELETE and REPLACE on everything that is only added to."""
    filled(path)
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA recursive_triggers = ON")
    with pytest.raises(apsw.ConstraintError, match=r"never|once|only appended"):
        connection.execute(statement.format(table=table))
    connection.close()


@pytest.mark.parametrize("where", [0, 20, 100, 5000, 20000])
def test_a_damaged_file_is_told_plainly(path: Path, where: int) -> None:
    """Overwritten bytes end in a LedgerError or a mismatch, unless they were in no use at all."""
    filled(path)
    with open_ledger(path) as ledger:
        rows = [list(ledger.export(kind)) for kind in KINDS]
    with path.open("r+b") as file:
        file.seek(where)
        file.write(b"\xa5" * 64)
    assert answers(path, lambda one: bool(one.verify()) or rows == [list(one.export(kind)) for kind in KINDS])


def answers(path: Path, ask: Callable[[Ledger], bool]) -> bool:
    """Return what a ledger answers, or true if it says that it is damaged."""
    try:
        with open_ledger(path) as ledger:
            return ask(ledger)
    except LedgerError:
        return True


@pytest.mark.parametrize("index", ["sqlite_autoindex_document_1", "member_document"])
def test_an_index_that_says_something_else_is_found(path: Path, index: str) -> None:
    """An index answers in place of its table; a letter changed in it alone is found."""
    filled(path)
    connection = apsw.Connection(str(path))
    size = int(connection.pragma("page_size"))
    pages = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' LIMIT 1"
    begin = (int(connection.execute(pages, (index,)).get) - 1) * size
    connection.close()
    data = bytearray(path.read_bytes())
    data[data.index(b"sha256:", begin, begin + size) + 10] ^= 1
    path.write_bytes(data)
    with open_ledger(path) as ledger:
        assert "database.damaged" in {one.code for one in ledger.verify()}
