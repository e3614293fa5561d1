"""What a verb of reporting needs beside it: a hearer, a named subject, one of its nouns, or a clause."""

import pytest

from tests.claims.said import statements, told


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("اتهمه سامي النجار ببيع المصنع.", "سامي النجار", "ببيع المصنع"),
        ("اتهمها رئيس المجلس بالتقصير.", "رئيس المجلس", "بالتقصير"),
        ("أبلغهم المدير نادر الصالحي أن الجسر مغلق.", "نادر الصالحي", "الجسر مغلق"),
        ("وأخبرته هند الخالدي أن السوق مفتوح.", "هند الخالدي", "السوق مفتوح"),
        ("وحذرها الطبيب من السفر.", "الطبيب", "السفر"),
        ("ودعتهم نقابة الصيادين إلى مغادرة الرصيف.", "نقابة الصيادين", "مغادرة الرصيف"),
    ],
)
def test_a_pronoun_of_whom_it_is_told_leaves_the_verb_a_report(text: str, speaker: str, words: str) -> None:
    """اتهمه بـ, أبلغهم أن: who is spoken to or of hangs on the verb; the subject follows."""
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنه الوزير نادر الصالحي أن السوق مفتوح.",
        "أكدها المدير نادر الصالحي أن السد آمن.",
        "وقاله سامي النجار أن السوق مغلق.",
    ],
)
def test_a_pronoun_of_what_was_said_takes_no_clause(text: str) -> None:
    """أعلنه: the pronoun is what was announced, so no content follows the verb."""
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "تحدث الناس عما وصفه بالكارثة.",
        "غاب المدير، مما دعاه إلى فتح تحقيق.",
        "لهذا ما اتهمه سامي النجار بالتقصير.",
        "وقف عند دعوة الناس إلى السوق.",
    ],
)
def test_a_pronoun_of_a_relative_is_no_hearer(text: str) -> None:
    """ما وصفه بـ, مما دعاه إلى: the pronoun stands for ما, and nobody is told anything."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("تحدث الناس عما وصفه نادر الصالحي بالكارثة الوطنية.", "بالكارثة الوطنية"),
        ("وصل الناس إلى ما وصفه نادر الصالحي بأنه كارثة وطنية.", "كارثة وطنية"),
        ("وصف نادر الصالحي هذا القرار بالمتأخر جدا.", "بالمتأخر جدا"),
    ],
)
def test_whoever_describes_by_name_reports(text: str, content: str) -> None:
    """ما وصفه نادر الصالحي بالكارثة: the judgment is his."""
    assert [(one.speaker, one.words) for one in statements(text)] == [("نادر الصالحي", content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("رحب نادر الصالحي بالقرار، معتبرا إياه خطوة مهمة.", "خطوة مهمة"),
        ("رحب نادر الصالحي بالقرار، معتبرا ذلك خطوة مهمة.", "ذلك خطوة مهمة"),
        ("واعتبر نادر الصالحي هذا القرار خطوة مهمة.", "هذا القرار خطوة مهمة"),
        ("وأرجع نادر الصالحي هذا التأخير إلى المطر.", "هذا التأخير إلى المطر"),
        ("وعزا نادر الصالحي أسباب التأخير إلى المطر.", "أسباب التأخير إلى المطر"),
    ],
)
def test_what_is_judged_and_the_judgment_are_content(text: str, content: str) -> None:
    """معتبرا القرار خطأ, أرجع الأمر إلى: both objects belong to what somebody says."""
    assert [(one.speaker, one.words) for one in statements(text)] == [("نادر الصالحي", content)]


@pytest.mark.parametrize(
    "text",
    [
        "ويعتبر هذا الجسر من أقدم الجسور.",
        "وتعتبر وزارة النقل من أكبر الوزارات.",
        "في خطوة اعتبرت تاريخية فتح باب الجسر.",
        "أرجع نادر الصالحي المفتاح وغادر.",
    ],
)
def test_what_counts_as_something_is_judged_by_nobody(text: str) -> None:
    """يعتبر من, اعتبرت تاريخية: passives; who gives a key back without إلى says nothing."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("ودعت البلدية السكان للتعاون في تنظيف الشارع.", "للتعاون في تنظيف الشارع"),
        ("أظهرت بيانات البلدية اليوم الخميس، ارتفاع عدد السكان.", "ارتفاع عدد السكان"),
        ("صعد نادر الصالحي إلى المنصة والتفت إليهم قائلا: «هذا بيتكم الثاني».", "هذا بيتكم الثاني"),
        ("إذ يرى بعضهم أن أصل الكلمة قديم.", "أصل الكلمة قديم"),
    ],
)
def test_more_ways_to_report(text: str, content: str) -> None:
    """دعا لـ, what data show, قائلا after إليهم, some of them."""
    assert [one.words for one in statements(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "لا شيء يدعو للقلق في المدينة.",
        "ليس هناك ما يدعو للتفاؤل.",
        "أظهرت مقاطع الفيديو انتشار الجنود في السوق.",
        "وقفوا في ساحة كان المتفرجون فيها يلوحون بالأعلام.",
    ],
)
def test_reasons_and_pictures_report_nothing(text: str) -> None:
    """ما يدعو لـ, what a video shows, who waves in a place."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("زاد سامي النجار أن الطريق طويل.", "سامي النجار", "الطريق طويل"),
        ("وزاد الوزير نادر الصالحي أن المطر قادم.", "نادر الصالحي", "المطر قادم"),
        (
            "قدر مهندس الجسر نادر الصالحي عدد العابرين بألف كل يوم.",
            "نادر الصالحي",
            "عدد العابرين بألف كل يوم",
        ),
        ("قدرت البلدية خسائر السوق بمليون دينار.", "البلدية", "خسائر السوق بمليون دينار"),
    ],
)
def test_verbs_that_need_a_name_report_after_one(text: str, speaker: str, words: str) -> None:
    """زاد سامي أن, قدرت البلدية خسائر: with a subject before the content they report."""
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "زاد الطين بلة أن الماء انقطع.",
        "ومما زاد الأمر سوءا أن الماء انقطع.",
        "يزيد الأمر صعوبة أن الطريق طويل.",
        "قدر الناس أن المطر قليل.",
        "قدرت بمليون دينار.",
    ],
)
def test_without_a_name_they_report_nothing(text: str) -> None:
    """زاد الطين بلة أن: what stands there is no name, so that the clause is the author's."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("جددت وزارة النقل رفضها بيع الجسر.", "وزارة النقل", "رفضها بيع الجسر"),
        ("جدد سامي النجار التزامه بفتح السوق.", "سامي النجار", "التزامه بفتح السوق"),
        ("حملت هند الخالدي البلدية مسؤولية انقطاع الماء.", "هند الخالدي", "مسؤولية انقطاع الماء"),
        ("قلل المدير نادر الصالحي من أهمية التصدع.", "نادر الصالحي", "أهمية التصدع"),
        ("أوضح المدير نادر الصالحي أهمية السد للقرية.", "نادر الصالحي", "أهمية السد للقرية"),
        ("أعربت نقابة الصيادين عن قلقها من ارتفاع الماء.", "نقابة الصيادين", "قلقها من ارتفاع الماء"),
    ],
)
def test_with_one_of_its_nouns_a_verb_reports(text: str, speaker: str, words: str) -> None:
    """جددت رفضها, حملت مسؤولية, قلل من أهمية: the noun that the verb needs is the content."""
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "جددت وزارة النقل مباني الميناء.",
        "حملت هند الخالدي حقيبة كبيرة.",
        "قلل المدير نادر الصالحي من وزنه.",
        "قدرت البلدية موقف السكان.",
        "أوضح المدير نادر الصالحي صورة السد للقرية.",
        "أعربت نقابة الصيادين عن البيت.",
    ],
)
def test_with_another_noun_it_reports_nothing(text: str) -> None:
    """Renewing buildings, carrying a bag and losing weight are acts."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أعرب نادر الصالحي عن ثقته بنجاح السد.", "ثقته بنجاح السد"),
        ("عبرت هند الخالدي عن خشيتها من انهيار السد.", "خشيتها من انهيار السد"),
        ("جدد سامي النجار دعوته إلى فتح السوق.", "دعوته إلى فتح السوق"),
        ("جددت وزارة النقل إدانتها سرقة الماء.", "إدانتها سرقة الماء"),
    ],
)
def test_its_noun_may_have_an_owner_in_every_gender(text: str, words: str) -> None:
    """ثقته is ثقة with a pronoun as أمله is أمل with one."""
    assert [content for _, content in told(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("طلب الأهالي أن تفتح السوق.", "تفتح السوق"),
        ("حكم القاضي بأن السوق مغلق.", "السوق مغلق"),
        ("وعد المدير نادر الصالحي بفتح الجسر.", "بفتح الجسر"),
        ("ونص البيان على أن السوق مغلق.", "السوق مغلق"),
    ],
)
def test_a_noun_of_the_same_letters_is_a_verb_at_the_head(text: str, words: str) -> None:
    """طلب, حكم, وعد and نص report where a verb stands."""
    assert [content for _, content in told(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "جاء القرار تلبية طلب الأهالي أن تفتح السوق.",
        "بدأت البلدية تنفيذ حكم المحكمة بأن السوق مغلق.",
        "انتظر الناس تنفيذ وعد المدير نادر الصالحي بفتح الجسر.",
    ],
)
def test_after_a_verbal_noun_it_is_one(text: str) -> None:
    """تلبية طلب الأهالي أن: a word that is also a noun is one after a plain noun, and reports nothing."""
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "لم يقل سامي النجار إن السد آمن.",
        "لا يؤكد المدير نادر الصالحي أن السد آمن.",
        "دون أن يقول سامي النجار إن السد آمن.",
    ],
)
def test_what_was_not_said_is_no_report(text: str) -> None:
    """A verb under a negation or أن reports nothing."""
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "أعتقد أن السد آمن.",
        "أعتبر أن السد آمن.",
        "أعترف بأن الباب مفتوح.",
        "أستبعد أن يجف النهر.",
        "وأعتقد أن الماء وفير.",
    ],
)
def test_the_author_s_own_belief_is_nobody_s_report(text: str) -> None:
    """أعتقد is I believe, whatever it looks like without its hamza."""
    assert statements(text) == []


@pytest.mark.parametrize("verb", ["اعتقد", "اعتبر", "واعتبر", "اعترف"])
def test_without_the_hamza_somebody_else_believes(verb: str) -> None:
    """اعتقد سامي أن is a report of his."""
    tail = "بأن" if verb == "اعترف" else "أن"
    assert told(f"{verb} سامي النجار {tail} السد قديم.") == [("سامي النجار", "السد قديم")]


@pytest.mark.parametrize(
    "text",
    ["يذكر أن السد بني قبل قرن.", "ويشار إلى أن الماء قليل.", "يتوقع أن يجف النهر.", "يزعم أن السد قديم."],
)
def test_the_author_s_voice_has_no_speaker(text: str) -> None:
    """يذكر أن and يتوقع أن name nobody, so that the clause is the author's."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("نقلت وكالة الفجر عن سامي النجار أن السد آمن.", "سامي النجار"),
        ("ونقل موقع الغدير عن الوزيرة هند الخالدي قولها إن السد آمن.", "هند الخالدي"),
    ],
)
def test_whoever_passes_words_on_does_not_speak(text: str, speaker: str) -> None:
    """نقلت الوكالة عن فلان: who is named after عن speaks."""
    assert [name for name, _ in told(text)] == [speaker]


