"""Series, comparisons, stories, chains and checks as a ledger would answer them; everybody is invented."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

import msgspec

from rawi.ledger.answers import (
    BranchView,
    ChainView,
    ChannelView,
    Checked,
    Closest,
    ComparisonView,
    CopyView,
    EdgeView,
    NodeView,
    OriginView,
    PointView,
    QuantityView,
    RecurrenceView,
    ReportView,
    SentenceView,
    SeriesView,
    StorySummary,
    StoryView,
    Understood,
)
from rawi.ledger.results import Article, Changed, Count, Decided, Said
from rawi.model.claim import Argument, Counted, Event, EventPlace, Figure, Speaker, Statement, Toll
from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.relation import Check, Comparison, Duplicate, Point, Reason
from rawi.model.span import Span
from rawi.model.value import Hedge

SPOKESMAN, UNION, MINISTRY = "غسان المرعي", "اتحاد الضفاف", "وزارة الصحة"
_MARKED = "<b>قوة\u202e الصنوبر</b>"  # what a hostile source may call somebody
_numbers = count(1)


def article(number: int, outlet: str | None = "مرايا الرمانة", published: str | None = None) -> Article:
    """A document by its number."""
    return Article(f"sha256:{number:064x}", f"خبر {number}", outlet, published, f"{number}.txt")


def counted(
    words: str,
    low: float | None,
    high: float | None,
    hedge: str = "exact",
    *,
    document: int = 1,
    holder: str | None = None,
    **more: Any,
) -> Count:
    """A figure as the ledger lists it; ``more`` are fields of a Count."""
    number = next(_numbers)
    noun = Counted(words.strip() or "كذا", Span(0, len(words)))
    own = Figure(f"f{number}", Span(0, len(words)), Span(0, 1), low, high, Hedge(hedge), noun)
    known = {"as_of": None, "said": None, "published": None, "relayed_by": (), "denied": False, "chain": ()}
    return Count(
        f"fg_{number:014x}",
        f"{document:012x}#char=0,{len(words)}",
        figure=msgspec.structs.replace(own, unit=more.pop("unit", None)),
        words=words,
        holder=holder,
        article=article(document, published=more.get("published")),
        **(known | more),
    )


def said(words: str, speaker: str, document: int = 1, **more: Any) -> Said:
    """A statement as the ledger lists it; ``more`` are its kind and polarity."""
    number, span = next(_numbers), Span(0, len(words))
    known = {"kind": "direct", "polarity": "asserted"} | more
    statement = Statement(id=f"s{number}", content=(span,), cue=None, speaker=Speaker(None, speaker), **known)
    address = f"{document:012x}#char=0,{len(words)}"
    return Said(f"st_{number:014x}", address, statement, words, None, (), (), article(document))


def point(entry: Count, origin: str = "o1", **more: Any) -> PointView:
    """An entry as a point of a series."""
    names = ("as_of", "said", "published", "holder", "relayed_by", "denied")
    made = Point(
        figure=entry.id,
        low=entry.figure.low,
        high=entry.figure.high,
        hedge=entry.figure.hedge,
        holder_id=None,
        document=entry.article.id,
        origin=origin,
        **{name: getattr(entry, name) for name in names},
    )
    return PointView(msgspec.structs.replace(made, **more), entry)


def series_of(*entries: Count, **more: Any) -> SeriesView:
    """A series of these figures."""
    known = {"id": "sr_00000000000002", "what": "قتيل", "points": tuple(point(one) for one in entries)}
    return SeriesView(**(known | more))


def fighters() -> SeriesView:
    """Fighters of an invented group: a number of years before, a ceiling, a relayed number without a date."""
    first = counted("40 ألف مقاتل", 40000, 40000, holder=SPOKESMAN, as_of="2015~", said="2020-10-31")
    second = counted(
        "أقل من ثلاثة آلاف", None, 3000, "less_than", document=2, holder="رائد السالم", as_of="2017-12"
    )
    third = counted("10 آلاف مقاتل", 10000, 10000, document=3, holder=UNION, relayed_by=(SPOKESMAN,))
    return SeriesView(
        id="sr_00000000000001",
        what="مقاتل",
        whom="قوة الصنوبر",
        place="الغضا",
        points=(point(first), point(second), point(third, "o2")),
        origins=(OriginView("o1", "تحالف السهل"), OriginView("o2", UNION)),
    )


def every_shape() -> SeriesView:
    """A series with each way in which a number is given, over three powers of ten, two of them undated."""
    return series_of(
        counted("12 قتيلا", 12, 12, holder=MINISTRY, said="2024-03-02", published="2024-03-02"),
        counted("نحو 90 قتيلا", 90, 90, "about", holder="الدفاع المدني", said="2024-03-03"),
        counted("من 400 إلى 600 قتيل", 400, 600, "between", published="2024-03-05"),
        counted("أكثر من 3 آلاف", 3000, None, "more_than", relayed_by=(SPOKESMAN,), published="2024-03-06"),
        counted("12 قتيلا", 12, 12, holder="بلدية الرمانة", said="2024-03-02", published="2024-03-02"),
        counted("5 آلاف قتيل", 5000, 5000, holder=_MARKED, denied=True, published="2024-03-07"),
        counted("عدد من القتلى", None, None, holder="شهود", as_of="2024-03"),
        counted("70 قتيلا", 70, 70, holder="شهود"),
        counted("أقل من 80", None, 80, "less_than", holder="شهود"),
        place="الغضا",
    )


def comparison(**more: Any) -> ComparisonView:
    """Two figures that are not comparable, with a checklist."""
    a = counted("أكثر من 30 ألف كيلومتر", 30000, None, "more_than")
    b = counted("110 آلاف كيلومتر مربع", 110000, 110000, "about", document=2, holder=SPOKESMAN)
    checks = (
        Check("quantity", "differs", "استعادة", "سيطرة"),
        Check("place", "same", "الغضا", "الغضا"),
        Check("unit", "unknown", "", "km2"),
    )
    made = Comparison(
        id="cm_00000000000001",
        kind="figures",
        a=a.id,
        b=b.id,
        verdict="not_comparable",
        checks=checks,
        reasons=(Reason("holder.other", "", SPOKESMAN),),
        aspect="definition",
    )
    decision = more.pop("decision", None)
    return ComparisonView(msgspec.structs.replace(made, **more), a, b, decision)


def overruled() -> ComparisonView:
    """The same two, after a person decided otherwise."""
    made = Decided(7, "merge", "2031-05-01T08:00:00Z", "سلمى", "الوحدة نفسها")
    return comparison(verdict="compatible", aspect=None, machine="not_comparable", decided=7, decision=made)


def story() -> StoryView:
    """A story of three reports, one of them a revised copy of another."""
    one, two = article(1, published="2024-03-02"), article(2, "صدى الريم", "2024-03-03")
    three = article(3, None)
    first = said("الجسر مغلق حتى الغد", "هناء الشمري")
    again = said("الجسر لن يفتح اليوم", "هناء الشمري", document=2, kind="indirect")
    alone = said("لا إصابات بين العمال", "سليم الدوري", document=3, polarity="denied")
    injured = (counted("12 جريحا", 12, 12), counted("14 جريحا", 14, 14, document=2))
    credit = Reason("credit", two.id, "وكالة السفح")
    copies = Duplicate("dp_1", "revision", (one.id, two.id), one.id, 0.96, "وكالة السفح", (credit,))
    return StoryView(
        id="sy_00000000000001",
        title="إغلاق جسر الرمانة",
        first="2024-03-02",
        last="2024-03-03",
        reports=(
            ReportView(one),
            ReportView(two, version_of=one.id, changes=(Changed("number", "14 جريحا", "12 جريحا"),)),
            ReportView(three),
        ),
        origins=(
            OriginView("o1", "مرايا الرمانة", (one.id, two.id)),
            OriginView("o2", "سليم الدوري", (three.id,)),
        ),
        common=(RecurrenceView("rc_1", "هناء الشمري", (first, again), 1),),
        alone=(alone,),
        matrix=(QuantityView("جريح", injured, silent=(three.id,)),),
        copies=(CopyView(copies, (one, two)),),
        told=(
            (
                SentenceView(one.id, "1#char=0,9", "أغلق الجسر صباحا"),
                SentenceView(three.id, "3#char=0,8", "الجسر مغلق"),
            ),
        ),
        own=(SentenceView(three.id, "3#char=9,30", "ونقلت الحافلات طلاب المدرسة"),),
        confidence="doubtful",
    )


def summary() -> StorySummary:
    """The same story as one of a list."""
    one = story()
    documents = tuple(report.article.id for report in one.reports)
    return StorySummary(one.id, one.title, one.first, one.last, documents, origins=2)


def chain(edges: Sequence[EdgeView] | None = None) -> ChainView:
    """From a speaker by a message through an agency to an outlet, and on to one that copied it."""
    outlet = NodeView("outlet", "مرايا الرمانة", article=article(1, published="2024-03-02"))
    given = (
        EdgeView("stated", (ChannelView("platform", "رسالة", "في رسالة"),), "بحسب وكالة السفح", "1#char=3,9"),
        EdgeView("unknown"),
    )
    copied = BranchView(NodeView("republisher", "صدى الريم"), EdgeView("inferred", reason="copy"))
    nodes = (NodeView("speaker", "سليم الدوري", "مدير البلدية"), NodeView("agency", "السفح"), outlet)
    return ChainView(said("الجسر آمن", "سليم الدوري"), nodes, tuple(edges or given), (copied,), 1)


def checked() -> Checked:
    """A claim with an entry that agrees, another value, and parts that are missing."""
    near = counted("أقل من 3 آلاف", None, 3000, "less_than", holder=SPOKESMAN, said="2024-03-02")
    far = counted("40 ألف مقاتل", 40000, 40000, document=2, holder=UNION)
    origins = OriginView("o1", SPOKESMAN), OriginView("o2", UNION)
    read = Understood(
        claim="3 آلاف مقاتل فقط",
        number="3 آلاف مقاتل",
        high=3000,
        hedge=Hedge.AT_MOST,
        what="مقاتل",
        whom=("قوة الصنوبر",),
        notes=("only.at_most",),
    )
    return Checked(
        understood=read,
        summary="mixed",
        closest=(
            Closest(near, "agrees", 0.9, (Reason("near.what", "", "مقاتل"),), origins[0]),
            Closest(far, "differs", 0.6, (Reason("near.value.apart", "", far.words),), origins[1]),
        ),
        values=(far,),
        origins=origins,
        missing=(Reason("after", "2024"), Reason("unsaid.place")),
    )


STRIKE = (
    "قتل 7 مدنيين بينهم طفلان في غارة يشتبه بأن لواء الغسق شنها على البيلسان.\n"
    "وقالت هناء الشمري إن الغارة أوقعت 12 قتيلا وجريحا."
)


def at(words: str, text: str = STRIKE) -> Span:
    """Where words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def strike(name: str = "لواء الغسق", **fields: Any) -> Record:
    """A report of a strike by ``name``: two counts of its own, a joint one of a speaker; ``fields`` are those
    of the event."""
    told = at("الغارة أوقعت 12 قتيلا وجريحا")
    said = Statement("s1", "indirect", "asserted", (told,), None, Speaker(at("هناء الشمري"), "هناء الشمري"))
    dead, hurt = at("7 مدنيين"), at("12 قتيلا")
    figures = (Figure("f1", dead, dead, 7, 7, Hedge.EXACT), Figure("f2", hurt, hurt, 12, 12, Hedge.EXACT))
    joint: dict[str, Any] = {"joint": True, "figure": "f2", "span": hurt, "according_to": "s1"}
    tolls = (
        Toll("killed", 7, 7, Hedge.EXACT, who="civilians", figure="f1", span=dead, side="target"),
        Toll("killed", 2, 2, Hedge.EXACT, who="children", span=at("طفلان"), part=True),
        Toll("killed", 12, 12, Hedge.EXACT, **joint),
        Toll("injured", 12, 12, Hedge.EXACT, **joint),
    )
    known: dict[str, Any] = {
        "id": "v1",
        "trigger": at("غارة"),
        "type": "Explosions/Remote violence/Air/drone strike",
        "actor": Argument(name, None, at("لواء الغسق")),
        "target": Argument("مدنيون", None, dead),
        "place": EventPlace("البيلسان", None, at("البيلسان"), "exact"),
        "date": "2031-03-11",
        "certainty": "alleged",
        "certainty_span": at("يشتبه"),
        "mentions": (at("الغارة"),),
        "tolls": tolls,
    }
    document = Document("sha256:" + "0" * 64, STRIKE, (Span(0, len(STRIKE)),), published="2031-03-12")
    return Record(document, (said,), figures, events=(Event(**(known | fields)),))
