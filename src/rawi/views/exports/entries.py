"""One row for each event entry: what one report says, raw and normalised, with the places of its words."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.ledger.dockets import Account, Docket
from rawi.lexicons.plover import plover_of
from rawi.model.claim import Argument, EventPlace, Toll
from rawi.model.span import Span
from rawi.views.exports.cells import OR, Value
from rawi.views.exports.incidents import part_type
from rawi.views.exports.reviews import review_entry
from rawi.views.exports.tables import EVENTS, Table
from rawi.views.exports.tolls import render_toll

_AND = "; "
_SAID = ("trigger", "actor", "target", "place", "date", "instrument", "certainty", "claimed_by")
_NAMED = ("actor", "target", "place", "claimed_by")
COLUMNS = (
    "id", "incident", "document", "outlet", "published", "title", "url",
    "type", "event_type", "sub_event_type", "plover_type", "plover_mode", "plover_context",
    "trigger", "trigger_start", "trigger_end",
    "actor", "actor_words", "actor_words_start", "actor_words_end", "actor_id", "with_actor",
    "target", "target_words", "target_words_start", "target_words_end", "target_id", "with_target",
    "place", "place_words", "place_words_start", "place_words_end", "place_id", "place_precision",
    "country_code", "latitude", "longitude",
    "date", "date_words", "date_words_start", "date_words_end",
    "killed", "injured", "abducted", "arrested", "tolls",
    "instrument", "instrument_words", "instrument_words_start", "instrument_words_end",
    "certainty", "certainty_words", "certainty_words_start", "certainty_words_end",
    "claimed_by", "claimed_by_words", "claimed_by_words_start", "claimed_by_words_end", "claimed_by_id",
    "background", "according_to", "holder", "quote_ar", "confidence", "reasons", "text_rule",
    "review_status", "reviewed_by", "reviewed_at", "corrected",
)  # fmt: skip


def build_entries(found: Iterable[tuple[Account, Docket | None]]) -> Table:
    """Return the table of events, each with its incident, if it is in one."""
    rows = [_row(account, incident) for account, incident in found]
    return Table(EVENTS, COLUMNS, [[row.get(column) for column in COLUMNS] for row in rows])


def _row(account: Account, incident: Docket | None) -> dict[str, Value]:
    """Return the values of an event by column."""
    event, about = account.event, account.document
    (type, sub), plover = part_type(event.type), plover_of(event.type)
    row: dict[str, Value] = {
        "id": account.id,
        "incident": incident.id if incident else None,
        "document": about.id,
    }
    row |= {"outlet": about.outlet, "published": about.published, "title": about.title, "url": about.url}
    row |= {"type": event.type, "event_type": type, "sub_event_type": sub}
    row |= {"plover_type": plover.type, "plover_mode": plover.mode, "plover_context": plover.context}
    row |= {"date": event.date, "instrument": event.instrument, "certainty": event.certainty}
    for name in _NAMED:
        row |= _named(account, name, getattr(event, name))
    row |= _words(account)
    row |= {name: getattr(event, name) for name in ("killed", "injured", "abducted", "arrested")}
    row |= {name: _names(getattr(event, name)) for name in ("with_actor", "with_target")}
    row |= _place(account)
    row |= {"tolls": OR.join(_toll(account, one) for one in event.tolls) or None}
    row |= {"background": event.background, "according_to": account.entry_of(event.according_to)}
    row |= {"holder": account.holder(event.according_to), "quote_ar": account.words(account.sentence)}
    row |= {"confidence": event.confidence, "reasons": " ".join(event.reasons) or None}
    return row | {"text_rule": event.rule or None, **review_entry(account, incident)}


def _named(account: Account, name: str, one: Argument | EventPlace | None) -> dict[str, Value]:
    """Return the name of a party or place and its id across documents."""
    return {name: one.name, f"{name}_id": account.resolved(one.entity)} if one else {}


def _names(parties: tuple[Argument, ...]) -> str | None:
    """Return the names of parties."""
    return _AND.join(one.name for one in parties) or None


def _words(account: Account) -> dict[str, Value]:
    """Return where the words of each part stand."""
    row: dict[str, Value] = {}
    for name in _SAID:
        span = _span(account, name)
        if span is not None:
            told = name if name == "trigger" else f"{name}_words"
            row |= {told: account.words(span), f"{told}_start": span.start, f"{told}_end": span.end}
    return row


def _span(account: Account, name: str) -> Span | None:
    """Return where the words of a part stand."""
    if name == "trigger":
        return account.event.trigger
    if name in _NAMED:
        one: Argument | EventPlace | None = getattr(account.event, name)
        return one.span if one else None
    span: Span | None = getattr(account.event, f"{name}_span")
    return span


def _place(account: Account) -> dict[str, Value]:
    """Return how narrow the place is and where it lies, as far as that is settled."""
    place = account.event.place
    entity = account.entity(place.entity) if place else None
    row: dict[str, Value] = {"place_precision": place.precision if place else None}
    if entity and entity.location and entity.location.certain:
        found = entity.location
        row |= {"country_code": found.country, "latitude": found.lat, "longitude": found.lon}
    return row


def _toll(account: Account, toll: Toll) -> str:
    """Return a toll with its words and their place: ``killed 3 civilians «ثلاثة مدنيين» 45-58``."""
    figure = account.figure(toll.figure)
    span = toll.span or (figure.span if figure else None)
    marks = [toll.who or "", toll.side or "", "(part)" if toll.part else "", "(joint)" if toll.joint else ""]
    words = f"«{account.words(span)}» {span.start}-{span.end}" if span else ""
    held = account.holder(toll.according_to)
    parts = [toll.kind, render_toll(toll), *marks, words, f"by {held}" if held else ""]
    return " ".join(part for part in parts if part)
