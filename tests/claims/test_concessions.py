"""A report in a clause that hangs on another ends where the other begins."""

import pytest

from tests.claims.said import statements, told


@pytest.mark.parametrize("though", ["رغم أن", "وبالرغم من أن", "على الرغم من أن", "ومع أن"])
@pytest.mark.parametrize("answer", [" إلا أنه أغلق الطريق", "، لكنه أغلق الطريق", "، فإن الطريق مغلق"])
def test_though_somebody_says_ends_at_what_answers_it(though: str, answer: str) -> None:
    """رغم أن المدير أكد أن … إلا أنه: the second half is not the speaker's."""
    assert told(f"{though} سامي النجار أكد أن الجسر آمن{answer}.") == [("سامي النجار", "الجسر آمن")]


@pytest.mark.parametrize("opening", ["وبينما", "وفيما", "وفي حين"])
def test_while_somebody_says_ends_at_the_main_verb(opening: str) -> None:
    """بينما يقول سامي إن …، ترى هند أن: a comma and a verb without a conjunction begin the main clause."""
    text = f"{opening} يقول سامي النجار إن الجسر، وهو قديم، آمن، ترى هند الخالدي أن الطريق خطر."
    assert told(text) == [("سامي النجار", "الجسر، وهو قديم، آمن"), ("هند الخالدي", "الطريق خطر")]
    assert [one.within for one in statements(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال سامي النجار إن الجسر قديم، لكنه آمن.", "الجسر قديم، لكنه آمن"),
        (
            "أعلن سامي النجار أن الجسر آمن رغم أنه قديم، لكن الطريق مغلق.",
            "الجسر آمن رغم أنه قديم، لكن الطريق مغلق",
        ),
        ("زار القرية رغم المطر، وقال سامي النجار إن الجسر قديم لكنه آمن.", "الجسر قديم لكنه آمن"),
        ("بينما قال سامي النجار إن الجسر آمن، ويرى الطريق سالكا.", "الجسر آمن، ويرى الطريق سالكا"),
    ],
)
def test_a_main_clause_keeps_its_contrast(text: str, words: str) -> None:
    """لكنه in a report that hangs on nothing, and a verb with و, belong to what was said."""
    assert words in [content for _, content in told(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("الطبيب الذي أعلن رحيله سيعود إلى القرية غدا.", "رحيله"),
        ("زار هند الخالدي المدير، الذي دعا إلى الصبر، يشكو التعب.", "الصبر"),
        ("وفي ضوء الدراسة التي أشارت إلى جفاف النهر، أكد الناس خوفهم.", "جفاف النهر"),
    ],
)
def test_the_clause_around_a_relative_one_goes_on(text: str, words: str) -> None:
    """الطبيب الذي أعلن رحيله سيعود: the verb that goes back to the doctor is not what he announced."""
    assert told(text)[0][1] == words


def test_that_after_a_relative_clause_is_the_main_verb_s() -> None:
    """وتتوقع البلدية، التي طالبت …، أن: what stands between two commas ends at the second."""
    text = "وأكدت البلدية، التي طالبت بإصلاح الجسر، أن الطريق سالك."
    assert ("البلدية", "بإصلاح الجسر") in told(text)


@pytest.mark.parametrize(
    "words",
    [
        "إصلاح الجسر، وزيارة القرية، وفتح السوق",
        "حماية بيئة سياسية سليمة في القرية",
        "الصبر، لا سيما في الشتاء",
    ],
)
def test_what_a_relative_clause_reports_may_be_long(words: str) -> None:
    """Joined nouns, adjectives of the shape of a future and exceptions stay in."""
    assert told(f"وصل سامي النجار، الذي دعا إلى {words}.")[0][1] == words


@pytest.mark.parametrize("formula", ["حسب تعبيره", "على حد قوله", "وفق قوله", "وفقا لقوله"])
def test_a_formula_ends_what_follows_a_colon_too(formula: str) -> None:
    """حسب تعبيره at the end belongs to the author, whatever opened the report."""
    assert told(f"وتابع سامي النجار قائلا: السد آمن. ضميرنا مرتاح {formula}.") == [
        ("سامي النجار", "السد آمن. ضميرنا مرتاح")
    ]
