"""What is answered where somebody else decided about entries after a page with them was loaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from starlette.datastructures import FormData

from rawi.ledger.reviewing import UNSTATED
from rawi.model.review import Reviewed, ReviewKind
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.opened import Shelf, find_steps

_COLUMNS = ("id", "standing", "review", "who", "at")


def read_seen(form: FormData) -> list[int] | None:
    """Return the numbers of the reviews that a form has seen, 0 for none, blank too; null where it does not
    tell, as forms of other programs; WrongQuestion for what is no number."""
    found = [str(one).strip() or "0" for one in form.getlist("seen")]
    if not all(one.isascii() and one.isdigit() and len(one) < 19 for one in found):
        raise WrongQuestion("seen", "it is the number of a review")
    return [int(one) for one in found] if found else None


def answer_overtaken(asked: Asked, ids: Iterable[str], kind: ReviewKind, back: str, done: int = 0) -> Answer:
    """Answer how entries stand now that were seen otherwise, with a form that decides all the same.

    ``done`` entries were decided about beside them. The form sends all that the first one did, and what is
    seen now.
    """
    reviews, shelf = asked.ledger.reviews, Shelf(asked.ledger)
    found = [one for id in ids if (one := shelf.find(id)) is not None]
    standing = reviews.standing(one.id for one in found)
    items = [(one, standing.get(one.id), find_steps(one.view, reviews.history_of(one.id))) for one in found]
    again = _again(asked.request.state.form, [(one.id, standing.get(one.id)) for one in found])
    data = {"items": items, "again": again, "kind": kind, "back": back, "done": done, "unstated": UNSTATED}
    rows = [(id, one.standing, one.review, one.who, one.at) for id, one in standing.items()]
    return Answer(
        "overtaken.html", "problem", data, fields={"code": "E309"}, columns=_COLUMNS, rows=rows, status=409
    )


def _again(form: FormData, entries: Sequence[tuple[str, Reviewed | None]]) -> list[tuple[str, str]]:
    """Return the fields of a form for these entries, as they stand now."""
    kept = [
        (name, value)
        for name, value in form.multi_items()
        if isinstance(value, str) and name not in ("id", "seen")
    ]
    for id, one in entries:
        kept += [("id", id), ("seen", str((one.review if one else None) or 0))]
    return kept


def read_pairs(form: FormData, ids: Sequence[str]) -> dict[str, int] | None:
    """Return what was seen of each entry; null where a form does not tell; WrongQuestion where it tells it
    not of all."""
    seen = read_seen(form)
    if seen is None:
        return None
    if len(seen) != len(ids):
        raise WrongQuestion("seen", "one number for each entry")
    return dict(zip(ids, seen, strict=True))
