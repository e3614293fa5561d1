"""Whoever is told, accused or called upon does not speak."""

import pytest

from tests.claims.said import statements, told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت الوزارة للوزير سليم الدوري إن السوق مغلق.", "الوزارة"),
        ("قالت وزارة النقل للوزير سليم الدوري إن السوق مغلق.", "وزارة النقل"),
        ("قالت وزارة النقل لصحيفة النهرين إن السوق مغلق.", "وزارة النقل"),
        ("قال مصدر أمني للصحفي سليم الدوري إن السوق مغلق.", "مصدر أمني"),
        ("أبلغت الوزارة الوزير سليم الدوري أن السوق مغلق.", "الوزارة"),
        ("أبلغت النائبة الوزير سليم الدوري أن السوق مغلق.", "النائبة"),
        ("أبلغت هناء الشمري سليم الدوري أن السوق مغلق.", "هناء الشمري"),
    ],
)
def test_who_is_told_does_not_speak(text: str, speaker: str) -> None:
    """A title after ل, or a second name after a verb that needs a hearer, is the hearer's."""
    assert told(text) == [(speaker, "السوق مغلق")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("اتهمت نادية الشمري سليم الدوري بالتقصير في عمله.", "نادية الشمري"),
        ("دعت النقابة الوزير سليم الدوري إلى الاستقالة من منصبه.", "النقابة"),
        ("طالبت النقابة رئيس البلدية سليم الدوري بالاستقالة من منصبه.", "النقابة"),
        ("وكانت النقابة قد اتهمت الميليشيات الجبلية بزرع الألغام.", "النقابة"),
        ("وكان سامي النجار قد اتهم الميليشيات الجبلية بزرع الألغام.", "سامي النجار"),
    ],
)
def test_the_accused_does_not_accuse(text: str, speaker: str) -> None:
    """Of two names after such a verb the second is accused; before قد stands who accuses."""
    assert [name for name, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "كتب سليم الدوري على صفحته، وعلق وسيم الغانم: «لن يفتح السوق أبدا».",
        "كتب سليم الدوري رسالة، ورد وسيم الغانم: «لن يفتح السوق أبدا».",
    ],
)
def test_who_is_named_at_the_colon_speaks(text: str) -> None:
    """A verb does not reach a quotation past somebody else's name."""
    assert told(text) == [("وسيم الغانم", "لن يفتح السوق أبدا")]


@pytest.mark.parametrize("text", ["وقيل للوزير سليم الدوري إن السوق مغلق.", "وقيل له إن السوق مغلق."])
def test_of_what_is_told_to_somebody_nobody_is_the_speaker(text: str) -> None:
    """قيل names nobody."""
    assert told(text) == [(None, "السوق مغلق")]


def test_whom_one_describes_is_not_who_describes() -> None:
    """ووصف الوزير بأنه: with nobody else between, the name is the one described."""
    assert told("ووصف الوزير سليم الدوري بأنه كاذب كبير.") == [(None, "كاذب كبير")]
    said = told("ووصف الوزير سليم الدوري خطوة الهيئة بأنها خطأ كبير.")
    assert said == [("سليم الدوري", "خطأ كبير")]


@pytest.mark.parametrize(
    "text",
    [
        "قالت المتحدثة باسم رئيس الوزراء سليم الدوري إن السوق مغلق.",
        "قالت سكرتيرة الوزير سليم الدوري إن السوق مغلق.",
    ],
)
def test_a_name_after_somebody_else_s_title_is_doubtful(text: str) -> None:
    """The name may be the minister's: it is kept, and never certain."""
    assert [one.confidence for one in statements(text)] == ["doubtful"]


@pytest.mark.parametrize(
    "text",
    [
        "وما قال سليم الدوري يوما إن السوق سيغلق.",
        "ربما قال سليم الدوري إن السوق سيغلق.",
        "وطلب سليم الدوري من هناء الشمري القول إن السوق سيغلق.",
        "لا أحد يقول إن السوق سيغلق.",
        "لم يعد سليم الدوري يقول إن السوق سيغلق.",
        "لم يسبق لسليم الدوري أن قال إن السوق سيغلق.",
    ],
)
def test_what_was_never_said_is_no_report(text: str) -> None:
    """Denied, supposed, asked for, no longer said."""
    assert told(text) == []


def test_a_source_between_verb_and_clause_speaks() -> None:
    """أفادت الوكالة، نقلا عن مصدر، بأن: the source says it, the agency passes it on."""
    assert told("وأفادت وكالة السفح، نقلا عن مصدر أمني، بأن السوق مغلق.") == [("مصدر أمني", "السوق مغلق")]


def test_a_phrase_of_attribution_was_not_said() -> None:
    """بحسب ما أوردته الصحيفة نقلا عن مصدر، فإن: the phrase itself is nobody's words."""
    text = "وبحسب ما أوردته صحيفة النهرين نقلا عن مصدر أمني، فإن القوات ستنسحب خلال أيام."
    assert told(text) == [("مصدر أمني", "القوات ستنسحب خلال أيام")]


