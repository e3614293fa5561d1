"""Reports in a verbal noun with a clause: إعلان الوزارة أن."""

import pytest

from tests.claims.said import statements, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("جاء إعلان الشركة أن المصنع سيغلق.", ("الشركة", "المصنع سيغلق")),
        ("وغضب السكان بعد إعلان وزارة النقل بأن الجسر مغلق.", ("وزارة النقل", "الجسر مغلق")),
        ("بعد إعلان الوزارة أن الجسر مغلق، غادر السكان.", ("الوزارة", "الجسر مغلق")),
        ("نقلت الإذاعة عن سامي النجار تأكيده أن الجسر مغلق.", ("سامي النجار", "الجسر مغلق")),
        ("وهدأ السوق رغم تأكيد سامي النجار على أن الجسر مغلق.", ("سامي النجار", "الجسر مغلق")),
    ],
)
def test_a_verbal_noun_reports_for_its_owner(text: str, said: tuple[str, str]) -> None:
    """The owner of إعلان or تأكيد speaks; a main clause after the comma is the author's."""
    assert told(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "ينتظر السكان تأكيد الوزارة أن الجسر آمن.",
        "من شأن إعلان الوزارة أن يهدئ السوق.",
        "غادر السكان دون إعلان الوزارة أن الجسر مغلق.",
        "علقت لوحة لتحذير السكان من أن الجسر مغلق.",
        "ناقش المجلس إقرار قوانين تقول إن الجسر للجميع.",
    ],
)
def test_what_is_awaited_or_never_said_is_no_report(text: str) -> None:
    """ينتظر, من شأن, دون and ل of purpose: nobody has said it."""
    assert [one for one in statements(text) if one.rule == "noun-clause"] == []
