"""Invented reports of strikes and clashes, with their events read by hand."""

from __future__ import annotations

from typing import Any

from rawi.ledger import Ledger
from rawi.model.claim import Argument, Counted, Event, EventPlace, Figure, Speaker, Statement, Toll
from rawi.model.entity import Area, Entity, Location
from rawi.model.record import Record
from rawi.model.value import Hedge
from tests.ledger.samples import document_of, span_of, submission

STRIKE, CLASH = "Explosions/Remote violence/Air/drone strike", "Battles/Armed clash"
TOWN, VILLAGE = "تل النخيل", "عين الصفا"
_REGION = Area("wof:10", "محافظة النجود", "region")
_ROWS = {TOWN: "wof:1", VILLAGE: "wof:2"}
DAY = "2031-03-12"


def strike(
    number: int,
    killed: int | None = 7,
    *,
    town: str = TOWN,
    day: str | None = DAY,
    published: str | None = DAY,
    outlet: str | None = None,
    actor: str | None = None,
    speaker: str | None = None,
    wounded: bool = False,
    **fields: Any,
) -> Record:
    """Return a report of one strike on a town; the same arguments give the same text. With a ``speaker`` the
    dead are his count; ``wounded``: one count is of dead and wounded together; ``fields`` are the event's."""
    by = f" شنها {actor}" if actor else ""
    both = "قتيلا وجريحا" if wounded else "قتيلا"
    count = f" وسقط {killed} {both}" if killed is not None else ""
    told = f" بحسب {speaker}" if speaker else ""
    text = f"خبر رقم {number}. وقعت غارة على {town}{by}{count}{told}.\n"
    entities = [_town(text, town)]
    if actor:
        entities.append(Entity("e2", "organisation", actor, (span_of(text, actor),)))
    figures, tolls = _count(text, killed, both, speaker, wounded) if killed is not None else ((), ())
    known: dict[str, Any] = {
        "place": EventPlace(town, "e1", span_of(text, town), "exact"),
        "actor": Argument(actor, "e2", span_of(text, actor)) if actor else None,
        "date": day,
        "tolls": tolls,
        "rule": "event/strike",
    }
    event = Event("v1", span_of(text, "غارة"), STRIKE, **(known | fields))
    statements = (_said(text, speaker, f"وسقط {killed} {both}"),) if speaker else ()
    document = document_of(text, published=published, outlet=outlet, title=f"غارة {number}")
    return Record(document, statements, figures, events=(event,), entities=tuple(entities))


def _town(text: str, town: str) -> Entity:
    """Return a town as an entity, in its governorate."""
    row = _ROWS[town]
    where = Location(row, "locality", "exact", 33.0, 36.0, "SY", (_REGION,))
    return Entity("e1", "place", town, (span_of(text, town),), row, location=where)


def _said(text: str, speaker: str, content: str) -> Statement:
    """Return the statement that holds a count."""
    by = Speaker(span_of(text, speaker), speaker)
    return Statement(
        "s1", "indirect", "asserted", (span_of(text, content),), span_of(text, "بحسب"), by, rule="r"
    )


def _count(
    text: str, killed: int, noun: str, speaker: str | None, wounded: bool
) -> tuple[tuple[Figure, ...], tuple[Toll, ...]]:
    """Return the figure of a count and the tolls that it gives."""
    span = span_of(text, f"{killed} {noun}")
    counted = Counted(noun, span_of(text, noun))
    held = "s1" if speaker else None
    figure = Figure("f1", span, span_of(text, str(killed)), killed, killed, Hedge.EXACT, counted, None, held)
    kinds = ("killed", "injured") if wounded else ("killed",)
    tolls = tuple(
        Toll(kind, killed, killed, Hedge.EXACT, joint=wounded, figure="f1", span=span, according_to=held)  # type: ignore[arg-type]
        for kind in kinds
    )
    return (figure,), tolls


def put(ledger: Ledger, *records: Record, extractor: str = "rawi/0.1.0") -> list[str]:
    """Add reports and return the ids of their documents."""
    for record in records:
        one = submission(record, extractor)
        done = ledger.add(record, evidence=one.evidence, origin=one.origin, extractor=extractor)
        assert done.refused == 0
    return [record.document.id for record in records]
