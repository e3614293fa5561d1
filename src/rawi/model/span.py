"""Where words stand in a text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False, order=True, array_like=True):
    """Half-open range of Unicode code points, ``source[start:end]``; JSON ``[start, end]``.

    >>> Span(4, 9).of("قال سليم")
    'سليم'
    """

    start: int
    end: int

    def of(self, source: str) -> str:
        """Return the words of ``source`` that the span covers."""
        return source[self.start : self.end]
