"""Where a report ends because somebody else speaks: the author, another speaker, or the same one again."""

import pytest

from tests.claims.said import statements, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "قالت البلدية إن السوق مغلق، من جانبه أكد المدير نادر الصالحي أن الجسر آمن.",
            [("البلدية", "السوق مغلق"), ("نادر الصالحي", "الجسر آمن")],
        ),
        (
            "أعلن سامي النجار أن السوق مغلق، من جانبها أعلنت وزارة النقل أن الجسر آمن.",
            [("سامي النجار", "السوق مغلق"), ("وزارة النقل", "الجسر آمن")],
        ),
        (
            "أكد الوزير نادر الصالحي أن السد آمن، من جهتها حذرت نقابة الصيادين من الغرق.",
            [("نادر الصالحي", "السد آمن"), ("نقابة الصيادين", "الغرق")],
        ),
        (
            "قالت هند الخالدي إن الماء عاد، بدوره أوضح سامي النجار أن المضخة أصلحت.",
            [("هند الخالدي", "الماء عاد"), ("سامي النجار", "المضخة أصلحت")],
        ),
    ],
)
def test_for_his_part_begins_another_s_report(text: str, said: list[tuple[str, str]]) -> None:
    """من جانبه, من جهتها and بدوره with a verb of reporting end what was reported before."""
    assert told(text) == said


@pytest.mark.parametrize("clause", ["المجلس طلب من جانبه إصلاح الطريق", "الرصيف تصدع من جهته الغربية كلها"])
def test_a_side_without_a_report_ends_nothing(clause: str) -> None:
    """Where no verb of reporting with content follows, the side belongs to what was said."""
    assert told(f"قال سامي النجار إن {clause}.") == [("سامي النجار", clause)]


@pytest.mark.parametrize("link", ["لكن", "ولكن"])
@pytest.mark.parametrize(
    ("second", "speaker", "words"),
    [
        ("الوزير نادر الصالحي قال إن الماء قليل", "نادر الصالحي", "الماء قليل"),
        ("هند الخالدي قالت: «الطريق مغلق منذ أيام»", "هند الخالدي", "الطريق مغلق منذ أيام"),
        ("وزارة النقل أكدت أن الجسر آمن", "وزارة النقل", "الجسر آمن"),
    ],
)
def test_but_and_a_name_that_reports_end_a_clause(link: str, second: str, speaker: str, words: str) -> None:
    """لكن الوزير قال إن: a name and its verb after a pause and لكن are another's report."""
    assert told(f"أعلن سامي النجار أن السد امتلأ، {link} {second}.") == [
        ("سامي النجار", "السد امتلأ"),
        (speaker, words),
    ]


@pytest.mark.parametrize(
    "rest",
    [
        "لكن الماء لا يصل إلى القرية",
        "لكن الوزير نادر الصالحي لم يحضر",
        "لكن هند الخالدي، جارته القديمة، غادرت",
    ],
)
def test_but_without_a_report_goes_on(rest: str) -> None:
    """Where the name after لكن says nothing, the clause is still the first speaker's."""
    assert told(f"قال سامي النجار إن السد امتلأ، {rest}.") == [("سامي النجار", f"السد امتلأ، {rest}")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("دعا سامي النجار إلى فتح السوق، فيما بقيت المحال مغلقة.", "فتح السوق"),
        ("نفى سامي النجار وجود خلاف، بعدما رفضت البلدية طلبه.", "وجود خلاف"),
        ("طالبت هند الخالدي بإصلاح الجسر، في حين انتظر الناس على الضفة.", "بإصلاح الجسر"),
        ("أعلنت وزارة النقل إغلاق الجسر، إلا أن الحافلات عبرت.", "إغلاق الجسر"),
        ("دعا مجلس السفح إلى الهدوء، وكان الناس قد خرجوا إلى الشارع.", "الهدوء"),
        ("دعا سامي النجار إلى فتح السوق خلال زيارته القرية.", "فتح السوق"),
        ("طالب المدير نادر الصالحي بإصلاح الرصيف أثناء زيارته الميناء.", "بإصلاح الرصيف"),
    ],
)
def test_after_a_reported_noun_the_author_goes_on(text: str, words: str) -> None:
    """A noun phrase that was reported ends at …، فيما, بعدما, إلا أن, وكان and خلال زيارته."""
    assert [content for _, content in told(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "دعا سامي النجار إلى فتح السوق خلال الأسبوع المقبل.",
        "دعا سامي النجار إلى فتح السوق بعد الظهر.",
        "دعا سامي النجار إلى فتح السوق في الوقت نفسه.",
    ],
)
def test_when_it_is_to_be_done_belongs_to_the_noun(text: str) -> None:
    """A time without an owner is part of what was called for."""
    assert [content for _, content in told(text)] == [text.split("إلى ", 1)[1].rstrip(".")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال سامي النجار إن السد امتلأ، وأضاف أن الماء وفير.", ["السد امتلأ", "الماء وفير"]),
        ("قالت هند الخالدي إن السوق مغلق، مشددة على أن الخبز متوفر.", ["السوق مغلق", "الخبز متوفر"]),
        ("قال سامي النجار إن السوق مغلق مشيرا إلى ضرورة فتحه.", ["السوق مغلق", "ضرورة فتحه"]),
        (
            "أكد سكان الوادي أن الماء انقطع، حيث أوضح سامي النجار أن المضخة تعطلت.",
            ["الماء انقطع", "المضخة تعطلت"],
        ),
        ("قال سامي النجار إن السد امتلأ، وأبرز أن الماء وفير.", ["السد امتلأ", "الماء وفير"]),
        ("قال سامي النجار إن السد امتلأ، لكنه أضاف أن الماء ملوث.", ["السد امتلأ", "الماء ملوث"]),
        ("قال سامي النجار إن السد امتلأ، فيما قالت هند الخالدي إن الماء قليل.", ["السد امتلأ", "الماء قليل"]),
    ],
)
def test_a_report_of_its_own_ends_the_one_before(text: str, words: list[str]) -> None:
    """A participle or a joined verb with its own clause stands beside the first report, not within it."""
    assert [content for _, content in told(text)] == words


