"""What came in: documents by outlet, and inputs that gave none."""

from __future__ import annotations

import msgspec

from rawi.ledger.lookup import find_evidence
from rawi.ledger.results import Evidence
from rawi.ledger.store import Store


class Outlet(msgspec.Struct, frozen=True, gc=False):
    """How many documents an outlet gave, and of which days the first and the last; null: not known."""

    name: str | None
    documents: int
    first: str | None
    last: str | None


class Rejected(msgspec.Struct, frozen=True, gc=False):
    """An input that gave no document: where it came from, empty where unknown, and the code of the reason."""

    number: int
    path: str
    part: str
    url: str
    media: str
    code: str


class Inputs:
    """What came into one ledger."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def outlets(self) -> list[Outlet]:
        """Return the outlets of the documents, those that gave most first."""
        return [Outlet(*row) for row in self._store.rows("outlets")]

    def rejected(self, limit: int) -> list[Rejected]:
        """Return the last inputs that gave no document, the newest first."""
        return [Rejected(*row) for row in self._store.rows("last_rejections", (limit,))]

    def codes(self) -> dict[str, int]:
        """Return how many inputs gave no document, by the code of the reason, the commonest first."""
        return {str(code): int(count) for code, count in self._store.rows("rejections_by_code")}

    def evidence(self, document: str) -> list[Evidence]:
        """Return the original bytes behind a document, by its full id: hashes, and where they were met."""
        return list(find_evidence(self._store, document))
