"""Two claims side by side: the list of comparisons, one of them with its checklist, and who overrules it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import msgspec
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.ledger.answers import ComparisonView
from rawi.model.relation import Check, Outcome, Reason, Verdict
from rawi.views.dates import render_date
from rawi.views.exports.cells import Value
from rawi.views.labels import Language
from rawi.views.report.parts import name_kind
from rawi.views.terms import tell_check, tell_reason
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.naming import name_ids
from rawi.web.pages.listing import count_found, cut_page
from rawi.web.pages.reading import read_field
from rawi.web.pages.reviewing import own_address
from rawi.web.pages.sides import find_document, find_holder

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_SIGNS: dict[Outcome, str] = {"same": "✓", "differs": "≠", "unknown": "?"}
_DATED = ("date.", "time.")
_OTHER_TIME = "time.differs"
_LISTED = (
    "id", "verdict", "aspect", "kind", "machine", "decided",
    "a", "a_document", "a_holder", "a_words", "b", "b_document", "b_holder", "b_words",
)  # fmt: skip
_COLUMNS = ("id", "verdict", "row", "name", "outcome", "a", "b")


class Line(msgspec.Struct, frozen=True):
    """A line of a checklist or a reason: ``name`` of its wording, what either side has; ``one_time`` where
    two days are taken as one."""

    name: str
    a: str
    b: str
    sign: str = ""
    outcome: str = ""
    one_time: bool = False

    @property
    def both(self) -> bool:
        """Do both sides have the same?"""
        return self.a == self.b


def compare(asked: Asked) -> Answer:
    """Answer which claims a reader would lay side by side, what contradicts first."""
    written = asked.given("verdict")
    verdict = next((one for one in VERDICTS if one == written), None)
    if written and verdict is None:
        raise WrongQuestion("verdict", f"{written!r} is none of {', '.join(VERDICTS)}")
    found = asked.ledger.comparisons(asked.given("about"), verdict)
    items, after = cut_page(asked, found)
    shown = [(one, name_kind(one.a), name_kind(one.b)) for one in items]
    data = {"items": shown, "next": after, "verdicts": VERDICTS, **count_found(found)}
    rows = [_listed_row(one) for one in items]
    return Answer("comparisons.html", "comparisons", data, items, next=after, columns=_LISTED, rows=rows)


def compare_by_id(asked: Asked) -> Answer:
    """Answer one comparison by its own id."""
    return _answer(asked, asked.ledger.comparison(asked.request.path_params["id"]))


def compare_two(asked: Asked) -> Answer:
    """Answer how two entries stand to each other, also such as no update laid side by side."""
    told = asked.request.path_params
    return _answer(asked, asked.ledger.compare(told["a"], told["b"]))


def _answer(asked: Asked, view: ComparisonView) -> Answer:
    """Answer one comparison: both claims, the checklist, the verdict and its reasons."""
    language = asked.preferences.language
    named = name_ids(asked.ledger, view.names, language)
    told = msgspec.structs.replace(view, names=named)
    data = {
        "view": view,
        "one": view.comparison,
        "kinds": (name_kind(view.a), name_kind(view.b)),
        "checks": [_check(one, told, language) for one in view.comparison.checks],
        "reasons": [_reason(one, told, language) for one in view.comparison.reasons],
        "verdicts": VERDICTS,
        "stale": asked.ledger.waiting() is not None,
    }
    rows = list(_rows(view))
    return Answer(
        "comparison.html", "compare", data, fields={"comparison": view}, columns=_COLUMNS, rows=rows
    )


def _check(check: Check, view: ComparisonView, language: Language) -> Line:
    """Return a line of the checklist in the words of a reader."""
    a, b = (tell_check(check.name, view.names.get(one, one), language) for one in (check.a, check.b))
    one_time = bool(check.name == "as_of" and check.outcome == "same" and a and b and a != b)
    return Line(f"check.{check.name}", a, b, _SIGNS[check.outcome], check.outcome, one_time)


def _reason(reason: Reason, view: ComparisonView, language: Language) -> Line:
    """Return a reason in the words of a reader."""
    tell = render_date if reason.code.startswith(_DATED) else tell_reason
    a, b = (tell(view.names.get(one, one), language) for one in (reason.a, reason.b))
    if a == b and reason.code == _OTHER_TIME:
        a = b = ""  # the days that are told are one, those on which it held are not
    return Line(reason.code, a, b)


def _rows(view: ComparisonView) -> Iterator[tuple[Value, ...]]:
    """Yield checklist and reasons as rows."""
    one = view.comparison
    for check in one.checks:
        yield one.id, one.verdict, "check", check.name, check.outcome, check.a, check.b
    for reason in one.reasons:
        yield one.id, one.verdict, "reason", reason.code, None, reason.a, reason.b


def _listed_row(view: ComparisonView) -> tuple[Value, ...]:
    one = view.comparison
    sides = [(side.id, find_document(side), find_holder(side), side.words) for side in (view.a, view.b)]
    return one.id, one.verdict, one.aspect, one.kind, one.machine, one.decided, *sides[0], *sides[1]


def decide(asked: Asked) -> Response:
    """Put a verdict in the place of the one that was computed, or take that back; lead to where it was made.

    What is derived is brought up to date at once where only this is new, else beside the answer.
    """
    form: FormData = asked.request.state.form
    a, b, why = (read_field(form, name) for name in ("a", "b", "why"))
    view = asked.ledger.compare(a or "", b or "")  # nothing is decided of what cannot be shown
    waiting = asked.ledger.waiting() is not None
    if read_field(form, "kind") == "undo":
        if view.decision is None or read_field(form, "number") != str(view.decision.number):
            raise WrongQuestion("number", "this decision does not stand on these two entries")
        asked.ledger.undo(view.decision.number, why)
    else:
        asked.ledger.decide_verdict(view.a.id, view.b.id, read_field(form, "verdict") or "", why)
    if waiting:
        asked.updates.start()
    else:
        asked.ledger.update()
    return RedirectResponse(own_address(read_field(form, "back")), status_code=303)
