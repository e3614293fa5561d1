"""Invented reports of one clash and its tolls, each event built by hand on its words."""

from __future__ import annotations

from msgspec.structs import replace

from rawi.ledger import Ledger
from rawi.ledger.dockets import Account, Docket
from rawi.model.chain import Link
from rawi.model.claim import Argument, Event, EventPlace, Speaker, Statement, Toll
from rawi.model.entity import Area, Entity, Location
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.model.value import Hedge
from tests.ledger.samples import document_of, span_of, submission

CLASH = "Battles/Armed clash"
ATTACK = "Violence against civilians/Attack"
TOWN, REGION = "تل النخيل", "محافظة الرمانة"
TEXT = (
    f"قال المتحدث سليم الدوري إن مسلحين هاجموا حاجزا للشرطة في {TOWN} بـ{REGION} يوم الأربعاء، "
    "فقتلوا ثلاثة من الشرطة وأصابوا خمسة.\n"
)
HERE = Location(
    "wof:7", "locality", "exact", 35.5, 44.25, "IQ", (Area("wof:70", "الرمانة", "region"),), "IQ-XX"
)
AROUND = Location("wof:70", "region", "governorate", 35.25, 44.5, "IQ", (), "IQ-XX")
OUTLETS = ("صدى الريم", "مرايا الوادي", "بريد الواحة")


def toll(text: str, words: str, low: int | None, high: int | None = -1, **more: object) -> Toll:
    """Return a count of dead on its words; one number unless ``high`` is given."""
    known: dict[str, object] = {"kind": "killed", "hedge": Hedge.EXACT, "span": span_of(text, words)}
    return Toll(low=low, high=low if high == -1 else high, **(known | more))  # type: ignore[arg-type]


def report(text: str = TEXT, number: int = 0, **fields: object) -> Record:
    """Return the report of an attack on a checkpoint; ``fields`` are those of its event that differ."""
    speaker = Speaker(span_of(text, "سليم الدوري"), "سليم الدوري", "المتحدث", "e4")
    content = Span(text.index("مسلحين"), len(text.rstrip("\n.")))
    statement = Statement(
        "s1", "indirect", "asserted", (content,), span_of(text, "قال"), speaker, rule="statement/test"
    )
    entities = (
        Entity("e1", "place", TOWN, (span_of(text, TOWN),), "wof:7", location=HERE),
        Entity("e2", "place", REGION, (span_of(text, REGION),), "wof:70", location=AROUND),
        Entity("e3", "organisation", "الشرطة", (span_of(text, "الشرطة"),)),
        Entity("e4", "person", "سليم الدوري", (span_of(text, "سليم الدوري"),)),
    )
    document = document_of(
        text,
        outlet=OUTLETS[number],
        published=f"2031-03-{6 + number:02}",
        published_from="metadata",
        title=f"هجوم على حاجز ({number})",
        url=f"https://example.org/{number}",
        chain=(Link("outlet", OUTLETS[number], None, inferred=True),),
    )
    event = replace(_event(text), **fields)
    return Record(document, (statement,), (), (), (event,), entities)


def _event(text: str) -> Event:
    """Return the attack as the text tells it."""
    return Event(
        "v1",
        span_of(text, "هاجموا"),
        CLASH,
        Argument("مسلحون", None, span_of(text, "مسلحين")),
        Argument("الشرطة", "e3", span_of(text, "الشرطة")),
        EventPlace(TOWN, "e1", span_of(text, TOWN), "exact"),
        "2031-03-05",
        tolls=(toll(text, "ثلاثة", 3), toll(text, "خمسة", 5, kind="injured")),
        according_to="s1",
        rule="event/test",
        places=(EventPlace(REGION, "e2", span_of(text, REGION), "governorate"),),
        date_span=span_of(text, "يوم الأربعاء"),
    )


def other(words: str) -> str:
    """Return the text as another outlet has it: with a sentence of its own."""
    return f"{TEXT}{words}\n"


def gather(ledger: Ledger, *records: Record, id: str = "in_test") -> Docket:
    """Add reports, and return their events as one incident in this order."""
    list(ledger.add_many(submission(record) for record in records))
    ledger.update()
    order = {record.document.id: at for at, record in enumerate(records)}
    found = [one for one in ledger.accounts() if one.document.id in order]
    accounts: list[Account] = sorted(found, key=lambda one: order[one.document.id])
    return Docket(id, tuple(accounts))
