"""Documents put together by pairs, the likest first, as far as nothing keeps them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rawi.model.relation import Pair

Joinable = Callable[[list[str], list[str]], bool]


class Clusters:
    """Groups of documents, each in one group at most."""

    def __init__(self) -> None:
        self._group: dict[str, list[str]] = {}
        self._least: dict[str, float] = {}

    def of(self, document: str) -> list[str]:
        """Return the group of a document, by id: itself alone if nothing joined it."""
        return self._group.get(document, [document])

    def least(self, document: str) -> float:
        """Return the likeness of the least like pair that holds a document's group together."""
        return self._least.get(self.of(document)[0], 1.0)

    def join(self, pairs: Iterable[Pair], joinable: Joinable) -> None:
        """Put together what pairs join, the likest first, if the groups are ``joinable``."""
        for pair in sorted(pairs, key=_likest):
            one, other = self.of(pair.a), self.of(pair.b)
            if one == other or not joinable(one, other):
                continue
            least = min(pair.score, self.least(pair.a), self.least(pair.b))
            both = sorted({*one, *other})
            self._group |= dict.fromkeys(both, both)
            self._least[both[0]] = least

    def all(self) -> list[list[str]]:
        """Return the groups of two documents or more, each once."""
        return [group for document, group in sorted(self._group.items()) if group[0] == document]


def _likest(pair: Pair) -> tuple[float, str, str]:
    """Order pairs: the likest first."""
    return -pair.score, pair.a, pair.b
