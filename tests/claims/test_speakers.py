"""Who is taken for the speaker, and who is not: a wrong name is the worst mistake there is."""

import pytest

from rawi.pipeline import extract
from tests.claims.said import statements


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Return speaker, polarity and content of each statement."""
    record = extract(text)
    return [
        (one.speaker.name, one.polarity, " ".join(record.words(span) for span in one.content))
        for one in record.statements
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت زوجة نادر الصالحي إن الجسر سليم.", "زوجة نادر الصالحي"),
        ("قال محامي نادر الصالحي إن موكله بريء.", "محامي نادر الصالحي"),
        ("أكدت شقيقة الوزير نادر الصالحي أنه مريض.", "شقيقة الوزير نادر الصالحي"),
        ("أعلنت زوجة نادر الصالحي هند الخالدي أنها سترحل.", "هند الخالدي"),
        ("قال أبو سمير، وهو جار نادر الصالحي: «سمعنا صوت الماء ليلا».", "أبو سمير"),
    ],
)
def test_a_relative_is_not_the_person_named_after(text: str, speaker: str) -> None:
    """Whoever is called by somebody else's name speaks for himself alone, and is doubtful unless named."""
    assert [name for name, _, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("توقع الخبير نادر الصالحي أن ترتفع الأسعار. وقال له مدير المصرف: «لا تقلق».", "مدير المصرف"),
        ("طالب المحتجون الوزير نادر الصالحي بالرحيل، وهتفوا: «ارحل».", "المحتجون"),
        (
            "كان رئيس المجلس نادر الصالحي قد وصل مساء. وكان المجلس قد أعلن أن الجسر مغلق.",
            "المجلس",
        ),
        (
            "أعلن الوزير نادر الصالحي أن السد سيفتح، فيما قال معارضون إن المشروع فاشل. وأضاف: «لن نتراجع».",
            "نادر الصالحي",
        ),
    ],
)
def test_the_subject_of_the_last_report(text: str, speakers: str) -> None:
    """Objects, hearers, and plurals that a singular verb cannot mean are passed over."""
    assert told(text)[-1][0] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("زار الوزير نادر الصالحي القرية، مؤكدا أن الجسر سليم.", "نادر الصالحي"),
        ("قررت المديرة الرحيل عن المدينة، قائلة: «لن أعود إلى هنا أبدا».", "المديرة"),
        ("ندد صيادون بالقرار، معتبرين أن الماء ملك للجميع.", "صيادون"),
        (
            "دعم سامي النجار المرشح نادر الصالحي الذي رفض النتيجة، مؤكدا أن العد خاطئ.",
            "نادر الصالحي",
        ),
        (
            "أعلنت البلدية أن السوق مغلق، حيث خاطب الشيخ نادر الصالحي الحضور قائلا: «سنفتح أبواب السوق غدا».",
            "نادر الصالحي",
        ),
        ("اجتمع السكان أمس. وقدمت هند الخالدي شكوى، وقالت إن الماء انقطع.", "هند الخالدي"),
        (
            "قال الوزير نادر الصالحي، وفق ما نقلته وكالة الفجر، إن السد آمن، مؤكدا أن الماء عاد.",
            "نادر الصالحي",
        ),
    ],
)
def test_a_participle_belongs_to_the_main_verb(text: str, speaker: str) -> None:
    """The subject of the verb before speaks, if it agrees, whether or not anything knows them by name."""
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت هند الخالدي إن الجسر مغلق. ودعت السائقين إلى تغيير الطريق.", "هند الخالدي"),
        ("كان مدير الميناء نادر الصالحي دعا الحكومة إلى إصلاح الرصيف.", "نادر الصالحي"),
        ("أكد الوزير نادر الصالحي أن الماء عاد. ودعا المجتمع الدولي إلى مساعدة القرية.", "نادر الصالحي"),
        ("ودعت مملكة الزعفران مواطنيها إلى مغادرة الوادي.", "مملكة الزعفران"),
        ("وكان المجلس الأعلى للسدود قد أعلن أن الجسر مغلق.", "المجلس الأعلى للسدود"),
        ("دعت غرفة عمليات السدود سكان الوادي إلى مغادرة القرية.", "غرفة عمليات السدود"),
        ("أبدى العليان سعادته بالفوز، قائلا: «نستحق هذا الكأس اليوم».", "العليان"),
        ("وتابع بالقول: «الجسر سيفتح غدا صباحا».", None),
        ("ويتهم معارضون الوزير بارتكاب أخطاء في العد.", "معارضون"),
        ("عقدت البلدية مؤتمرا طالبت فيه وزارة النقل بإصلاح الجسر.", "وزارة النقل"),
        ("في الوقت الذي أعلنت فيه وزارة النقل أن الجسر آمن.", "وزارة النقل"),
        ("وأكد وقتها المدير نادر الصالحي أن الجسر آمن.", "نادر الصالحي"),
        ("وأوضح في هذا الصدد المدير نادر الصالحي أن الجسر آمن.", "نادر الصالحي"),
    ],
)
def test_the_one_called_upon_does_not_speak(text: str, speaker: str | None) -> None:
    """Objects, times and set phrases after a verb are not its subject; it stands before or behind."""
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال سلفان روك رئيس وصاحب شركة الزعفران: «هذا المشروع كبير جدا».", "سلفان روك"),
        ("أفاد وزير النقل، أنيس غدير، أمس بالزعفران، أن الجسر سيفتح.", "أنيس غدير"),
        ("دعا نائب رئيس البلدية عن الحي القديم، نادر الصالحي، إلى فتح السوق.", "نادر الصالحي"),
        ("وأوضح المتحدث الرسمي ببلدية الزعفران النقيب نادر الصالحي أن الطريق سالك.", "نادر الصالحي"),
        (
            "نقلت الإذاعة عن عضو في حزب الوزير نادر الصالحي قوله إن السد آمن.",
            "عضو في حزب الوزير نادر الصالحي",
        ),
        ("أكد معالي وزير النقل نادر الصالحي أن الجسر آمن.", "نادر الصالحي"),
        ("وقال المتحدث باسمها تركي الصالحي إن الجسر آمن.", "تركي الصالحي"),
        ("لكن الباحث نادر الصالحي، وهو من سكان الحي، أكد أن الجسر سليم.", "نادر الصالحي"),
        ("غير أن مات هاربر، الباحث في معهد الأنهار، أكد أن الماء قليل.", "مات هاربر"),
    ],
)
def test_the_person_comes_before_the_role(text: str, speaker: str) -> None:
    """A name beside a role, known or not, is the speaker; a name inside somebody else's role is not."""
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال تقرير صادر عن هيئة السدود إن الماء قليل. وأضاف التقرير أن المطر تأخر.", "هيئة السدود"),
        ("الماء قليل في الوادي، وفق بلاغ لوزارة النقل.", "وزارة النقل"),
        ("وبحسب المعطيات التي قدمتها هند الخالدي، فإن الأسعار ارتفعت في القرى.", "هند الخالدي"),
        ("وذكرت تقارير طبية أن الماء ملوث.", "تقارير طبية"),
        ("أصدرت البلدية بيانا قالت فيه إن الجسر مغلق.", "البلدية"),
        ("الماء قليل في الوادي، وفق بيان لهيئة السدود أشار إلى انخفاض المنسوب.", "هيئة السدود"),
        ("قال المدير نادر الصالحي إن الجسر آمن. وأضاف المصدر نفسه أن الطريق سالك.", "نادر الصالحي"),
        ("قالت الوزيرة هند الخالدي إن الجسر آمن. وأضافت المتحدثة ذاتها أن الطريق سالك.", "هند الخالدي"),
        ("أكدت صحيفة الفجر، نقلا عن مصدر أمني قوله: «سنغلق الطريق مساء اليوم».", "مصدر أمني"),
        ("ذكرت وكالة الفجر أن الجسر مغلق. وأفادت مصادر طبية أن الجرحى بخير.", "مصادر طبية"),
    ],
)
def test_who_stands_behind_what_speaks(text: str, speaker: str) -> None:
    """A document speaks for its body, the same source again for whoever it was; words without an article are
    new."""
    assert told(text)[-1][0] == speaker


