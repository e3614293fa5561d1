"""Who said what, and how many, through time."""

from __future__ import annotations

import msgspec
import pytest

from rawi.ledger import Ledger
from rawi.model.chain import Link
from rawi.model.claim import Figure, Speaker, Statement
from rawi.model.record import Record
from rawi.model.value import Hedge
from tests.ledger.conftest import Add
from tests.ledger.samples import document_of, span_of, told

_FIRST = "قال سليم حداد إن 40 متطوعا وصلوا إلى الرملية"
_SECOND = "قالت ليلى العامري إن أقل من 30 متطوعا بقوا في تل النخيل"


@pytest.fixture
def two(ledger: Ledger, add: Add) -> Ledger:
    """A ledger of two statements with a figure each, told two years apart."""
    add(
        told(
            _FIRST,
            "سليم حداد",
            "40 متطوعا وصلوا إلى الرملية",
            "40",
            40,
            "متطوعا",
            said="2031-03-02",
            as_of="2029",
            place="الرملية",
            outlet="صدى الريم",
            published="2031-03-04",
            role="رئيس لجنة الإغاثة",
        )
    )
    add(
        told(
            _SECOND,
            "ليلى العامري",
            "أقل من 30 متطوعا بقوا في تل النخيل",
            "30",
            30,
            "متطوعا",
            cue="قالت",
            published="2030-01",
            hedge=Hedge.LESS_THAN,
        )
    )
    return ledger


@pytest.mark.parametrize("who", ["سليم حداد", "حداد", "سليم", "رئيس لجنة", "لحداد", "الإغاثة"])
def test_a_part_of_the_name_or_role_finds_the_speaker(two: Ledger, who: str) -> None:
    """A surname, a first name or the role finds what somebody said."""
    assert [one.words for one in two.said(who)] == ["40 متطوعا وصلوا إلى الرملية"]


@pytest.mark.parametrize("who", ["حداد العامري", "سليمان", "حد", "«»"])
def test_another_name_finds_nothing(two: Ledger, who: str) -> None:
    """All words of the name must be there, each as a whole."""
    assert list(two.said(who)) == []


@pytest.mark.parametrize(
    ("since", "until", "number"),
    [
        ("2031", None, 1),
        (None, "2030-06", 1),
        ("2030", "2031", 2),
        ("2032", None, 0),
        ("2030-01-15", "2030-01-20", 1),
    ],
)
def test_statements_are_bounded_by_the_day_they_were_said(
    two: Ledger, since: str | None, until: str | None, number: int
) -> None:
    """The day it was said counts, else the day of publication, each as vague as it is."""
    assert len(list(two.said(None, since=since, until=until))) == number


def test_statements_come_in_order_of_time(two: Ledger) -> None:
    """The earliest statement is first."""
    assert [one.statement.speaker.name for one in two.said(None)] == ["ليلى العامري", "سليم حداد"]


def test_a_date_that_is_none_is_refused(two: Ledger) -> None:
    """A bound that is not EDTF is a ValueError."""
    with pytest.raises(ValueError, match="EDTF"):
        list(two.said("حداد", since="أمس"))


def test_about_looks_at_the_content_by_stem(two: Ledger) -> None:
    """متطوعون finds متطوعا; the speaker's own name is no topic."""
    assert len(list(two.said(None, about="متطوعون"))) == 2
    assert len(list(two.said(None, about="الرملية"))) == 1
    assert list(two.said(None, about="حداد")) == []


def test_only_quotations(ledger: Ledger, add: Add) -> None:
    """quote_only leaves out what is not wholly in quotation marks."""
    record = told(_FIRST, "سليم حداد", "40 متطوعا وصلوا إلى الرملية")
    quoted = msgspec.structs.replace(record.statements[0], id="s2", kind="direct", cue=None)
    add(msgspec.structs.replace(record, statements=(*record.statements, quoted)))
    assert [one.statement.id for one in ledger.said("حداد", quote_only=True)] == ["s2"]


def test_the_documents_chain_is_joined_and_marked(ledger: Ledger, add: Add) -> None:
    """Links stated at the statement come first; the document's follow, each once, marked as such."""
    text = f"{_FIRST} عبر منصة صدى، نقلا عن وكالة الريم"
    record = told(text, "سليم حداد", "40 متطوعا وصلوا إلى الرملية", "40", 40, "متطوعا")
    near = (Link("platform", "صدى", span_of(text, "صدى")),)
    far = (
        Link("platform", "صدى", None, inferred=True),
        Link("agency", "وكالة الريم", span_of(text, "وكالة الريم")),
        Link("outlet", "بوابة النخيل", None, inferred=True),
    )
    add(
        msgspec.structs.replace(
            record,
            document=msgspec.structs.replace(record.document, chain=far),
            statements=(msgspec.structs.replace(record.statements[0], chain=near),),
        )
    )
    expected = [
        ("صدى", "statement", False),
        ("وكالة الريم", "document", False),
        ("بوابة النخيل", "document", True),
    ]
    for view in (next(ledger.said("حداد")), next(ledger.figures())):
        assert [(link.name, link.stated, link.inferred) for link in view.chain] == expected


