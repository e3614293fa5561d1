"""What others write is read back: numbers spelled by CLDR's rules, dates of Babel, Hijri dates of hijridate.

The spellings come from unicode-rbnf, which runs the rules of CLDR's ``ar.xml``. Their Arabic is that of a
machine: 300 is ثلاثة مائة, 2000 ألفي in the masculine, 3,000,000 ثلاثة مليون. ``spell_well`` makes of them
what a grammar asks for: ثلاثمائة, ألفان, ثلاثة ملايين.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Literal, get_args

import pytest
from babel.dates import (
    format_date,
    format_interval,
    format_skeleton,
    get_date_format,
    get_day_names,
    get_month_names,
)
from babel.localedata import locale_identifiers
from hijridate import Hijri
from hypothesis import given
from hypothesis import strategies as st
from unicode_rbnf import RbnfEngine

from rawi import parse

REFERENCE = "2023-05-10T12:00:00"
SEED = 1931
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

ENGINE = RbnfEngine.for_language("ar")
CARDINALS = ("spellout-numbering", "spellout-cardinal-masculine", "spellout-cardinal-feminine")
ORDINALS = ("spellout-ordinal-masculine", "spellout-ordinal-feminine")
MOST = 10**9

LOCALES = sorted(name for name in locale_identifiers() if name.split("_")[0] == "ar")
Length = Literal["full", "long", "medium", "short"]
FORMATS: tuple[Length, ...] = get_args(Length)
TABLE = range(1343, 1501)  # the years of hijridate's Umm al-Qura table


def spell(number: int | str, rules: str = CARDINALS[0]) -> str:
    """Return a number (a decimal as a string) in the words of one of CLDR's sets of rules."""
    return ENGINE.format_number(number, ruleset_names=[rules]).text


def unread(pairs: Iterable[tuple[str, dict[str, Any]]], task: str) -> list[tuple[str, object]]:
    """Return the texts that are not read as the one value beside them, which is all of the text."""
    missed = []
    for text, value in pairs:
        found = parse(text, task, REFERENCE)
        if found != [{"start": 0, "end": len(text)} | value]:
            missed.append((text, found))
    return missed


def boundaries() -> Iterator[int]:
    """Yield what stands just below, at and just above every multiple at which a spelling changes."""
    counts = (1, 2, 3, 9, 10, 11, 12, 13, 19, 20, 21, 99, 100, 101, 102, 103, 110, 111, 200, 201, 300, 999)
    around = {10**power * count + step for power in range(10) for count in counts for step in range(-2, 3)}
    yield from sorted(number for number in around if 0 <= number <= MOST)


def sample(count: int) -> Iterator[int]:
    """Yield numbers up to a thousand million, as many of them long as short, the same ones every time."""
    chance = random.Random(SEED)
    for _ in range(count):
        yield chance.randrange(MOST)
        yield int(10 ** chance.uniform(0, 9))


@pytest.mark.parametrize("rules", CARDINALS)
def test_every_small_number_and_each_boundary_is_read_back(rules: str) -> None:
    """0 to 10,000, the edges of every scale and a sample of the rest, spelled by CLDR, give their value."""
    small = range(10_001) if rules == CARDINALS[0] else range(0, 10_001, 7)
    numbers = [*small, *boundaries(), *sample(1000)]
    assert len(numbers) > 4000
    assert unread(((spell(number, rules), {"n": str(number)}) for number in numbers), "number") == []


@given(st.integers(0, MOST), st.sampled_from(CARDINALS))
def test_any_number_is_read_back(number: int, rules: str) -> None:
    """Whatever the number up to a thousand million, CLDR's words for it give it."""
    assert unread([(spell(number, rules), {"n": str(number)})], "number") == []


@given(st.integers(1, MOST), st.integers(0, 4), st.integers(1, 99))
def test_signs_and_decimals_are_read_back(number: int, zeros: int, digits: int) -> None:
    """Below zero, and behind the point digit by digit: ثلاثة فاصل صفر خمسة is 3.05."""
    decimal = f"{number % 1000}.{'0' * zeros}{digits}".rstrip("0")
    assert unread([(spell(-number), {"n": str(-number)}), (spell(decimal), {"n": decimal})], "number") == []


@pytest.mark.parametrize("text", ["8192.2", "1000000.1", spell("8192.2")])
def test_decimals_of_larger_numbers_are_read_back(text: str) -> None:
    """The noise of a binary fraction is not written: 8192.2 is not 8192.200000000001."""
    assert parse(text, "number")[0]["n"] in ("8192.2", "1000000.1")