def test_plural_verbs_have_plural_speakers() -> None:
    """قال السكان … وأضافوا: the verb before is singular, the one after is not."""
    text = "قال سكان محليون إن الماء انقطع. وأكد المدير نادر الصالحي أنه عاد. وأضافوا أن الطريق مغلق."
    assert told(text)[-1][0] == "سكان محليون"


def test_nobody_is_named_where_nobody_agrees() -> None:
    """A verb in the plural after one minister has no speaker that could be settled on."""
    assert told("قال الوزير نادر الصالحي إن الجسر آمن. وأضافوا أن الطريق سالك.")[-1][0] is None


@pytest.mark.parametrize(
    "text",
    [
        "هل قال الوزير نادر الصالحي إن المعرض انتهى؟",
        "لو قال الوزير إن المعرض انتهى لصدقناه.",
        "رفض الوزير نادر الصالحي القول إن المعرض انتهى.",
        "وجاء في رواية «قالت الأرض» للكاتب نادر الصالحي أن «البيت بعيد».",
    ],
)
def test_what_nobody_said_is_not_reported(text: str) -> None:
    """Questions, conditions, refusals to say and titles of books report nothing."""
    assert told(text) == []


def test_what_somebody_denies_having_said_is_not_asserted() -> None:
    """The words inside a denied saying carry the denial."""
    assert {
        polarity for _, polarity, _ in told("نفى الوزير نادر الصالحي أن يكون قال إن «المعرض انتهى».")
    } == {"denied"}


