"""What the tests of events share: the events of invented news, and a text cut into words and figures."""

from __future__ import annotations

from rawi.events.mentions import Mention, find_mentions
from rawi.model.claim import Argument, Event
from rawi.model.record import Record
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.pipeline import extract
from rawi.relations.quantities.page import Page

PUBLISHED = "2020-11-18"


def read(text: str) -> Record:
    """Return the record of a text that came out on a known day."""
    return extract(text, published=PUBLISHED)


def events(text: str) -> list[Event]:
    """Return the events of a text."""
    return list(read(text).events)


def only(text: str) -> Event:
    """Return the one event of a text; AssertionError where there is none or another one."""
    found = read(text)
    assert len(found.events) == 1, [(found.words(one.trigger), one.type) for one in found.events]
    return found.events[0]


def name(argument: Argument | None) -> str | None:
    """Return the name of somebody who takes part, null for nobody."""
    return argument.name if argument is not None else None


def sides(text: str) -> tuple[str | None, str | None]:
    """Return who did what the one event of a text tells, and to whom."""
    one = only(text)
    return name(one.actor), name(one.target)


def page_of(text: str) -> Page:
    """Return a text as the readers of events walk through it."""
    record = read(text)
    return Page(Report(record, {one.id: one.id for one in (*record.figures, *record.entities)}))


def mentions(text: str) -> list[tuple[str, str]]:
    """Return the kinds of the mentions of a text, each with its words."""
    page = page_of(text)
    return [(one.word.family, page.text.words_of(one.first, one.last)) for one in find_mentions(page)]


def first_mention(text: str) -> tuple[Page, Mention]:
    """Return a text and its first mention of a happening."""
    page = page_of(text)
    return page, next(iter(find_mentions(page)))


def spans(event: Event) -> list[Span]:
    """Return every span of an event."""
    held = (event.actor, event.target, event.claimed_by, *event.with_actor, *event.with_target)
    places = (event.place, *event.places)
    found = [event.trigger, *event.mentions, event.date_span, event.instrument_span, event.certainty_span]
    found += [one.span for one in (*held, *places, *event.tolls) if one is not None]
    return [one for one in found if one is not None]
