"""Two processes bring one ledger up to date at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from rawi.ledger import open_ledger
from rawi.ledger.sqlite import SqliteStore
from rawi.opening import open as open_rawi
from rawi.opening import read


def test_what_another_process_related_meanwhile_is_not_related_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another update that ends between two steps of one leaves both whole, and the ledger sound."""
    path = tmp_path / "a.rawi"
    with open_rawi(path) as opened:
        opened.add(read("قال سامي الحلبي إن 12 جسرا مغلقة في سراقب.", published="2031-03-14"))
    with open_ledger(path) as one, open_ledger(path) as other:
        begin, met = SqliteStore.transaction, []

        def meanwhile(store: SqliteStore) -> AbstractContextManager[None]:
            @contextmanager
            def held() -> Iterator[None]:
                if store is one._store:
                    met.append(1)
                    if len(met) > 2:  # after who is who, and after the rules: now the documents are related
                        other.update()
                with begin(store):
                    yield

            return held()

        monkeypatch.setattr(SqliteStore, "transaction", meanwhile)
        assert one.update().related == 0
        monkeypatch.undo()
        assert one.verify() == []
        assert one.waiting() is None
