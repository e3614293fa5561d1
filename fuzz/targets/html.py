"""A web page to a document: a text with places in it, whatever the markup."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.properties import read_item
from fuzz.seeds import about, page, pieces
from rawi.model.document import Metadata
from rawi.model.source import Item


def seeds() -> Iterator[bytes]:
    """Yield pages of our own articles, whole and as the fragments that feeds hold."""
    for number, text in enumerate(pieces()[:8]):
        yield page(text, about(text) if number % 2 else "").encode()
    yield page(pieces()[8]).replace("utf-8", "windows-1256").encode("cp1256", "replace")
    yield b"".join(b"<p>%s</p>" % line.encode() for line in pieces()[9].splitlines())
    yield page(pieces()[10]).replace("<p>", "<div><span>").encode()


def check(data: bytes) -> None:
    """Build the document of a page."""
    read_item(Item("page.html", None, data, "html", Metadata(source="page.html")))
