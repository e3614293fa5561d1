"""Answers that are built as they are asked for: all are found at once, which costs little."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

Raw = TypeVar("Raw")
Built = TypeVar("Built")


class Lazily(Iterator[Built], Generic[Raw, Built]):
    """Answers that are built one by one as they are asked for; ``left`` are those that were not, ``hidden``
    how many are left out because people rejected what they rest on."""

    def __init__(self, found: Sequence[Raw], build: Callable[[Raw], Built], hidden: int = 0) -> None:
        self._found, self._build, self._at, self.hidden = found, build, 0, hidden

    def __next__(self) -> Built:
        if self._at >= len(self._found):
            raise StopIteration
        self._at += 1
        return self._build(self._found[self._at - 1])

    @property
    def left(self) -> int:
        """How many were not asked for yet."""
        return len(self._found) - self._at

    @property
    def found(self) -> Sequence[Raw]:
        """All that was found, in order, as it is before answers are built of it."""
        return self._found

    def build(self, one: Raw) -> Built:
        """Build the answer of one that was found."""
        return self._build(one)