def test_what_another_announced_is_not_quoted() -> None:
    """قال بعد إعلان وسيم أن …: «…»: the clause is the announcement, the quotation the speaker's."""
    said = told("قال سليم الدوري بعد إعلان وسيم الغانم أن السوق سيفتح: «نحن سعداء بهذا».")
    assert said == [("سليم الدوري", "نحن سعداء بهذا"), ("وسيم الغانم", "السوق سيفتح")]


def test_each_of_two_speaks() -> None:
    """قال كل من: both are named, and كل من is no name."""
    assert told("قال كل من سليم الدوري ووسيم الغانم إن السوق مغلق.") == [("سليم الدوري", "السوق مغلق")]


def test_to_is_no_part_of_a_name() -> None:
    """وفقا لسليم الدوري: the ل leads in the name."""
    assert told("السوق مغلق منذ ثلاثة أيام، وفقا لسليم الدوري.")[0][0] == "سليم الدوري"


def test_a_plural_that_does_not_agree_is_called_upon() -> None:
    """وحث المنشآت على: a feminine plural is no subject of a masculine verb."""
    said = told("قال سامي النجار إن الموعد قريب. وحث المنشآت على الالتزام بالموعد.")
    assert said[-1] == ("سامي النجار", "الالتزام بالموعد")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أكد ذبيح الله مجاهد المتحدث باسم الحكومة أن السوق مغلق.", "ذبيح الله مجاهد"),
        ("قال جان إيف لو دريان إن السوق مغلق.", "جان إيف لو دريان"),
    ],
)
def test_a_name_is_taken_whole_and_alone(text: str, speaker: str) -> None:
    """The title after a name is no part of it, the لو inside a foreign one is."""
    assert told(text) == [(speaker, "السوق مغلق")]


@pytest.mark.parametrize("country", ["إيران", "تركيا", "كوريا الشمالية"])
@pytest.mark.parametrize("title", ["الرئيس", "وزير الدفاع الأميركي"])
def test_a_country_after_a_title_is_accused(country: str, title: str) -> None:
    """اتهم الرئيس إيران ب: no country is the name of a president."""
    said = told(f"اتهم {title} {country} بقصف القرية.")
    assert [name for name, _ in said] == [title]


def test_who_accuses_in_a_relative_clause() -> None:
    """Without a pronoun at the verb the antecedent accuses; with one it is accused."""
    assert told("جرى ذلك في بريطانيا التي اتهمت موسكو بتسميم العميل.")[0][0] == "بريطانيا"
    assert not any(
        name == "سامي النجار" for name, _ in told("تحدث سامي النجار الذي اتهمته هند الخالدي بسرقة المال.")
    )


def test_what_others_accuse_of_is_not_what_the_accused_says() -> None:
    """رد على اتهامات بأنه …: the clause is the accusers'."""
    said = told("ورد الوزير سامي النجار على اتهامات بأنه أهمل السد بقوله إنها «كاذبة تماما».")
    assert said == [("سامي النجار", "كاذبة تماما")]
    assert told("وتحدث الوزير سامي النجار عن شائعات بأن السد انهار.") == []


def test_who_is_burdened_does_not_burden() -> None:
    """وحملت دمشق المسؤولية: after somebody spoke the land is blamed; with two names the first blames."""
    said = told("قالت هند الخالدي إن الوضع خطير. وحملت دمشق المسؤولية عن الهجوم.")
    assert [name for name, _ in said] == ["هند الخالدي", "هند الخالدي"]
    assert told("وحملت النقابة الشركة مسؤولية الهجوم.")[0][0] == "النقابة"


def test_where_it_was_printed_names_nobody() -> None:
    """كما جاء في تقارير: a spokesman without a name stays one."""
    said = told("وقالت متحدثة باسم البلدية كما جاء في تقارير محلية: «سنغلق الجسر حتى مساء الأحد».")
    assert [name for name, _ in said] == ["متحدثة باسم البلدية"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("واتهمت جماعة سهم الجيش بقصف المستشفى.", "جماعة سهم"),
        ("واتهم تنظيم الراية الشرطة بقتل ثلاثة شبان.", "تنظيم الراية"),
        ("ودعت حركة نور الحكومة إلى فتح الطريق.", "حركة نور"),
        ("واتهمت جماعة أنصار الجيش بقصف المستشفى.", "جماعة أنصار الجيش"),
        ("وحذر مكتب الشؤون الخارجية مواطنيه من السفر إلى الجبل.", "مكتب الشؤون الخارجية"),
    ],
)
def test_a_body_that_an_unknown_one_accuses_is_no_part_of_its_name(text: str, speaker: str) -> None:
    """After جماعة سهم a definite body is whom the verb needs; after a noun that goes on it is not."""
    assert [one.speaker for one in statements(text)] == [speaker]
