"""Lists of entries: what was said, what was counted, what happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from rawi.ledger.answers import IncidentView
from rawi.ledger.laziness import Lazily
from rawi.ledger.results import Article, Count, Said
from rawi.model.review import Reviewed
from rawi.relations.incidents.types import find_types, load_types
from rawi.views.exports.cells import Value
from rawi.web.answers import Answer, Asked
from rawi.web.cursors import cut_found
from rawi.web.faults import WrongQuestion
from rawi.web.pages.voices import find_voices

T = TypeVar("T")
_ARTICLE = ("document", "title", "outlet", "published")
REVIEWED = ("review_status", "reviewed_by", "reviewed_at", "corrected")


def said(asked: Asked) -> Answer:
    """Answer who said what."""
    confidence = "certain" if asked.flag("certain") else None
    found = asked.ledger.said(
        asked.given("who"),
        asked.given("about"),
        asked.given("since"),
        asked.given("until"),
        confidence=confidence,  # type: ignore[arg-type]
        rejected=asked.flag("rejected"),
    )
    items, after = cut_page(asked, found)
    columns = (
        "id",
        "address",
        "speaker",
        "role",
        "kind",
        "polarity",
        "said",
        "confidence",
        "words",
        *_ARTICLE,
        *REVIEWED,
    )
    return Answer(
        "said.html",
        "said",
        {"items": items, "next": after, "voices": find_voices(asked, items), "hidden": found.hidden},
        items,
        {"rejected": found.hidden},
        next=after,
        columns=columns,
        rows=[_said_row(one) for one in items],
    )


def _said_row(one: Said) -> tuple[Value, ...]:
    told = one.statement
    return (
        one.id,
        one.address,
        told.speaker.name,
        told.speaker.role,
        told.kind,
        told.polarity,
        one.said,
        told.confidence,
        one.words,
        *_article(one.article),
        *reviewed(one.review),
    )


def figures(asked: Asked) -> Answer:
    """Answer how many, of what, according to whom."""
    told = (asked.given(name) for name in ("what", "place", "who", "since"))
    found = asked.ledger.figures(*told, rejected=asked.flag("rejected"))
    items, after = cut_page(asked, found)
    columns = (
        "id",
        "address",
        "low",
        "high",
        "unit",
        "holder",
        "relayed_by",
        "denied",
        "as_of",
        "said",
        "words",
        *_ARTICLE,
        *REVIEWED,
    )
    return Answer(
        "figures.html",
        "figures",
        {"items": items, "next": after, "voices": find_voices(asked, items), "hidden": found.hidden},
        items,
        {"rejected": found.hidden},
        next=after,
        columns=columns,
        rows=[_count_row(one) for one in items],
    )


def _count_row(one: Count) -> tuple[Value, ...]:
    told = one.figure
    return (
        one.id,
        one.address,
        _number(told.low),
        _number(told.high),
        told.unit,
        one.holder,
        " › ".join(one.relayed_by),
        one.denied,
        one.as_of,
        one.said,
        one.words,
        *_article(one.article),
        *reviewed(one.review),
    )


def _number(value: object) -> Value:
    return value if isinstance(value, int | float) or value is None else str(value)


def events(asked: Asked) -> Answer:
    """Answer what happened: each happening once, with every report's version."""
    written = asked.given("type")
    types = find_types(written) if written else frozenset[str]()
    if written and not types:
        raise WrongQuestion("type", f"{written!r} is no type of events")
    found = asked.ledger.incidents(
        asked.given("since"),
        asked.given("until"),
        types=types,
        place=asked.given("place"),
        actor=asked.given("who"),
        confidence="certain" if asked.flag("certain") else None,
        rejected=asked.flag("rejected"),
    )
    items, after = cut_page(asked, found)
    columns = (
        "incident",
        "id",
        "address",
        "type",
        "date",
        "place",
        "actor",
        "target",
        "certainty",
        "confidence",
        "killed",
        "injured",
        "words",
        *_ARTICLE,
        *REVIEWED,
    )
    data = {"items": items, "next": after, "types": tuple(load_types()), "hidden": found.hidden}
    rows = [row for one in items for row in _event_rows(one)]
    fields = {"rejected": found.hidden}
    return Answer("events.html", "events", data, items, fields, next=after, columns=columns, rows=rows)


def _event_rows(view: IncidentView) -> Iterable[tuple[Value, ...]]:
    for one in view.events:
        told = one.event
        yield (
            view.id, one.id, one.address, told.type, told.date,
            told.place.name if told.place else None, told.actor.name if told.actor else None,
            told.target.name if told.target else None, told.certainty, told.confidence,
            told.killed, told.injured, one.words, *_article(one.article), *reviewed(one.review),
        )  # fmt: skip


def reviewed(one: Reviewed | None) -> tuple[Value, ...]:
    """Return how people left an entry as cells; what they put in the place of what was read as JSON."""
    if one is None:
        return "new", None, None, None
    corrected = {each.field: each.value for each in one.corrections}
    told = msgspec.json.encode(corrected).decode() if corrected else None
    return one.standing, one.who, one.at, told


def _article(one: Article) -> tuple[Value, ...]:
    return one.id, one.title, one.outlet, one.published


def count_found(found: Iterable[object]) -> dict[str, int]:
    """Return how many things a list has in all, and how many are left out because people rejected entries."""
    total = len(found.found) if isinstance(found, Lazily) else 0
    return {"total": total, "hidden": found.hidden if isinstance(found, Lazily) else 0}


def cut_page(asked: Asked, found: Iterable[T]) -> tuple[list[T], str | None]:
    """Return the items of a page, and the cursor of the next one, null at the end."""
    return cut_found(asked, found)
