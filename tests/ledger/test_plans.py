"""How the database finds what it is asked for: only what is asked of all entries goes over all of them."""

from __future__ import annotations

import re

import apsw
import pytest

from rawi.ledger import open_ledger
from rawi.ledger.queries import load_statements

#: What is asked of every entry there is.
_OF_ALL = {"claims", "count_kinds", "events", "shelf"}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> apsw.Connection:
    """A connection to an empty ledger, which has every table and index."""
    path = tmp_path_factory.mktemp("plans") / "a.rawi"
    open_ledger(path).close()
    return apsw.Connection(str(path))


def explain(connection: apsw.Connection, sql: str) -> list[str]:
    """Return the steps by which a statement is answered."""
    numbers = [int(one) for one in re.findall(r"\?(\d+)", sql)]
    given: tuple[None, ...] | dict[str, None] = (None,) * max(numbers or [sql.count("?")])
    if "?" not in sql:
        given = dict.fromkeys(re.findall(r"(?<![:\w]):(\w+)", sql))
    return [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", given)]


@pytest.mark.parametrize(
    "name", [name for name, sql in sorted(load_statements().items()) if "entry" in sql and "SELECT" in sql]
)
def test_only_what_is_asked_of_all_entries_reads_all(connection: apsw.Connection, name: str) -> None:
    """A page of one article must not take longer because there are others."""
    steps = explain(connection, load_statements()[name])
    scans = [one for one in steps if re.match(r"SCAN entry\b", one)]
    assert bool(scans) == (name in _OF_ALL), steps
