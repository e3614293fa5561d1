"""What a pure function of a word or a short name gives, remembered in little memory and asked for fast."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")


class _Remembered(dict[str, V]):
    """Values by word; one that is missing is made, and all are forgotten once there are too many."""

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[[str], V], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, word: str) -> V:
        value = self._make(word)
        if len(self) >= self._most:
            self.clear()
        self[word] = value
        return value


def remember(make: Callable[[str], V], most: int) -> Callable[[str], V]:
    """Return a function that gives what ``make`` gives, and remembers it of up to ``most`` words.

    ``functools.lru_cache`` keeps a chain of objects besides, which it reorders at every question and which
    the collector of cycles looks through: for the words of texts that costs more than it saves.

    >>> size = remember(len, 2)
    >>> size("قال"), size("قال"), size("مضى"), size("أمس")
    (3, 3, 3, 3)
    """
    return _Remembered(make, most).__getitem__
