"""Entries that the ledger's own comparisons set against those that agree with a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from rawi.ledger.answers import Closest, Stand
from rawi.ledger.nearness import Asked, Seen
from rawi.ledger.origins import name_entry
from rawi.ledger.probing import find_entry
from rawi.ledger.store import Store
from rawi.model.claim import Polarity
from rawi.model.relation import Comparison, Reason

#: For an id of an entry the comparisons that it is in.
Compared = Callable[[str], Iterable[Comparison]]
_DENYING = ("polarity", "policy")  # kinds of comparisons of which one side says that it is not so


def lay_against(
    store: Store, asked: Asked, closest: Sequence[Closest], seen: Mapping[str, Seen], compared: Compared
) -> list[Closest]:
    """Put every entry that is against one that agrees right behind that one, with the reason.

    What was said before and after one was given up is against it too, but for numbers, which only move on.
    """
    listed = {one.entry.id: one for one in closest}
    agree = [id for id, one in listed.items() if one.stand == "agrees"]
    behind: dict[str, list[Closest]] = {}
    placed = set(agree)
    for id in agree:
        for other, comparison in _find_against(id, seen.get(id), compared):
            if other not in placed:
                placed.add(other)
                one = listed.get(other) or _build(store, asked, other)
                if one is None:
                    continue
                behind.setdefault(id, []).append(_oppose(one, comparison, id, asked.read.polarity))
    moved = {one.entry.id for many in behind.values() for one in many}
    kept = [one for one in closest if one.entry.id not in moved]
    return [each for one in kept for each in (one, *behind.get(one.entry.id, ()))]


def _find_against(id: str, seen: Seen | None, compared: Compared) -> Iterator[tuple[str, Comparison]]:
    """Yield the entries that are against one, or against the statement that holds it."""
    for mine in (id, seen.held if seen else None):
        for found in compared(mine) if mine else ():
            changed = found.verdict == "changed_over_time" and found.kind in _DENYING
            if changed or found.verdict == "contradicts":
                yield (found.b if found.a == mine else found.a), found


def _build(store: Store, asked: Asked, id: str) -> Closest | None:
    """Return an entry that no word of the claim found; null for a statement that has none of its words: it is
    against something else that the entry beside it says (لن أستقيل ولن نرفع السعر)."""
    found = find_entry(store, asked, id)
    if isinstance(found, Seen):
        if asked.read.number is None and not found.shares.get("words", 1.0):
            return None
        return Closest(found.entry, "near", found.score, (), name_entry(found.entry))
    return Closest(found, "near", 0.0, (), name_entry(found))


def _oppose(one: Closest, comparison: Comparison, id: str, polarity: Polarity) -> Closest:
    """Return an entry as against another: it says the contrary, or gives another value."""
    contrary: Stand = "asserts" if polarity == "denied" else "denies"
    stand = contrary if comparison.kind in _DENYING else "differs"
    reason = Reason(f"against.{comparison.verdict}", "", id)
    kept = stand if one.stand == "near" else one.stand
    return msgspec.structs.replace(one, stand=kept, reasons=(*one.reasons, reason))
