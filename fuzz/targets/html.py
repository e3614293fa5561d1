"""A web page to a document: a text with places in it, and a map back, whatever the markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from fuzz.properties import read_item, require
from fuzz.seeds import about, page, pieces
from rawi.documents.html import Page, read_html
from rawi.model.document import Metadata
from rawi.model.source import Item
from rawi.model.span import Span

_LETTERS = 300  # of a text, evenly


def seeds() -> Iterator[bytes]:
    """Yield pages of our own articles, whole and as the fragments that feeds hold."""
    for number, text in enumerate(pieces()[:8]):
        yield page(text, about(text) if number % 2 else "").encode()
    yield page(pieces()[8]).replace("utf-8", "windows-1256").encode("cp1256", "replace")
    yield b"".join(b"<p>%s</p>" % line.encode() for line in pieces()[9].splitlines())
    yield page(pieces()[10]).replace("<p>", "<div><span>").encode()


def check(data: bytes) -> None:
    """Build the document of a page, and map its text back."""
    read_item(Item("page.html", None, data, "html", Metadata(source="page.html")))
    source = data.decode("utf-8", "replace")
    _check_map(read_html(source), source)


def _check_map(page: Page, source: str) -> None:
    """Check that letters of the text lead to where they are written, in order."""
    last = 0
    for at in range(page.shift, len(page.text), 1 + len(page.text) // _LETTERS):
        letter, place = page.text[at], page.to_source(Span(at, at + 1))
        if letter == "\n":  # between two blocks, written nowhere
            continue
        require(place is not None and last <= place.start < place.end <= len(source), f"{at} is at {place}")
        assert place is not None
        last = place.start
        written = source[place.start : place.end].replace("\x00", "\ufffd")
        known = letter in unescape(written) or (letter == " " and not written.strip())
        require(known, f"{letter!r} is written {written!r}")
