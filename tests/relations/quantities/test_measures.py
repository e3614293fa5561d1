"""An area in a unit of length lacks its square."""

from __future__ import annotations

import pytest

from tests.relations.quantities.defined import defined, only


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


@pytest.mark.parametrize(
    ("text", "number", "what"),
    [
        ("حكمت المحكمة بسجن التاجر 15 عاما.", "15", "a:sentence"),
        ("قررت المحكمة حبس التاجر لمدة 15 يوما.", "15", "d:sentence"),
        ("فرضت الهيئة غرامة قدرها 3 ملايين دولار.", "3", "USD:fine"),
        ("فرضت الهيئة غرامة قيمتها 3 ملايين دولار.", "3", "USD:fine"),
        ("طالب الخاطفون بفدية قدرها مليون دولار.", "مليون", "USD:ransom"),
        ("اتفق الطرفان على هدنة لمدة ثلاثة أيام.", "ثلاثة", "d:truce"),
        ("اتفق الطرفان على هدنة ثلاثة أيام.", "ثلاثة", "d:truce"),
        ("توقفت الحركة في المطار ست ساعات.", "ست", "h:stopped"),
        ("بلغت درجات الحرارة 40 درجة مئوية.", "40", "Cel:heat"),
        ("حقق الاقتصاد نموا نسبته 5 بالمئة.", "5", "%:growth"),
    ],
)
def test_measures_have_one_class_whatever_the_words(text: str, number: str, what: str) -> None:
    """A noun of measuring and its kin are one; a word that only leads to the number tells nothing."""
    assert only(text, number).what == what


@pytest.mark.parametrize(
    "text", ["ضرب زلزال بقوة 5.3 درجات البلدة.", "ضرب زلزال بقوة 5.3 على مقياس ريختر البلدة."]
)
def test_the_strength_of_an_earthquake_is_told_once_for_it(text: str) -> None:
    """With the unit and without it is one magnitude, of one happening."""
    one = only(text, "5.3")
    assert (one.what, one.unit, one.scope) == ("magnitude", "deg", "toll")


def test_no_other_number_about_an_earthquake_is_its_strength() -> None:
    """Those killed and the depth are counted as ever."""
    text = "ضرب زلزال بقوة 5.3 درجات البلدة على عمق 10 كيلومترات وقتل 7 أشخاص."
    assert only(text, "10").what != "magnitude"
    assert only(text, "7").what == "killed"


@pytest.mark.parametrize("text", ["توقفت الحركة منذ ست ساعات.", "استمر العمل بعد ست ساعات."])
def test_a_time_since_which_is_no_duration(text: str) -> None:
    """How long ago something began is not how long it lasted."""
    assert defined(text) == []