def test_the_denier_of_a_report_is_not_its_speaker() -> None:
    """وهو ما نفاه: nobody is named who denies, so nobody is said to."""
    said = told("زعم خصومه أن الوزير نادر الصالحي باع المصنع، وهو ما نفاه.")
    assert (None, "denied") in [(name, polarity) for name, polarity, _ in said]


def test_after_a_colon_the_next_report_begins_its_own_sentence() -> None:
    """A turn after a colon ends where a sentence opens a report of somebody else."""
    said = told("وكتبت الصحفية هند الخالدي: أغلقت 7 مدارس. وأكد سامي النجار أن 9 مدارس أغلقت.")
    assert said[0] == ("هند الخالدي", "asserted", "أغلقت 7 مدارس")


@pytest.mark.parametrize("letter", ["بيان لوزارة النقل", "تقرير لمنظمة السفح"])
def test_a_document_speaks_for_the_body_that_a_joined_letter_leads_in(letter: str) -> None:
    """بيان لوزارة …: the ministry speaks, not the paper."""
    record = extract(f"وقال {letter} إن الجسر فتح.")
    assert [one.speaker.name for one in record.statements] == [letter.split(" ل")[1]]


@pytest.mark.parametrize("end", ["بيان له", "بيان تلقينا نسخة منه"])
def test_a_preposition_with_its_object_governs_no_clause(end: str) -> None:
    """في بيان له أن: the clause is the verb's."""
    record = extract(f"أعلن المجلس البلدي في {end} أن الجسر فتح.")
    assert [one.speaker.name for one in record.statements] == ["المجلس البلدي"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال #نادر_الصالحي إن الجسر سليم.", "نادر الصالحي"),
        ("قالت الوزيرة هند #الخالدي إن الجسر سليم.", "هند الخالدي"),
        ("أعلنت #بلدية_الروضة أن الجسر سليم.", "بلدية الروضة"),
    ],
)
def test_a_hashtag_is_read_as_the_name_it_is(text: str, speaker: str) -> None:
    """The marks of a hashtag are no part of a name; of a content they are."""
    assert [name for name, _, _ in told(text)] == [speaker]
    assert told("أكد نادر الصالحي أن #الجسر_الكبير سليم.")[0][2] == "#الجسر_الكبير سليم"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال القيادي بحزب الوحدة الوطني الكسندر دوفرين إن الجسر سليم.", "الكسندر دوفرين"),
        ("قال رئيس النقابة الجهوية للفلاحين، المكي فرحات، في تصريح إن الجسر سليم.", "المكي فرحات"),
        ("قال رئيس البلدية، المقال قبل شهر، إن الجسر سليم.", "رئيس البلدية"),
        ("وعد رئيس حزب الوحدة الوطني جميع السكان بإصلاح الجسر.", "رئيس حزب الوحدة الوطني"),
    ],
)
def test_a_name_unknown_to_the_lexicons_stands_after_a_role(text: str, speaker: str) -> None:
    """Words that no lexicon has are a name after an office; adjectives and objects are not."""
    assert [name for name, _, _ in told(text)] == [speaker]


def test_a_second_verb_is_not_the_speaker() -> None:
    """In وأضاف يقول the one who goes on speaking is meant, and where nobody spoke before, nobody is."""
    quoted = "وأضاف يقول «الجسر سليم ولن يغلق أبدا»."
    assert told(quoted)[0][0] is None
    assert told(f"قال نادر الصالحي إن السد سليم. {quoted}")[1][0] == "نادر الصالحي"
    assert told("وأضافت أخرى تدعى هند الخالدي «الجسر سليم ولن يغلق أبدا».")[0][0] == "هند الخالدي"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("وقال كريم الصباغ لسامي النجار إن السد متصدع.", ["كريم الصباغ"]),
        ("وقال لسامي النجار كريم الصباغ إن السد متصدع.", ["كريم الصباغ"]),
        ("قال القاضي لأحمد الخطيب: «لن يغلق السوق غدا».", ["القاضي"]),
        ("وأوضح لسامي النجار أن السد متصدع.", [None]),
        ("قيل لسامي النجار إن السد متصدع.", [None]),
    ],
)
def test_whoever_is_spoken_to_does_not_speak(text: str, speakers: list[str | None]) -> None:
    """A joined ل leads in the hearer, however short his name is."""
    assert [name for name, _, _ in told(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "قال خصوم سامي النجار إن السد متصدع.",
        "قالت طليقة سامي النجار إن السد متصدع.",
        "قال مدير مكتب سامي النجار إن السد متصدع.",
        "قال طبيب سامي النجار إن السد متصدع.",
        "قال المتهم بقتل سامي النجار إن السد متصدع.",
        "قال الوزير سامي النجار إن السد متين. وقال وليد النجار إن السد ضعيف. وأكد النجار أن الجدار سيسقط.",
    ],
)
def test_a_name_that_another_word_owns_is_never_certain(text: str) -> None:
    """Where the name may only complete the noun before it, or two people bear it, a reader is to decide."""
    assert extract(text).statements[-1].confidence == "doubtful"


