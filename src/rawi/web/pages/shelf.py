"""The ledger page: entries of all kinds with facets that stand in the address."""

from __future__ import annotations

from typing import get_args

import msgspec

from rawi.ledger.answers import EventView
from rawi.ledger.faults import NotInLedger
from rawi.ledger.results import Count, Said
from rawi.ledger.shelves import Asking, Shelf, each_facet
from rawi.model.review import Standing
from rawi.views.amounts import render_amount
from rawi.views.exports.cells import Value
from rawi.web.answers import Answer, Asked
from rawi.web.cursors import Cursor, WrongCursor, read_cursor, read_size, write_cursor
from rawi.web.faults import WrongQuestion
from rawi.web.pages.listing import REVIEWED, reviewed
from rawi.web.pages.voices import find_voices
from rawi.web.phrases import load_phrases

_COLUMNS = (
    "kind",
    "id",
    "address",
    "who",
    "value",
    "day",
    "confidence",
    "review",
    "words",
    "document",
    "outlet",
    *REVIEWED[1:],
)


#: Facets whose values are told by the program, not by sources: each has a phrase.
_CLOSED = ("kind", "form", "polarity")


def ledger(asked: Asked) -> Answer:
    """Answer the entries that some facets leave, and how many each further value would leave."""
    asking = _read(asked)
    size = read_size(asked)
    shelf = _load(asked, asking, size + 1)
    after = write_cursor(Cursor(shelf.entries[size - 1].id)) if len(shelf.entries) > size else None
    shelf = msgspec.structs.replace(shelf, entries=shelf.entries[:size])
    chosen = {name: value for name, value in msgspec.structs.asdict(asking).items() if value}
    data = {
        "items": shelf.entries,
        "total": shelf.total,
        "facets": [(name, shelf.facets[name]) for name in each_facet() if shelf.facets.get(name)],
        "chosen": chosen,
        "names": _names(shelf, chosen),
        "voices": find_voices(asked, shelf.entries),
        "hidden": shelf.rejected,
        "next": after,
    }
    fields = {"total": shelf.total, "facets": shelf.facets, "rejected": shelf.rejected}
    rows = [(*_row(one, each[0]), *each[1:]) for one in shelf.entries for each in [reviewed(one.review)]]
    return Answer("ledger.html", "ledger", data, shelf.entries, fields, after, _COLUMNS, rows)


def _read(asked: Asked) -> Asking:
    """Return what an address asks for."""
    told = {name: asked.given(name) for name in Asking.__struct_fields__}
    for name in _CLOSED:
        value = told[name]
        if value and f"facet.{name}.{value}" not in load_phrases():
            raise WrongQuestion(name, f"{value[:100]!r} is no value of it")
    standing = told.pop("standing")
    known = next((one for one in get_args(Standing) if one == standing), None)
    if standing and known is None:
        raise WrongQuestion("standing", f"{standing!r} is none of {', '.join(get_args(Standing))}")
    return Asking(**told, standing=known)


def _load(asked: Asked, asking: Asking, limit: int) -> Shelf:
    """Return the entries after those of the page before."""
    cursor = read_cursor(asked)
    try:
        return asked.ledger.shelf(asking, limit=limit, after=cursor.last if cursor else None)
    except NotInLedger as error:
        raise WrongCursor("_next", f"{error}; begin anew") from error


def _names(shelf: Shelf, chosen: dict[str, str]) -> dict[str, str]:
    """Return what people are shown of chosen values: the name of an entity for its id."""
    known = {(name, one.value): one.name for name, values in shelf.facets.items() for one in values}
    return {name: known.get((name, value), value) for name, value in chosen.items()}


def _row(one: Said | Count | EventView, standing: Value) -> tuple[Value, ...]:
    """Return an entry as a line of a table."""
    head: tuple[Value, ...]
    if isinstance(one, Said):
        told = one.statement
        head = ("statement", one.id, one.address, told.speaker.name or told.speaker.role, None, one.said)
        sure = told.confidence
    elif isinstance(one, Count):
        amount = render_amount(one.figure)
        head = ("figure", one.id, one.address, one.holder, amount, one.as_of or one.said)
        sure = one.figure.confidence
    else:
        event = one.event
        actor = event.actor.name if event.actor else None
        head = ("event", one.id, one.address, actor, event.type, event.date)
        sure = event.confidence
    return (*head, sure, standing, one.words, one.article.id, one.article.outlet)
