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
