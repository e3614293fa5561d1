"""Reviewing: accept, reject, correct, mark as background; and take it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.model.review import Correction, Field, ReviewKind
from rawi.web.answers import Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.reading import read_field

#: What stands in a field of a form where a person says that the text does not tell.
UNTOLD = "-"


def review(asked: Asked) -> Response:
    """Take a decision about an entry, or the last one back, and lead to where it was made."""
    form: FormData = asked.request.state.form
    kind, why = read_field(form, "kind"), read_field(form, "why")
    if kind == "undo":
        number = read_field(form, "number") or ""
        asked.ledger.reviews.undo(int(number) if number.isdigit() else None, why)
    else:
        known = next((one for one in get_args(ReviewKind) if one == kind), None)
        if known is None:
            raise WrongQuestion("kind", f"{kind!r} is no decision")
        corrections = list(_corrections(form)) if known == "correct" else []
        asked.ledger.reviews.decide(read_field(form, "id") or "", known, corrections, why)
    return RedirectResponse(own_address(read_field(form, "back")), status_code=303)


def _corrections(form: FormData) -> Iterator[Correction]:
    """Yield what a form corrects: the fields in which something stands."""
    for name in get_args(Field):
        value = read_field(form, f"field.{name}")
        if value is not None:
            yield Correction(name, None if value == UNTOLD else value)


def own_address(told: str | None) -> str:
    """Return an address that a form names to go back to, if it is one of this server; else the first page."""
    back = told or "/"
    own = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if own and back.isprintable() else "/"
