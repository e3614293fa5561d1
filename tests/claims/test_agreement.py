"""Gender and number: which later verb a speaker can have."""

import pytest

from tests.claims.said import told


@pytest.mark.parametrize(
    ("first", "speaker"),
    [
        ("قال سكان الوادي", "سكان الوادي"),
        ("قال المحتجون", "المحتجون"),
        ("قال عدد من السكان", "عدد من السكان"),
        ("قال منسوبو المصنع", "منسوبو المصنع"),
        ("قال مسؤولون في الميناء", "مسؤولون في الميناء"),
        ("قال خبراء المياه", "خبراء المياه"),
    ],
)
def test_several_people_have_plural_verbs_after_them(first: str, speaker: str) -> None:
    """قال السكان … وأضافوا: the verb before is singular, those after are not."""
    text = f"{first} إن الأجور قليلة. وقال المدير نادر الصالحي إن السوق خال. وأضافوا أن العمل كثير."
    assert told(text)[-1] == (speaker, "العمل كثير")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "قالت هند الخالدي إن الأجور قليلة. وقال سامي النجار إن العمل كثير. وأضافت أن السوق خال.",
            "هند الخالدي",
        ),
        (
            "قال سامي النجار إن الأجور قليلة. وقالت هند الخالدي إن العمل كثير. وأضاف أن السوق خال.",
            "سامي النجار",
        ),
        (
            "قال المدير نادر الصالحي إن الأجور قليلة. وقال المحتجون إن العمل كثير. وأضاف أن السوق خال.",
            "نادر الصالحي",
        ),
        (
            "قالت وزارة النقل إن الأجور قليلة. وقال سامي النجار إن العمل كثير. وأضافت أن السوق خال.",
            "وزارة النقل",
        ),
        ("قالت تركيا إن الأجور قليلة. وقال سامي النجار إن العمل كثير. وأضافت أن السوق خال.", "تركيا"),
    ],
)
def test_the_last_one_who_agrees_goes_on(text: str, speaker: str) -> None:
    """A verb without a subject passes over whoever it cannot mean."""
    assert told(text)[-1] == (speaker, "السوق خال")


@pytest.mark.parametrize(
    "text",
    [
        "قال المدير نادر الصالحي إن الأجور قليلة. وأضافت أن السوق خال.",
        "قال المحتجون إن الأجور قليلة. وأضافت أن السوق خال.",
        "قال ماكرون إن الأجور قليلة. وأضافوا أن السوق خال.",
    ],
)
def test_nobody_goes_on_where_nobody_agrees(text: str) -> None:
    """A feminine verb after one man or several, a plural one after one man, has no speaker to settle on."""
    assert told(text)[-1] == (None, "السوق خال")


@pytest.mark.xfail(reason="who spoke is named again as a person of the text, though the verb does not agree")
@pytest.mark.parametrize(
    "text",
    [
        "قالت لينا حداد إن الطريق طويل. وأضاف أن السوق خال.",
        "قالت المديرة هند الخالدي إن الطريق طويل. وأوضح أن السوق خال.",
    ],
)
def test_nobody_goes_on_where_the_only_one_does_not_agree(text: str) -> None:
    """A masculine verb cannot be hers, nor a plural one his."""
    assert told(text)[-1] == (None, "السوق خال")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أكد المدير نادر الصالحي أن الماء عاد. ودعا السكان إلى الصبر.", "نادر الصالحي"),
        ("أكدت هند الخالدي أن الماء عاد. وطالبت المجتمع الدولي بمساعدة القرية.", "هند الخالدي"),
        ("أكدت هند الخالدي أن الماء عاد. ودعت السائقين إلى الصبر.", "هند الخالدي"),
        ("أكد المدير نادر الصالحي أن الماء عاد. ودعا البلدية إلى الصبر.", "نادر الصالحي"),
        ("أكدت هند الخالدي أن الماء عاد. ودعت مدير السوق إلى الصبر.", "هند الخالدي"),
        ("دعت البلدية إلى الصبر، وطالبت القادة السياسيين بالعودة.", "البلدية"),
        ("رفضت الحكومة القرار، وحثت شركاتها، أمس، على الصبر.", "الحكومة"),
    ],
)
def test_whom_a_call_goes_to_is_told_by_number_and_gender(text: str, speaker: str) -> None:
    """People at large, a ـين and a noun of the other gender after such a verb are called upon."""
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أكد المدير نادر الصالحي أن الماء عاد. ودعت البلدية إلى الصبر.", "البلدية"),
        ("أكدت هند الخالدي أن الماء عاد. ودعا مدير السوق إلى الصبر.", "مدير السوق"),
        ("أكدت البلدية أن الماء عاد. ودعا رئيسها إلى الصبر.", "رئيسها"),
        ("أكدت البلدية أن الماء عاد. وطالب سكانها بالرحيل.", "سكانها"),
        ("أكدت البلدية أن الماء عاد. ودعت إحداها إلى الصبر.", "إحداها"),
        ("أكدت البلدية أن الماء عاد. ودعا الأمين العام إلى الصبر.", "الأمين العام"),
        ("أكدت البلدية أن الماء عاد. ودعا الداعية نادر الصالحي إلى الصبر.", "نادر الصالحي"),
        ("أكدت البلدية أن الماء عاد. وحث الأمين العام كلا الجانبين على الصبر.", "الأمين العام"),
    ],
)
def test_a_noun_that_agrees_calls_itself(text: str, speaker: str) -> None:
    """Of the verb's own gender the noun is its subject."""
    assert told(text)[-1][0] == speaker
