"""Which newsrooms a document names as its source, and to which its statements were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from rawi.arabic.fold import fold
from rawi.documents.newsrooms import find_newsroom, newsroom_key
from rawi.model.chain import Link, LinkKind
from rawi.model.claim import Statement
from rawi.model.record import Record
from rawi.relations.copies.edits import newsroom_tails

_NEWSROOMS: frozenset[LinkKind] = frozenset(("agency", "outlet"))


class Credit(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A newsroom that a document names as its source: what tells it from others, and its name there."""

    key: str
    name: str


def find_credits(record: Record) -> tuple[Credit, ...]:
    """Return the newsrooms that the document credits, each once; its own outlet is no credit."""
    own = key_of_newsroom(record.document.outlet or "")
    named = (link.name for link in newsrooms_of(record.document.chain) if not is_nobody(link.name))
    credits = {key_of_newsroom(name): name for name in named}
    return tuple(Credit(key, name) for key, name in sorted(credits.items()) if key != own)


def find_heard(record: Record) -> tuple[str, ...]:
    """Return the newsrooms that statements were made to, or that passed them on."""
    chains = (newsrooms_of(statement.chain) for statement in record.statements)
    return tuple(sorted({key_of_newsroom(link.name) for chain in chains for link in chain}))


def find_carrier(record: Record, statement: Statement) -> str | None:
    """Return the newsroom through which a statement came, as the words at it tell, else as its document does
    if that credits one only; null where neither tells (قال لوكالة السفح، gives السفح)."""
    for link in newsrooms_of(statement.chain):
        if not is_nobody(link.name):
            return key_of_newsroom(link.name)
    credits = find_credits(record)
    return credits[0].key if len(credits) == 1 else None


def newsrooms_of(chain: Iterable[Link]) -> Iterator[Link]:
    """Yield the links of a chain that are newsrooms."""
    return (link for link in chain if link.kind in _NEWSROOMS)


def key_of_newsroom(name: str) -> str:
    """Return what tells a newsroom from others: in lower case, for outlets are often named in Latin letters,
    and without what agencies are called besides (وكالة السفح للأنباء)."""
    key = newsroom_key(name).casefold() if name else ""
    return next((key[: -len(tail)] for tail in newsroom_tails() if key.endswith(tail)), key)


def is_nobody(name: str) -> bool:
    """Does a name mean newsrooms at large: وكالات, متابعات?"""
    newsroom = find_newsroom(name)
    return newsroom is not None and newsroom.generic and newsroom_key(name) == fold(name)
