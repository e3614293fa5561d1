"""Where the words stand that an annotator wrote down."""

from __future__ import annotations

import msgspec

from rawi.model.span import Span

GAP = " … "


class Words(msgspec.Struct, frozen=True):
    """Words of an article; ``n`` says which occurrence is meant, counted from 0, where there are several.

    ``FIRST … LAST`` means from FIRST to the next LAST after it.
    """

    text: str
    n: int | None = None


def _starts(text: str, words: str) -> list[int]:
    starts = []
    at = text.find(words)
    while at != -1:
        starts.append(at)
        at = text.find(words, at + 1)
    return starts


def _start(text: str, head: str, n: int | None) -> int:
    starts = _starts(text, head)
    if not starts:
        raise ValueError(f"not found: {head!r}")
    if n is None and len(starts) > 1:
        raise ValueError(f"occurs {len(starts)} times, say which with n: {head!r}")
    if n is not None and not 0 <= n < len(starts):
        raise ValueError(f"has only {len(starts)} occurrences: {head!r}")
    return starts[n or 0]


def locate(text: str, words: str | Words) -> Span:
    """Return the span of ``words`` in ``text``.

    Raises ValueError unless they stand there exactly once, or ``n`` says which is meant.

    >>> locate("قال سليم إن سليم الصغير نام", Words("سليم", 1))
    Span(start=12, end=16)
    >>> locate("قال سليم إن أخاه نام باكرا", "سليم … نام")
    Span(start=4, end=20)
    """
    meant = Words(words) if isinstance(words, str) else words
    head, gap, tail = meant.text.partition(GAP)
    if not head or (gap and not tail):
        raise ValueError(f"no words: {meant.text!r}")
    start = _start(text, head, meant.n)
    if not gap:
        return Span(start, start + len(head))
    end = text.find(tail, start + len(head))
    if end == -1:
        raise ValueError(f"end not found after start: {meant.text!r}")
    return Span(start, end + len(tail))
