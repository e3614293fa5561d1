"""Readings that a reviewer found wrong, and that stay right."""

from typing import Any

import pytest

from rawi import extract, parse

PUBLISHED = "2024-05-15"


def figures(text: str) -> list[tuple[Any, Any, str | None]]:
    """Return low, high and unit of the figures of a sentence."""
    return [(one.low, one.high, one.unit) for one in extract(text, published=PUBLISHED).figures]


def dates(text: str, published: str = PUBLISHED) -> list[str | None]:
    """Return the values of the dates of a sentence."""
    return [one.value for one in extract(text, published=published).dates]


@pytest.mark.parametrize(
    ("text", "hijri", "edtf"),
    [
        ("14 ربيع الأول 1442هـ الموافق 31 أكتوبر", "1442-03-14", "2020-10-31"),
        ("12 ذو الحجة 1439 (24 غشت 2018)", "1439-12-12", "2018-08-24"),
        ("14 ربيع الأول 1442هـ - 31 أكتوبر 2020م", "1442-03-14", "2020-10-31"),
        ("رمضان 2020", None, "2020-04-24/2020-05-23"),
        ("1436/1437هـ", "1436", "2014-10-25/2016-10-01"),
        ("عيد الأضحى 1440", None, "2019-08-11"),
    ],
)
def test_two_calendars(text: str, hijri: str | None, edtf: str) -> None:
    """Each date is read in its own calendar; the Hijri one lends its year to the other."""
    (found,) = parse(text, "date", "2021-01-01")
    assert (found.get("hijri"), found.get("edtf")) == (hijri, edtf)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حكم عليه بالسجن لمدة سنة ونصف", [(1.5, 1.5, "a")]),
        ("طال اللقاء أكثر من ساعة ونصف الساعة", [(1.5, None, "h")]),
        ("بلغ ارتفاع الموج مترا ونصف المتر", [(1.5, 1.5, "m")]),
        ("زاد الإنتاج تسعة بالمئة", [(9, 9, "%")]),
        ("أنفقوا ما يربو على 10 ملايين دولار", [(10_000_000, None, "USD")]),
        ("يبدأ اليوم الـ45 للحصار", []),
    ],
)
def test_figures(text: str, expected: list[tuple[Any, Any, str | None]]) -> None:
    """One and a half of a unit, per cent after a word, hedges by verb, days of a count."""
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عاد قبل سنة ونصف", ["2022-11"]),
        ("اجتمعوا في ساحة 14 آذار", []),
        ("وقع في 31 شباط 2023", [None]),
        ("غادر أمس وأول أمس", ["2024-05-14", "2024-05-13"]),
        ("يصدر في النصف الثاني من يونيو 2023", ["2023-06-16/2023-06-30"]),
        ("بني في القرن الرابع قبل الميلاد", ["-03XX"]),
        ("عاد في 8 مارس - آذار 2019", ["2019-03-08"]),
    ],
)
def test_dates(text: str, expected: list[str | None]) -> None:
    """Fractions of a year, days in names, days that are not, halves of a month, years before the era."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حضر خمسة أو ستة آلاف متظاهر", [(5000, 6000, None)]),
        ("فاز بكأس العالم 2018 وكأس العالم 2022", []),
        ("صدر القرار رقم 2216 لإخراج القوات", []),
        ("وصل 5 وزراء و3 لاعبين", [(5, 5, None), (3, 3, None)]),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[Any, Any, str | None]]) -> None:
    """Alternatives are a range, years and numbers of documents no figures."""
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ينتج مليون برميل في اليوم", []),
        ("شاركوا في اليوم العالمي للمياه", []),
        ("عاد الوفد اليوم", ["2024-05-15"]),
        ("استقال قبل أسبوعين من الانتخابات", [None]),
        ("عاد قبل عقد من الزمن", ["201X"]),
    ],
)
def test_days_that_are_not_counted_from_publication(text: str, expected: list[str | None]) -> None:
    """A rate a day, the name of a day, and a distance from an event are not placed by the publication."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اجتمعوا يومي 5 و6 حزيران 2023", ["2023-06-05/2023-06-06"]),
        ("اجتمعوا في أيام 2 و3 و4 أيار 2023", ["2023-05-02/2023-05-04"]),
        ("زاد الإنتاج في الربع الأول من العام", ["2024-01/2024-03"]),
        ("زاد الإنتاج خلال السنوات الخمس الأخيرة", ["2019/2024"]),
    ],
)
def test_stretches_of_time(text: str, expected: list[str | None]) -> None:
    """Days that are listed, the year that runs, the last years."""
    assert dates(text) == expected


def test_telephone_numbers_are_no_figures() -> None:
    """A number in groups after + or 0 counts nothing."""
    assert figures("للتواصل هاتف +966 11 234 5678 أو 06-234-5678") == []
