"""Two say the opposite with other words: of which the one speaks and what the other denies is one thing."""

from __future__ import annotations

import pytest

from rawi.model.relation import Comparison
from tests.relations.statements.reports import comparisons, relate, report


def _dispute(one: str, other: str, days: tuple[str, str] = ("2024-05-01", "2024-05-02")) -> list[Comparison]:
    """Return what is compared of two reports of one story."""
    return comparisons(relate(report("a", one, days[0]), report("b", other, days[1]), story=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "نفت شرطة المرجان استخدام الرصاص الحي ضد المتظاهرين.",
            "قال أطباء إن الشرطة أطلقت الرصاص الحي على المتظاهرين.",
        ),
        ("قال السائقون إن البنزين نفد من محطات المرجان.", "أكد وزير الطاقة أن البنزين متوفر في المحطات."),
        ("أكدت الوزارة أن القمح سليم.", "قالت نقابة المخابز إن القمح ملوث بالفطريات."),
        ("نفى مدير الميناء التوصل إلى اتفاق.", "أعلن العمال التوصل إلى اتفاق مع الإدارة."),
        (
            "نفت الإدارة التوصل إلى اتفاق مع عمال الميناء.",
            "قال الوسيط سليم الدوري إن الجهود أسفرت عن اتفاق مع عمال الميناء.",
        ),
        ("نفت الوزارة تسجيل أي وفاة.", "قال طبيب إن ثلاثة أطفال، كلهم من المخيم، فارقوا الحياة."),
        ("قال شهود إن الغارة قتلت سبعة مدنيين.", "أكد الجيش أنه لا يوجد مدنيون بين القتلى."),
        ("قال اللاعب إنه لم يتلق أي عرض.", "أكد نادي الصنوبر أنه قدم عرضا للاعب."),
        ("قالت العائلة إن أحدا لم يحذرها من الفيضان.", "أكدت البلدية أنها حذرت العائلة من الفيضان."),
        ("قال مدير السد إن السد لم ينهر.", "قال الأهالي إن السد انهار فجرا."),
        ("قالت الشركة إن الحريق لم يسفر عن قتلى.", "أعلنت البلدية مقتل عاملين في الحريق."),
    ],
)
def test_what_is_said_with_other_words_contradicts(one: str, other: str) -> None:
    """Another word for the action, a verb after لم or with an object, a state and its contrary, a denial of
    any, or of some people."""
    assert [found.verdict for found in _dispute(one, other)] == ["contradicts"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قال شهود إن الغارة قتلت سبعة جنود.", "أكد الجيش أنه لا يوجد مدنيون بين القتلى."),
        ("أكدت الوزارة أن القمح سليم.", "قالت نقابة المخابز إن الماء ملوث."),
        ("نفى مدير الميناء التوصل إلى اتفاق.", "دعا العمال إلى التوصل إلى اتفاق مع الإدارة."),
        (
            "نفت الإدارة التوصل إلى اتفاق مع عمال الميناء.",
            "قال الوسيط سليم الدوري إنه يأمل في اتفاق مع عمال الميناء.",
        ),
        (
            "نفت الإدارة التوصل إلى اتفاق مع عمال الميناء.",
            "قال الوسيط سليم الدوري إن الجهود ستسفر عن اتفاق مع عمال الميناء.",
        ),
        ("قال المدير إنه لن يعيد الضحايا إلى أهلهم.", "قال المدير إن ثلاثة عمال قتلوا."),
        ("قال اللاعب إنه لم يتلق أي عرض آخر.", "أكد نادي الصنوبر أنه قدم عرضا للاعب."),
        ("نفت الشرطة وقف إطلاق النار.", "قالت الشركة إنها أطلقت حملة لتنظيف السوق."),
    ],
)
def test_other_people_things_and_wishes_contradict_nothing(one: str, other: str) -> None:
    """Soldiers are no civilians, wheat is no water, and who asks for an agreement has none."""
    assert _dispute(one, other) == []


def test_a_denial_that_only_points_gives_way_to_the_words_of_who_denies() -> None:
    """One contradiction is told once: the claim beside what the ministry itself says, not beside its denial
    of the same words."""
    text = "قال مهندس إن السد الترابي انهار عند الفجر، وهو ما تنفيه وزارة الري التي تقول إن السد «صمد»."
    (found,) = comparisons(relate(report("a", text, "2024-05-01")))
    assert found.verdict == "contradicts"
    assert found.reasons[0].code == "polarity.reversed"


def test_deaths_in_a_claim_are_no_word_of_denying() -> None:
    """The number of the dead may stand in what contradicts a denial of deaths."""
    found = _dispute("نفت الوزارة تسجيل أي وفاة.", "أعلن المستشفى وفاة طفلين في أول حصيلة للوفيات.")
    assert [one.verdict for one in found] == ["contradicts"]
