"""What people collect: dossiers, what is in them, and what was done to them."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.review import Reviewable

Collected = Literal["entry", "document", "comparison", "series", "story"]
DossierDeedKind = Literal["create", "rename", "delete", "add", "remove", "note", "move", "undo"]


class Held(msgspec.Struct, frozen=True, gc=False):
    """A place in a text that a dossier holds on to: ``words`` stand there, and were read as ``entry`` of the
    kind ``of``; of a whole document both are null and ``words`` are its title."""

    document: str
    words: str
    start: int = 0
    end: int = 0
    entry: str | None = None
    of: Reviewable | None = None


class DossierItem(msgspec.Struct, frozen=True, gc=False):
    """One thing in a dossier, by the ``id`` under which it was added.

    ``now`` is the id under which the ledger has it today, null where nothing is found any more: the quoted
    words in ``held`` stay. ``carried``: another reading found it under another id. A comparison holds its two
    entries, a series its figures, a story its documents.
    """

    id: str
    kind: Collected
    held: tuple[Held, ...]
    title: str | None = None
    note: str | None = None
    added: str = ""
    who: str = ""
    deed: int = 0
    now: str | None = None
    carried: bool = False


class DossierDeed(msgspec.Struct, frozen=True):
    """What somebody did to a dossier, in the order of ``number``; ``undone`` is the deed that took it back,
    ``target`` what an undoing took back."""

    number: int
    at: str
    who: str
    kind: DossierDeedKind
    why: str
    dossier: str
    item: str | None = None
    name: str | None = None
    note: str | None = None
    position: int | None = None
    target: int | None = None
    undone: int | None = None


class Dossier(msgspec.Struct, frozen=True):
    """A named list; ``items`` counts it, ``at`` and ``who`` tell of its last change, ``last`` is the deed
    that an undoing would take back."""

    id: str
    name: str
    items: int
    made: str
    at: str
    who: str
    last: int
