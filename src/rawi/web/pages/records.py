"""The record of one entry: its form for corrections, and everything that was decided about it."""

from __future__ import annotations

from typing import Any

from rawi.ledger.reviewing import UNSTATED
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.coding import find_reports
from rawi.web.pages.opened import Queued, Shelf, Step, find_steps, open_entry
from rawi.web.pages.reviewing import own_address

_COLUMNS = ("number", "at", "who", "kind", "why", "undone", "field", "before", "after")


def entry(asked: Asked) -> Answer:
    """Answer one entry with its evidence and the form by which it is corrected."""
    return show_entry(asked, asked.request.path_params["id"], asked.given("back"))


def show_entry(asked: Asked, id: str, back: str | None, status: int = 200) -> Answer:
    """Answer the page of one entry, from which a decision leads ``back``, to its article if null."""
    shelf = Shelf(asked.ledger)
    one = _find(asked, shelf, id)
    opened = open_entry(asked.ledger, shelf, one, asked.preferences.language)
    back = own_address(back or f"/d/{one.document}#card-a-{one.label}")
    reports = find_reports(asked.ledger, one) if one.kind == "event" else None
    data = opened | {"back": back, "reports": reports}
    fields = {
        "entry": one,
        "review": opened["standing"],
        "fields": {each.name: {"read": each.read, "now": each.now} for each in opened["asking"]},
    }
    return Answer("entry.html", "review.entry", data, fields=fields, status=status)


def entry_history(asked: Asked, id: str | None = None) -> Answer:
    """Answer all that was decided about one entry, with what each decision changed; ``id`` is the entry
    where the address does not name it."""
    shelf = Shelf(asked.ledger)
    one = _find(asked, shelf, id)
    steps = find_steps(one.view, asked.ledger.reviews.history_of(one.id))
    standing = asked.ledger.reviews.standing([one.id]).get(one.id)
    data = {"one": one, "steps": steps, "standing": standing, "unstated": UNSTATED}
    rows = [row for each in steps for row in _rows(each)]
    return Answer(
        "record.html",
        "history.entry",
        data,
        steps,
        {"entry": one.id, "review": standing},
        None,
        _COLUMNS,
        rows,
    )


def _rows(step: Step) -> list[tuple[Any, ...]]:
    """Return a decision as rows: one for each field that it changed, else one."""
    one = step.review
    head = (one.number, one.at, one.who, one.kind, one.why, step.undone)
    return [(*head, *change) for change in step.changes] or [(*head, None, None, None)]


def _find(asked: Asked, shelf: Shelf, id: str | None = None) -> Queued:
    """Return the entry that an address names."""
    one = shelf.find(id or asked.request.path_params["id"])
    if one is None:
        raise WrongQuestion("id", "it is of an older reading and not shown any more, or cannot be reviewed")
    return one
