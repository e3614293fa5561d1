"""ACLED's event types, and which two of them reports may give to one happening."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_table

_NONE = "-"
#: Event types, of which one has a slash of its own.
_HEADS = (
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
    "Other",
)


class EventType(msgspec.Struct, frozen=True, gc=False):
    """One type: the whole as events have it, event type and sub-event type apart, its groups of kin, its name
    in Arabic."""

    whole: str
    event: str
    sub: str
    kin: frozenset[str]
    name: str


@cache
def load_types() -> dict[str, EventType]:
    """Return the types by their whole name, in the order of the table; LexiconError if it is malformed."""
    return {row["type"]: _read(row) for row in load_table("event_types.tsv")}


def _read(row: dict[str, str]) -> EventType:
    """Read a row; a type whose event type is not known is its own."""
    whole = row["type"]
    event = next((head for head in _HEADS if whole.startswith(f"{head}/")), whole)
    kin = frozenset(row["kin"].split()) - {_NONE}
    return EventType(whole, event, whole.removeprefix(f"{event}/"), kin, row["name"])


def are_kin(a: str, b: str) -> bool:
    """May two reports give these types to one happening?

    >>> are_kin("Battles/Armed clash", "Violence against civilians/Attack")
    True
    >>> are_kin("Battles/Armed clash", "Protests/Peaceful protest")
    False
    """
    if a == b:
        return True
    known = load_types()
    one, other = known.get(a), known.get(b)
    return one is not None and other is not None and not one.kin.isdisjoint(other.kin)


def find_types(written: str) -> frozenset[str]:
    """Return the types that a name means: a whole type, an event type or a sub-event type, in any case, or
    what a type is called in Arabic, in any spelling; none for another name.

    >>> sorted(find_types("riots"))
    ['Riots/Mob violence', 'Riots/Violent demonstration']
    >>> sorted(find_types("Suicide bomb"))
    ['Explosions/Remote violence/Suicide bomb']
    >>> sorted(find_types("عنف جماعى"))
    ['Riots/Mob violence']
    """
    asked = " ".join(written.split()).lower()
    folded = " ".join(fold(written).split())
    return frozenset(
        one.whole
        for one in load_types().values()
        if asked in map(str.lower, (one.whole, one.event, one.sub)) or folded == fold(one.name)
    )
