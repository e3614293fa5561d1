"""A word of a happening counts where the text tells of one, and with the type that its context gives it."""

import pytest

from rawi.pipeline import extract

CLASH = "Battles/Armed clash"
REGAINED = "Battles/Government regains territory"
ACCIDENT = "Other/Accident"
DISASTER = "Other/Disaster"
DISRUPTED = "Strategic developments/Disrupted weapons use"
RIOT = "Riots/Violent demonstration"
PEACEFUL = "Protests/Peaceful protest"

NO_HAPPENING = [
    "حذر الوزير من أن بلاده سترد على أي هجوم على مدينة كركوك.",
    "قال سامي الحلبي إن الحرب تبدأ إذا هاجم الجيش مدينة كركوك.",
    "سيطرت فرق الدفاع المدني في مدينة كركوك على حريق شب في مستودع.",
    "قصف الجيش مواقع سيطرة الفصائل في ريف كركوك.",
    "شن الوزير سامي الحلبي هجوما على خصومه في كركوك قائلا إنهم كاذبون.",
    "تسعى الحكومة إلى ضبط الأمن في مدينة كركوك.",
    "قدم الوزير سامي الحلبي استقالته احتجاجا على قرار الحكومة في كركوك.",
]
NOTHING = [
    "سجلت الوزارة إصابة 25 طفلا بالحصبة في مدينة كركوك.",
    "سجلت الوزارة وفاة وإصابة 12 شخصا بحمى الضنك في مدينة كركوك.",
    "جرت 300 محاولة تسلل إلى مدينة كركوك قام بها مهاجرون ليل الأحد.",
    "أطلق الحارس الرصاص في الهواء لتحذير سامي الحلبي في مدينة كركوك.",
    "سيطرت فرق الدفاع المدني في كركوك اليوم على حريق مبنى المحافظة.",
    "جاءت السيطرة النارية على المطار في مدينة كركوك مساء الجمعة.",
    "قال الوزير إن ألفي شخص عانوا من أعمال العنف في كركوك خلال عام.",
]
TYPES = [
    ("استولت القوات على صواريخ في مدينة كركوك.", DISRUPTED),
    ("استولت القوات على مدينة كركوك.", REGAINED),
    ("اندلعت أعمال عنف في مدينة كركوك.", RIOT),
    ("قتل خمسة أشخاص في حادث حافلة قرب مدينة كركوك.", ACCIDENT),
    ("قتل ثلاثة أشخاص جراء الأمطار في مدينة كركوك.", DISASTER),
    ("تمكن الجيش من تحرير مدينة كركوك من سطوة تنظيم داعش.", REGAINED),
    ("تمكنت المقاومة والجيش من السيطرة على مدينة كركوك.", REGAINED),
    ("قطع محتجون الطريق العام في مدينة كركوك.", PEACEFUL),
    ("أحرق محتجون غاضبون مبنى المحافظة في مدينة كركوك.", RIOT),
    ("اندلعت مواجهات بين شبان وقوات الأمن في مدينة كركوك.", RIOT),
    ("عثرت الشرطة على ثلاث قنابل في مدينة كركوك.", DISRUPTED),
]
CERTAINTY = [
    ("قتل ثلاثة جنود في تبادل لإطلاق النار في مدينة كركوك.", "reported"),
    ("قال مصدر إن تنظيم داعش سيطر على مدينة كركوك.", "reported"),
    ("تعرضت دورية للجيش كانت تسير قرب بلدة الوادي في كركوك لهجوم.", "reported"),
    ("قال الوزير إن الادعاءات بأن الجيش قصف مدينة كركوك زائفة.", "denied"),
]


@pytest.mark.parametrize("text", NO_HAPPENING)
def test_what_is_supposed_or_of_another_kind_is_no_happening(text: str) -> None:
    """No attack, capture or the like may be read from it."""
    told = {one.rule.split("/")[1] for one in extract(text).events}
    assert not told & {"attack", "takeover", "arrest", "abduction", "protest"}


@pytest.mark.parametrize("text", NOTHING)
def test_illness_fire_and_warning_are_no_violence(text: str) -> None:
    """Nothing is read from it."""
    assert not extract(text).events


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_a_happening_has_the_type_of_its_context(text: str, kind: str) -> None:
    """Accidents, weather, crowds and who took a place decide the type."""
    assert kind in {one.type for one in extract(text).events}


@pytest.mark.parametrize(("text", "certainty"), CERTAINTY)
def test_what_was_done_is_not_planned_and_what_is_called_false_is_denied(text: str, certainty: str) -> None:
    """ل before a deed that was suffered and the word تنظيم make no plan; a false charge is a denial."""
    assert {one.certainty for one in extract(text).events} == {certainty}
