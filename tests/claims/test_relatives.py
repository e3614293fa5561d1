"""Who speaks in a relative clause, and what only seems to."""

import pytest

from tests.claims.said import told


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [
        ("نقل الخبر عن وكالة الأنباء الشرقية الرسمية التي قالت", "وكالة الأنباء الشرقية الرسمية"),
        ("عدل المجلس مشروع القانون الجديد الذي ينص على", "مشروع القانون الجديد"),
        ("رحب الناس بالدعاية الجديدة التي تقول", "الدعاية الجديدة"),
        ("ذكر الناس الأنباء التي تشير إلى", "الأنباء"),
        ("جاء في أسواق الوادي الذي قال", "أسواق الوادي"),
    ],
)
def test_the_noun_before_the_pronoun_speaks_with_its_adjectives(phrase: str, speaker: str) -> None:
    """الدعاية الجديدة التي تقول: the whole phrase, without the preposition joined to it."""
    complement = "أن" if phrase.endswith(("على", "إلى")) else "إن"
    assert told(f"{phrase} {complement} السوق بعيدة.") == [(speaker, "السوق بعيدة")]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("امتنع التجار عن شراء الأسهم التي يرون أنها غالية.", "الأسهم"),
        ("قال سامي النجار إن الأجور قليلة. وندد بالجمعية الخيرية التي أكد أنها غائبة.", "الجمعية الخيرية"),
        ("تحدث الناس عن المدارس التي يعتقد أنها قديمة.", "المدارس"),
    ],
)
def test_a_verb_that_does_not_agree_with_the_pronoun_has_another_subject(text: str, wrong: str) -> None:
    """الأسهم التي يرون: somebody sees the shares; they see nothing."""
    assert wrong not in [name for name, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قال سامي النجار إن الأجور قليلة. وعاد السكان مما يؤكد أن السوق بعيدة.",
        "قال سامي النجار إن الأجور قليلة. وعاد السكان، الأمر الذي يشير إلى أن السوق بعيدة.",
    ],
)
def test_what_the_author_concludes_nobody_says(text: str) -> None:
    """مما يؤكد: a conclusion."""
    assert told(text) == [("سامي النجار", "الأجور قليلة")]


def test_what_somebody_denies_somebody_says() -> None:
    """الأمر الذي تراه البلدية: she has a subject of its own."""
    text = "عاد السكان، الأمر الذي قالت البلدية إنه خطأ."
    assert told(text) == [("البلدية", "خطأ")]
