"""The joins of times prove themselves: every example is run, in the phrase as a whole."""

from typing import Any

import pytest

from rawi import parse
from rawi.annotations.temporal.joins.dates import DATE_JOINS
from rawi.annotations.temporal.joins.moments import TIME_JOINS
from rawi.annotations.temporal.line import Join
from rawi.errors import ParseError
from rawi.model.conventions import NEWS, Conventions, read_conventions
from rawi.rules.rule import Example

JOINS = DATE_JOINS + TIME_JOINS
CASES = list(
    {(join.name, example.text): (join, example) for join in JOINS for example in join.examples}.values()
)
MONDAY = "2016-11-07T16:12:00"


@pytest.mark.parametrize(("join", "example"), CASES, ids=[f"{join.name}-{one.text}" for join, one in CASES])
def test_every_join_does_what_its_examples_say(join: Join, example: Example) -> None:
    """The words of a hit are read as one, and of a near miss no more than the example says."""
    found = [example.text[one["start"] : one["end"]] for one in parse(example.text, join.task, MONDAY)]
    if example.finds is None:
        assert found == []
    else:
        assert any(words in example.finds and example.finds.endswith(words) for words in found), found


def test_every_join_has_an_example() -> None:
    """No join without a phrase that it reads."""
    assert [join.name for join in JOINS if not any(example.finds for example in join.examples)] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("آخر جمعة من رمضان 1442", "2021-05-07"),
        ("الأحد الثاني من أيار 2016", "2016-05-08"),
        ("أول يومين من الشهر المقبل", "2016-12-01/2016-12-02"),
        ("النصف الثاني من حزيران 2016", "2016-06-16/2016-06-30"),
        ("ثاني أيام عيد الأضحى 2020", "2020-08-01"),
        ("بعد سنة وشهر ويوم", "2017-12-08"),
        ("قبل أسبوع من غد", "2016-11-01"),
        ("الأربعاء من الأسبوع المقبل", "2016-11-16"),
        ("بقية الشهر", "2016-11-07/2016-11-30"),
        ("منذ آب 2015", "2015-08-01/.."),
        ("حتى نهاية 2017", "../2017"),
        ("2012 وما بعدها", "2012-01-01/.."),
        ("قبل عيد الميلاد", "../2016-12-24"),
        ("من 28 كانون الأول إلى 3 كانون الثاني", "2016-12-28/2017-01-03"),
        ("القرن التاسع عشر", "18XX"),
        ("الأيام القليلة الماضية", None),
    ],
)
def test_dates_that_stand_on_others(text: str, edtf: str | None) -> None:
    """Which of a month, so far from a day, what is left of a period, from a day on."""
    assert [one.get("edtf") for one in parse(text, "date", MONDAY)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("غدا الساعة السابعة والنصف مساء", "2016-11-08T19:30:00"),
        ("السابعة إلا ثلثا صباح الأربعاء المقبل", "2016-11-09T06:40:00"),
        ("الليلة في 9", "2016-11-07T21:00:00"),
        ("بعد يوم وساعتين", "2016-11-08T18:12:00"),
        ("عشر دقائق قبل منتصف الليل", None),
        ("خمس دقائق قبل الثامنة صباحا", "2016-11-07T07:55:00"),
        ("من التاسعة صباحا حتى الواحدة ظهرا يوم غد", "2016-11-08T09:00:00/2016-11-08T13:00:00"),
        ("من الساعة 9 مساء إلى 1 ظهرا يوم 10 شباط", "2016-02-10T21:00:00/2016-02-11T13:00:00"),
        ("من 10 مساء إلى 2 فجرا", "2016-11-07T22:00:00/2016-11-08T02:00:00"),
        ("في ساعة متأخرة من مساء أمس", "2016-11-06T18:00:00/2016-11-06T20:00:00"),
        ("آخر ساعتين", "2016-11-07T14:12:00/2016-11-07T16:12:00"),
        ("منتصف ليل الجمعة المقبلة", "2016-11-11T00:00:00"),
    ],
)
def test_moments(text: str, edtf: str | None) -> None:
    """A clock time with date and part of the day in any order, distances, intervals."""
    found = [one.get("edtf") for one in parse(text, "datetime", MONDAY)]
    assert found == [edtf] if edtf else True


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ساعتان إلا ربعا", "PT1.75H"),
        ("ساعة إلا عشر دقائق", "PT50M"),
        ("سنة إلا شهرا", "P11M"),
        ("عقد ونصف", "P15Y"),
        ("بضعة أيام", "P3D"),
        ("خمسا وأربعين دقيقة", "PT45M"),
        ("ساعة الحائط", None),
    ],
)
def test_durations(text: str, iso: str | None) -> None:
    """Parts added up and taken off; a thing that has the name of a unit is none."""
    assert [one["iso"] for one in parse(text, "duration")] == ([iso] if iso else [])


@pytest.mark.parametrize(
    ("settings", "task", "text", "expected"),
    [
        ({}, "date", "الأسبوع الماضي", "2016-10-29/2016-11-04"),
        ({"week_start": "monday"}, "date", "الأسبوع الماضي", "2016-10-31/2016-11-06"),
        ({"week_start": "sunday"}, "date", "الأسبوع الماضي", "2016-10-30/2016-11-05"),
        ({"weekday": "future"}, "date", "الخميس", "2016-11-10"),
        ({"month": "future"}, "date", "مارس", "2017-03"),
        ({"month": "past"}, "date", "ديسمبر", "2015-12"),
        ({"middle": "day"}, "date", "منتصف مارس", "2016-03-15"),
        ({"half_day": "next"}, "datetime", "الساعة الخامسة", "2016-11-07T17:00:00"),
        (
            {"window": "calendar", "week_start": "monday"},
            "date",
            "الأسبوعين المقبلين",
            "2016-11-14/2016-11-27",
        ),
        ({"few": "5"}, "duration", "بضعة أيام", "P5D"),
    ],
)
def test_conventions_are_settings(settings: dict[str, str], task: Any, text: str, expected: str) -> None:
    """What careful readers differ on is a named setting; the default is that of news."""
    found = parse(text, task, MONDAY, conventions=read_conventions(settings))
    assert [one.get("edtf") or one.get("iso") for one in found] == [expected]


@pytest.mark.parametrize("settings", [{"week": "monday"}, {"week_start": "friday"}, {"few": "many"}])
def test_a_wrong_convention_is_refused(settings: dict[str, str]) -> None:
    """An unknown name or value is an error that says what there is."""
    with pytest.raises(ParseError):
        read_conventions(settings)


def test_the_defaults_are_those_of_news() -> None:
    """No setting leaves the conventions as they are."""
    assert read_conventions({}) == NEWS == Conventions()
