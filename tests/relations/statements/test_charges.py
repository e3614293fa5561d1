"""Who is accused denies it, none at all denies any, and a number that is denied was given by somebody."""

from __future__ import annotations

import pytest

from rawi.model.relation import Comparison, Report
from rawi.pipeline import extract
from rawi.relations.layer import Context
from rawi.relations.statements.disputes import LAYER
from tests.relations.statements.reports import comparisons, recurrences, relate, report


def _dispute(one: str, other: str, days: tuple[str, str] = ("2024-05-01", "2024-05-02")) -> list[Comparison]:
    """Return what is compared of two reports of one story."""
    return comparisons(relate(report("a", one, days[0]), report("b", other, days[1]), story=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "اتهمت كتيبة النخيل جيش الهضبة بالوقوف وراء القصف.",
            "قال المتحدث باسم جيش الهضبة سليم الدوري: «لم تطلق مدفعيتنا قذيفة واحدة منذ شهر».",
        ),
        (
            "قالت كتيبة النخيل إنها قتلت 14 رجلا من الشرطة.",
            "نفت شرطة الهضبة سقوط أي قتيل في صفوفها.",
        ),
        (
            "قال التجار إن مدير الميناء قدم استقالته.",
            "قال مدير الميناء سليم الدوري: «لم أقدم استقالتي».",
        ),
    ],
)
def test_who_is_named_may_deny_it(one: str, other: str) -> None:
    """The body that is accused, or whose office is spoken of, denies the action: both cannot be so."""
    assert [found.verdict for found in _dispute(one, other)] == ["contradicts"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "اتهمت كتيبة النخيل جيش الهضبة بالوقوف وراء القصف.",
            "قال المتحدث باسم جيش الساحل سليم الدوري: «لم تطلق مدفعيتنا قذيفة واحدة منذ شهر».",
        ),
        (
            "قالت كتيبة النخيل إنها ستغادر القرية إذا لم يستقل المدير.",
            "قال سليم الدوري إن المدير استقال.",
        ),
    ],
)
def test_another_body_and_what_is_supposed_deny_nothing(one: str, other: str) -> None:
    """The army of somebody else was not accused; what is only supposed is not said."""
    assert _dispute(one, other) == []


def test_a_denial_of_any_is_of_what_stands_in_the_claim() -> None:
    """Whoever denies to have sold any ticket too many denies that tickets were sold beyond the seats."""
    text = (
        "قال رئيس النادي كريم الكيال إن بيع تذاكر تفوق المقاعد كان مقصودا.\n"
        "ونفى أمين الاتحاد سليم الدوري بيع أي تذكرة زائدة."
    )
    (found,) = comparisons(relate(report("a", text, "2024-05-01")))
    assert found.verdict == "contradicts"


def test_a_number_that_the_report_tells_may_be_denied() -> None:
    """The report's own sentence is named by its figure."""
    record = extract("بات في العراء ستة آلاف نازح.", published="2024-05-01")
    told = Report(record, {one.id: f"a:{one.id}" for one in record.figures})
    denial = report("b", "نفى الوالي سليم الدوري وجود ستة آلاف نازح بدون مأوى.", "2024-05-02")
    items = [item for each in (told, denial) for item in LAYER.read(each)]
    found = list(LAYER.build("sy_1", items, Context(stories={told.id: "sy_1", denial.id: "sy_1"})))
    assert [(one.a, one.b, one.verdict) for one in found] == [("a:f1", "b:s1", "contradicts")]


def test_the_man_is_who_was_named_last() -> None:
    """A speaker without a name is the person named before him, and repeats himself in another report."""
    a = report("a", "قال الأمين العام للنقابة سليم الدوري: «لن نعلق الإضراب قبل توقيع محضر».", "2024-05-01")
    text = "لا يثق سليم الدوري بالوعود. وأكد الرجل أن لا تعليق قبل توقيع محضر."
    found = relate(a, report("b", text, "2024-05-02"), story=True)
    assert [one.statements for one in recurrences(found)] == [("a:s1", "b:s1")]
    assert [one.verdict for one in comparisons(found)] == ["same_origin"]
