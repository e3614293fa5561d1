"""All that a page shows, block by block, as one text with a map back to the page.

A tree builder drops text silently below some 255 levels or above ten million letters; this pass keeps all of
it, hidden text apart, and takes time and memory in proportion to the page.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from html import unescape
from typing import NamedTuple

from rawi.documents.elements import Element
from rawi.documents.hidden import BLOCK
from rawi.documents.markup import Pieces, Words
from rawi.documents.walk import Walk
from rawi.model.span import Span

_SPECIAL = re.compile(
    r"[ \t\r\n\f]{2,}|[\t\r\n\f]|&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
_BLANK = " \t\r\n\f"


class Block(NamedTuple):
    """A line of the text: its ``span``, the innermost element at its beginning, code points within links."""

    span: Span
    element: Element
    linked: int

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.span.end - self.span.start


class PageText:
    """What a page shows: ``text``, its ``blocks`` joined by line breaks, the ``elements`` they lie in.

    ``hidden`` counts code points of text that no browser shows, and that ``text`` has not.

    >>> page = read_blocks("<div>قال&nbsp;سليم<p>إن <b>الجسر</b> فتح<p hidden>سر")
    >>> page.text
    'قال\\xa0سليم\\nإن الجسر فتح'
    >>> page.to_source(Span(12, 17))
    Span(start=27, end=32)
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._starts, self._places, self._sizes = array("q"), array("q"), array("q")
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.hidden = 0
        self.text = ""

    def to_source(self, span: Span) -> Span:
        """Return the place in the page of a span of the text that is not empty."""
        first, last = self._piece(span.start), self._piece(span.end - 1)
        return Span(self._source(first, span.start)[0], self._source(last, span.end - 1)[1])

    def _piece(self, at: int) -> int:
        """Return the number of the piece of text that holds a place."""
        return max(bisect_right(self._starts, at) - 1, 0)

    def _source(self, piece: int, at: int) -> tuple[int, int]:
        """Return where in the page the code point at a place stands: one of its own, or all of an entity."""
        size, into = self._sizes[piece], at - self._starts[piece]
        if size < 0:
            return self._places[piece], self._places[piece] - size
        return self._places[piece] + into, self._places[piece] + into + 1

    def put(self, words: str, place: int, size: int) -> None:
        """Add words that stand at ``place`` of the page; ``size`` is negative if they stand for so many."""
        self._parts.append(words)
        self._starts.append(self._at)
        self._places.append(place)
        self._sizes.append(size)
        self._at += len(words)

    def finish(self, walk: Walk) -> PageText:
        """Join what was put, and let go of the rest."""
        self.text, self._parts = "".join(self._parts), []
        self.elements, self.hidden = walk.elements, walk.hidden
        return self

    @property
    def length(self) -> int:
        """Number of code points so far."""
        return self._at


class _Line:
    """The block at hand: its first place, its links, and a blank that waits for the next word."""

    def __init__(self, page: PageText) -> None:
        self._page = page
        self.start: int | None = None
        self.linked = 0
        self.element: Element | None = None
        self._blank: tuple[int, int] | None = None

    def add(self, source: str, start: int, end: int, element: Element) -> None:
        """Add a stretch of the page's text, white space collapsed and entities read."""
        before, at = self._page.length, start
        for match in _SPECIAL.finditer(source, start, end):
            self._add_plain(source, at, match.start(), element)
            at = match.end()
            self._add_special(match.group(), match.start(), element)
        self._add_plain(source, at, end, element)
        self.linked += (self._page.length - before) if element.linked else 0

    def _add_special(self, written: str, place: int, element: Element) -> None:
        """Add white space or an entity."""
        words = written if written[0] in _BLANK else unescape(written)
        if not words:  # a number that is no character (HTML, "numeric character reference end state")
            return
        if not words.strip(_BLANK):
            self._blank = self._blank or (place, len(written))
        else:
            self._begin(element)
            self._page.put(words, place, len(written) if words == written else -len(written))

    def _add_plain(self, source: str, start: int, end: int, element: Element) -> None:
        """Add text without entities and with single blanks only."""
        if start < end and source[start] == " ":
            self._blank = self._blank or (start, 1)
            start += 1
        if start >= end:
            return
        blank = source[end - 1] == " "
        if start < end - blank:
            self._begin(element)
            self._page.put(source[start : end - blank], start, end - blank - start)
        if blank:
            self._blank = self._blank or (end - 1, 1)

    def _begin(self, element: Element) -> None:
        """Open the block at its first word, or put the blank that waited before this one."""
        if self.start is None:
            if self._page.blocks:
                self._page.put("\n", self._blank[0] if self._blank else 0, 1)
            self.start, self.element = self._page.length, element
        elif self._blank:
            self._page.put(" ", self._blank[0], -self._blank[1])
        self._blank = None

    def close(self) -> None:
        """End the block, if anything is in it."""
        if self.start is not None and self.element is not None:
            span = Span(self.start, self._page.length)
            self._page.blocks.append(Block(span, self.element, min(self.linked, span.end - span.start)))
        self.start, self.element, self.linked, self._blank = None, None, 0, None


def read_blocks(page: str | Pieces, *, styled: bool = True) -> PageText:
    """Return what ``page`` shows; never raises. Lone surrogates and NUL must have been replaced before.

    ``styled`` false: what it would show without its styles.
    """
    pieces = Pieces(page) if isinstance(page, str) else page
    found, walk, source = PageText(), Walk(pieces, styled), pieces.page
    line = _Line(found)
    for piece in walk:
        if isinstance(piece, Words):
            line.add(source, piece.start, piece.end, walk.element)
        elif piece.name in BLOCK or piece.name == "br" or (piece.closing and piece.name == "link"):
            line.close()  # </link> stands in feeds that are read as pages
    line.close()
    return found.finish(walk)