SCALES = (
    (10**9, ("مليار", "ملياران", "مليارات", "مليارا")),
    (10**6, ("مليون", "مليونان", "ملايين", "مليونا")),
    (1000, ("ألف", "ألفان", "آلاف", "ألفا")),
)


def spell_group(number: int) -> str:
    """Return a number below a thousand in CLDR's words with hundreds as one word and eleven in one gender."""
    written = spell(number, CARDINALS[1]).replace("إحدى عشر", "أحد عشر").replace("ثمانية مائة", "ثمانمائة")
    return written.replace("ة مائة", "مائة")


def count_scale(count: int, forms: tuple[str, str, str, str]) -> str:
    """Return so many of a scale: singular, dual, plural after 3 to 10, accusative after 11 to 99."""
    one, two, many, accusative = forms
    if count <= 2:
        return (one, two)[count - 1]
    rest = count % 100
    return f"{spell_group(count)} {many if 3 <= rest <= 10 else accusative if rest > 10 else one}"


def spell_well(number: int) -> str:
    """Return a number as Wright's grammar has it (I, §§ 318-328)."""
    parts = []
    for scale, forms in SCALES:
        count, number = divmod(number, scale)
        parts += [count_scale(count, forms)] if count else []
    parts += [spell_group(number)] if number or not parts else []
    return " و".join(parts)


def variants(number: int) -> Iterator[str]:
    """Yield the good spelling, in the genitive, with و apart, and without hamza and dots of teh marbuta."""
    written = spell_well(number)
    yield written
    yield re.sub(r"(?<!ملي)ون\b|ان\b", "ين", written).replace("نا عشر", "ني عشر")
    yield written.replace(" و", " و ")
    yield written.translate(str.maketrans("أإآة", "اااه"))


def test_numbers_in_good_grammar_are_read_back() -> None:
    """Joined hundreds, duals, plurals, the genitive, و apart and plain spelling leave the value as it is."""
    numbers = [*range(0, 10_001, 11), *boundaries(), *sample(300)]
    pairs = ((text, {"n": str(number)}) for number in numbers for text in variants(number))
    assert unread(pairs, "number") == []


@pytest.mark.parametrize("rules", ORDINALS)
def test_ordinals_are_read_back(rules: str) -> None:
    """The ordinals up to 10,000 that CLDR spells with the article give their rank.

    The other 7,701, hundreds from 300 and thousands from 3000, it spells as cardinals: ثلاثة مائة.
    """
    spelled = {number: spell(number, rules) for number in range(1, 10_001)}
    pairs = [(text, {"n": str(number)}) for number, text in spelled.items() if text.startswith("ال")]
    assert len(pairs) == 2299
    assert unread(pairs, "ordinal") == []


def writings() -> list[tuple[str, Length]]:
    """Return locale and format of every way to write a day; what another locale writes alike is left out."""
    apart: dict[tuple[str, ...], tuple[str, Length]] = {}
    for name in LOCALES:
        names = (*get_month_names("wide", locale=name).values(), *get_day_names("wide", locale=name).values())
        for length in FORMATS:
            pattern = get_date_format(length, name).pattern
            apart.setdefault((pattern, *(names if "MMMM" in pattern else ())), (name, length))
    return list(apart.values())


def unread_days(days: Iterable[date], digits: dict[int, int] | None = None) -> list[tuple[str, object]]:
    """Return what is not read back of the days, in every way to write them."""
    ways = writings()
    texts = {format_date(day, length, locale=name): day for day in days for name, length in ways}
    return unread(((text.translate(digits or {}), {"edtf": str(day)}) for text, day in texts.items()), "date")


def test_all_arabic_locales_are_covered() -> None:
    """CLDR knows 29 Arabic locales or more, those of each custom among them; all write the day first."""
    asked = {"ar", "ar_EG", "ar_SY", "ar_IQ", "ar_MA", "ar_DZ", "ar_TN", "ar_MR", "ar_SA", "ar_LY", "ar_SD"}
    assert asked <= set(LOCALES)
    assert len(LOCALES) >= 29
    patterns = {get_date_format(length, name).pattern for name in LOCALES for length in FORMATS}
    assert all(-1 < text.find("d") < text.find("M") < text.find("y") for text in patterns), patterns


def test_a_day_of_every_month_from_1900_to_2100_is_read_back() -> None:
    """One day of each month, another each time, in every Arabic locale and format."""
    chance = random.Random(SEED)
    months = ((year, month) for year in range(1900, 2101) for month in range(1, 13))
    assert unread_days(date(year, month, chance.randint(1, 28)) for year, month in months) == []


