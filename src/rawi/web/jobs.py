"""Long work beside the answering of requests: bringing up to date what is derived across documents."""

from __future__ import annotations

import threading
from typing import Literal

import msgspec

from rawi.errors import RawiError
from rawi.web.handles import Handles

State = Literal["idle", "running", "done", "failed"]


class Progress(msgspec.Struct, frozen=True):
    """How far the work is: ``done`` documents ``of`` all (null: not known yet); ``code`` why it failed."""

    state: State = "idle"
    done: int = 0
    of: int | None = None
    code: str | None = None


class Updates:
    """Runs one update at a time in a thread of its own."""

    def __init__(self, handles: Handles) -> None:
        self._handles, self._lock = handles, threading.Lock()
        self._progress = Progress()

    @property
    def progress(self) -> Progress:
        """How far the last update is."""
        return self._progress

    def start(self) -> Progress:
        """Start an update unless one runs, and return how far it is."""
        with self._lock:
            if self._progress.state != "running":
                self._progress = Progress("running")
                threading.Thread(target=self._run, name="rawi-update", daemon=True).start()
        return self._progress

    def _run(self) -> None:
        """Update, and note how it ended: what was done is kept if it fails."""
        try:
            with self._handles.lend() as ledger:
                ledger.update(self._watch)
                ledger.reviews.refresh()
        except RawiError as error:
            self._progress = Progress("failed", code=str(getattr(error, "code", "unknown")))
        except BaseException:
            self._progress = Progress("failed", code="internal")
            raise
        else:
            self._progress = Progress("done")

    def _watch(self, done: int, of: int) -> None:
        self._progress = Progress("running", done, of)
