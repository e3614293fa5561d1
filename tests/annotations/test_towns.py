"""Towns that no table trusts are found where their surroundings show them, and nowhere else."""

import pytest

from rawi.model.annotation import Kind
from tests.annotations.named import names


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("في سوريا، عاد أهالي رنكوس إلى بيوتهم", "رنكوس"),
        ("أمطرت في محافظة درعا وفي بلدات الحراك وناحتة والمسيفرة السورية", "ناحتة"),
        ("توقفت الشاحنات في منفذ ربيعة بين العراق وسوريا", "ربيعة"),
        ("بنى سليم بيتا في بلدة رنكوس. ثم باع بيته في رنكوس", "رنكوس"),
        ("قرب مدينة حرض في اليمن", "حرض"),
        ("نقل سليم الدوري إلى مدينة الصدر في بغداد", "مدينة الصدر"),
        ("زرع أهالي القائم غرب العراق أشجارا في البيضاء، شرق ليبيا", "البيضاء"),
        ("عاد الوفد من السعودية", "السعودية"),
        ("يعيش سليم في سورية منذ عام", "سورية"),
        ("التقى سليم وفدا في عين الحلوة في لبنان", "عين الحلوة"),
        ("سافر سليم من واشنطن إلى ولاية كاليفورنيا", "كاليفورنيا"),
    ],
)
def test_a_town_is_found_where_it_is_shown(source: str, found: str) -> None:
    """A preposition and the country, a list, a crossing, a noun before or earlier show a town."""
    assert found in names(source, Kind.PLACE)


@pytest.mark.parametrize(
    "source",
    [
        "ناقش البرلمان السوري عملية السلام وسبل الإصلاح",
        "رفع العلم فوق البيت في العراق",
        "شارك وفد يمني في الحد من الفقر",
        "قالت الوزارة الكويتية في بيان إن المطر قريب",
        "زار الوفد مدنا عدة في مناطق واسعة من سوريا",
        "أعلن الفريق الوطني السعودي فوزه",
    ],
)
def test_everyday_words_are_no_towns(source: str) -> None:
    """What is the name of a village too is none where nothing shows one."""
    assert set(names(source, Kind.PLACE)) <= {"العراق", "سوريا"}
