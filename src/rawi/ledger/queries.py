"""SQL lives in ``sql/``: named statements, and migrations in ``migrations/NNNN_title.sql``."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

_NAME = re.compile(r"^-- name: (?P<name>\w+)\n", re.MULTILINE)
_MIGRATION = re.compile(r"(?P<number>[0-9]{4})_(?P<title>\w+)\.sql")


class Migration(NamedTuple):
    """One step of the schema: the version it leads to, what it is called, and its SQL."""

    number: int
    title: str
    sql: str


def _folder() -> Traversable:
    """Return the folder of the SQL files."""
    return files("rawi.ledger") / "sql"


@cache
def load_statements() -> dict[str, str]:
    """Load every named statement: name to SQL. A name that stands twice is a ``ValueError``."""
    statements: dict[str, str] = {}
    for file in sorted(_folder().iterdir(), key=lambda one: one.name):
        if file.name.endswith(".sql"):
            for name, sql in split_statements(file.read_text("utf-8")):
                if name in statements:
                    raise ValueError(f"two statements are named {name!r}")
                statements[name] = sql
    return statements


def split_statements(source: str) -> list[tuple[str, str]]:
    """Cut SQL at its ``-- name:`` lines into (name, statement) pairs."""
    parts = _NAME.split(source)
    return [(name, sql.strip().removesuffix(";")) for name, sql in zip(parts[1::2], parts[2::2], strict=True)]


@cache
def load_migrations() -> tuple[Migration, ...]:
    """Load the migrations in order; their numbers must run from 1 without a gap (else ``ValueError``)."""
    found = []
    for file in (_folder() / "migrations").iterdir():
        if match := _MIGRATION.fullmatch(file.name):
            found.append(Migration(int(match["number"]), match["title"], file.read_text("utf-8")))
    found.sort()
    if [one.number for one in found] != list(range(1, len(found) + 1)):
        raise ValueError("migrations are not numbered 1, 2, 3 …")
    return tuple(found)
