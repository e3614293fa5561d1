"""Everyday phrases, descriptions and verses are no people; names that look like them stay."""

from __future__ import annotations

import pytest

from rawi.annotations.plausibility import is_vocalised
from rawi.model.annotation import Kind
from rawi.pipeline import annotate
from rawi.text.text import Text


def people(source: str) -> list[str]:
    """Return the names of the people that the default stages find."""
    return [one.value.name for one in annotate(Text(source)).of(Kind.PERSON)]


@pytest.mark.parametrize(
    "source",
    [
        "ولحسن الحظ لم يصب أحد في الحريق.",
        "وصب القرار في صالح المستهلك هذا العام.",
        "انطلقت المباراة في تمام الساعة الثامنة.",
        "وزعت الجمعية التمور في شهر رمضان المبارك.",
        "وطلبت الشركة تحسين رضا المستفيدين من الخدمة.",
    ],
)
def test_a_first_name_that_heads_a_phrase_is_nobody(source: str) -> None:
    """A first name that is an everyday word leads to no person if the word after it looks like no name."""
    assert people(source) == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("وقال حسن الدروبي إن الجسر آمن.", "حسن الدروبي"),
        ("وقال وليد النجار إن الجسر آمن.", "وليد النجار"),
        ("وحضر الحفل صالح القحطاني وعائلته.", "صالح القحطاني"),
        ("وقال الوزير رضا المستفيد إن الجسر آمن.", "رضا المستفيد"),
    ],
)
def test_people_with_such_first_names_stay(source: str, name: str) -> None:
    """A name of a family after it, a verb of reporting or a title before it, makes it a person."""
    assert name in people(source)


@pytest.mark.parametrize(
    "source",
    ["وكان المخطط يستهدف تجمعا ضخما للمعارضة في المدينة.", "ورفضت اللجنة قبول ترشيح الرئيس السابق."],
)
def test_two_words_before_a_role_are_a_name_only_by_their_letters(source: str) -> None:
    """An accusative and its adjective before a role are nobody."""
    assert people(source) == []


def test_a_name_before_a_role_stays() -> None:
    """Foreign names before their role look like names, and are."""
    assert people("وقال شتيفن كولستاين رئيس الاتحاد إن الفريق تعب.") == ["شتيفن كولستاين"]


@pytest.mark.parametrize(
    ("source", "vocalised"),
    [
        ("فَبِأَيِّ", True),
        ("دوراً", True),
        ("قيس سعيّد", False),
        ("سامر الدروبي", False),
        ("حُسين كولستاد", False),
        ("", False),
    ],
)
def test_verses_and_indefinite_nouns_show_their_vowels(source: str, vocalised: bool) -> None:
    """Two short vowels in a word, or the ending of an indefinite noun; one damma or a shadda is no sign."""
    assert is_vocalised(source) is vocalised


def test_a_stadium_is_nobody() -> None:
    """What stands after the noun of a site, in quotation marks or not, is not added as a person."""
    assert people('وفاز الفريق على ملعب "دروفسكي بارك" أمس.') == []


def test_a_name_ends_before_a_noun_with_a_preposition() -> None:
    """What is joined to ب or ل and looks like no name is no surname."""
    assert "فيلاسكينو" in people("وسجل البرازيلي فيلاسكينو بإنجازه هدفين في الشوط الأول.")
