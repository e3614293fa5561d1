"""Where the name of a body ends, and what only looks like one."""

import pytest

from rawi.annotations.organizations import ORGANIZATIONS
from rawi.model.annotation import Kind
from tests.annotations.named import annotate, names


@pytest.mark.parametrize(
    "source",
    [
        "توقفت حركة المرور على الجسر",
        "انقطعت شبكة الإنترنت في الحي",
        "فاز الفريق بقيادة المدرب سليم الدوري",
        "جاء ذلك في اجتماع برئاسة هناء الشمري",
        "ناقشوا برنامج الإصلاح المالي مساء",
        "وصف التنظيم بأنه تنظيم «إرهابي» صغير",
        "نشر المقطع على موقع التواصل الاجتماعي",
    ],
)
def test_things_and_leaders_are_no_bodies(source: str) -> None:
    """A noun of bodies that means a thing, an action or who leads gives no body."""
    assert names(source, Kind.ORGANIZATION) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("أعلنت الحكومة الإقليمية لتعزيز الأمن خطة", ["الحكومة الإقليمية"]),
        ("زار الهيئة الوطنية للحصول على إذن", ["الهيئة الوطنية"]),
        ("قال وكيل وزارة الصيد لشؤون الموانئ إن البحر هادئ", ["وزارة الصيد"]),
        ("قالت وزارة الدولة لشؤون الموانئ إن البحر هادئ", ["وزارة الدولة لشؤون الموانئ"]),
        ("افتتح المجلس الأعلى لتنظيم الصيد مقره", ["المجلس الأعلى لتنظيم الصيد"]),
        ("التقى وزير الخارجية الياباني الصيادين", []),
        ("رحبت الخارجية اليابانية بالاتفاق", ["الخارجية اليابانية"]),
        ("رحبت القيادة العليا للجيش الليبي بالاتفاق", ["القيادة العليا للجيش الليبي"]),
        ("اجتمع برئاسة حزب الله والصيادين", ["حزب الله"]),
    ],
)
def test_a_name_ends_before_what_is_done_and_whose_it_is(source: str, found: list[str]) -> None:
    """A purpose or the minister's adjective is no part of a name; a known body beyond the end is found."""
    assert names(source, Kind.ORGANIZATION) == found


def test_foreign_policy_is_no_ministry() -> None:
    """An adjective that is spelt as the short name of a ministry names none."""
    assert names("انتقد السياسة الخارجية اليابانية", Kind.ORGANIZATION) == []


@pytest.mark.parametrize(
    "source", ["سقط وابل من الحجارة على القارب", "ال", "وزارة", "الشبكة «", "وزارة ل", "حركة", "برئاسة"]
)
def test_nothing_is_raised_at_the_edges(source: str) -> None:
    """Fragments and lookalikes give nothing and raise nothing."""
    assert names(source, Kind.ORGANIZATION) == []
    text, known = annotate(source)
    assert list(ORGANIZATIONS.annotate(text, known)) == []
