"""Subjects that stand before their verb and that nothing knows by name."""

import pytest

from tests.claims.said import statements, told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("دراسة صغيرة أكدت أن الماء قليل.", "دراسة صغيرة"),
        ("تقرير جديد كشف أن الماء قليل.", "تقرير جديد"),
        ("وثيقة سرية كشفت أن الماء قليل.", "وثيقة سرية"),
        ("مارتن كيلواي قال إن الماء قليل.", "مارتن كيلواي"),
        ("جون هاربر أكد أن الماء قليل.", "جون هاربر"),
        ("نادية كيلواي أكدت أن الماء قليل.", "نادية كيلواي"),
        ("سامي النجار أكد أن الماء قليل.", "سامي النجار"),
        ("وزارة النقل أكدت أن الماء قليل.", "وزارة النقل"),
    ],
)
def test_a_name_or_a_document_heads_its_sentence(text: str, speaker: str) -> None:
    """Unknown words after a given name, and a document with its adjective, speak up to the verb."""
    assert told(text) == [(speaker, "الماء قليل")]


@pytest.mark.parametrize(
    "text",
    [
        "حجر كبير أكد أن الماء قليل.",
        "بيت كبير قال إن الماء قليل.",
        "سيدة صغيرة أكد أن الماء قليل.",
        "نادية كيلواي أكد أن الماء قليل.",
        "دراسة قديمة عن الماء والهواء والأرض أكدت أن الماء قليل.",
    ],
)
def test_other_words_before_a_verb_are_no_subject(text: str) -> None:
    """A thing that cannot speak, a noun that does not agree and a long phrase are left out."""
    assert [name for name, _ in told(text)] == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("يؤكد الوزير العودة والبلدية: لن نفتح السوق هذا العام", "البلدية"),
        ("يستبعد المدير العودة والنقابة: لن نفتح السوق هذا العام", "النقابة"),
    ],
)
def test_the_second_report_of_a_headline_speaks(text: str, speaker: str) -> None:
    """Where a headline joins two reports, the one right before the colon says what stands after it."""
    assert told(text)[-1][0] == speaker


def test_below_the_headline_the_first_subject_speaks() -> None:
    """In the text a joined noun before a colon is one more of those who speak."""
    text = "السوق مغلق\n\nتجمع الناس عند الباب.\n\nوأكد الوزير العودة والبلدية: لن نفتح السوق هذا العام"
    assert told(text)[-1][0] != "البلدية"


@pytest.mark.xfail(
    reason="a subject before its verb is taken for the speaker of what another says after a colon"
)
@pytest.mark.parametrize(
    "first", ["جون هاربر يستبعد", "الوزير يستبعد", "سامي النجار يستبعد", "السكان يستبعدون"]
)
def test_the_second_report_is_not_the_first_one_s(first: str) -> None:
    """سالم يستبعد العودة والبلدية: … — the town speaks, and asserts what it says."""
    one = statements(f"{first} العودة والبلدية: لن نفتح السوق هذا العام")[-1]
    assert (one.speaker, one.polarity) == ("البلدية", "asserted")


@pytest.mark.xfail(reason="two roles that و joins are named together, as one phrase")
def test_two_who_speak_together_both_speak() -> None:
    """قال الوزير والمدير: both say it; the first is named."""
    assert told("قال الوزير والمدير: لن نفتح السوق هذا العام")[0][0] == "الوزير"


@pytest.mark.xfail(reason="a document that does not agree with its verb is taken all the same")
def test_a_document_must_agree_with_its_verb() -> None:
    """دراسة أكد: a masculine verb has another subject."""
    assert [name for name, _ in told("دراسة صغيرة أكد أن الماء قليل.")] == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ودراسة صغيرة أكدت أن الماء قليل.", "دراسة صغيرة"),
        ("وتقرير جديد كشف أن الماء قليل.", "تقرير جديد"),
    ],
)
def test_a_conjunction_is_no_part_of_a_name(text: str, name: str) -> None:
    """Whether or not a phrase with و is read as the subject, و is not in its name."""
    assert told(text)[0][0] in {name, None}
