"""The name that a subject is given: the person before the role, the bearer and not whom the role is about."""

import pytest

from rawi.pipeline import extract
from tests.claims.said import told


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("وزير النقل فيتالي موتكو", "فيتالي موتكو"),
        ("فيتالي موتكو وزير النقل", "فيتالي موتكو"),
        ("مدرب فريق الفجر، سلفان روك،", "سلفان روك"),
        ("المتحدث باسم وزارة النقل سامي النجار", "سامي النجار"),
        ("النقيب سامي النجار", "سامي النجار"),
        ("الوزير السابق سامي النجار", "سامي النجار"),
        ("مدير الميناء سامي بن علي النجار", "سامي بن علي النجار"),
        ("مدير الميناء، سامي النجار،", "سامي النجار"),
        ("مدير الميناء، سامي بن علي النجار،", "سامي بن علي النجار"),
    ],
)
def test_the_person_comes_before_the_role(subject: str, name: str) -> None:
    """Known or unknown, before a role, after it or in the next apposition: the name is the speaker's."""
    assert told(f"قال {subject} إن الطريق طويل.") == [(name, "الطريق طويل")]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("عضو في حزب الوزير سامي النجار", "عضو في حزب الوزير سامي النجار"),
        ("سائق الوزير سامي النجار", "سائق الوزير سامي النجار"),
        ("شقيق سامي النجار", "شقيق سامي النجار"),
        ("إحدى قريبات سامي النجار", "إحدى قريبات سامي النجار"),
        ("محامي سامي النجار هاني الخالدي", "هاني الخالدي"),
        ("أحد جيران سامي النجار", "أحد جيران سامي النجار"),
        ("أحد أقارب سامي النجار", "أحد أقارب سامي النجار"),
    ],
)
def test_a_name_inside_another_s_role_is_not_theirs(subject: str, name: str) -> None:
    """Members, drivers, brothers and lawyers are not whom they belong to."""
    assert told(f"قال {subject} إن الطريق طويل.") == [(name, "الطريق طويل")]


@pytest.mark.xfail(reason="a name after the title within a spokesman's role is taken for the spokesman's")
@pytest.mark.parametrize("role", ["المتحدث باسم الوزير", "الناطق باسم الرئيس", "المتحدثة باسم الوزير"])
def test_whom_a_spokesman_speaks_for_is_not_the_spokesman(role: str) -> None:
    """المتحدث باسم الوزير سامي: the name is the minister's."""
    assert told(f"قال {role} سامي النجار إن الطريق طويل.")[0][0] != "سامي النجار"


@pytest.mark.parametrize(
    ("subject", "first", "others"),
    [
        ("عادل العمري وهند الخالدي", "عادل العمري", ["هند الخالدي"]),
        ("ماجد العمري وسالم النجار", "ماجد العمري", ["سالم النجار"]),
        ("وداد الصيرفي ورئيس البلدية سليم الدوري", "وداد الصيرفي", ["سليم الدوري"]),
        ("مجلس السدود ونقابة الصيادين", "مجلس السدود", ["نقابة الصيادين"]),
    ],
)
def test_who_is_joined_speaks_as_well(subject: str, first: str, others: list[str]) -> None:
    """و joins a second person or body, who is listed beside the first."""
    (one,) = extract(f"قال {subject} إن الطريق طويل.").statements
    assert (one.speaker.name, [ref.name for ref in one.speaker.also]) == (first, others)


@pytest.mark.parametrize("subject", ["وليد العمري", "والد سامي النجار", "وكيل الوزارة سامي النجار"])
def test_a_word_that_begins_with_waw_joins_nobody(subject: str) -> None:
    """وليد, والد and وكيل begin with و by themselves."""
    (one,) = extract(f"قال {subject} إن الطريق طويل.").statements
    assert one.speaker.also == ()


def test_the_first_of_two_names_is_the_speaker_s() -> None:
    """قال سامي ولينا: he is named, she is listed beside him."""
    (one,) = extract("قال سامي النجار ولينا حداد إن الطريق طويل.").statements
    assert (one.speaker.name, [ref.name for ref in one.speaker.also]) == ("سامي النجار", ["لينا حداد"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قالت نادية الخالدي، مديرة الميناء، إن الطريق طويل. وأضافت الخالدي أن السد آمن.", "نادية الخالدي"),
        ("قالت نادية الخالدي، مديرة الميناء، إن الطريق طويل. وأضافت المديرة أن السد آمن.", "نادية الخالدي"),
        ("قالت لجنة السدود إن الطريق طويل. وأضافت اللجنة أن السد آمن.", "لجنة السدود"),
    ],
)
def test_a_shorter_name_calls_the_same_one(text: str, name: str) -> None:
    """Surname, office and head noun lead back to the full name."""
    assert told(text)[-1] == (name, "السد آمن")


