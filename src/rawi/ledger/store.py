"""What the ledger asks of a database: named statements, transactions, and how it fares.

SQLite stands behind it now (``rawi.ledger.sqlite``). The statements live in ``sql/`` under their names, so
another database brings its own text for the same names, and the rest of the ledger does not change.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Row = tuple[Any, ...]
Parameters = Sequence[Any] | Mapping[str, Any]


class Store(Protocol):
    """A database that runs the named statements of ``sql/``."""

    def rows(self, name: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Run the statement ``name`` and yield its rows."""
        ...

    def run(self, name: str, parameters: Parameters = ()) -> None:
        """Run the statement ``name`` for what it does."""
        ...

    def run_many(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run the statement ``name`` once for each row of parameters."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is durable when the block ends, or, if it raises, never was."""
        ...

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` returns of the database as it is now; it is made once for a ``key`` until
        anything is written. Nobody may change what is returned."""
        ...

    def problems(self) -> Iterator[str]:
        """Yield what the database finds wrong with its own pages, indexes and references."""
        ...

    def copy_into(self, path: Path) -> None:
        """Write all of the database, as it is at this moment, to the empty or new file ``path``."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


def first(store: Store, name: str, parameters: Parameters = ()) -> Row | None:
    """Return the first row of a named statement, or null where there is none."""
    return next(iter(list(store.rows(name, parameters))), None)