def test_a_figures_dates_stay_apart(two: Ledger) -> None:
    """When a figure held, was said and was published are three fields; order follows the first."""
    first, second = two.figures()
    assert (first.as_of, first.said, first.published) == ("2029", "2031-03-02", "2031-03-04")
    assert (second.as_of, second.said, second.published) == (None, None, "2030-01")
    assert (first.holder, second.holder) == ("سليم حداد", "ليلى العامري")


@pytest.mark.parametrize(
    ("what", "place", "by", "since", "numbers"),
    [
        ("متطوعين", None, None, None, [40, 30]),
        ("المتطوعون", "الرملية", None, None, [40]),
        (None, "تل النخيل", None, None, [30]),
        ("متطوع", None, "العامري", None, [30]),
        ("متطوع الرملية", None, None, None, [40]),
        ("الرملية", None, None, None, []),
        (None, None, None, "2030", [30]),
        ("مدرسة", None, None, None, []),
        ("متطوع", "القمر", None, None, []),
        (None, "؟", None, None, []),
        (None, None, "؟", None, []),
    ],
)
def test_figures_are_found_by_noun_place_and_holder(
    two: Ledger, what: str | None, place: str | None, by: str | None, since: str | None, numbers: list[int]
) -> None:
    """What is counted by stem, a place named or in the sentence, the holder by name, the date they held."""
    assert [one.figure.high for one in two.figures(what, place, by, since)] == numbers


def test_nested_speech_names_who_relayed_it(ledger: Ledger, add: Add) -> None:
    """A figure in nested speech has the innermost speaker as holder and the outer one as relayer."""
    text = "قال سليم حداد إن لجنة الإحصاء قدرت عدد الأشجار بنحو 900 شجرة"
    outer = Statement(
        "s1", "indirect", "asserted", (span_of(text, "لجنة الإحصاء قدرت عدد الأشجار بنحو 900 شجرة"),),
        span_of(text, "قال"), Speaker(span_of(text, "سليم حداد"), "سليم حداد"),
    )  # fmt: skip
    inner = Statement(
        "s2", "indirect", "asserted", (span_of(text, "عدد الأشجار بنحو 900 شجرة"),),
        span_of(text, "قدرت"), Speaker(span_of(text, "لجنة الإحصاء"), "لجنة الإحصاء"), within="s1",
    )  # fmt: skip
    figure = Figure(
        "f1", span_of(text, "بنحو 900 شجرة"), span_of(text, "900"), 900, 900, Hedge.ABOUT, according_to="s2"
    )
    add(Record(document_of(text), (outer, inner), (figure,)))
    (count,) = ledger.figures()
    assert (count.holder, count.relayed_by) == ("لجنة الإحصاء", ("سليم حداد",))
    rows = {row["label"]: row for row in ledger.export("statements")}
    assert rows["s2"]["within"] == rows["s1"]["id"]
    assert next(ledger.export("figures"))["according_to"] == rows["s2"]["id"]


def test_statements_within_each_other_end(ledger: Ledger, add: Add) -> None:
    """A record whose statements lie within each other in a circle is shown without hanging."""
    record = told(_FIRST, "سليم حداد", "40 متطوعا وصلوا إلى الرملية")
    (one,) = record.statements
    circle = (
        msgspec.structs.replace(one, within="s2"),
        msgspec.structs.replace(one, id="s2", within="s1", cue=None),
    )
    add(msgspec.structs.replace(record, statements=circle))
    assert [said.relayed_by for said in ledger.said("حداد")] == [("سليم حداد",), ("سليم حداد",)]


def test_a_nested_claim_came_by_the_ways_of_those_who_told_it(ledger: Ledger, add: Add) -> None:
    """The chain goes on with the links of the outer statement; an agency counts once by all its names."""
    text = f"{_FIRST} في بيان، بحسب رويترز"
    record = told(text, "سليم حداد", "40 متطوعا وصلوا إلى الرملية", "40", 40, "متطوعا")
    inner = record.statements[0]
    near = (Link("channel", "بيان", span_of(text, "بيان")), Link("agency", "رويترز", span_of(text, "رويترز")))
    outer = msgspec.structs.replace(inner, id="s0", chain=near, content=(span_of(text, _FIRST),))
    inner = msgspec.structs.replace(inner, within="s0", chain=())
    far = (Link("agency", "وكالة رويترز", None, inferred=True),)
    document = msgspec.structs.replace(record.document, chain=far)
    add(msgspec.structs.replace(record, document=document, statements=(outer, inner)))
    chains = {one.statement.id: [link.name for link in one.chain] for one in ledger.said("حداد")}
    assert chains == {"s0": ["بيان", "رويترز"], "s1": ["بيان", "رويترز"]}


def test_a_copy_that_is_dated_back_hides_nothing(ledger: Ledger, add: Add) -> None:
    """The same text under an earlier day of another outlet is shown with both, whichever came first."""
    for outlet, published in (("صدى الريم", "2024-03-01"), ("نداء السهل", "2019-01-01")):
        add(told(_FIRST, "سليم حداد", "40 متطوعا", outlet=outlet, published=published))
    (said,) = ledger.said("حداد")
    shown = {(said.article.outlet, said.article.published)}
    assert shown | {(one.outlet, one.published) for one in said.article.also} == {
        ("صدى الريم", "2024-03-01"),
        ("نداء السهل", "2019-01-01"),
    }
