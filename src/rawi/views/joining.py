"""What differs between reports that a person puts together: told once, for the person's word stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rawi.ledger.answers import IncidentView
from rawi.model.claim import Argument, Event
from rawi.relations.days import read_days
from rawi.relations.incidents.parties import compare_bodies
from rawi.relations.incidents.tellings import bare_name
from rawi.relations.incidents.types import are_kin
from rawi.views.dates import render_date
from rawi.views.incidents import render_type
from rawi.views.screen import Screen

T = TypeVar("T")


def tell_differences(view: IncidentView, screen: Screen) -> str:
    """Return in one line the days, places, types and parties of an incident that exclude each other; empty
    where none do."""
    events = [one.event for one in view.events]
    told = [
        f"{screen.label(name)} {' | '.join(map(screen.apart, dict.fromkeys(values)))}"
        for name, values in _find(events, screen)
        if values
    ]
    return screen.label("joined_differ").format(screen.label("pause").join(told)) if told else ""


def _find(events: Sequence[Event], screen: Screen) -> Iterator[tuple[str, list[str]]]:
    """Yield what differs of events, by the name of its label."""
    days = [one.date for one in events if one.date]
    yield "differ.days", [render_date(one, screen.language) for one in _apart(days, _meet)]
    places = [one for one in events if one.place is not None]
    yield "differ.places", [one.place.name for one in _apart(places, _may_lie_together) if one.place]
    types = [one.type for one in events]
    yield "differ.types", [render_type(one, screen.language) for one in _apart(types, are_kin)]
    actors = [one.actor for one in events if one.actor is not None]
    yield "differ.actors", [one.name for one in _apart(actors, _may_be_one)]


def _apart(values: Sequence[T], agree: Callable[[T, T], bool]) -> list[T]:
    """Return the values that do not agree with some other one."""
    return [one for one in values if any(not agree(one, other) for other in values)]


def _meet(a: str, b: str) -> bool:
    """Have two dates a day in common? One without days may mean any."""
    one, other = read_days(a), read_days(b)
    return one is None or other is None or (one.first <= other.last and other.first <= one.last)


def _may_lie_together(a: Event, b: Event) -> bool:
    """Is the narrowest place of one event among the places of the other?"""
    names = [
        {bare_name(one.name) for one in (each.place, *each.places) if one is not None} for each in (a, b)
    ]
    own = [bare_name(one.place.name) for one in (a, b) if one.place is not None]
    return own[0] in names[1] or own[-1] in names[0]


def _may_be_one(a: Argument, b: Argument) -> bool:
    """May two names be of one party?"""
    return compare_bodies(a.name, b.name) != "two"
