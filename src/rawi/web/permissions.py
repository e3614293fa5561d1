"""Who may do what: one function that every address asks, and denies what it does not know (R11)."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Role = Literal["reader", "reviewer", "editor", "admin"]
Action = Literal[
    "enter",  # the page by which one comes in: anybody
    "leave",  # go out again: whoever is in
    "read",  # pages
    "export",  # the same as data: JSON, CSV, the API
    "review",  # accept, reject, correct entries, and take that back
    "decide",  # who is who, which reports are of one happening, verdicts, and take that back
    "add",  # articles into the ledger
    "update",  # derive anew what is derived
    "feeds",  # which feeds are pulled
    "settings",  # what is set for everybody
    "administer",  # where the ledger lies, who comes in
]
ROLES: tuple[Role, ...] = get_args(Role)
ACTIONS: tuple[Action, ...] = get_args(Action)
_READER = frozenset[Action](("enter", "leave", "read", "export"))
_REVIEWER = _READER | frozenset[Action](("review",))
_EDITOR = _REVIEWER | frozenset[Action](("decide", "add", "update", "feeds"))
_ALLOWED: dict[Role | None, frozenset[Action]] = {
    None: frozenset(("enter",)),
    "reader": _READER,
    "reviewer": _REVIEWER,
    "editor": _EDITOR,
    "admin": _EDITOR | frozenset[Action](("settings", "administer")),
}
#: What changes the ledger or what is kept beside it: nobody may in a server that is read-only.
CHANGING = frozenset[Action](("review", "decide", "add", "update", "feeds", "settings"))


class Visitor(msgspec.Struct, frozen=True):
    """Who asks: the ``name`` of an account, null for the user of this machine who holds the start token; and
    the role, null for whoever is not in."""

    role: Role | None
    name: str | None = None


OWNER = Visitor("admin")
#: Whoever holds the key of this start.
PROGRAM = Visitor("admin", "api")
STRANGER = Visitor(None)


def may(role: Role | None, action: Action, *, read_only: bool = False) -> bool:
    """Say whether a role may do something; null is whoever is not in. What is unknown is denied.

    >>> may("reviewer", "review"), may("reviewer", "decide"), may("admin", "review", read_only=True)
    (True, False, False)
    """
    return action in _ALLOWED.get(role, ()) and not (read_only and action in CHANGING)
