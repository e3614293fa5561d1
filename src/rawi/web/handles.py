"""Open ledgers for the threads that answer requests: each is used by one thread at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue

from rawi.ledger.ledger import Ledger, open_ledger


class Handles:
    """Ledgers of one file; as many are open as requests ran at once, and they stay open."""

    def __init__(self, path: str, actor: str) -> None:
        self._path, self._actor = path, actor
        self._free: LifoQueue[Ledger] = LifoQueue()

    @contextmanager
    def lend(self, actor: str | None = None) -> Iterator[Ledger]:
        """Lend a ledger to the caller's thread; LedgerError if the file cannot be opened.

        ``actor`` is who decides through it, for reviews, decisions and journal; the server's own if null.

        One that was in use where something went wrong is closed: nothing half done is left to the next.
        """
        try:
            ledger = self._free.get_nowait()
        except Empty:
            ledger = open_ledger(self._path, create=True, actor=self._actor)
        try:
            yield ledger if actor is None else ledger.acting(actor)
        except BaseException:
            ledger.close()
            raise
        self._free.put(ledger)

    def close(self) -> None:
        """Close all that are not lent."""
        while True:
            try:
                self._free.get_nowait().close()
            except Empty:
                return
