"""Reviewing: accept, reject, correct, mark as background; and take it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.ledger.corrections import read_values
from rawi.ledger.faults import Overtaken, WrongCorrection
from rawi.model.review import Correction, Field, ReviewKind
from rawi.web.answers import Answer, Asked
from rawi.web.faults import Denied, WrongQuestion
from rawi.web.pages.opened import Shelf
from rawi.web.pages.overtaken import answer_overtaken, read_pairs
from rawi.web.pages.reading import read_field, read_number

#: What stands in a field of a form where a person says that the text does not tell.
UNTOLD = "-"


def review(asked: Asked) -> Answer | Response:
    """Take a decision about an entry, or the last one back, and lead to where it was made; answer what stands
    where somebody else decided since the entry was ``seen``."""
    form: FormData = asked.request.state.form
    kind, why = read_field(form, "kind"), read_field(form, "why")
    if kind == "undo":
        number = read_number(form, "number") if "number" in form else None
        asked.ledger.reviews.undo(_own_review(asked, number), why)
    else:
        known = next((one for one in get_args(ReviewKind) if one == kind), None)
        if known is None:
            raise WrongQuestion("kind", f"{kind!r} is no decision")
        id = read_field(form, "id") or ""
        corrections = list(_corrections(asked, id)) if known == "correct" else []
        seen = read_pairs(form, [id])
        try:
            asked.ledger.reviews.decide(id, known, corrections, why, seen=seen[id] if seen else None)
        except Overtaken:
            return answer_overtaken(asked, [id], known, own_address(read_field(form, "back")))
    return RedirectResponse(own_address(read_field(form, "back")), status_code=303)


def _own_review(asked: Asked, number: int | None) -> int | None:
    """Return the number of a review that the visitor may take back, of null the last one of the visitor: an
    own one, or any for whoever decides what others decided too; Denied."""
    reviews, name = asked.ledger.reviews, asked.visitor.name
    if number is None and name is None:
        return None
    if number is None:
        last = next(reviews.last(1, name), None)
        if last is None:
            raise WrongQuestion("number", "there is no review of yours to take back")
        return last.number
    one = reviews.find(number)
    if asked.visitor.name and not asked.may("decide") and one.who != asked.visitor.name:
        raise Denied("review")
    return number


def _corrections(asked: Asked, id: str) -> Iterator[Correction]:
    """Yield what a form corrects: the fields in which something stands, or, of a form that shows every field
    as it is (``whole``), those in which something else stands than was read."""
    form: FormData = asked.request.state.form
    span = _picked(form) or read_field(form, "field.span")
    if read_field(form, "whole") is None:
        told = {name: read_field(form, f"field.{name}") for name in get_args(Field)} | {"span": span}
        found = {name: None if value == UNTOLD else value for name, value in told.items() if value}
    else:
        found = _changed(asked, id) | ({"span": span} if span else {})
        if not found:
            raise WrongCorrection(None, "nothing", "nothing is corrected: every field is as it was read")
    for name in get_args(Field):
        if name in found:
            yield Correction(name, found[name])


def _changed(asked: Asked, id: str) -> dict[str, str | None]:
    """Return the fields of a whole form that are otherwise than read; a blank one is not told."""
    form: FormData = asked.request.state.form
    one = Shelf(asked.ledger).find(id)
    if one is None:
        raise WrongQuestion("id", "it is of an older reading and not shown any more, or cannot be reviewed")
    read = read_values(one.view)
    told = {name: read_field(form, f"field.{name}") for name in read if f"field.{name}" in form}
    told = {name: None if value == UNTOLD else value for name, value in told.items() if name != "span"}
    return {name: value for name, value in told.items() if value != read[name]}


def _picked(form: FormData) -> str | None:
    """Return the span from the first to the last word that were picked; null if none were, or the same as
    before."""
    first, last = read_field(form, "word.first"), read_field(form, "word.last")
    if (
        first is None
        or last is None
        or (first, last) == (read_field(form, "was.first"), read_field(form, "was.last"))
    ):
        return None
    return f"{first},{last}"


def own_address(told: str | None) -> str:
    """Return an address that a form names to go back to, if it is one of this server; else the first page."""
    back = told or "/"
    own = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if own and back.isprintable() else "/"
