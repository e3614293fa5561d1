"""Sentences end where a reader ends them."""

import pytest

from rawi.text.text import Text


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("وصل القطار. نزل الركاب.", 2),
        ("قال د. سامي إنه بخير.", 1),
        ("بني الجسر عام 2014م. وزاره الوزير.", 2),
        ("نشرت النهر.نت الخبر.", 1),
        ("انتهى الاجتماع.وأضاف الوزير كلمة.", 2),
        ("انتهى الاجتماع.من جهة أخرى وصل الوزير.", 2),
        ("بدأ العمل أمس.وأضاف الوزير كلمة.", 2),
        ("انتهت أعمال القرية.كما وصل الوزير.", 2),
        ("زار موقع السوق.كوم أمس.", 1),
        ("عرضت قناة إس.بي.واي فيلما.", 1),
        ("صمت... ثم تكلم.", 1),
        ("متى وصل؟ لا أحد يعلم!", 2),
        ("سطر بلا نقطة\nوسطر آخر", 2),
        ("قال «انتهى العمل.» ثم مضى.", 2),
    ],
)
def test_dots_inside_names_and_pauses_do_not_end_a_sentence(source: str, count: int) -> None:
    """Stops, question marks and lines end sentences; initials, sites and dots of hesitation do not."""
    assert len(Text(source).sentences) == count
