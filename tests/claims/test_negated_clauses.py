"""ألا is أن لا: what it opens keeps its negation, for without it the speaker would say the contrary."""

from __future__ import annotations

import pytest

from rawi.pipeline import extract


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أكد الوزير نادر الصالحي ألا تراجع عن القرار.", "ألا تراجع عن القرار"),
        ("تعهد القائد سليم الدوري بألا تتوقف قواته عند السد.", "بألا تتوقف قواته عند السد"),
        ("وعد المدير نادر الصالحي ألّا يغلق المصنع.", "ألّا يغلق المصنع"),
        ("وشدد نادر الصالحي على ألا تفتح المدرسة قبل الصيانة.", "ألا تفتح المدرسة قبل الصيانة"),
    ],
)
def test_the_negation_stays_in_the_content(text: str, content: str) -> None:
    """The content begins with the word that negates it."""
    record = extract(text)
    assert [record.words(span) for one in record.statements for span in one.content] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قال نادر الصالحي إن الجسر لن يفتح إلا غدا.", "الجسر لن يفتح إلا غدا"),
        ("لم يصب أحد، إلا أن الوزير نادر الصالحي أكد أن الجسر مغلق.", "الجسر مغلق"),
    ],
)
def test_an_exception_is_no_negated_clause(text: str, content: str) -> None:
    """إلا has the letters of ألا once hamza is folded, and opens nothing."""
    record = extract(text)
    assert [record.words(span) for one in record.statements for span in one.content] == [content]


def test_a_name_that_follows_namely_is_no_speech() -> None:
    """ألا وهو names what was spoken of."""
    record = extract("يجد سليم الدوري في القرية ما يبحث عنه، ألا وهو الهدوء.")
    assert record.statements == ()
