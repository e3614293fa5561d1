"""Numbers in digits and words, in every spelling, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.digits import parse_digits
from rawi.annotations.numbers import find_numbers, load_grammar, read_number
from rawi.annotations.vocabulary import load_vocabulary
from rawi.text.text import Text

ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = [
    "",
    "مئة",
    "مئتان",
    *(f"{unit}مئة" for unit in ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]),
]


def values(source: str) -> list[float | int]:
    """Return the lower bounds of the numbers in a text."""
    return [note.value.low for note in find_numbers(Text(source))]


def spell(number: int) -> str:
    """Spell a number below a million as a grammar book does."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        head = {1: "ألف", 2: "ألفان"}.get(thousands)
        head = head or f"{spell(thousands)} {'آلاف' if 3 <= thousands <= 10 else 'ألف'}"
        return f"{head} و{spell(rest)}" if rest else head
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    if 11 <= rest <= 19:
        first = {11: "أحد", 12: "اثنا"}.get(rest, UNITS[units])
        small = f"{first} عشر"
    else:
        small = " و".join(part for part in (UNITS[units], TENS[tens]) if part)
    return " و".join(part for part in (HUNDREDS[hundreds], small) if part)


@given(st.integers(1, 999_999))
def test_a_number_spelled_out_is_read_back(number: int) -> None:
    """Every whole number below a million, in words as grammar asks, gives its value and nothing else."""
    assert values(spell(number)) == [number]


@given(st.integers(0, 10**12))
def test_the_script_of_digits_does_not_change_a_value(number: int) -> None:
    """Arabic-Indic, Persian and Latin digits are the same number."""
    plain = str(number)
    assert values(plain.translate(ARABIC_DIGITS)) == values(plain.translate(PERSIAN_DIGITS)) == [number]


@given(st.integers(3, 999_999), st.integers(0, 60), st.sampled_from("ًٌٍَُِّْـ"))
def test_marks_and_tatweel_inside_words_do_not_change_a_value(number: int, at: int, mark: str) -> None:
    """A vowel mark or a tatweel after any letter of a spelled number leaves its value alone."""
    spelled = spell(number)
    at = at % len(spelled)
    marked = spelled[: at + 1] + mark + spelled[at + 1 :] if spelled[at] != " " else spelled
    assert values(marked) == [number]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("29 ألفا و358 زائرا", [29358]),
        ("111 ألفاً و65 حالة", [111065]),
        ("ستة ملايين و750 ألفا", [6750000]),
        ("مليارا و50 مليون ريال", [1050000000]),
        ("ألفا ريال", [2000]),
        ("مليونا دينار", [2000000]),
        ("ثلاثة مائة", [300]),
        ("ثلاثماية وخمسة", [5]),
        ("مائتي ألف", [200000]),
        ("اثنتا عشرة قرية", [12]),
        ("إحدى وعشرين قرية", [21]),
        ("نصف مليون", [500000]),
        ("مليون ونصف المليون", [1500000]),
        ("ثلاثة ملايين ونصف", [3500000]),
        ("ثلاثة أرباع السكان", [0.75]),
        ("ثلثي السكان", [0.666666666667]),
        ("سبعة فاصلة خمسة", [7.5]),
        ("سبعة فاصلة صفر خمسة", [7.05]),
        ("سبعة فاصلة ثلاثة أربعة وعشرون", [7.3, 24]),
        ("خمسة فاصلة خمسة ملايين", [5500000]),
        ("5 فاصلة 05", [5.05]),
        ("1.5 فاصلة خمسة", [1.5, 5]),
        ("عشرات الآلاف", [10000]),
        ("مئات آلاف", [100000]),
        ("بضعة آلاف", [3000]),
        ("6.671.878 راكبا", [6671878]),
        ("1,200 راكب", [1200]),
        ("22,5 بالمئة", [22.5]),
        ("50ر11 مليون", [11500000]),
        ("بألفين ومائتين", [2200]),
        ("40 ألف", [40000]),
        ("1.5 مليون", [1500000]),
        ("ألف مليار", [10**12]),
        ("وصل ثلاثة وخمسة آخرون", [3, 5]),
    ],
)
def test_numbers_as_newsrooms_write_them(source: str, expected: list[float]) -> None:
    """Digits with scale words, hundreds joined or split, duals, fractions and bare scales are read."""
    assert values(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "أحد السكان",
        "في المئة",
        "نصف نهائي البطولة",
        "الربع الأول من العام",
        "يوم الاثنين",
        "الحادي عشر",
        "كمية",
    ],
)
def test_words_that_only_look_like_numbers_are_left_alone(source: str) -> None:
    """One of many, the hundred of a percentage, semi-finals, quarters, weekdays, ordinals: no numbers."""
    assert values(source) == []


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("007", 7),
        ("0,5", 0.5),
        ("3,141", 3141),
        ("0.046", 0.046),
        ("1,234.5", 1234.5),
        ("1.2.3", None),
        ("9" * 300, 10**300 - 1),
        ("9" * 301, None),
        ("9" * 301 + ".5", None),
        ("1" + ",000" * 100, None),
        ("1" + ".000" * 5000, None),
    ],
)
def test_separators_of_digits(token: str, value: float | None) -> None:
    """Commas before three digits group, one dot is decimal, and a chain that groups nothing is no number."""
    assert parse_digits(token) == value


@given(st.text(max_size=80))
def test_any_text_is_read_without_error_and_spans_slice(source: str) -> None:
    """No text raises, and every number has a place of at least one code point in the source."""
    text = Text(source)
    for note in find_numbers(text):
        span = text.span(note.first, note.last)
        assert 0 <= span.start < span.end <= len(source)


def test_a_word_alone_is_read_as_the_grammar_reads_it() -> None:
    """The short way for numbers of one word gives what the whole grammar gives, for every word known."""
    words = [*load_vocabulary().entries, "7", "1,200", "22,45", "20.8.2015", "9" * 30, "9" * 500]
    for text in map(Text, words):
        if len(text.words) != 1:
            continue
        tape = load_vocabulary().tape(text.words)
        match = load_grammar().start.match(tape)
        read = read_number(match, text.words, tape) if match else None
        assert [note.value for note in find_numbers(text)] == ([read[0]] if read else []), text.source
