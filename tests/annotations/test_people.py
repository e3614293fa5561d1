"""People are found after titles, by their first names, and beside their roles; other words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.annotation import Kind
from rawi.pipeline import extract
from tests.annotations.named import ALPHABET, annotate, assert_ranges, names


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("وقال العقيد نبيل الساحلي إن الدورية عادت", "نبيل الساحلي"),
        ("صرح وزير الخارجية الفلاني سيرغي فولانوف بذلك", "سيرغي فولانوف"),
        ("التقى خالد بن سليم آل منصور وفدا كبيرا", "خالد بن سليم آل منصور"),
        ("أكد عبد الرحمن الدوري أن الجسر جاهز", "عبد الرحمن الدوري"),
        ("وأوضح أبو سليم البحري سبب التأخير", "أبو سليم البحري"),
        ("وقال سيف الدين قطب: غرق المركب", "سيف الدين قطب"),
        ("قال رئيس البلدية، ماركوس فيلاند، إن الطريق مفتوح", "ماركوس فيلاند"),
        ("وأضافت ليلى حداد، مديرة المتحف: انتهى العمل", "ليلى حداد"),
        ("وقال محمد علي الدوري على الهاتف", "محمد علي الدوري"),
        ("قال حمد آل صغير إن الطريق مفتوح", "حمد آل صغير"),
        ("قال الخبير حسن أبو عجيبة إن الطريق مفتوح", "حسن أبو عجيبة"),
        ("عبر نبيل بن خالد السبلان عن أسفه", "نبيل بن خالد السبلان"),
        ("قال نبيل حداد ابن أسرة فقيرة ذلك", "نبيل حداد"),
    ],
)
def test_a_name_is_read_to_its_end(source: str, name: str) -> None:
    """A name is found whole, without its title and without what follows."""
    assert name in names(source, Kind.PERSON)


@pytest.mark.parametrize(
    "source",
    [
        "وصل الرئيس مساء إلى المدينة",
        "نقل إلى مستشفى الأمير سالم",
        "هبطت الطائرة في مطار الملك سالم الدولي",
        "قال الرجل تعبنا كثيرا",
        "كان الأمل كبيرا والوعد صادقا",
        "اعتمد على الدعم",
    ],
)
def test_words_that_are_no_names_are_left_alone(source: str) -> None:
    """Titles without a name, buildings named after people and everyday words give nobody."""
    assert names(source, Kind.PERSON) == []


def test_the_role_beside_a_name_is_kept() -> None:
    """The role stands with the name whether it comes before it or after a comma."""
    for source in ("قال مدير المتحف سليم الدوري ذلك", "قال سليم الدوري، مدير المتحف، ذلك"):
        text, known = annotate(source)
        (person,) = known.of(Kind.PERSON)
        assert text.words_of(*person.value.role) == "مدير المتحف"


def test_a_name_in_a_role_is_not_that_of_its_holder() -> None:
    """In the adviser of president X the name is the president's."""
    text, known = annotate("قال مستشار الرئيس الفلاني سليم الدوري ذلك")
    (person,) = known.of(Kind.PERSON)
    assert text.words_of(*person.value.role).startswith("الرئيس")


@given(st.text(alphabet=st.sampled_from(ALPHABET) | st.characters(), max_size=150))
def test_any_text_gives_ranges_in_order(source: str) -> None:
    """On any string nothing is raised, and ranges are in order and slice the text; twice gives the same."""
    text, known = annotate(source)
    assert_ranges(text, known.of(Kind.PERSON))
    assert known.of(Kind.PERSON) == annotate(source)[1].of(Kind.PERSON)


def test_a_role_goes_on_with_what_it_is_for() -> None:
    """Between a role and its bearer may stand what the role is for, before a comma; another after و is
    not meant."""
    text, known = annotate("قال الباحث في شؤون الجسور، سامر الحلاق، إن الطريق آمن.")
    (person,) = known.of(Kind.PERSON)
    assert person.value.role is not None
    assert text.words_of(*person.value.role).startswith("الباحث")
    text, known = annotate("زار رئيس الحكومة المكلف بإدارة المرافئ، وسامر الحلاق، القرية.")
    (person,) = known.of(Kind.PERSON)
    assert person.value.role is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال مدير الصحة ربيع الخطيب إن الأدوية وصلت.", ["ربيع الخطيب"]),
        ("جاء ذلك في 12 ربيع الأول من العام الحالي.", []),
        ("وعاد الناس إلى القرية في ربيع العام الماضي.", []),
    ],
)
def test_spring_is_a_name_and_a_month(text: str, names: list[str]) -> None:
    """ربيع with an adjective is a month or a season, with a name of a family somebody."""
    assert [one.name for one in extract(text).entities if one.type == "person"] == names