@pytest.mark.parametrize("year", [1900, 1999, 2024, 2100])
def test_every_day_of_a_year_is_read_back(year: int) -> None:
    """Each day of ordinary years and of a leap year, in Arabic-Indic digits too, gives itself."""
    first = date(year, 1, 1)
    days = [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]
    assert unread_days(days, ARABIC_DIGITS if year in (1999, 2024) else None) == []


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(LOCALES), st.sampled_from(FORMATS))
def test_any_date_is_read_back(day: date, name: str, length: Length) -> None:
    """Whatever the day, the country and the length, Babel's text gives the day."""
    assert unread([(format_date(day, length, locale=name), {"edtf": str(day)})], "date") == []


KINDS = sorted({name for name, _ in writings()})


@pytest.mark.parametrize("skeleton", ["yMMMM", "yM", "y", "yMMMEd", "yMEd", "GyMMMd", "MMMMEd"])
def test_parts_of_a_date_are_read_back(skeleton: str) -> None:
    """Months, years, days with the era and days without a year (that of the reference) give what they say."""
    chance = random.Random(SEED)
    end = {"yMMMM": 7, "yM": 7, "y": 4}.get(skeleton, 10)
    days = [date(chance.randint(1900, 2100), month, chance.randint(1, 28)) for month in range(1, 13)] * 2
    days += [date(2023, month, chance.randint(1, 28)) for month in range(1, 13)]
    texts = {
        format_skeleton(skeleton, day, locale=name): day.isoformat()[:end]
        for day in (days if "y" in skeleton else days[-12:])
        for name in KINDS
    }
    assert unread(((text, {"edtf": value}) for text, value in texts.items()), "date") == []


@pytest.mark.parametrize(
    ("skeleton", "end"),
    [
        ("yMMMEd", 10),
        ("yMMMd", 10),
        ("yMEd", 10),
        ("yMd", 10),
        ("yMMMM", 7),
        ("yMMM", 7),
        ("y", 4),
        ("yM", 7),
    ],
)
def test_intervals_are_read_back(skeleton: str, end: int) -> None:
    """From a day to a later one of the month, the year or another year: both ends, as CLDR joins them.

    ``end`` is how much of a date the pattern writes: year, month or day.
    """
    chance = random.Random(SEED)
    pairs = {}
    for _ in range(150):
        first = date(chance.randint(1900, 2098), chance.randint(1, 12), chance.randint(1, 28))
        last = first + timedelta(chance.choice((1, 3, 8, 20, 40, 100, 300, 700)))
        both = first.isoformat()[:end], last.isoformat()[:end]
        for name in KINDS:
            pairs[format_interval(first, last, skeleton, locale=name)] = "/".join(dict.fromkeys(both))
    assert unread(((text, {"edtf": value}) for text, value in pairs.items()), "date") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("السبت، 18 – الأحد، 19 مارس، 2090", "2090-03-18/2090-03-19"),
        ("مارس – أبريل 1965", "1965-03/1965-04"),
        ("آب – تشرين الثاني 1940", "1940-08/1940-11"),
    ],
)
def test_intervals_that_share_month_or_year(text: str, value: str) -> None:
    """The month or year that stands only at the end holds for both (CLDR's patterns yMMMEd and yMMMM)."""
    assert unread([(text, {"edtf": value})], "date") == []


def hijri_texts(day: Hijri) -> Iterator[str]:
    """Yield a Hijri day in CLDR's patterns for the Islamic calendar (full, long) and in digits."""
    month = day.month_name("ar")
    yield f"{day.day_name('ar')}، {day.day} {month} {day.year} هـ"
    yield f"{day.day} {month} {day.year} هـ".translate(ARABIC_DIGITS)
    yield f"{day.day}\u200f/{day.month}\u200f/{day.year} هـ"


def test_hijri_dates_are_read_back() -> None:
    """First, middle and last day of every month of the Umm al-Qura table give both calendars' dates."""
    months = [(year, month) for year in TABLE for month in range(1, 13)]
    lengths = {(year, month): Hijri(year, month, 1).month_length() for year, month in months}
    days = (Hijri(*month, day) for month in months for day in {1, 15, lengths[month]})
    pairs = (
        (text, {"hijri": day.isoformat(), "edtf": day.to_gregorian().isoformat()})
        for day in days
        for text in hijri_texts(day)
    )
    assert unread(pairs, "date") == []
