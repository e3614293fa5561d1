"""Towns that no table trusts are found where their surroundings show them, and nowhere else."""

import pytest

from rawi.model.annotation import Kind
from rawi.pipeline import extract
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
        ("زرع الأهالي الزيتون في بلدات الحارة وسملين السورية", "الحارة"),
        ("رممت الورشة بيوتا في قريتي شنبوط وماير في سوريا", "شنبوط"),
        ("أضاءت البلدية محلتي تعنايل - زحلة، والمنية - بحنين في لبنان", "بحنين"),
        ("نقلت الشاحنات التراب من مكب حبالين في لبنان", "حبالين"),
        ("بيعت الكتب بين الورشة وماير بريف حلب", "ماير"),
        ("عاد الحوثيون إلى بيوتهم في كرش", "كرش"),
        ("وزعت الكتب في مدن عراقية كالعمارة والناصرية", "العمارة"),
        ("أقام اللاجئون معرضا في مخيم عين الحلوة", "عين الحلوة"),
        ("نبتت الأعشاب في قرية كفر داعل في سوريا", "كفر داعل"),
        ('كتب سليم قصيدة عن بئر "صيدنايا" في سوريا', "صيدنايا"),
        ("افتتحت بلدية شحات حديقة في ليبيا", "شحات"),
        ("زار سليم قرية زردانا في ريف إدلب", "زردانا"),
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
        "نظف السوريون المزارع الواقعة في محافظة حمص",
        "اشترت العراق آلات زراعية وصناعية بمحافظة البصرة",
        "زرع أهالي مناطق الحدود الشمالية والشرقية في السعودية نخلا",
        "فتحت الفرق اليمنية جبهة جديدة وقال المدرب إن هدفها واحد",
        'أقامت جمعية "القصور" معرضا في الجزائر',
    ],
)
def test_everyday_words_are_no_towns(source: str) -> None:
    """What is the name of a village too is none where nothing shows one."""
    assert set(names(source, Kind.PLACE)) <= {
        "العراق",
        "سوريا",
        "السعودية",
        "الجزائر",
        "حمص",
        "البصرة",
        "الحدود الشمالية",
    }


def test_a_name_with_a_long_vowel_more_is_the_one_place_that_is_meant() -> None:
    """Transcribers write دهوك with a vowel more; the row is found where the country is named, and only one
    fits."""
    entity = next(one for one in extract("زار سليم مدينة داهوك، في العراق.").entities if one.name == "داهوك")
    assert entity.location is not None
    assert entity.location.country == "IQ"


def test_a_name_that_only_looks_like_another_with_an_article_is_not_that_place() -> None:
    """The words after an article differ by a vowel too often to be one place."""
    entity = next(one for one in extract("زار سليم قرية الأترب، في سوريا.").entities if one.name == "الأترب")
    assert entity.link is None
