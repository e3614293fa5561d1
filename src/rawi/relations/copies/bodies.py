"""The body of a document made ready to be laid beside another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from rawi.model.span import Span
from rawi.model.value import Amount
from rawi.relations.copies.passages import Dated, Passages, Valued

T = TypeVar("T", Valued, Dated)
Value = tuple[Amount | None, Amount | None]


class Body:
    """The words of a document by number, with the numbers, dates and sentences that they belong to."""

    __slots__ = ("_dates", "_numbers", "_starts", "ends", "item", "marks", "opens", "size", "words")

    def __init__(self, item: Passages) -> None:
        self.item, self.marks = item, item.marks
        self.words: list[str] = item.words.split(" ")
        self.size = len(self.words)
        self._starts = list(accumulate(item.steps))
        self._numbers = _by_word(item.numbers)
        self._dates = _by_word(item.dates)
        #: The words with which sentences begin, and those after which they end.
        self.opens = sorted({0, *(one.first for one in item.sentences)})
        self.ends = sorted({*(one.last for one in item.sentences), self.size})

    @property
    def length(self) -> int:
        """How many code points its words and the spaces between them have."""
        return sum(self.item.sizes) + self.size - 1

    def span(self, first: int, last: int) -> Span | None:
        """Return where words stand in the text, null for none."""
        if first >= last:
            return None
        return Span(self._starts[first], self._starts[last - 1] + self.item.sizes[last - 1])

    def numbers(self, first: int, last: int) -> set[Valued]:
        """Return the numbers that have a word in a range."""
        return _within(self._numbers, first, last)

    def dates(self, first: int, last: int) -> set[Dated]:
        """Return the dates that have a word in a range."""
        return _within(self._dates, first, last)

    def values_near(self, first: int, last: int, reach: int) -> Iterator[Value]:
        """Yield the values of numbers just before and after a range, those in it left out."""
        inside = self.numbers(first, last)
        for one in self.numbers(max(0, first - reach), min(self.size, last + reach)) - inside:
            yield one.low, one.high


def _by_word(found: Sequence[T]) -> dict[int, T]:
    """Return what stands at each word."""
    return {at: one for one in found for at in range(one.first, one.last)}


def _within(found: dict[int, T], first: int, last: int) -> set[T]:
    """Return what has a word in a range."""
    return {found[at] for at in range(first, last) if at in found} if found else set()
