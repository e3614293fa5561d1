"""Subjects that stand before their verb after أن, لكن and كان, and before a relative pronoun."""

import pytest

from tests.claims.said import told

CALLED = "قال سكان الوادي إن الأجور قليلة. "


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("ومع أن النجار حذر من إغلاق السوق.", "النجار"),
        ("غير أن التحقيقات خلصت إلى أن الماء قليل.", "التحقيقات"),
        ("لكن التجار أكدوا أن الماء قليل.", "التجار"),
        ("إلا أن جمعيات أهلية أوضحت أن الماء قليل.", "جمعيات أهلية"),
        ("لأن عائلة الخزاف قالت إن الماء قليل.", "عائلة الخزاف"),
        ("لكن الجانب الشرقي أكد أن الماء قليل.", "الجانب الشرقي"),
        ("وكانت جيلان أكدت أن الماء قليل.", "جيلان"),
    ],
)
def test_a_noun_between_such_a_word_and_its_verb_is_the_subject(sentence: str, speaker: str) -> None:
    """لكن التجار أكدوا: not whoever spoke before."""
    assert told(CALLED + sentence)[-1][0] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وقالت الصحيفة إن الدراسة أوضحت أن الماء قليل.", "الدراسة"),
        ("قالت مصادر ملاحية إن التقديرات تشير إلى أن الماء قليل.", "التقديرات"),
        ("وأضاف البيان أن الخبيرة الجديدة شددت على أن الماء قليل.", "الخبيرة الجديدة"),
        ("قالت هند الخالدي إن 50 شركة أعلنت أن الماء قليل.", "50 شركة"),
    ],
)
def test_it_is_so_within_another_s_words(sentence: str, speaker: str) -> None:
    """قالت الصحيفة إن الدراسة أوضحت: the study, not the paper."""
    assert told(sentence)[-1] == (speaker, "الماء قليل")


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("بعد أن غادر الحارس أكدوا أن الماء قليل.", "غادر الحارس"),
        ("لكن الجمعية أكدوا أن الماء قليل.", "الجمعية"),
        ("لكن البستاني رفض أكدوا أن الماء قليل.", "البستاني رفض"),
        ("إن خيبت أملكم أكدت أن الماء قليل.", "خيبت أملكم"),
        ("لكن حارس البيت يحمل رسالة تؤكد أن الماء قليل.", "حارس البيت يحمل رسالة"),
        ("وقد أمكن جمع رجال أكدوا أن الماء قليل.", "أمكن جمع رجال"),
        ("قالت هند الخالدي إن رجلا اتهم بالسرقة.", "رجلا"),
    ],
)
def test_what_is_no_noun_or_does_not_agree_is_none(sentence: str, wrong: str) -> None:
    """A verb after أن, a body before a plural verb, and who is accused do not speak."""
    assert wrong not in [name for name, _ in told(CALLED + sentence)]


def test_a_verb_that_need_not_report_needs_somebody_who_does() -> None:
    """لأن السماء أظهرت: nobody says so; لكن البيان ذكر: the paper does."""
    assert told("عاد الجميع لأن السماء أظهرت أن السوق بعيدة.") == []
    assert told("عاد الجميع لكن البيان ذكر أن السوق بعيدة.") == [("البيان", "السوق بعيدة")]


def test_a_body_by_its_first_word_is_the_one_met_before() -> None:
    """شرطة الوادي, that no lexicon knows by name, is الشرطة later."""
    text = "قال متحدث إن الطريق مغلق، بحسب مفوضية بيانات الوادي. وأضافت المفوضية أن السوق بعيدة."
    assert told(text)[-1] == ("مفوضية بيانات الوادي", "السوق بعيدة")


def test_a_subject_with_its_place_before_the_particle() -> None:
    """كانت وحدة … في … قد: what stands between is hers; after a comma somebody else does something."""
    said = told("وكانت وحدة الإسعاف في الوادي قد اتهمت الميليشيات بزرع كميات كبيرة من الألغام.")
    assert [name for name, _ in said] == ["وحدة الإسعاف"]
    assert all(
        name != "وحيدة" for name, _ in told("قالت هند الخالدي إن سلمى كانت وحيدة، وقد قالت إنها بخير.")
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("الشرطة قالت إن الطريق مغلق.", "الشرطة"),
        ("السلطات أعلنت أن الطريق مغلق.", "السلطات"),
        ("مساعدة القرى قالت هند الخالدي، رئيسة اللجنة، إن الطريق مغلق.", "هند الخالدي"),
        ("العواقب البعيدة قال رئيس البلدية سامي النجار في بيان إن الطريق مغلق.", "سامي النجار"),
        ("المدير أبلغ الوزير سامي النجار أن الطريق مغلق.", "المدير"),
    ],
)
def test_what_heads_a_sentence(text: str, speaker: str) -> None:
    """A body with the article speaks before its verb; a heading without a full stop does not."""
    assert [name for name, _ in told(text)] == [speaker]
