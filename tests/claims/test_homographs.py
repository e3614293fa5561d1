"""طالب, رأى and عبر are verbs where they open their clause and have what they take, and nouns elsewhere."""

import pytest

from tests.claims.said import statements, told


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("طالب المدير نادر الصالحي بإغلاق السوق.", "نادر الصالحي", "بإغلاق السوق"),
        ("وطالب مجلس السفح بإصلاح الرصيف.", "مجلس السفح", "بإصلاح الرصيف"),
        ("قد طالب سكان الوادي بفتح السد.", "سكان الوادي", "بفتح السد"),
        ("رأى المدير نادر الصالحي أن السد آمن.", "نادر الصالحي", "السد آمن"),
        ("ورأى رئيس المجلس أن القرار متسرع.", "رئيس المجلس", "القرار متسرع"),
        ("رأى سكان الوادي أن الطريق خطر.", "سكان الوادي", "الطريق خطر"),
        ("عبر مدير الميناء نادر الصالحي عن أمله في فتح الرصيف.", "نادر الصالحي", "أمله في فتح الرصيف"),
        ("وعبر السكان عن قلقهم من ارتفاع الماء.", "السكان", "قلقهم من ارتفاع الماء"),
        ("عبر الصيادون عن رفضهم للقرار.", "الصيادون", "رفضهم للقرار"),
    ],
)
def test_at_the_head_of_a_clause_the_word_is_a_verb(text: str, speaker: str, words: str) -> None:
    """First in its sentence, after an auxiliary or with و, and with what it takes, the word reports."""
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "حضر طالب من كلية الزراعة إلى القاعة.",
        "وصل المسافرون عبر مطار الزعفران بعد ساعات.",
        "تحرك الماء عبر القناة بفتح البوابة.",
        "نجح طالب المعهد بإصلاح المضخة.",
        "تجول أحمد عبر القرية وعبر عن الطريق القديم.",
    ],
)
def test_inside_a_clause_the_word_is_none(text: str) -> None:
    """A student, and what leads through something, report nothing whatever follows them."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "عبر القطار الجسر مساء أمس.",
        "عبر الحاجز عن طريق الجسر القديم.",
        "طالب مجتهد من أهل القرية.",
        "رأى الحارس رجلا يركض نحو السد.",
        "وعبر المزارع النهر عند الفجر.",
    ],
)
def test_at_the_head_without_what_it_takes_it_is_none(text: str) -> None:
    """To cross a bridge, be a student or see a man takes no clause and no feeling, so reports nothing."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("قال طالب الهندسة سامي النجار إن الجسر سليم.", "قال"),
        ("أكد طالب المعهد سامي النجار أن الدرس صعب.", "أكد"),
        ("وعبر موقعها قالت البلدية إن السوق مغلق.", "قالت"),
    ],
)
def test_a_noun_beside_a_verb_leaves_the_report_to_it(text: str, cue: str) -> None:
    """The clause is that of the verb beside the student or the medium, and read once."""
    assert [one.cue for one in statements(text)] == [cue]


def test_a_clause_far_away_is_not_what_he_saw() -> None:
    """Over more tokens than a subject takes, رأى has no clause."""
    far = "من باب البيت القديم في آخر القرية قرب النهر الصغير تحت الجبل العالي عند الفجر البارد"
    assert told(f"رأى الحارس {far} أن السد آمن.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("طالب المزارعون الوزارة بفتح السد.", "المزارعون"),
        ("طالبت الصيادات البلدية بفتح الرصيف.", "الصيادات"),
        ("طالب العمال المدير نادر الصالحي برفع الأجور.", "العمال"),
    ],
)
def test_whom_they_demand_it_of_does_not_demand(text: str, speaker: str) -> None:
    """Between a plural subject and the demand stands whoever it is put to, who says nothing."""
    assert [one.speaker for one in statements(text)] == [speaker]
