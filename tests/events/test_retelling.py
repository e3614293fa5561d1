"""Crimes that a court speaks of and dead who are remembered are no news of the day."""

from __future__ import annotations

import pytest

from rawi.model.claim import Event
from tests.events.told import events, only


def of(rule: str, text: str) -> Event:
    """Return the event of a kind that a text tells."""
    return next(one for one in events(text) if one.rule == f"event/{rule}")


@pytest.mark.parametrize(
    "text",
    [
        "برأت المحكمة في بغداد أمس فؤاد حلمي من قتل جاره سامي كريم.",
        "أدانت محكمة الجنايات في بغداد أمس فؤاد حلمي بقتل جاره سامي كريم.",
        "حكمت محكمة في عمان أمس بالسجن 20 عاما على نبيل الصالح بتهمة قتل زوجته.",
        "مثل أمام المحكمة في بيروت أمس رجلان متهمان باغتيال القاضي سامر الحلبي.",
        "أيدت محكمة النقض أمس في القاهرة حكم السجن على ضابط قتل متظاهرا في السويس.",
        "قضت المحكمة في طنطا أمس ببراءة ضابط من قتل متظاهرين.",
        "أحيل إلى المحاكمة في عدن أمس خمسة متهمين بقتل مهندس.",
    ],
)
def test_what_a_court_speaks_of_is_not_of_the_day_of_the_court(text: str) -> None:
    """A killing of which somebody is charged, cleared or found guilty is background, without that day."""
    one = of("killing", text)
    assert (one.date, one.background) == (None, True)


def test_what_somebody_is_charged_with_is_alleged() -> None:
    """A charge is none of the facts, a verdict may be; where the court sits is in doubt."""
    one = of("killing", "حكمت محكمة في عمان أمس بالسجن على نبيل الصالح بتهمة قتل زوجته.")
    assert (one.certainty, one.confidence) == ("alleged", "doubtful")
    one = of("killing", "أدانت محكمة في عمان أمس نبيل الصالح بقتل زوجته.")
    assert (one.certainty, one.confidence) == ("reported", "doubtful")


def test_the_year_of_a_crime_that_is_tried_is_kept() -> None:
    """A date of long before after the deed is its date."""
    one = of("killing", "أدانت محكمة في عمان أمس نبيل الصالح بقتل ثلاثة أطباء في سرت عام 2017.")
    assert (one.date, one.background) == ("2017", True)


def test_an_arrest_is_news_where_its_reason_is_not() -> None:
    """Who is led away today for a killing killed at another time."""
    text = "اعتقلت الشرطة أمس في صفاقس رجلا بتهمة قتل جاره."
    assert (of("arrest", text).date, of("arrest", text).background) == ("2020-11-17", False)
    assert (of("killing", text).date, of("killing", text).background) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة أشخاص في انفجار قرب المحكمة في مدينة كركوك أمس.",
        "قتل متهم بالإرهاب في اشتباكات مع الشرطة في مدينة سوسة أمس.",
        "قتل خمسة أشخاص في تفجير استهدف محكمة في مدينة كركوك أمس.",
        "أعربت الحكومة عن إدانتها لهجوم على حاجز للجيش في مدينة سرت أمس قتل فيه جنديان.",
        "في ذكرى الثورة قتل جندي في هجوم على حاجز في مدينة درنة أمس.",
        "وفي الذكرى العاشرة للثورة، قتل ثلاثة متظاهرين برصاص الشرطة في مدينة صفاقس أمس.",
        "بعد مرور ساعات على هجوم على حاجز في مدينة درنة قتل جنديان أمس.",
    ],
)
def test_what_is_only_near_a_court_or_a_day_of_memory_is_news(text: str) -> None:
    """A court that is struck, a suspect who is shot, a day on which something happens change nothing."""
    told = events(text)
    assert told
    assert not any(one.background for one in told)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("يصادف غدا الذكرى العاشرة لمجزرة السوق التي قتل فيها 70 شخصا في حمص.", None),
        ("احتشد المئات أمس في البصرة لإحياء ذكرى ضحايا تفجير السوق الذي قتل فيه 22 شخصا قبل عام.", "2019"),
        ("أحيا أهالي بلدة السرو اليوم الذكرى السنوية لقصف المدرسة الذي قتل فيه 12 طفلا.", None),
        ("في مثل هذا اليوم من عام 2011 قصف الجيش مدينة حمص وقتل 30 شخصا.", "2011"),
        ("تحل اليوم الذكرى الخامسة لاغتيال القاضي سامر الحلبي في بيروت.", None),
        ("بعد مرور ثلاثة أعوام على تفجير الكنيسة في طنطا ما زال الأهالي ينتظرون.", None),
    ],
)
def test_what_is_remembered_is_background(text: str, date: str | None) -> None:
    """The day of an anniversary is none of what it recalls."""
    (one,) = events(text)
    assert (one.date, one.background) == (date, True)


def test_those_who_march_on_an_anniversary_march_today() -> None:
    """The gathering is news, what it recalls is not."""
    text = "تظاهر المئات في طرابلس أمس في ذكرى انفجار المرفأ الذي أودى بحياة 200 شخص."
    assert [(one.date, one.background) for one in events(text)] == [("2020-11-17", False), (None, True)]


def test_the_day_of_a_burial_is_not_the_day_of_death() -> None:
    """Who is buried today died before, and that is news still; a day after the death is its own."""
    one = of("killing", "شيع الأهالي أمس في جنين جثمان شاب قتل برصاص الجيش.")
    assert (one.date, one.background) == (None, False)
    one = of("killing", "شيع الأهالي اليوم في جنين جثمان شاب قتل الاثنين برصاص الجيش.")
    assert one.date == "2020-11-16"


@pytest.mark.parametrize(("days", "background"), [("2020-10-05", False), ("2020-10-02", True)])
def test_after_a_month_and_a_half_a_happening_is_background(days: str, background: bool) -> None:
    """What was 44 days ago is news, what was 47 days ago is not."""
    year, month, day = days.split("-")
    one = only(f"قتل ثلاثة جنود في هجوم على حاجز في مدينة سرت في {int(day)} أكتوبر {year}.")
    assert (one.date, one.background) == (days, background), month
