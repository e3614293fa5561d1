"""How much time is left for an answer."""

from __future__ import annotations

from collections.abc import Callable


class Deadline:
    """A moment that nothing may pass, by a ``clock`` that only goes forward.

    >>> Deadline(60.0, clock=lambda: 5.0).left(20.0)
    20.0
    """

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._clock, self._end = clock, clock() + seconds

    def left(self, most: float) -> float:
        """Return how many seconds one step may take, ``most`` at most; TimeoutError if none are left."""
        left = min(most, self._end - self._clock())
        if left <= 0:
            raise TimeoutError
        return left

    def extend(self, seconds: float) -> None:
        """Put the moment off by what was waited on purpose."""
        self._end += seconds