@pytest.mark.parametrize(
    "text",
    [
        "ليس صحيحا أن أحمد الخطيب قال إن السد متصدع.",
        "لم يثبت أن أحمد الخطيب قال إن السد متصدع.",
        "هل صحيح أن أحمد الخطيب قال إن السد متصدع؟",
        "لو أن أحمد الخطيب قال إن السد متصدع لصدقناه.",
        "ما قال أحمد الخطيب إن السد متصدع.",
        "تخيلوا أن أحمد الخطيب قال إن السد متصدع.",
        "لا يستطيع أحمد الخطيب القول إن السد متصدع.",
        "امتنع سامي النجار عن القول إن السد متصدع.",
        "تراجع سامي النجار عن قوله إن السد متصدع.",
    ],
)
def test_what_was_not_said_or_was_taken_back_is_not_asserted(text: str) -> None:
    """Denied, asked, supposed, refused or withdrawn: nothing of it stands in the ledger as said."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    ["كشف الوزير أن أحمد الخطيب قال إن السد متصدع.", "لا يترددون في القول إن السد متصدع."],
)
def test_what_was_said_all_the_same_is_kept(text: str) -> None:
    """أن alone, and a negation that affirms, do not take a report away."""
    assert told(text)[-1][2] == "السد متصدع"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال الناقد السينمائي المصري البارز سامي النجار إن المهرجان قريب.", "سامي النجار"),
        ("قال المدير العام لشركة أنظمة وبرامج الحاسوب سامي النجار إن الفاتورة جاهزة.", "سامي النجار"),
        ("أوضح رئيس الحملة الوطنية للإغاثة في سوريا الدكتور سامي النجار أن الحملة مستمرة.", "سامي النجار"),
        ("قال النائب الأول سامي النجار إن المهرجان قريب.", "سامي النجار"),
    ],
)
def test_a_name_stands_far_behind_its_role(text: str, speaker: str) -> None:
    """Adjectives, the body served, a place and a title may stand between an office and its bearer."""
    assert [name for name, _, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال د. سامي النجار إن الجسر آمن.", "سامي النجار"),
        ("يقول د.سامي النجار عضو المجلس إن الجسر آمن.", "سامي النجار"),
        ("وقال مدير المركز أ.د. سامي النجار: «الجسر آمن».", "سامي النجار"),
        ("وأضاف م. الدهمشي أن الجسر آمن.", "الدهمشي"),
        ("وقالت ج. ك. دورين إن الجسر آمن.", "ج. ك. دورين"),
    ],
)
def test_a_title_of_one_letter(text: str, speaker: str) -> None:
    """The dot after د, م or أ ends nothing, and neither is a part of the name; initials are."""
    assert [name for name, _, _ in told(text)] == [speaker]


def test_a_letter_after_a_number_is_no_title() -> None:
    """م after a year is the calendar, so the dot after it ends the sentence."""
    assert told("أكد المدير أن الجسر بني عام 2014م. وزار الوزير القرية.")[0][2] == "الجسر بني عام 2014م"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ونقلت وكالة الفجر على لسان سامي النجار أن الطريق مغلق.", "سامي النجار"),
        (
            "حضر سامي النجار الحفل مع المدير نادر الصالحي الذي تأخر، مشيرا إلى أن الطريق مغلق.",
            "سامي النجار",
        ),
        ("وقال سامي النجار إن العمل صعب. والطريق مغلق منذ يومين، على حد قوله.", "سامي النجار"),
        ("وقالت هند الخالدي إن العمل صعب. والطريق مغلق منذ يومين بحسب تعبيرها.", "هند الخالدي"),
        ("وقال سامي النجار إن العمل صعب. واختتم النجار بأن الطريق مغلق.", "سامي النجار"),
    ],
)
def test_who_says_it_in_other_ways(text: str, speaker: str) -> None:
    """على لسان فلان, the main verb's subject before a guest's, على حد قوله, اختتم بأن."""
    assert [one.speaker for one in statements(text)][-1] == speaker


def test_a_name_in_marks_is_not_said_by_what_it_stands_between() -> None:
    """«…» بين برجين: between is no verb."""
    assert statements("يقع «مطعم القرية القديم على النهر» بين برجين توأمين.") == []
