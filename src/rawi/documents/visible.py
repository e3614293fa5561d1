"""The part of a page that a reader sees, as markup and as plain paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from rawi.documents.hidden import BLOCK, VOID, find_hiding_names, is_hidden
from rawi.documents.markup import Tag, Words, find_pieces

_CLOSES_ITSELF = frozenset({"li", "tr", "td", "th", "dt", "dd"})
_ASIDE = frozenset({"nav", "footer"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_REACH = 60  # how far up an end tag looks for its start tag


class Shape(NamedTuple):
    """What a tree builder would choke on: deepest nesting, longest text, most attributes in a tag."""

    depth: int
    text: int
    attributes: int


class _Open:
    """The elements open at a place of the page, and from which on they are hidden."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names
        self.stack: list[str] = []
        self.hidden_at: int | None = None
        self.depth = 0

    def take(self, tag: Tag) -> None:
        """Open or close elements as ``tag`` says, and as HTML closes some by itself."""
        if tag.closing:
            self._close(tag.name)
            return
        if tag.name in BLOCK and self.stack and self._ends(self.stack[-1], tag.name):
            self._cut(len(self.stack) - 1)
        if tag.name not in VOID:
            self.stack.append(tag.name)
            self.depth = max(self.depth, len(self.stack))
            if self.hidden_at is None and is_hidden(tag, self.names):
                self.hidden_at = len(self.stack)

    @staticmethod
    def _ends(last: str, name: str) -> bool:
        """Tell whether a block of that name closes the element that is open last."""
        return last in ("p", "head") or (last == name and name in _CLOSES_ITSELF)

    def _close(self, name: str) -> None:
        """Close the nearest open element of that name, if it is near."""
        for back in range(1, min(len(self.stack), _REACH) + 1):
            if self.stack[-back] == name:
                self._cut(len(self.stack) - back)
                return

    def _cut(self, size: int) -> None:
        """Close all but the first ``size`` elements."""
        del self.stack[size:]
        if self.hidden_at is not None and size < self.hidden_at:
            self.hidden_at = None


def find_visible(page: str) -> Iterator[Tag | Words]:
    """Yield the tags and texts of ``page`` that are shown, in order."""
    opened = _Open(find_hiding_names(page, find_pieces(page)))
    for piece in find_pieces(page):
        if isinstance(piece, Tag):
            before = opened.hidden_at
            opened.take(piece)
            if before is None and opened.hidden_at is None:
                yield piece
        elif opened.hidden_at is None:
            yield piece


def render_visible(page: str) -> str:
    """Return the page's markup without what is hidden, scripts, styles and comments."""
    return "".join(page[piece.start : piece.end] for piece in find_visible(page))


def measure_shape(page: str) -> Shape:
    """Return what of the page would make a tree builder drop text or take too long."""
    opened = _Open(frozenset())
    text = attributes = 0
    for piece in find_pieces(page):
        if isinstance(piece, Tag):
            opened.take(piece._replace(written=""))
            attributes = max(attributes, piece.written.count("=") + piece.written.count(" "))
        else:
            text = max(text, piece.end - piece.start)
    return Shape(opened.depth, text, attributes)


def find_paragraphs(page: str) -> Iterator[str]:
    """Yield the visible text block by block, white space collapsed, navigation and footers left out.

    >>> list(find_paragraphs("<div>قال&nbsp;سليم<p>إن <b>الجسر</b> فتح<p hidden>سر"))
    ['قال\\xa0سليم', 'إن الجسر فتح']
    """
    held: list[str] = []
    skipped = 0
    for piece in find_visible(page):
        if isinstance(piece, Words):
            if not skipped:
                held.append(page[piece.start : piece.end])
        elif piece.name in BLOCK or piece.name == "br":
            if words := _joined(held):
                yield words
            held = []
            if piece.name in _ASIDE:
                skipped = max(0, skipped + (-1 if piece.closing else 1))
    if words := _joined(held):
        yield words


def _joined(held: list[str]) -> str:
    """Return pieces of text as one line."""
    return _SPACES.sub(" ", unescape("".join(held))).strip(" ") if held else ""