def test_carrying_something_over_is_no_report() -> None:
    """نقل without عن and a speaker moves things."""
    assert statements("نقلت وكالة الفجر مكاتبها إلى الوادي.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "وهذا يؤكد أن الطريق طويل.",
        "وقلّ الماء في النهر، الأمر الذي يشير إلى أن الطريق طويل.",
        "فالتاريخ القريب يشير إلى أن الطريق طويل.",
        "وكل الدلائل تؤكد أن الطريق طويل.",
    ],
)
def test_what_shows_something_is_nobody_s_speech(sentence: str) -> None:
    """هذا يؤكد, التاريخ يشير: whoever spoke before does not say it."""
    assert len(statements(f"قال نادر الصالحي إن العمل صعب. {sentence}")) == 1


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("وألقى نادر الصالحي كلمة أكد فيها أن الطريق طويل.", "الطريق طويل"),
        ("وانتقد نادر الصالحي هذا الأمر وأكد أن الطريق طويل.", "الطريق طويل"),
    ],
)
def test_a_verb_of_somebody_s_own_reports(sentence: str, content: str) -> None:
    """كلمة أكد فيها, هذا الأمر وأكد: the verb is not that of the noun before it."""
    assert told(sentence)[-1] == ("نادر الصالحي", content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("واقترحت المؤسسة الإكثار من زراعة الأشجار.", "الإكثار من زراعة الأشجار"),
        ("أكد الأمين العام التزام المنظمة بالاتفاق.", "التزام المنظمة بالاتفاق"),
        ("ودعا نادر الصالحي السكان للتأكد من سلامة الجسر.", "للتأكد من سلامة الجسر"),
        ("هدد الوزير نادر الصالحي بإغلاق السوق.", "بإغلاق السوق"),
    ],
)
def test_verbal_nouns_that_look_like_other_words(text: str, content: str) -> None:
    """الإكثار after a definite noun, التزام whose first letters look like an article, للتأكد."""
    assert [one.words for one in statements(text)] == [content]


@pytest.mark.parametrize(
    "text",
    ["وهذه المشكلات تهدد بتقويض القطاع.", "من الجفاف الذي يهدد بكارثة كبيرة.", "ودعا الوزير للتجار بالخير."],
)
def test_dangers_threaten_nobody_with_words(text: str) -> None:
    """الجفاف يهدد بكارثة: nobody says anything."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وسجل المتحدث سامي النجار أن السد قديم.", ["السد قديم"]),
        ("قال سامي النجار إن السد قديم، مسجلا أن الجسر آمن.", ["السد قديم", "الجسر آمن"]),
        ("قال سامي النجار إن الإنتاج زاد، مسجلا أعلى مستوى له.", ["الإنتاج زاد، مسجلا أعلى مستوى له"]),
        ("سجل سامي النجار هدفين قبل أن يخرج.", []),
        ("سجل سامي النجار أول ثلاثية له: (الدقائق 27 و52 و75).", []),
    ],
)
def test_noting_is_not_scoring(text: str, said: list[str]) -> None:
    """سجل is to say in the press of the Maghreb, with أن; else it is to score and to record."""
    assert [words for _, words in told(text)] == said
