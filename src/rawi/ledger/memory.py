"""Answers kept for as long as the database stays as it was when they were made."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
_MOST = 32  # answers that are kept, the ones asked for last


class Memory:
    """Answers of one connection; all are forgotten as soon as anything is written, by whomever."""

    def __init__(self) -> None:
        self._state: Hashable = None
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def recall(self, state: Hashable, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` returned for ``key`` in this ``state`` of the database, made now if it was
        not yet. ``state`` is read before: what is written while it is made is another state."""
        if state != self._state:
            self._kept.clear()
            self._state = state
        if key not in self._kept:
            self._kept[key] = make()
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        made: T = self._kept[key]
        return made
