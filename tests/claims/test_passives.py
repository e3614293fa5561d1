"""Verbs in the passive, of which nobody is the speaker, and what a main verb's subject calls its object."""

import pytest

from tests.claims.said import told

CALLED = "قالت وزارة النقل إن الطريق مغلق. "


@pytest.mark.parametrize(
    "sentence",
    [
        "ورفضت المديرة معاملات وصفت بالخطيرة جدا.",
        "ورفضت المديرة القرار الذي وصف بالخطير جدا.",
        "وحضر اللقاء رجال اتهموا بإغلاق السوق القديمة.",
        "وبقيت في البيت إلى أن أُعلن عن فتح الطريق.",
        "وقبل ذلك كُشف عن إغلاق السوق القديمة.",
    ],
)
def test_of_a_passive_nobody_is_the_speaker(sentence: str) -> None:
    """أُعلن عن فتح الطريق: by its vowel; وصفت بالخطيرة: nobody stands there who is spoken of."""
    assert told(CALLED + sentence)[-1][0] is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("ووصفت هند الخالدي القرار بأنه خطير.", "هند الخالدي"),
        ("ووصفته بالخطير جدا.", "وزارة النقل"),
        ("وأكدت أن الماء قليل.", "وزارة النقل"),
    ],
)
def test_a_verb_that_has_whom_it_speaks_of_is_none(sentence: str, speaker: str) -> None:
    """وصفته بالخطير: the pronoun is the one spoken of."""
    assert told(CALLED + sentence)[-1][0] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("نشرت القناة الشرقية صورا قالت إنها للسوق القديمة.", "القناة الشرقية"),
        ("رفضت المديرة ما قالت إنه خطأ كبير.", "المديرة"),
        ("رفضت المديرة ما قالت إنه خطأ كبير لمدير الميناء.", "المديرة"),
    ],
)
def test_what_the_main_verb_s_subject_calls_it(sentence: str, speaker: str) -> None:
    """ما قالت إنه: whoever rejects it says so."""
    assert told(sentence)[-1][0] == speaker


def test_what_somebody_calls_it_is_no_attribution() -> None:
    """على ما قالت إنه: the sentence before is not what they said."""
    text = "اعترضت المديرة على ما قالت إنه خطأ كبير."
    assert told(text) == [("المديرة", "خطأ كبير")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وقد اتهمت الشركة بالتقصير في العمل.", None),
        ("وكانت نقابة الصيادين قد اتهمت الشركة بالتقصير في العمل.", "نقابة الصيادين"),
        ("واتهم سامي النجار الشركة بالتقصير في العمل.", "سامي النجار"),
    ],
)
def test_whom_somebody_accuses_is_no_accuser(sentence: str, speaker: str | None) -> None:
    """اتهمت الشركة بـ: with a single noun the verb tells who is accused, not by whom."""
    assert told(CALLED + sentence)[-1] == (speaker, "بالتقصير في العمل")
