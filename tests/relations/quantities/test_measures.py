"""An area in a unit of length lacks its square."""

from __future__ import annotations

import pytest

from tests.relations.quantities.defined import only


@pytest.mark.parametrize(
    "text",
    [
        "استعادت القوات السيطرة على أكثر من 30 ألف كيلومتر كان يسكن فيها الآلاف.",
        "تسيطر الجبهة على أراض مساحتها 200 كيلومتر.",
    ],
)
def test_a_length_of_land_is_flagged(text: str) -> None:
    """Land that is held, regained or lived on is no length."""
    assert only(text, "كيلومتر").flag == "unit.missing"


@pytest.mark.parametrize(
    "text",
    [
        "تسيطر الجبهة على 200 كيلومتر مربع من الأراضي.",
        "سيطرت الجبهة على الطريق الذي يمتد 30 كيلومترا.",
        "تقع الأراضي على بعد 30 كيلومترا من البلدة.",
        "قطع المتسابق 30 كيلومترا.",
    ],
)
def test_ways_and_areas_are_not_flagged(text: str) -> None:
    """A way, a distance and a measure with its square want nothing."""
    assert only(text, "كيلومتر").flag is None


def test_held_and_regained_ground_are_told_apart() -> None:
    """إعادة السيطرة regains; السيطرة holds."""
    assert only("تسيطر الجبهة على 200 كيلومتر مربع.", "200").deed == "held"
    assert only("تمكنت القوات من إعادة السيطرة على 200 كيلومتر مربع.", "200").deed == "regained"
