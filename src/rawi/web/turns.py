"""Long texts are read one at a time, so that whoever only looks at pages is answered meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from rawi.web.faults import Busy

#: Letters up to which a text is read at once: a claim, a short article, some tenths of a second.
SHORT = 2_000
#: Letters of a claim; it is a sentence or some.
LONGEST_CLAIM = 10_000
#: Letters that are read of somebody who may not store what is read.
LONGEST_TEXT = 200_000
_WAITING, _SECONDS = 4, 20.0


class Turns:
    """Who reads a long text now, and who waits for it: at most ``waiting`` others, each some ``seconds``."""

    def __init__(self, waiting: int = _WAITING, seconds: float = _SECONDS) -> None:
        self._here, self._turn = BoundedSemaphore(waiting + 1), BoundedSemaphore(1)
        self._seconds = seconds

    @contextmanager
    def take(self, letters: int) -> Iterator[None]:
        """Wait for one's turn to read so many letters; Busy if too many wait, or it takes too long.

        Whoever waits holds a thread, and pages are answered by threads too: so few may wait.
        """
        if letters <= SHORT:
            yield
            return
        if not self._here.acquire(blocking=False):
            raise Busy("other long texts are read now; ask again in a moment")
        try:
            if not self._turn.acquire(timeout=self._seconds):
                raise Busy("another long text is read now; ask again in a moment")
            try:
                yield
            finally:
                self._turn.release()
        finally:
            self._here.release()


#: Those of this process: all its threads share one interpreter.
TURNS = Turns()
