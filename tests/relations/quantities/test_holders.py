"""Whose claim a figure is, for whom they speak, and who passed it on."""

from __future__ import annotations

import pytest

from tests.relations.quantities.defined import only


def test_a_spokesman_speaks_for_his_body() -> None:
    """By the role that any sentence of the article gives him."""
    text = "قال المتحدث باسم هيئة الموانئ سليم الدوري إن العمل مستمر.\nوأضاف الدوري أن 30 سفينة دخلت الميناء."
    one = only(text, "30")
    assert one.holder == "سليم الدوري"
    assert one.body is not None
    assert "موانء" in one.body.key


def test_a_relayed_claim_is_its_own_holder_s() -> None:
    """What the spokesman passes on of the United Nations is theirs, through him."""
    text = "قال المتحدث سليم الدوري إن الأمم المتحدة قالت إن لدى جبهة الشفق 10 آلاف مقاتل."
    one = only(text, "10")
    assert one.body is not None
    assert one.body.key == "un"
    assert one.relayed_by == ("سليم الدوري",)


def test_the_owner_of_a_count_holds_it() -> None:
    """حصيلة وزارة الداخلية is the ministry's, whoever tells it."""
    one = only("لا تزال حصيلة وزارة الداخلية متوقفة عند 19 قتيلا.", "19")
    assert one.holder == "وزارة الداخلية"


def test_a_denier_s_figure_is_denied() -> None:
    """نفى مقتل 10: told, and denied."""
    assert only("نفى المتحدث سليم الدوري مقتل 10 أشخاص.", "10").denied


def test_the_author_holds_what_nobody_said() -> None:
    """Without a statement a figure is the article's own."""
    one = only("دخلت 30 سفينة الميناء.", "30")
    assert one.holder is None
    assert one.directness == "narrator"


@pytest.mark.parametrize(
    ("text", "number", "holder"),
    [
        (
            "قالت المديرية إن نسبة الاستجابة 24 بالمائة، بينما تتمسك النقابة بنسبة 91 بالمائة.",
            "24",
            "المديرية",
        ),
        (
            "قالت المديرية إن نسبة الاستجابة 24 بالمائة، بينما تتمسك النقابة بنسبة 91 بالمائة.",
            "91",
            "النقابة",
        ),
        ("قدر المنظمون عدد المشاركين بعشرة آلاف، فيما قدرتهم الشرطة بثلاثة آلاف.", "عشرة", "المنظمون"),
        ("قدر المنظمون عدد المشاركين بعشرة آلاف، فيما قدرتهم الشرطة بثلاثة آلاف.", "ثلاثة", "الشرطة"),
        ("قال المنظمون إن عدد المشاركين بلغ عشرة آلاف، فيما تحدثت الشرطة عن ثلاثة آلاف.", "ثلاثة", "الشرطة"),
        ("شارك في المسيرة 10 آلاف وفق المنظمين، و3 آلاف وفق الشرطة.", "10", "المنظمين"),
        ("شارك في المسيرة 10 آلاف وفق المنظمين، و3 آلاف وفق الشرطة.", "3", "الشرطة"),
        (
            "قالت الوزارة إن القتلى سبعة، مؤكدة أن رقم المرصد السوري (23 قتيلا) غير دقيق.",
            "23",
            "المرصد السوري",
        ),
        ("الرقم الذي تعتمده الوزارة وهو سبع وفيات لا يشمل المفقودين.", "سبع", "الوزارة"),
        ("بين 87 في المئة تقول النقابة إنها سجلت و32 في المئة تعترف بها المديرية.", "87", "النقابة"),
        ("بين 87 في المئة تقول النقابة إنها سجلت و32 في المئة تعترف بها المديرية.", "32", "المديرية"),
        ("أصيب 14 شخصا في انهيار المبنى حسب الحماية المدنية.", "14", "الحماية المدنية"),
    ],
)
def test_each_number_is_its_own_claimant_s(text: str, number: str, holder: str) -> None:
    """Where a sentence turns to another, or credits another, the number is the other's, and nobody relays it
    who is only named beside another number."""
    one = only(text, number)
    assert one.holder == holder
    assert one.body is not None
    assert holder == "المرصد السوري" or not one.relayed_by


@pytest.mark.parametrize(
    "text",
    [
        "قالت الوزارة إن سعر الغرفة 60 دينارا، أما الغرفة المزدوجة فتبلغ 80 دينارا.",
        "قالت الوزارة إن الفريق تعادل بينما أضاف سليم الدوري 19 نقطة.",
        "قالت الوزارة إن 12 سفينة عبرت القناة.",
        "قالت الوزارة إن التقرير رصد 16 اتصالا بين قوات الطرفين.",
        "قالت الوزارة إن لدى الشرطة 30 مركبة فيما زار الوزير النقابة و16 مدرسة.",
    ],
)
def test_who_only_stands_near_a_number_does_not_claim_it(text: str) -> None:
    """A thing told of, a scorer, a verb that is spelt like one of speech: the speaker stays the holder."""
    number = next(word for word in ("80", "19", "12", "16") if word in text)
    assert only(text, number).holder in ("الوزارة", None)


def test_what_is_told_of_a_denied_thing_is_not_denied() -> None:
    """نفى قصف السوق الذي أودى بحياة 18: he denies the shelling; الأنباء التي تحدثت عن 18 are denied whole."""
    text = "نفى الجيش مسؤوليته عن قصف السوق الذي أودى بحياة 18 شخصا"
    one = only(f"{text} بحسب الدفاع المدني.", "18")
    assert not one.denied
    assert one.holder == "الدفاع المدني"
    assert not only(f"{text}.", "18").denied
    assert only("نفى الجيش الأنباء التي تحدثت عن مقتل 18 شخصا.", "18").denied


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أعلن الدفاع المدني مقتل خمسة أشخاص.", "قتل خمسة أشخاص وفق الدفاع المدني."),
        ("قال المنظمون إن خمسة أشخاص حضروا.", "حضر خمسة أشخاص وفقا للمنظمين."),
        ("أعلنت الحماية المدنية مقتل خمسة أشخاص.", "قتل خمسة أشخاص حسب مصالح الحماية المدنية."),
    ],
)
def test_a_body_called_by_a_common_noun_is_one_in_all_its_cases(one: str, other: str) -> None:
    """So that the holders of two articles are told to be the same."""
    bodies = [only(text, "خمسة").body for text in (one, other)]
    assert bodies[0] is not None
    assert bodies[1] is not None
    assert bodies[0].key == bodies[1].key


def test_a_paper_speaks_for_its_body() -> None:
    """بيانات جهاز الإحصاء are the body's."""
    body = only("أظهرت بيانات جهاز الإحصاء أن التضخم 12 بالمئة.", "12").body
    assert body is not None
    assert "احصاء" in body.key
