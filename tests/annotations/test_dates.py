"""Date expressions: what they are, where they end, and words that are none."""

import pytest

from rawi.model.annotation import Kind
from rawi.pipeline import extract
from tests.annotations.measured import read


def dates(source: str) -> list[str]:
    """Return the words of the dates in a sentence."""
    text, known = read(source)
    return [text.source_span(note.start, note.end).of(source) for note in known.of(Kind.DATE)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("عاد يوم الثلاثاء 6 كانون الأول إلى القرية", "يوم الثلاثاء 6 كانون الأول"),
        ("أغلق في 21 أبريل (نيسان) 2004 المعبر", "21 أبريل (نيسان) 2004"),
        ("أغلق مطلع تشرين الأول/أكتوبر من عام 2019 المعبر", "مطلع تشرين الأول/أكتوبر من عام 2019"),
        ("أغلق في يناير كانون الثاني 1957 المعبر", "يناير كانون الثاني 1957"),
        ("أغلق في السادس من يونيو/حزيران المقبل المعبر", "السادس من يونيو/حزيران المقبل"),
        ("أغلق من 14 إلى 15 تموز المعبر", "من 14 إلى 15 تموز"),
        ("أغلق بين آب/أغسطس 2015 وحزيران/يونيو 2016 المعبر", "بين آب/أغسطس 2015 وحزيران/يونيو 2016"),
        ("أغلق يوم أمس السبت (31 تشرين الأول 2020) المعبر", "يوم أمس السبت (31 تشرين الأول 2020)"),
        ("أغلق يوم الخميس الموافق 20 أغسطس المعبر", "يوم الخميس الموافق 20 أغسطس"),
        (
            "أغلق يوم الخميس 12 / 3 / 1440 هـ الموافق 20 / 11 / 2018 المعبر",
            "يوم الخميس 12 / 3 / 1440 هـ الموافق 20 / 11 / 2018",
        ),
        ("أغلق قبل خمس سنوات المعبر", "قبل خمس سنوات"),
        ("أغلق أول من أمس المعبر", "أول من أمس"),
        ("أغلق خريف العام الماضي المعبر", "خريف العام الماضي"),
        ("نما في الربع الثاني من العام الحالي الإنتاج", "الربع الثاني من العام الحالي"),
        ("نما أوائل ثمانينيات القرن الماضي الإنتاج", "أوائل ثمانينيات القرن الماضي"),
        ("خطة للأعوام 2021-2023 جديدة", "للأعوام 2021-2023"),
        ("أغلق في شهر رمضان الماضي المعبر", "شهر رمضان الماضي"),
        ("أغلق في 19 أوت الجاري المعبر", "19 أوت الجاري"),
        ("أغلق في متم شهر مارس المعبر", "متم شهر مارس"),
    ],
)
def test_the_full_expression_is_found(source: str, expected: str) -> None:
    """A date goes from its first word (without the preposition) to its last, both names included."""
    found = dates(source)
    assert len(found) == 1
    assert expected in (found[0], found[0].removeprefix("لل"), f"لل{found[0]}")


@pytest.mark.parametrize(
    "source",
    [
        "حضر الأمين العام الحفل",
        "حضر في اليوم التالي",
        "أدى صلاة الجمعة",
        "مارس الطبيب مهنته",
        "زار رجب القرية",
        "وقف أمام المحكمة الآن",
        "شاب في الثلاثينيات من عمره",
        "يعمل منذ أكثر من 5 سنوات",
        "فاز 3/2",
        "نزح ما بين 1500 و2000 عامل",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(source: str) -> None:
    """Secretaries general, the following day, prayers, verbs, names, ages and vague words are no dates."""
    assert dates(source) == []


def test_a_conjunction_or_preposition_joined_to_a_date_is_outside_it() -> None:
    """The span of وبالأمس begins at its article."""
    assert dates("وبالأمس عاد الوفد") == ["الأمس"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("توقع المدير سامي النجار افتتاح الجسر بنهاية نيسان.", "2024-04"),
        ("وقالت البلدية إن الأعمال لن تنتهي قبل مطلع أيار.", "2024-05"),
        ("وتعهدت البلدية بفتح السوق قبل نهاية نيسان.", "2024-04"),
        ("وقالت المديرة إن المدرسة أغلقت بنهاية نيسان.", "2023-04"),
        ("وقال إنه لن ينسى ما حدث في نيسان.", "2023-04"),
        ("وتوقع المصرف مطلع أيار ارتفاع الأسعار.", "2023-05"),
        ("وتوقعت الشركة تراجع الأسعار بعد ارتفاعها بنهاية أيار.", "2023-05"),
    ],
)
def test_a_month_by_which_something_is_expected_is_to_come(text: str, value: str) -> None:
    """بنهاية نيسان after a verb of expecting is the next April; when it was expected is past."""
    assert [one.value for one in extract(text, published="2024-03-10").dates] == [value]
