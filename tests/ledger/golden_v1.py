"""Writes ``golden/schema_0001.sql``: a ledger of schema 1 as SQL, made once and kept for ever.

Run ``python -m tests.ledger.golden_v1`` only when schema 1 itself changes, that is, never after a release.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import apsw

from rawi.ledger import Origin, open_ledger
from rawi.ledger.queries import load_migrations
from tests.ledger.conftest import ticking
from tests.ledger.samples import EXTRACTOR, news

GOLDEN = Path(__file__).parent / "golden" / "schema_0001.sql"
_TABLES = (
    "blob",
    "document",
    "derivation",
    "sighting",
    "extractor",
    "reading",
    "entry",
    "refusal",
    "rejection",
    "journal",
    "current",
)


def write_golden() -> None:
    """Make a small ledger and write its schema and rows; the indexes are left to be built again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "golden.rawi"
        with open_ledger(path, clock=ticking()) as ledger:
            for number in range(3):
                record, page = news(number), b"<p>" + news(number).text.encode()
                origin = Origin(f"{number}.html", None, f"https://x.example/{number}", "text/html", "html/1")
                ledger.add(record, evidence=page, origin=origin, extractor=EXTRACTOR)
            ledger.reject(Origin("bad.bin"), "E104", b"\xff\xfe")
        connection = apsw.Connection(str(path))
        lines = [load_migrations()[0].sql, *rows(connection), "PRAGMA application_id = 0x52415749;"]
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text("\n".join([*lines, "PRAGMA user_version = 1;", ""]), "utf-8")


def rows(connection: apsw.Connection) -> list[str]:
    """Return an INSERT for every row of every table."""
    found = []
    for table in _TABLES:
        for row in connection.execute(f"SELECT * FROM {table}"):
            found.append(f"INSERT INTO {table} VALUES ({', '.join(map(apsw.format_sql_value, row))});")
    return found


if __name__ == "__main__":
    write_golden()
