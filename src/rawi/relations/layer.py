"""What a relation across documents is made of: items that each document brings, pairs of them, and groups.

Every function of a layer is pure. A pair depends on its two items alone, groups on a connected set of pairs
and the context: so what a ledger derives document by document is what it would derive from all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b, sha256
from typing import Any

import msgspec

from rawi.model.relation import Pair, Report

_DIGITS = 14


class Context(msgspec.Struct, frozen=True):
    """What is known of items from what was derived before them, and from people.

    ``together``: documents, or events, that people put into one group; ``apart``: parts that they put into
    several, by their ids;
    ``stories``: the story of each document that is in one, ``sure`` only where it is certain;
    ``originals``: for a document that is a copy, the document that stands for its origin; ``voices``: the
    entities across documents that speak in a statement or hold a figure, by entry; ``names``: their names.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[tuple[frozenset[str], ...], ...] = ()
    stories: Mapping[str, str] = {}
    sure: Mapping[str, str] = {}
    originals: Mapping[str, str] = {}
    voices: Mapping[str, tuple[str, ...]] = {}
    names: Mapping[str, str] = {}


def ties_always(_: Pair) -> bool:
    """Any pair holds its items together."""
    return True


class Layer(msgspec.Struct, frozen=True):
    """A relation by pairs: ``read`` takes from a report the items that are compared, structs of type ``item``
    with ``id`` (of the document or entry) and ``document``, which are kept.

    ``keys`` gives the numbers (63 bits) under which others find an item; two that share at least ``least``
    keys are compared by ``link``, which gets the one of the smaller id first and returns a struct of type
    ``pair`` or null; ``group`` makes results (each a struct with ``id``) of the items of one connected set of
    pairs.

    ``ties`` tells of a pair whether it holds a connected set together. What it is not true of goes into
    ``group`` only between items that other pairs hold together: so it must be false only of pairs that never
    bring two sets into one result.
    """

    name: str
    version: str
    item: type[Any]
    pair: type[Pair]
    read: Callable[[Report], Iterable[Any]]
    keys: Callable[[Any], Iterable[int]]
    least: int
    link: Callable[[Any, Any], Pair | None]
    group: Callable[[Sequence[Any], Sequence[Any], Context], Iterable[Any]]
    ties: Callable[[Any], bool] = ties_always


class Blocks(msgspec.Struct, frozen=True):
    """A relation by blocks: items are read as in a ``Layer``; ``blocks`` names the blocks that an item is in,
    and ``build`` makes results (each a struct with ``id``) of all items of one block."""

    name: str
    version: str
    item: type[Any]
    read: Callable[[Report], Iterable[Any]]
    blocks: Callable[[Any, Context], Iterable[str]]
    build: Callable[[str, Sequence[Any], Context], Iterable[Any]]


def key_of(*parts: str) -> int:
    """Return the number under which items with these words are found: 63 bits, the same everywhere."""
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def make_id(prefix: str, *parts: str) -> str:
    """Return an id: two letters for the kind and fourteen digits of a hash of what it is of."""
    return f"{prefix}_{sha256('|'.join(parts).encode()).hexdigest()[:_DIGITS]}"
