"""The layout of a page: lines that its markup shows as article are judged as those of a plain text are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rawi.documents.boilerplate import Layout, read_layout
from rawi.documents.lines import Line, cut_lines
from rawi.model.document import Parts
from rawi.model.span import Span


def find_layout(text: str, title: str | None, parts: Parts | None) -> Layout:
    """Return what each line of ``text`` is, a plain one or, with its ``parts``, that of a page."""
    return read_layout(text, title) if parts is None else read_parts(text, title, parts)


def read_parts(text: str, title: str | None, parts: Parts) -> Layout:
    """Return what each line of a page's ``text`` is; ``parts`` is what its markup shows.

    The article and the lines around it are read as one text; around it only what is of a kind (a stamp, a
    byline) keeps it, and the rest of the page is of the kind ``page``.
    """
    margins = frozenset(parts.margins)
    pieces = sorted({*parts.article, *parts.margins})
    joined = "\n".join(piece.of(text) for piece in pieces)
    near = read_layout(joined, title)
    places = _Places(pieces)
    spans = [places.shift(Span(line.start, line.end)) for line in near.lines]
    known = {
        _moved(line, span): _kind(span, kind, parts)
        for line, span, kind in zip(near.lines, spans, near.kinds, strict=True)
    }
    rows = sorted([*known.items(), *_rest(text, pieces)], key=lambda row: row[0].start)
    body = [span for one in near.body for span in places.cut(one) if not _within(span, margins)]
    return Layout(
        [line for line, _ in rows],
        [kind for _, kind in rows],
        tuple(_joined(text, body)),
        places.shift(near.opening) if near.opening else None,
        places.shift(near.closing) if near.closing else None,
    )


def _kind(span: Span, kind: str | None, parts: Parts) -> str | None:
    """Return what a line is, given what it would be in a plain text."""
    if span in parts.stamps:
        return "stamp"
    return kind or ("page" if span in parts.margins else None)


class _Places:
    """Where pieces of a text, joined by line breaks, stand in it."""

    def __init__(self, pieces: Sequence[Span]) -> None:
        self._pieces = pieces
        sizes = (piece.end - piece.start + 1 for piece in pieces)
        self._starts = list(accumulate(sizes, initial=0))[:-1] if pieces else []

    def shift(self, span: Span) -> Span:
        """Return the place in the text of a span that lies within one piece."""
        number = bisect_right(self._starts, span.start) - 1
        by = self._pieces[number].start - self._starts[number]
        return Span(span.start + by, span.end + by)

    def cut(self, span: Span) -> Iterator[Span]:
        """Yield the places of a span that may reach over several pieces."""
        at = span.start
        while at < span.end:
            number = bisect_right(self._starts, at) - 1
            stop = min(span.end, self._starts[number] + self._pieces[number].end - self._pieces[number].start)
            if at < stop:
                yield self.shift(Span(at, stop))
            at = max(stop, at) + 1


def _moved(line: Line, span: Span) -> Line:
    """Return a line in its place in the text."""
    return Line(span.start, span.end, line.head)


def _within(span: Span, margins: frozenset[Span]) -> bool:
    """Tell whether a span lies in one of the lines around the article."""
    return any(one.start <= span.start and span.end <= one.end for one in margins)


def _rest(text: str, pieces: Sequence[Span]) -> Iterator[tuple[Line, str]]:
    """Yield the lines of a page that are neither article nor around it."""
    known = {piece.start for piece in pieces}
    for line in cut_lines(text):
        if line.start not in known:
            yield line, "page"


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield spans, those with nothing but white space between them as one."""
    held: Span | None = None
    for span in spans:
        if held and not text[held.end : span.start].strip():
            held = Span(held.start, span.end)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held
