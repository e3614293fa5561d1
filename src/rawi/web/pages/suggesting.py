"""The queue of pairs that may be one: one at a time, with the evidence of both side by side."""

from __future__ import annotations

from typing import get_args
from urllib.parse import urlencode

from rawi.model.entity import EntityType
from rawi.views.exports.cells import Value
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.entity import find_done
from rawi.web.pages.things import load_thing, unite

_SHOWN = 30  # pairs in data
_TYPES: tuple[EntityType, ...] = get_args(EntityType)


def suggestions(asked: Asked) -> Answer:
    """Answer the pair that is open, the likeliest first unless ``at`` says how many are passed over."""
    written = asked.given("type")
    type = next((one for one in _TYPES if one == written), None)
    if written and type is None:
        raise WrongQuestion("type", f"{written!r} is none of {', '.join(_TYPES)}")
    told = asked.given("at") or "0"
    if not (told.isascii() and told.isdigit() and len(told) < 9):
        raise WrongQuestion("at", "a number: how many pairs to pass over")
    portraits = asked.ledger.portraits
    left = portraits.waiting()
    total = left.get(type, 0) if type else sum(left.values())
    at = min(int(told), max(total - 1, 0))
    items = portraits.proposals(type, at, _SHOWN)
    one = items[0] if items else None
    sides = tuple(load_thing(asked, "entity", id) for id in (one.a, one.b)) if one else ()
    data = {
        "one": one,
        "sides": sides,
        "after": unite(*sides) if sides else None,
        "left": left,
        "total": total,
        "at": at,
        "type": type,
        "types": _TYPES,
        "last": portraits.last_decision(),
        "here": _address(type, at),
        "onward": _address(type, at + 1),
        "backward": _address(type, at - 1) if at else None,
        "freshness": portraits.freshness(),
        "progress": asked.updates.progress,
        "done": find_done(asked),
    }
    columns = ("a", "a_name", "a_documents", "b", "b_name", "b_documents", "score", "reasons")
    rows: list[tuple[Value, ...]] = [
        (each.a, each.a_name, each.a_about.documents, each.b, each.b_name, each.b_about.documents, each.score,
         " ".join(reason.code for reason in each.reasons))
        for each in items
    ]  # fmt: skip
    after = str(at + len(items)) if at + len(items) < total else None
    return Answer("suggestions.html", "suggestions", data, items, {"left": left}, after, columns, rows)


def _address(type: EntityType | None, at: int) -> str:
    """Return the address of a pair of the queue."""
    query = urlencode({name: value for name, value in (("type", type), ("at", at or None)) if value})
    return f"/who/suggestions?{query}" if query else "/who/suggestions"
