"""Small records of invented news, built without any extractor: the ledger must not depend on one."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from rawi.ledger import Origin, Submission
from rawi.model.chain import Link
from rawi.model.claim import Counted, DateMention, Event, EventPlace, Figure, Speaker, Statement
from rawi.model.document import Document
from rawi.model.entity import Entity
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.model.value import Hedge

EXTRACTOR = "rawi/0.1.0+words1"
TOWNS = ("الرملية", "تل النخيل", "وادي الزيتون", "مرسى الريم", "عين الصفا")
NAMES = ("سليم حداد", "ليلى العامري", "نادر الشيخ", "هدى منصور", "فارس الكيلاني")
_FILLER = (
    "وشهدت الأسواق حركة نشطة منذ الصباح",
    "وأوضح سكان أن المياه عادت إلى الأحياء القديمة",
    "ومن المقرر أن تستمر الأعمال أسبوعين على الأقل",
    "وبالتحالف مع الجمعيات المحلية فتحت المدرسة أبوابها",
    "وتابعت لجنة السوق أسعار الخبز والزيت والسكر",
)


def span_of(text: str, words: str, start: int = 0) -> Span:
    """Return where ``words`` stand in ``text``; they must."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def document_of(text: str, **fields: object) -> Document:
    """Return a document of ``text`` with a right id."""
    id = f"sha256:{sha256(text.encode()).hexdigest()}"
    return Document(id, text, (Span(0, len(text)),), **fields)  # type: ignore[arg-type]


def told(
    text: str,
    speaker: str,
    content: str,
    number: str = "",
    value: int = 0,
    counted: str = "",
    *,
    cue: str = "قال",
    polarity: str = "asserted",
    said: str | None = None,
    as_of: str | None = None,
    place: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    hedge: Hedge = Hedge.EXACT,
    role: str | None = None,
) -> Record:
    """Return a record of one statement, and of one figure in it if ``number`` is given."""
    statement = Statement(
        id="s1",
        kind="indirect",
        polarity="denied" if polarity == "denied" else "asserted",
        content=(span_of(text, content),),
        cue=span_of(text, cue),
        speaker=Speaker(span_of(text, speaker), speaker, role),
        date=said,
        rule="statement/cue-then-speaker",
    )
    figures = (_counted(text, number, value, counted, hedge, place, as_of),) if number else ()
    chain = (Link("outlet", outlet, None, inferred=True),) if outlet else ()
    document = document_of(
        text,
        outlet=outlet,
        published=published,
        chain=chain,
        published_from="metadata" if published else None,
    )
    return Record(document, (statement,), figures)


def _counted(
    text: str, number: str, value: int, counted: str, hedge: Hedge, place: str | None, as_of: str | None
) -> Figure:
    """Return a figure held by the first statement."""
    whole = span_of(text, f"{number} {counted}")
    noun = Counted(counted, span_of(text, counted, whole.start))
    low = None if hedge is Hedge.LESS_THAN else value
    high = None if hedge is Hedge.MORE_THAN else value
    digits = span_of(text, number, whole.start)
    return Figure(
        "f1", whole, digits, low, high, hedge, noun, None, "s1", place, as_of, rule="figure/counted-noun"
    )


def news(number: int, *, sentences: int = 6) -> Record:
    """Return the record of an invented report; the same ``number`` gives the same report."""
    random = Random(number)
    name, town = random.choice(NAMES), random.choice(TOWNS)
    day, amount = f"2031-{1 + number % 12:02}-{1 + number % 28:02}", 10 + number
    lead = f"قال {name} يوم الخميس إن {amount} متطوعا وصلوا إلى {town} في الحملة رقم {number}."
    body = ". ".join(random.choice(_FILLER) for _ in range(sentences))
    text = f"{lead}\n{body}.\n"
    content = span_of(text, f"{amount} متطوعا وصلوا إلى {town}")
    statement = Statement(
        "s1",
        "indirect",
        "asserted",
        (content,),
        span_of(text, "قال"),
        Speaker(span_of(text, name), name, "رئيس لجنة الإغاثة", "e1"),
        (Link("platform", "الحملة", span_of(text, "الحملة")),),
        day,
        rule="statement/cue-then-speaker",
    )
    figure = _counted(text, str(amount), amount, "متطوعا", Hedge.EXACT, town, day)
    event = Event(
        "v1",
        span_of(text, "وصلوا"),
        "Strategic developments/Other",
        place=EventPlace(town, "e2"),
        date=day,
        according_to="s1",
        rule="event/trigger",
    )
    entities = (
        Entity("e1", "person", name, (span_of(text, name),)),
        Entity("e2", "place", town, (span_of(text, town),)),
    )
    document = document_of(
        text, outlet="صدى الريم", published=day, published_from="metadata", title=f"خبر {number}"
    )
    dates = (DateMention(span_of(text, "يوم الخميس"), day, rule="date/weekday"),)
    return Record(document, (statement,), (figure,), dates, (event,), entities)


def submission(record: Record, extractor: str = EXTRACTOR, path: str | None = None) -> Submission:
    """Return a record ready to be added, its evidence being the text's own bytes."""
    origin = Origin(path=path or f"{record.document.id[7:19]}.txt", media="text/plain")
    return Submission(record, record.text.encode(), origin, extractor)
