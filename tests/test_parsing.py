"""``rawi parse``: values of phrases outside any article, as design/values.md lays them down."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.vocabulary import load_vocabulary
from rawi.errors import ParseError
from rawi.parsing import parse, parse_lines, render_number

WEDNESDAY = "2020-11-04T12:00:00"
TASKS = ("number", "ordinal", "quantity", "money", "date", "datetime", "duration")


def bare(text: str, task: Any, reference: str | None = WEDNESDAY) -> list[dict[str, Any]]:
    """Return the values without their places."""
    found = parse(text, task, reference)
    return [{key: value for key, value in one.items() if key not in ("start", "end")} for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("٤ آلاف", [{"n": "4000"}]),
        ("سالب ثمانية آلاف", [{"n": "-8000"}]),
        ("-12", [{"n": "-12"}]),
        (".77", [{"n": "0.77"}]),
        ("1،234،567", [{"n": "1234567"}]),
        ("1 000 000", [{"n": "1000000"}]),
        ("واحد على عشرين", [{"n": "0.05"}]),
        ("خمسة وثلثين", [{"n": "5.666666666667"}]),
        ("صفر", [{"n": "0"}]),
        ("نصف دزينة", [{"n": "6"}]),
        ("أقل من 30", [{"max": "30", "max_open": True}]),
        ("أكبر من أو يساوي 30", [{"min": "30"}]),
        ("أكبر من 20 وأقل من 30", [{"min": "20", "max": "30", "min_open": True, "max_open": True}]),
        ("بين 3 و5", [{"min": "3", "max": "5"}]),
        ("حوالي 5", [{"n": "5", "approx": True}]),
        ("لا رقم هنا", []),
    ],
)
def test_numbers(text: str, expected: list[dict[str, Any]]) -> None:
    """Plain decimal strings, ranges and bounds, strict or not."""
    assert bare(text, "number") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الحادي والعشرون", ["21"]),
        ("الثامنة عشرة", ["18"]),
        ("الأول والثاني والثالث", ["1", "2", "3"]),
        ("الحادي والعشرون بعد المئة", ["121"]),
        ("الثمانون", ["80"]),
        ("مئة", []),
    ],
)
def test_ordinals(text: str, expected: list[str]) -> None:
    """Ranks in words, compound ones too."""
    assert [value["n"] for value in parse(text, "ordinal")] == expected


@pytest.mark.parametrize(
    ("text", "task", "expected"),
    [
        ("ثلاثة أميال بحرية", "quantity", [("3", "nmi")]),
        ("لتر ونصف", "quantity", [("1.5", "L")]),
        ("درجتين تحت الصفر", "quantity", [("-2", "deg")]),
        ("45°", "quantity", [("45", "deg")]),
        ("5 كيلومتر في الساعة", "quantity", [("5", "km/h")]),
        ("10$", "money", [("10", "dollar")]),
        ("سبعة دولار وخمسون سنت", "money", [("7.5", "dollar")]),
        ("42 دينار كويتي", "money", [("42", "KWD")]),
        ("10 جنيه", "money", [("10", "pound")]),
    ],
)
def test_measures_and_money(text: str, task: Any, expected: list[tuple[str, str]]) -> None:
    """Units are codes; money whose country the text does not say keeps its plain name."""
    assert [(value["n"], value["unit"]) for value in bare(text, task)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19 غشت 2018", "2018-08-19"),
        ("الأربعاء القادم", "2020-11-11"),
        ("قبل أسبوعين", "2020-10-21"),
        ("خلال 11 شهرا", "2021-10"),
        ("بعد ثلاث سنوات", "2023"),
        ("من 13 إلى 15 تموز", "2020-07-13/2020-07-15"),
        ("السبعينيات", "197X"),
        ("منذ أغسطس", "2020-08-01/.."),
        ("إلى سنة 2025", "../2025"),
        ("22-4", "2020-04-22"),
        ("عام ألفين وثمانية عشر", "2018"),
    ],
)
def test_dates(text: str, expected: str) -> None:
    """Absolute and relative dates, from the reference."""
    assert [value["edtf"] for value in parse(text, "date", WEDNESDAY)] == [expected]


def test_a_hijri_date_is_given_in_both_calendars() -> None:
    """The Hijri date as written, beside the Gregorian day."""
    assert bare("12 رجب 1440 هـ", "date") == [{"hijri": "1440-07-12", "edtf": "2019-03-19"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الساعة 3 والنصف عصرا", {"edtf": "2020-11-04T15:30:00", "grain": "minute"}),
        ("غدا الساعة 8 صباحا", {"edtf": "2020-11-05T08:00:00", "grain": "hour"}),
        ("قبل 3 دقائق", {"edtf": "2020-11-04T11:57:00", "grain": "minute"}),
        ("في غضون 10 ساعات من الآن", {"edtf": "2020-11-04T22:00:00", "grain": "hour"}),
        ("الساعة 12 إلا ربع", {"edtf": "2020-11-04T11:45:00", "grain": "minute"}),
    ],
)
def test_moments(text: str, expected: dict[str, str]) -> None:
    """Clock times on the day that the text gives, else on that of the reference."""
    assert bare(text, "datetime") == [expected]


def test_a_clock_time_without_any_day_is_a_time() -> None:
    """Without reference and date only the time of day is known."""
    assert bare("الساعة 3:30 عصرا", "datetime", None) == [{"time": "T15:30"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سنة وثلاثة أشهر و21 يوما", "P1Y3M21D"),
        ("ساعة ونصف", "PT1.5H"),
        ("يومين، ربع ساعة و30 دقيقة", "P2DT0.25H30M"),
        ("نصف سنة", "P0.5Y"),
    ],
)
def test_durations(text: str, expected: str) -> None:
    """Parts that follow each other are one duration; fractions stay fractions."""
    assert [value["iso"] for value in parse(text, "duration")] == [expected]


@pytest.mark.parametrize("reference", ["not a date", "2020-13", "2020-1-1", ""])
def test_a_reference_that_is_no_date_is_refused(reference: str) -> None:
    """A reference that nothing could count from is an error, not silently none."""
    with pytest.raises(ParseError):
        parse("أمس", "date", reference)


WORDS = sorted({form for form in load_vocabulary().entries if " " not in form})
PHRASES = st.lists(
    st.sampled_from(WORDS) | st.integers(0, 10**6).map(str) | st.sampled_from(list("،,./-:()~%$\n")),
    max_size=12,
).map(" ".join)
REFERENCES = st.sampled_from([None, WEDNESDAY, "2020", "2020-02", "0001-01-01", "9999-12-31T23:59:59"])


@given(st.text(max_size=60) | PHRASES, st.sampled_from(TASKS), REFERENCES)
def test_any_text_gives_values_whose_places_lie_in_it(text: str, task: Any, reference: str | None) -> None:
    """No text raises, words of the lexicons in any order neither, whatever the reference; every value stands
    at code points of the text."""
    for value in parse(text, task, reference):
        assert 0 <= value["start"] < value["end"] <= len(text)


@given(st.integers(-(10**15), 10**15) | st.floats(-1e9, 1e9, allow_nan=False))
def test_numbers_are_written_plainly(value: float | int) -> None:
    """No exponent, no trailing zero, and the same value when read back."""
    written = render_number(value)
    assert "e" not in written.lower()
    assert not ("." in written and written.endswith("0"))
    assert float(written) == pytest.approx(value, rel=1e-14, abs=1e-14)


def test_lines_are_answered_in_order() -> None:
    """One answer a line, with suite and id, blank lines passed over."""
    lines = [
        '{"suite": "s", "id": "1", "task": "number", "text": "خمسة"}',
        "",
        '{"task": "date", "text": "لا"}',
    ]
    answers = [json.loads(line) for line in parse_lines(lines)]
    assert [answer["id"] for answer in answers] == ["1", ""]
    assert answers[0]["values"][0]["n"] == "5"
    assert answers[1]["values"] == []


@pytest.mark.parametrize(
    "line", ["{", '{"text": 5, "task": "number"}', '{"text": "خمسة", "task": "poem"}', b"\xff"]
)
def test_a_line_that_is_no_case_is_named(line: str | bytes) -> None:
    """The error tells the number of the line."""
    with pytest.raises(ParseError, match="line 1"):
        list(parse_lines([line]))


def test_an_unknown_task_is_refused() -> None:
    """Only the tasks of values.md can be asked for."""
    with pytest.raises(ParseError, match="poem"):
        parse("خمسة", "poem")  # type: ignore[arg-type]
