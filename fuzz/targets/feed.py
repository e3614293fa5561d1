"""A feed: RSS or Atom, well formed or not; every entry is an item or refused."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.seeds import atom, pieces, rss
from fuzz.targets.inputs import check_input


def seeds() -> Iterator[bytes]:
    """Yield feeds of both kinds."""
    for number in range(0, 9, 3):
        texts = [one[:250] for one in pieces()[number : number + 3]]
        yield rss(texts).encode()
        yield atom(texts).encode()
    yield rss(texts)[:-20].encode()
    yield rss(texts).encode("utf-16")
    yield (
        rss(texts)
        .replace("<?xml version='1.0'?>", "<?xml version='1.0' encoding='windows-1256'?>")
        .encode("cp1256", "ignore")
    )


def check(data: bytes) -> None:
    """Read a feed."""
    check_input(data, "own.xml", ("source", "feed", "document", "gzip"))