def test_another_surname_is_somebody_else() -> None:
    """A name that shares no word with the first is not hers."""
    text = "قالت نادية الخالدي إن الطريق طويل. وأضافت سعاد العمري أن السد آمن."
    assert [name for name, _ in told(text)] == ["نادية الخالدي", "سعاد العمري"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال مدير الميناء الفريق مهاب الدهمش إن الجسر آمن.", "مهاب الدهمش"),
        ("فبعض المواقع تشير إلى أن الجسر آمن.", "بعض المواقع"),
        ("رجح السفير نبيل بيومي مستشار الوزير أن يعود الماء.", "نبيل بيومي"),
        ("وقال مدير الميناء العماد سامي النجار إن الجسر آمن.", "سامي النجار"),
        ("وقال الناطق المكلف الرائد عبدالعزيز رجاء الدهمشي إن الجسر آمن.", "عبدالعزيز رجاء الدهمشي"),
        ("وقالت هند الخالدي رضي الله عنها إن الجسر آمن.", "هند الخالدي"),
        ("وقال خادم الواحة صلى الله عليه وسلم إن الجسر آمن.", "خادم الواحة"),
        ("عبر ذوو الشهيد عن شكرهم للقيادة.", "ذوو الشهيد"),
        ("وأثبت عديد من الدراسات السابقة أن القهوة مفيدة.", "عديد من الدراسات السابقة"),
        ("زار الوزير سامي النجار القرية. وذكر مكتب النجار أن الجسر آمن.", "مكتب النجار"),
        ("قال المدير سامي النجار إن الجسر آمن. وزار القرية. وأبرز المتحدث أنه جديد.", "سامي النجار"),
        (
            "قالت المتحدثة باسم البلدية هند الخالدي إن الجسر آمن. وقال سامي النجار إنه قديم. "
            "وأضافت المتحدثة أنه سيفتح.",
            "هند الخالدي",
        ),
        ("قالت الشرطة إن الجسر آمن. وأضاف المتحدث أنه سيفتح.", "المتحدث"),
    ],
)
def test_words_beside_a_name(text: str, speaker: str) -> None:
    """A rank and a blessing are no part of a name, an office is not its owner; المتحدث alone spoke last."""
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("أسرة الطبيب سامي النجار", "أسرة الطبيب سامي النجار"),
        ("عائلة الضحية سامي النجار", "عائلة الضحية سامي النجار"),
        ("خصوم الرئيس سامي النجار", "خصوم الرئيس سامي النجار"),
        ("هند الخالدي أرملة الشهيد سامي النجار", "هند الخالدي"),
        ("ابن عم الشهيد سامي النجار", "ابن عم الشهيد سامي النجار"),
    ],
)
def test_those_around_somebody_are_not_he(phrase: str, name: str) -> None:
    """A title before the name changes nothing: who belongs to him speaks."""
    assert [speaker for speaker, _ in told(f"قالت {phrase} إن الطريق مغلق منذ أمس.")] == [name]


@pytest.mark.parametrize(
    "title",
    [
        "رئيس هيئة الطرق وسكك الحديد",
        "المتحدث باسم وزارة الدفاع وقيادة الأركان",
        "مدير شركة النقل وخطوط الأنابيب",
    ],
)
def test_half_of_a_body_s_name_is_nobody(title: str) -> None:
    """What و joins to the name of a body is not the name of whoever heads it."""
    assert not any(name.startswith("و") for name, _ in told(f"وقال {title} إن العمل بدأ."))


def test_a_name_with_the_letter_of_and_is_one() -> None:
    """وضاح and واين begin with a letter of their own."""
    assert told("قال الخبير الاقتصادي وضاح الطه إن السوق جيد.")[0][0] == "وضاح الطه"
    assert told("قال مفوض الشرطة واين بوشهورن إن الطريق مغلق.")[0][0] == "واين بوشهورن"


def test_what_somebody_does_meanwhile_is_no_name() -> None:
    """تضيف وهي تبكي: whoever spoke goes on."""
    said = told("قالت هند الخالدي إن المدرسة دمرت. «لم يبق صف واحد»، تضيف وهي تمسح دموعها.")
    assert [name for name, _ in said] == ["هند الخالدي", "هند الخالدي"]


def test_who_speaks_in_the_name_of_others_is_named_after_it() -> None:
    """وقال باسمهم المحامي: not they."""
    assert told("وقال باسمهم المحامي سامي النجار إن الطريق مغلق.")[0][0] == "سامي النجار"


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ('متحدث باسم "واتساب"', 'متحدث باسم "واتساب"'),
        ("مسؤول في شركة «نوفاتيل»", "مسؤول في شركة «نوفاتيل»"),
        ("الباحثون من خلال التجربة", "الباحثون"),
        ("تعالى", "الله"),
    ],
)
def test_names_are_whole(subject: str, name: str) -> None:
    """A mark that opens within is closed, no preposition ends a name, and God is named."""
    assert [speaker for speaker, _ in told(f"وأكد {subject} أن الأرض واسعة.")] == [name]


@pytest.mark.parametrize("name", ["وليد بخاري", "نبيه بري", "صلاح عبد السلام", "يحيى حكمي", "مهاب مميش"])
def test_everyday_words_can_be_names(name: str) -> None:
    """What is a word of every day elsewhere is a surname after a first name."""
    assert told(f"وقال الوزير {name} في بيان إن الطريق مغلق.")[0][0] == name


def test_a_village_s_name_may_be_a_surname() -> None:
    """قائد الإطفاء عدنان الملاح إن: a place with the article between a first name and أن is the last name."""
    (one,) = extract("قال قائد الإطفاء عدنان الملاح إن الحريق أخمد.").statements
    assert (one.speaker.name, one.speaker.role) == ("عدنان الملاح", "قائد الإطفاء")
