"""Writes ``golden/schema_NNNN.sql``: a ledger of the newest schema as SQL, kept for ever once the next comes.

Run ``python -m tests.ledger.golden_ledgers`` just before a migration is added, never for an older schema.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import apsw

from rawi.ledger import Origin, open_ledger
from rawi.ledger.queries import load_migrations
from rawi.model.source import Capture
from tests.ledger.conftest import ticking
from tests.ledger.samples import EXTRACTOR, news

FOLDER = Path(__file__).parent / "golden"
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
    "current",
    "decision",
    "subscription",
    "review",
    "dossier_deed",
)


def write_golden() -> Path:
    """Make a small ledger and write its schema and rows; the indexes are left to be built again."""
    steps = load_migrations()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "golden.rawi"
        _fill(path)
        connection = apsw.Connection(str(path))
        schema = [step.sql for step in steps]
        lines = [*schema, *rows(connection), "PRAGMA application_id = 0x52415749;"]
    target = FOLDER / f"schema_{len(steps):04}.sql"
    target.write_text("\n".join([*lines, f"PRAGMA user_version = {len(steps)};", ""]), "utf-8")
    return target


def _fill(path: Path) -> None:
    """Make a ledger with a few documents, a refusal and a decision."""
    with open_ledger(path, clock=ticking()) as ledger:
        for number in range(3):
            record, page = news(number), b"<p>" + news(number).text.encode()
            origin = Origin(f"{number}.html", None, f"https://x.example/{number}", "text/html", "html/1")
            ledger.add(record, evidence=page, origin=origin, extractor=EXTRACTOR)
        fetched = Capture("2031-05-01T08:00:00Z", "https://x.example/0", (("Content-Type", "text/html"),))
        ledger.reject(Origin("bad.bin", capture=fetched), "E104", b"\xff\xfe")
        one, other = [row["id"] for row in ledger.export("entities") if row["type"] == "person"][:2]
        ledger.merge(one, other, "على سبيل التجربة")
        ledger.feeds.add("https://x.example/rss", "أخبار", "صدى الريم")
        ledger.reviews.decide(next(iter(ledger.figures())).id, "accept", why="على سبيل التجربة")
        dossier = ledger.dossiers.create("ملف التجربة")
        ledger.dossiers.add(dossier, next(iter(ledger.figures())).id, note="على سبيل التجربة")


def rows(connection: apsw.Connection) -> list[str]:
    """Return an INSERT for every row of every table."""
    found = []
    for table in _TABLES:
        for row in connection.execute(f"SELECT * FROM {table}"):
            found.append(f"INSERT INTO {table} VALUES ({', '.join(map(apsw.format_sql_value, row))});")
    return found


if __name__ == "__main__":
    print(write_golden())
