"""A correction that cannot be: the form again, with what was typed and why, beside the field."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData
from starlette.responses import Response

from rawi.ledger.faults import WrongCorrection
from rawi.web.answers import Answer, Asked
from rawi.web.pages.opened import Asking
from rawi.web.pages.reading import read_field
from rawi.web.pages.records import show_entry
from rawi.web.pages.reviewing import own_address, review
from rawi.web.telling import tell_correction


def amend(asked: Asked) -> Answer | Response:
    """Take a decision as ``review`` does; a whole form that cannot be kept is shown again with its values."""
    form: FormData = asked.request.state.form
    try:
        return review(asked)
    except WrongCorrection as wrong:
        if read_field(form, "whole") is None:
            raise
        return _show_again(asked, form, wrong)


def _show_again(asked: Asked, form: FormData, wrong: WrongCorrection) -> Answer:
    """Return the page of an entry with the values of a form in its fields."""
    id, back = read_field(form, "id") or "", own_address(read_field(form, "back"))
    answer = show_entry(asked, id, back, 422)
    path, other = f"/review/{answer.data['one'].id}", "en" if asked.preferences.language == "ar" else "ar"
    told: dict[str, Any] = {
        "asking": [_typed(one, form) for one in answer.data["asking"]],
        "typed": {
            name: read_field(form, name) or "" for name in ("why", "field.span", "word.first", "word.last")
        },
        "wrong": wrong,
        "told": tell_correction(wrong, asked.preferences.language),
        "path": path,
        "switch": f"{path}?lang={other}",
        "twin": lambda shape: f"{path}.{shape}",
    }
    answer.data.update(told)
    return answer


def _typed(one: Asking, form: FormData) -> Asking:
    """Return a field of the form as it was typed."""
    name = f"field.{one.name}"
    return one._replace(now=read_field(form, name)) if name in form else one
