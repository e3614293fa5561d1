"""How two places of an article lie to each other."""

from __future__ import annotations

from rawi.events.places import relate_places
from rawi.model.claim import EventPlace
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.pipeline import extract
from rawi.relations.quantities.page import Page


def place(name: str, precision: str | None = None) -> tuple[EventPlace, ...]:
    """Return a place that no table has."""
    return (EventPlace(name, None, Span(0, 1), precision),)  # type: ignore[arg-type]


def test_a_name_may_say_that_it_is_a_part() -> None:
    """شمال السرو lies in السرو; countries of like names do not lie in one another."""
    page = Page(Report(extract("قصف الجيش السرو."), {}))
    assert relate_places(page, place("شمال السرو"), place("السرو")) == "within"
    assert relate_places(page, place("السرو"), place("السرو الغربية")) == "around"
    assert relate_places(page, place("جنوب السرو", "country"), place("السرو", "country")) == "differs"
