"""The coder's side of an event: every report of the incident, and whether they are of one happening."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from starlette.responses import RedirectResponse, Response

from rawi.errors import LedgerError
from rawi.ledger.answers import EventView
from rawi.ledger.ledger import Ledger
from rawi.model.span import Span
from rawi.web.answers import Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.opened import Queued
from rawi.web.pages.reading import read_field
from rawi.web.pages.reviewing import own_address

_NEAR = 6  # other happenings that are offered to be joined
_MOST = 20  # reports of one incident that are shown


class Telling(NamedTuple):
    """One report's version: the words around its trigger parted by it."""

    view: EventView
    left: str
    words: str
    right: str


class Reports(NamedTuple):
    """The incident of an event: its id (null for history), its reports, how many more there are, and other
    happenings of that day that may be the same."""

    id: str | None
    tellings: tuple[Telling, ...]
    more: int
    near: tuple[EventView, ...]


def find_reports(ledger: Ledger, one: Queued) -> Reports:
    """Return what all reports tell of the incident of an event, as of the last update."""
    try:
        view = ledger.incident(one.id)
    except LedgerError:  # no update has seen this event
        return Reports(None, (), 0, ())
    tellings = tuple(_part(ledger, each) for each in view.events[:_MOST])
    own = {each.id for each in view.events}
    near = []
    type = view.events[0].event.type  # what is of another kind is not joined
    day = next((each.event.date for each in view.events if each.event.date), None)
    if view.id is not None and day:
        found = ledger.incidents(day, day, rejected=True)
        others = (each.events[0] for each in islice(found, _NEAR + 1) if each.id)
        near = [each for each in others if each.id not in own and each.event.type == type]
    return Reports(view.id, tellings, len(view.events) - len(tellings), tuple(near[:_NEAR]))


def _part(ledger: Ledger, view: EventView) -> Telling:
    """Return a report's version with its sentence parted by the words of the event."""
    place = view.sentence.address.rpartition("#char=")[2]
    start, _, end = place.partition(",")
    sentence, trigger = Span(int(start), int(end)), view.event.trigger
    text = ledger.document(view.article.id).text
    if not sentence.start <= trigger.start < trigger.end <= sentence.end:
        return Telling(view, view.sentence.words, "", "")
    return Telling(
        view, text[sentence.start : trigger.start], trigger.of(text), text[trigger.end : sentence.end]
    )


def merge(asked: Asked) -> Response:
    """Decide that two happenings are one, and lead back."""
    form = asked.request.state.form
    a, b = read_field(form, "a"), read_field(form, "b")
    if a is None or b is None:
        raise WrongQuestion("b", "with which other one?")
    return _done(asked, asked.ledger.merge(a, b, read_field(form, "why")))


def split(asked: Asked) -> Response:
    """Decide that some reports are of another happening, and lead back."""
    form = asked.request.state.form
    id, members = read_field(form, "id"), [str(one) for one in form.getlist("member")]
    if id is None or not members:
        raise WrongQuestion("member", "which reports are of another happening?")
    return _done(asked, asked.ledger.split(id, *members, why=read_field(form, "why")))


def _done(asked: Asked, number: int) -> Response:
    """Bring up to date what the decision changes, and lead back, to the queue with what was decided."""
    asked.ledger.update()
    back = own_address(read_field(asked.request.state.form, "back"))
    told = f"{back}&done={number}" if back.startswith("/review?") else back
    return RedirectResponse(told, status_code=303)
