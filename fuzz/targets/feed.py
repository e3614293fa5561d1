"""A feed: RSS or Atom, well formed or not; every entry is an item or refused."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import msgspec

from fuzz.seeds import atom, pieces, rss
from fuzz.targets.inputs import check_input
from rawi.guard import _answer, _limit
from rawi.sources import feeds


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
    """Read a feed; its parser, which else works in a process of its own, here and under watch."""
    with patch.object(feeds, "run_guarded", parse_here):
        _check(data)


def parse_here(name: str, *arguments: object) -> object:
    """Do what the other process would do, and pass on what it would answer."""
    code, value = msgspec.msgpack.decode(msgspec.msgpack.encode(_answer(name, list(arguments))))
    if code:
        raise _limit(code, value)
    return value


def _check(data: bytes) -> None:
    """Read a feed."""
    check_input(data, "own.xml", ("source", "feed", "document", "gzip"))
