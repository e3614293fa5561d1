"""Which items hang together by the pairs that tie: connected sets, found pair by pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Ties:
    """Connected sets of numbers; only numbers that are tied are held."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def tie(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Take pairs in, in any order."""
        for a, b in pairs:
            one, other = self._top(a), self._top(b)
            least = min(one, other)
            self._above[least] = self._above[max(one, other)] = least

    def _top(self, number: int) -> int:
        """Return the least number of a set, and shorten the way to it."""
        above = self._above
        while (over := above.get(number, number)) != number:
            above[number] = number = above.get(over, over)
        return number

    def sets(self) -> Iterator[tuple[int, int]]:
        """Yield each number that is tied, with the least of its set.

        >>> ties = Ties()
        >>> ties.tie([(5, 3), (9, 8), (5, 4)])
        >>> sorted(ties.sets())
        [(3, 3), (4, 3), (5, 3), (8, 8), (9, 8)]
        """
        for number in list(self._above):
            yield number, self._top(number)
