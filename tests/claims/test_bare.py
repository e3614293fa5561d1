"""Speech without أن, colon or marks begins at words that only the speaker can say, and is doubtful."""

import pytest

from tests.claims.said import statements


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("وأضاف تم إصلاح السد قبل عام من اليوم.", None, "تم إصلاح السد قبل عام من اليوم"),
        ("وقالت لن نترك القرية وحدها أمام الماء.", None, "لن نترك القرية وحدها أمام الماء"),
        (
            "وأوضح المدير نادر الصالحي سنفتح السوق أمام الناس غدا.",
            "نادر الصالحي",
            "سنفتح السوق أمام الناس غدا",
        ),
        (
            "وقالت هند الخالدي نحن ننتظر قرار المجلس منذ شهور.",
            "هند الخالدي",
            "نحن ننتظر قرار المجلس منذ شهور",
        ),
        (
            "قال المدير نادر الصالحي للصحفيين هذا القرار لا يخدم أهل الوادي.",
            "نادر الصالحي",
            "هذا القرار لا يخدم أهل الوادي",
        ),
    ],
)
def test_after_a_verb_of_saying_a_main_clause_is_speech(text: str, speaker: str | None, words: str) -> None:
    """هناك, تم, نحن, a negation or a future right after verb and subject begin what was said."""
    (one,) = statements(text)
    assert (one.rule, one.speaker, one.words, one.confidence) == ("verb-bare", speaker, words, "doubtful")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("زار المدير نادر الصالحي السد، مضيفا هذا المشروع سيخدم أهل الوادي كلهم.", "نادر الصالحي"),
        ("التقت هند الخالدي سكان القرية، موضحة نحن ننتظر قرار المجلس منذ شهور.", "هند الخالدي"),
    ],
)
def test_a_participle_may_lead_it_in(text: str, speaker: str) -> None:
    """A participle of saying has its subject before it and the speech right after it."""
    (one,) = statements(text)
    assert (one.rule, one.speaker, one.confidence) == ("participle-bare", speaker, "doubtful")


@pytest.mark.parametrize(
    "text",
    [
        "وأضاف المدير نادر الصالحي الملح إلى الطعام في بيته القديم.",
        "وأضاف الطباخ الملح إلى الحساء قبل ساعة من العشاء.",
        "وأضاف تم الإصلاح.",
        "وقال المدير نادر الصالحي كلمته ثم غادر القاعة مسرعا.",
    ],
)
def test_what_the_author_may_say_is_no_speech(text: str) -> None:
    """An object, words too few to be a clause and a clause in the past may be the author's."""
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "وطالب المدير نادر الصالحي هذا الرجل وأهله منذ سنوات طويلة.",
        "وكتبت هند الخالدي هذا الكتاب في بيتها القديم قبل عام.",
        "وانتقد سامي النجار هذا القرار أمام أهل القرية كلهم أمس.",
    ],
)
def test_verbs_with_objects_of_their_own_need_more(text: str) -> None:
    """After demanding, writing or condemning, هذا begins an object and no speech."""
    assert [one for one in statements(text) if one.rule == "verb-bare"] == []


def test_in_somebody_s_quotation_nothing_begins_unmarked() -> None:
    """Within marks the words are the quoted one's own, so that no bare speech is read out of them."""
    said = statements("قالت هند الخالدي: «زارنا سامي وأضاف تم إصلاح السد قبل عام من اليوم».")
    assert [one.rule for one in said] == ["verb-quote"]


def test_with_its_mark_the_clause_is_certain_and_not_bare() -> None:
    """The rule steps back where the clause is marked."""
    assert [one.rule for one in statements("وأوضح المدير نادر الصالحي أنه تم فتح السوق أمام الناس.")] == [
        "verb-clause"
    ]


@pytest.mark.xfail(reason="a joined لل after a role is taken for a part of it")
@pytest.mark.parametrize("hearers", ["للصحفيين", "للصحافيين"])
def test_hearers_are_no_part_of_the_speaker(hearers: str) -> None:
    """Between the subject and the speech stand those who heard it, whatever the subject is."""
    (one,) = statements(f"قال رئيس المجلس {hearers} هذا القرار لا يخدم أهل الوادي.")
    assert one.speaker == "رئيس المجلس"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "قال سامي النجار إن العمل جار. وقال النجار سنفتح الجسر قبل نهاية الشهر.",
            "سنفتح الجسر قبل نهاية الشهر",
        ),
        ("وقالت هند الخالدي لقد فتحنا الجسر أمام كل سكان القرية.", "لقد فتحنا الجسر أمام كل سكان القرية"),
        ("وقال الوزير نحن لا نريد إلا السلام في القرية.", "نحن لا نريد إلا السلام في القرية"),
    ],
)
def test_speech_may_start_after_any_subject(text: str, content: str) -> None:
    """A surname met before, a title: whatever stands between قال and لقد or نحن is its subject."""
    assert statements(text)[-1].words == content


def test_quoted_words_are_not_cut_open() -> None:
    """«ربما ليس غدا»: a clause does not begin within marks that begin before it."""
    text = "قال سامي النجار إن العمل جار. وأضاف النجار «ربما ليس غدا» عندما سئل عن الجسر."
    assert all(one.words != "ليس غدا» عندما سئل عن الجسر" for one in statements(text))