@pytest.mark.parametrize(
    "clause",
    [
        "المجلس اتفق على العمل واتفق على موعد",
        "السد امتلأ فيما بقيت القرية عطشى",
        "رأيه مؤكده الأول من الناس",
        "الماء عاد وأضاف الناس الملح إلى الطعام",
    ],
)
def test_a_verb_without_its_own_content_goes_on(clause: str) -> None:
    """Acts, verbs that report nothing and nouns with an owner stay in what was said."""
    assert told(f"قال سامي النجار إن {clause}.") == [("سامي النجار", clause)]


@pytest.mark.parametrize(
    "formula", ["على حد تعبيره", "على حد قولها", "وفق تعبيره", "بحسب قولها", "على حد زعمه"]
)
def test_a_formula_of_the_author_s_is_no_content(formula: str) -> None:
    """على حد تعبيره belongs to the author, with or without a comma before it."""
    for pause in ("،", ""):
        assert [words for _, words in told(f"قالت هند الخالدي إن القرار ظالم{pause} {formula}.")] == [
            "القرار ظالم"
        ]


def test_before_he_goes_on_is_the_author_s() -> None:
    """…، قبل أن يضيف: the author tells what came next."""
    assert told("قال سامي النجار إن السد امتلأ، قبل أن يضيف: «الماء يكفي القرية كلها».") == [
        ("سامي النجار", "السد امتلأ"),
        ("سامي النجار", "الماء يكفي القرية كلها"),
    ]


@pytest.mark.parametrize("link", ["بينما", "فيما"])
def test_while_somebody_with_a_title_reports_ends_a_clause(link: str) -> None:
    """A name of three words between بينما and its verb is another speaker like any other."""
    assert told(f"أعلن سامي النجار أن السد امتلأ، {link} الوزير نادر الصالحي قال إن الماء قليل.") == [
        ("سامي النجار", "السد امتلأ"),
        ("نادر الصالحي", "الماء قليل"),
    ]


@pytest.mark.parametrize(
    ("speaker", "participle"),
    [("قالت هند الخالدي", "مشيرة"), ("قالت وزارة النقل", "لافتة"), ("قال سكان الوادي", "مشيرين")],
)
def test_a_participle_ends_a_clause_in_every_gender_and_number(speaker: str, participle: str) -> None:
    """مشيرة إلى and مشيرين إلى end a clause without a pause as مشيرا إلى does."""
    assert [words for _, words in told(f"{speaker} إن السوق مغلق {participle} إلى ضرورة فتحه.")] == [
        "السوق مغلق",
        "ضرورة فتحه",
    ]


@pytest.mark.parametrize(
    ("next_one", "speaker", "words"),
    [
        ("وبين المدير نادر الصالحي أن الجسر آمن", "نادر الصالحي", "الجسر آمن"),
        ("وتابع قائلا: سنفتح الجسر غدا", "سامي النجار", "سنفتح الجسر غدا"),
        ("وعلق المدير نادر الصالحي قائلا إن الجسر آمن", "نادر الصالحي", "الجسر آمن"),
        ("ومضى قائلا إن الجسر آمن", "سامي النجار", "الجسر آمن"),
    ],
)
def test_a_verb_with_its_name_or_a_saying_ends_a_clause(next_one: str, speaker: str, words: str) -> None:
    """…، وبين المدير أن and …، وتابع قائلا: the report before ends before the first word of the next."""
    assert told(f"قال سامي النجار إن السد امتلأ، {next_one}.") == [
        ("سامي النجار", "السد امتلأ"),
        (speaker, words),
    ]


@pytest.mark.parametrize("clause", ["المحلات أغلقت، وبين المدير والعمال خلاف", "الماء عاد، وبين الحقول بئر"])
def test_between_is_no_verb(clause: str) -> None:
    """Without a clause of its own وبين is «and between»."""
    assert told(f"قال سامي النجار إن {clause}.") == [("سامي النجار", clause)]


