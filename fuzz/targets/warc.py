"""A web archive: every record that was captured whole is an item; a short, damaged or altered one says so."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.seeds import page, pieces, warc
from fuzz.targets.inputs import check_input


def seeds() -> Iterator[bytes]:
    """Yield archives, packed and not, of few small pages."""
    small = [page(text[:150]) for text in pieces()[:6]]
    yield warc(small[:2])
    yield warc(small[2:4], packed=True)
    chunked = warc(small[4:5]).replace(b"identity", b"chunked ")
    yield chunked
    yield warc(small[5:6]).replace(b"WARC-Type: response", b"WARC-Type: resource")
    yield warc(small[:2])[:-300]


def check(data: bytes) -> None:
    """Read an archive."""
    check_input(data, "own.warc", ("source", "warc", "gzip"))
