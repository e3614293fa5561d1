"""Whose claim a figure is, for whom they speak, and who passed it on."""

from __future__ import annotations

from tests.relations.quantities.defined import only


def test_a_spokesman_speaks_for_his_body() -> None:
    """By the role that any sentence of the article gives him."""
    text = "قال المتحدث باسم هيئة الموانئ سليم الدوري إن العمل مستمر.\nوأضاف الدوري أن 30 سفينة دخلت الميناء."
    one = only(text, "30")
    assert one.holder == "سليم الدوري"
    assert one.body is not None
    assert "موانء" in one.body.key


def test_a_relayed_claim_is_its_own_holder_s() -> None:
    """What the spokesman passes on of the United Nations is theirs, through him."""
    text = "قال المتحدث سليم الدوري إن الأمم المتحدة قالت إن لدى جبهة الشفق 10 آلاف مقاتل."
    one = only(text, "10")
    assert one.body is not None
    assert one.body.key == "un"
    assert one.relayed_by == ("سليم الدوري",)


def test_the_owner_of_a_count_holds_it() -> None:
    """حصيلة وزارة الداخلية is the ministry's, whoever tells it."""
    one = only("لا تزال حصيلة وزارة الداخلية متوقفة عند 19 قتيلا.", "19")
    assert one.holder == "وزارة الداخلية"


def test_a_denier_s_figure_is_denied() -> None:
    """نفى مقتل 10: told, and denied."""
    assert only("نفى المتحدث سليم الدوري مقتل 10 أشخاص.", "10").denied


def test_the_author_holds_what_nobody_said() -> None:
    """Without a statement a figure is the article's own."""
    one = only("دخلت 30 سفينة الميناء.", "30")
    assert one.holder is None
    assert one.directness == "narrator"