def test_a_question_of_the_author_s_ends_a_call() -> None:
    """طالب بفتح السوق، فهل: after a noun that was reported a question is the author's."""
    assert told("طالب سامي النجار بفتح السوق، فهل تفتحه البلدية؟") == [("سامي النجار", "بفتح السوق")]


@pytest.mark.parametrize("next_act", ["وقام بزيارة القرية", "فعاد الناس إلى السوق", "وقد غادر الضيوف"])
def test_what_came_next_is_no_part_of_a_call(next_act: str) -> None:
    """…، وقام, …، وقد غادر: after a noun that was reported a joined verb in the past is the author's."""
    assert told(f"دعا سامي النجار إلى فتح السوق، {next_act}.") == [("سامي النجار", "فتح السوق")]


@pytest.mark.parametrize("rest", ["وقد يفتح غدا", "حيث تم بيع الخبز", "وقراءة الكتب"])
def test_what_may_come_belongs_to_the_call(rest: str) -> None:
    """وقد يفتح, a place and another noun are part of what was called for."""
    assert told(f"دعا سامي النجار إلى فتح السوق، {rest}.") == [("سامي النجار", f"فتح السوق، {rest}")]


@pytest.mark.parametrize(
    "again",
    ["إلا أنه قال إن الجسر مغلق", "، إلا أنه أشار إلى أن الجسر مغلق", " لكن البلدية أكدت أن الجسر مغلق"],
)
def test_but_he_said_ends_what_was_said(again: str) -> None:
    """إلا أنه قال, لكن البلدية أكدت: one more report at the author's level, not within the first."""
    said = statements(f"قال سامي النجار إن الطريق آمن {again}.")
    assert [(one.words, one.within) for one in said] == [("الطريق آمن", None), ("الجسر مغلق", None)]


def test_otherwise_they_is_no_new_report() -> None:
    """وإلا فإنهم is not إلا أنه: the threat belongs to what was said."""
    said = told("قال العمال إنهم صبروا طويلا، وإلا فإنهم يهددون بإغلاق الجسر.")
    assert said[0][1].startswith("صبروا طويلا، وإلا")


def test_after_quoted_words_meanwhile_is_the_author_s() -> None:
    """…»، فيما تزداد: what goes on after a quotation that ends the clause was not said."""
    said = told("أعلن سامي النجار أن الجسر «آمن جدا»، فيما تزداد المخاوف من انهياره.")
    assert said == [("سامي النجار", "الجسر «آمن جدا»")]


def test_what_explains_a_report_is_the_author_s() -> None:
    """…، وذلك لتفسير: why it was said."""
    said = told("وأعلن سامي النجار أن الفريق تغير، وذلك لتفسير غياب المدير.")
    assert said == [("سامي النجار", "الفريق تغير")]


def test_meanwhile_another_denied() -> None:
    """…، فيما نفى: a verb of saying right after فيما ends what was said before, whatever follows it."""
    said = told("قال سليم الدوري إن السوق مغلق، فيما أكد وسيم الغانم العكس.")
    assert said[0] == ("سليم الدوري", "السوق مغلق")


def test_another_s_report_with_a_colon_ends_words_after_a_colon() -> None:
    """A sentence that names who says something next does not belong to whoever spoke before."""
    text = (
        "صرح سامي النجار لموقع الملعب: المدرب باق. وردا على الشائعات قال المدرب نادر الصالحي: لا أعرف شيئا."
    )
    assert told(text) == [("سامي النجار", "المدرب باق"), ("نادر الصالحي", "لا أعرف شيئا")]


@pytest.mark.parametrize("verb", ["وتابع:", "وزاد", "وكتب:"])
def test_words_in_marks_at_once_are_a_report_of_their_own(verb: str) -> None:
    """وزاد «…» ends what was reported before it, and is the same speaker's."""
    said = told(f"قال سامي النجار إن السد قديم، {verb} «سنبني غيره هذا العام».")
    assert said == [("سامي النجار", "السد قديم"), ("سامي النجار", "سنبني غيره هذا العام")]


def test_what_another_noun_decides_is_not_what_was_announced() -> None:
    """بعد أسبوع من قرار الوزارة رفع السعر: the author tells when; the decision is the ministry's."""
    text = "أعلن الوزير سامي النجار، الثلاثاء، استقالته من منصبه، بعد أسبوع من قرار الوزارة رفع سعر المياه."
    assert told(text) == [("سامي النجار", "استقالته من منصبه")]


def test_and_that_after_something_is_the_author_s() -> None:
    """…، وذلك بعدما ends a reported noun."""
    text = "أعلن الوزير سامي النجار استقالته من منصبه، وذلك بعدما خسرت الشركة 30 مليون دولار."
    assert told(text) == [("سامي النجار", "استقالته من منصبه")]
