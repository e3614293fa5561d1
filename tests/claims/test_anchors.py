"""Dates placed on the calendar, by the conventions of the gold guide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.claims.anchors import build_warning, open_interval, resolve_date
from rawi.claims.days import parse_anchor
from rawi.model.annotation import Kind
from rawi.model.calendar import DateExpression
from rawi.model.span import Span
from rawi.model.value import CalendarDate
from rawi.pipeline import extract
from tests.annotations.measured import read

SUNDAY = "2020-11-01"


def resolved(source: str, anchor: str | None) -> CalendarDate:
    """Resolve the only date of a sentence."""
    (note,) = read(source)[1].of(Kind.DATE)
    return resolve_date(note.value, anchor)


@pytest.mark.parametrize(
    ("source", "anchor", "edtf"),
    [
        ("عاد أمس", SUNDAY, "2020-10-31"),
        ("عاد أول من أمس", SUNDAY, "2020-10-30"),
        ("يعود غدا", SUNDAY, "2020-11-02"),
        ("عاد السبت", SUNDAY, "2020-10-31"),
        ("عاد الأحد", SUNDAY, "2020-11-01"),
        ("عاد الأحد الماضي", SUNDAY, "2020-10-25"),
        ("يعود الأحد المقبل", SUNDAY, "2020-11-08"),
        ("سيعود الوفد الثلاثاء", SUNDAY, "2020-11-03"),
        ("عاد الشهر الماضي", SUNDAY, "2020-10"),
        ("عاد العام الماضي", SUNDAY, "2019"),
        ("عاد قبل خمس سنوات", SUNDAY, "2015"),
        ("عاد قبل ثلاثة أشهر", SUNDAY, "2020-08"),
        ("عاد قبل أسبوعين", SUNDAY, "2020-10-18"),
        ("عاد في 19 تشرين الأول", SUNDAY, "2020-10-19"),
        ("عاد في كانون الأول", SUNDAY, "2019-12"),
        ("عاد في يوليو الماضي", SUNDAY, "2020-07"),
        ("عاد في تشرين الثاني الماضي", SUNDAY, "2019-11"),
        ("يعود في يناير المقبل", SUNDAY, "2021-01"),
        ("عاد في 24 نوفمبر الجاري", SUNDAY, "2020-11-24"),
        ("عاد يوم الخميس الموافق 5 نوفمبر", SUNDAY, "2020-11-05"),
        ("نما الإنتاج في الربع الثاني من العام الحالي", SUNDAY, "2020-04/2020-06"),
        ("نما الإنتاج في النصف الأول من 2015", None, "2015-01/2015-06"),
        ("عاد في ربيع 2015", None, "2015-21"),
        ("أغلق من 2003 إلى نحو 2008", None, "2003/2008"),
        ("أغلق من 14 حزيران إلى 15 تموز", "2018-05-14", "2018-06-14/2018-07-15"),
        ("نزح السكان خلال اليومين الماضيين", SUNDAY, "2020-10-30/2020-10-31"),
        ("عاد في 6 كانون الأول", None, "XXXX-12-06"),
        ("عاد في 18-7-2012", None, "2012-07-18"),
        ("عاد يوم 5 رمضان 1442 هـ", None, "2021-04-17"),
        ("عاد أمس", None, None),
        ("عاد أمس", "2020-11", None),
        ("عاد في ثمانينيات القرن الماضي", SUNDAY, "198X"),
    ],
)
def test_expressions_resolve_as_the_guide_says(source: str, anchor: str | None, edtf: str | None) -> None:
    """Each expression gives the day, month, year or interval that a careful reader takes from it."""
    assert resolved(source, anchor).edtf == edtf


def test_a_relative_date_without_anchor_keeps_its_distance() -> None:
    """Where nothing settles the day, the distance stays: -P5Y."""
    assert resolved("عاد قبل خمس سنوات", None).relative == "-P5Y"


def test_two_calendars_give_one_day_and_a_flag() -> None:
    """X الموافق Y is one date, Hijri if either is."""
    found = resolved("أغلق في 12 / 3 / 1440 هـ الموافق 20 / 11 / 2018", None)
    assert (found.edtf, found.hijri) == ("2018-11-20", True)


def test_early_and_late_are_kept_beside_the_value() -> None:
    """أواخر مارس is the month, marked late."""
    found = resolved("هزم الفريق أواخر مارس من عام 2019", None)
    assert (found.edtf, found.mod) == ("2019-03", "late")


def test_a_weekday_that_the_date_is_not_gives_a_warning_with_both_readings() -> None:
    """A contradiction in the words is never settled in silence."""
    found = resolved("عاد يوم الثلاثاء 6 نوفمبر 2020", None)
    warning = build_warning(found, Span(0, 3))
    assert warning is not None
    assert warning.code == "date.weekday-mismatch"
    assert found.readings == ("2020-11-06", "2020-11-03")


def test_a_date_that_agrees_with_its_weekday_gives_no_warning() -> None:
    """31 October 2020 was a Saturday."""
    assert build_warning(resolved("عاد يوم السبت 31 أكتوبر 2020", None), Span(0, 3)) is None


def test_the_same_year_counts_from_the_date_before() -> None:
    """العام نفسه is the year of the date named last, not of the publication."""
    (note,) = read("عاد في العام نفسه")[1].of(Kind.DATE)
    assert resolve_date(note.value, SUNDAY, previous="2009-05").edtf == "2009"


SIMPLE = st.builds(
    DateExpression,
    year=st.none() | st.integers(0, 9999),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(0, 6),
    division=st.sampled_from([None, 0, 21, 24, 33, 36, 40, 41, 103]),
    period=st.sampled_from([None, "d", "wk", "mo", "a", "season", "quarter", "decade", "century"]),
    shift=st.none() | st.integers(-3000, 3000),
    count=st.integers(1, 50),
    tense=st.sampled_from([None, "past", "present", "future"]),
    hijri=st.booleans(),
    same=st.booleans(),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["a", "mo", "wk", "d"]), st.integers(-(10**6), 10**6) | st.floats(-50, 50))
)
RULES = ["12-25", "02-14", "easter-2", "pascha+1", "hijri:12-10", "nth:11-3-4"]
#: Dates that stand on, or count from, other dates.
EXPRESSIONS = SIMPLE | st.builds(
    DateExpression,
    within=st.none() | SIMPLE,
    nth=st.none() | st.sampled_from([-2, -1, 1, 2, 5, 31]),
    weekday=st.none() | st.integers(0, 6),
    period=st.sampled_from([None, "d", "wk", "mo", "a", "half"]),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    count=st.integers(0, 12),
    steps=STEPS.map(tuple),
    rest=st.booleans(),
    holiday=st.sampled_from([None, *RULES]),
    opened=st.sampled_from([None, "since", "after", "until", "before"]),
    until=st.none() | SIMPLE,
    mod=st.sampled_from([None, "early", "late"]),
)


@given(EXPRESSIONS, st.none() | st.dates().map(str) | st.just("2012-12") | st.just("XXXX"), st.booleans())
def test_any_expression_resolves_without_error(
    expression: DateExpression, anchor: str | None, phrase: bool
) -> None:
    """Whatever is read, whatever the anchor, the result is a value or null, never an exception."""
    found = resolve_date(expression, anchor, phrase=phrase)
    assert found.edtf is None or found.edtf


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("weekday", range(7))
def test_the_edges_of_the_calendar_raise_nothing(day: str, weekday: int) -> None:
    """The first and the last day that can be written are dates like others, with any weekday and any word."""
    year, month, at = map(int, day.split("-"))
    for expression in (
        DateExpression(year=year, month=month, day=at, weekday=weekday),
        DateExpression(weekday=weekday),
    ):
        resolve_date(expression, day)
    assert open_interval(day, "before").startswith("../")
    assert open_interval(day, "after").endswith("/..")


@given(st.text(max_size=12))
def test_any_string_is_an_anchor_or_none(edtf: str) -> None:
    """Publication dates come from strangers: what is no date is no anchor."""
    anchor = parse_anchor(edtf)
    assert anchor is None or anchor.year >= 0


def test_a_slip_in_the_day_is_no_other_year() -> None:
    """A day without a year, a few days from publication, keeps that year although its weekday is another; all
    that the words allow is told."""
    record = extract("صرح نادر الصالحي يوم الثلاثاء 6 كانون الأول أن الجسر مفتوح.", published="2017-12-06")
    (warning,) = record.document.warnings
    assert record.dates[0].value == "2017-12-06"
    assert warning.code == "date.weekday-mismatch"
    assert all(day in warning.message for day in ("2017-12-06", "2017-12-05", "2016-12-06"))
