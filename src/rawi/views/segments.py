"""A text cut flat where any entry begins or ends, so that entries may cross without tags that nest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from rawi.model.span import Span


class Layer(msgspec.Struct, frozen=True):
    """One span to be painted: which entry it belongs to, and as what (``quote``, ``figure`` …)."""

    span: Span
    entry: str
    name: str


class Segment(msgspec.Struct, frozen=True):
    """A run of the text with everything that covers it; runs follow one another without gaps."""

    span: Span
    entries: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def find_segments(text: str, layers: Iterable[Layer]) -> Iterator[Segment]:
    """Yield the runs of ``text``, cut at line breaks too (the break ends a run); nothing for an empty text.

    A layer outside the text is cut to it. Joined, the runs are the text.

    >>> crossing = [Layer(Span(0, 6), "s1", "quote"), Layer(Span(3, 9), "f1", "figure")]
    >>> [(one.span.start, one.span.end, one.entries) for one in find_segments("وصل مئة زائر", crossing)]
    [(0, 3, ('s1',)), (3, 6, ('s1', 'f1')), (6, 9, ('f1',)), (9, 12, ())]
    """
    kept = [one for one in layers if max(one.span.start, 0) < min(one.span.end, len(text))]
    opening, closing = _edges(kept, text)
    cuts = sorted({0, len(text), *opening, *closing, *_breaks(text)})
    covering: dict[int, Layer] = {}
    for start, end in pairwise(cuts):
        for index in closing.get(start, ()):
            del covering[index]
        covering.update((index, kept[index]) for index in opening.get(start, ()))
        over = [covering[index] for index in sorted(covering)]
        yield Segment(
            Span(start, end),
            tuple(dict.fromkeys(one.entry for one in over)),
            tuple(dict.fromkeys(one.name for one in over)),
        )


def _edges(layers: list[Layer], text: str) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return which layers begin, and which end, at each offset."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for index, one in enumerate(layers):
        opening.setdefault(max(one.span.start, 0), []).append(index)
        closing.setdefault(min(one.span.end, len(text)), []).append(index)
    return opening, closing


def _breaks(text: str) -> Iterator[int]:
    """Yield the offset behind each line break."""
    found = text.find("\n")
    while found >= 0:
        yield found + 1
        found = text.find("\n", found + 1)
