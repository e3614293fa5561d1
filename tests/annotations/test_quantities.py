"""Quantities: hedges, ranges, units and counted nouns; and numbers that count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.annotator import check
from rawi.annotations.dates import DATES
from rawi.annotations.numbers import NUMBERS
from rawi.annotations.quantities import QUANTITIES
from rawi.model.annotation import Kind
from rawi.model.value import Hedge, Quantity
from tests.annotations.measured import read

ANY = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                "نحو",
                "40",
                "ألف",
                "من",
                "إلى",
                "بين",
                "و",
                "ال",
                "3",
                "2015",
                "-",
                "/",
                ":",
                "(",
                ")",
                "%",
                "دولار",
                "كيلومتر",
                "مربع",
                "شهر",
                "سنة",
                "أمس",
                "السبت",
                "آذار",
                "أكثر",
                "لا",
                "يقل",
                "عن",
                "نصف",
                "الماضي",
                "المقبل",
                "قبل",
                "منذ",
                "خمسة",
                "عشر",
                "وعشرين",
                "مئة",
                "ملايين",
                "هـ",
                "1436",
                "الساعة",
                "على",
                "الأقل",
                "عامين",
                "ثلاثمئة",
            ]
        ),
        max_size=14,
    ).map(" ".join),
)


def quantities(source: str) -> list[Quantity]:
    """Return the quantities of a sentence."""
    return [note.value for note in read(source)[1].of(Kind.QUANTITY)]


def test_the_three_stages_stand_in_an_order_that_works() -> None:
    """Numbers, dates, quantities: each finds what it needs."""
    check((NUMBERS, DATES, QUANTITIES))


@pytest.mark.parametrize(
    ("source", "low", "high", "hedge"),
    [
        ("وصل 40 زائرا", 40, 40, Hedge.EXACT),
        ("وصل نحو 40 زائرا", 40, 40, Hedge.ABOUT),
        ("وصل حوالى أربعين زائرا", 40, 40, Hedge.ABOUT),
        ("وصل زهاء الأربعين", 40, 40, Hedge.ABOUT),
        ("وصل ما يقارب من 40 زائرا", 40, 40, Hedge.ABOUT),
        ("قام بأربع رحلات تقريبا", 4, 4, Hedge.ABOUT),
        ("ناهزت نسبة المشاركة 43 بالمئة", 43, 43, Hedge.ABOUT),
        ("وصل أكثر من 40 زائرا", 40, None, Hedge.MORE_THAN),
        ("وصل ما يزيد على 40 زائرا", 40, None, Hedge.MORE_THAN),
        ("تجاوز عدد الزوار 40 ألفا", 40000, None, Hedge.MORE_THAN),
        ("وصل أقل من 40 زائرا", None, 40, Hedge.LESS_THAN),
        ("وصل ما لا يقل عن 40 زائرا", 40, None, Hedge.AT_LEAST),
        ("وصل 40 زائرا على الأقل", 40, None, Hedge.AT_LEAST),
        ("يتسع لأربعين زائرا كحد أقصى", None, 40, Hedge.AT_MOST),
        ("عددهم لا يتجاوز 40", None, 40, Hedge.AT_MOST),
        ("خصص ما يصل إلى 40 مقعدا", None, 40, Hedge.AT_MOST),
        ("وصل بين 10 و14 ألف زائر", 10000, 14000, Hedge.BETWEEN),
        ("وصل ما بين عشرة وعشرين زائرا", 10, 20, Hedge.BETWEEN),
        ("وصل من 10 إلى 20 زائرا", 10, 20, Hedge.BETWEEN),
        ("وصل 10-20 زائرا", 10, 20, Hedge.BETWEEN),
        ("وصل بضعة زوار", 3, 9, Hedge.BETWEEN),
        ("وصل عشرات الزوار", 10, None, Hedge.ORDER),
        ("وصل مئات الآلاف من الزوار", 100000, None, Hedge.ORDER),
        ("حكم عليه بين عامين و20 سنة سجنا", 2, 20, Hedge.BETWEEN),
        ("غاب ثلاثة أعوام ونصف عام", 3.5, 3.5, Hedge.EXACT),
    ],
)
def test_hedges_give_the_bounds_of_the_gold_guide(
    source: str, low: float | None, high: float | None, hedge: Hedge
) -> None:
    """About keeps the number on both sides, a bound leaves the other open, a range has both."""
    assert [(q.low, q.high, q.hedge) for q in quantities(source)] == [(low, high, hedge)]


@pytest.mark.parametrize(
    ("source", "unit", "counted"),
    [
        ("وصل 40 ألف زائر", None, "زائر"),
        ("وصل 900 من سكان القرية", None, "سكان"),
        ("اعترض الأعضاء الـ23", None, "الأعضاء"),
        ("وافقت الأطراف الثلاثة", None, "الأطراف"),
        ("38 بالمئة من السكان", "%", "السكان"),
        ("زادت 5 في المئة", "%", None),
        ("زادت نقطة مئوية واحدة", "%", None),
        ("مساحته 110 آلاف كيلومتر مربع", "km2", "كيلومتر مربع"),
        ("وزنه 12 ملي غرام", "mg", "ملي غرام"),
        ("على بعد خمسة أميال بحرية", "[nmi_i]", "أميال بحرية"),
        ("عمره 39 عاما", "a", "عاما"),
        ("دام أكثر من شهر", "mo", "شهر"),
        ("كلف 5 ملايين دولار", "USD", "دولار"),
        ("كلف 5 ملايين دولار أسترالي", "AUD", "دولار أسترالي"),
        ("كلف 15 ألف دينار", None, "دينار"),
        ("كلف 15 ألف دينار تونسي", "TND", "دينار تونسي"),
        ("خسرت ثلاثة بالمئة", "%", None),
        ("زادت خمسة بالألف", "[ppth]", None),
        ("كلف $10", "USD", None),
        ("أكل نصف الخبز", "1", "الخبز"),
        ("حضر قتيلان", None, "قتيلان"),
    ],
)
def test_units_and_counted_nouns(source: str, unit: str | None, counted: str | None) -> None:
    """Measures have UCUM codes, money ISO ones, and what is counted is quoted as written."""
    found = quantities(source)
    assert [(q.unit, q.counted if unit != "USD" or counted else None) for q in found] == [(unit, counted)]


@pytest.mark.parametrize(
    "source",
    [
        "حضر يوم 6 آذار 2021",
        "حضر في 2015",
        "حضر الساعة 10:30",
        "أصيب بكوفيد-19",
        "طائرة إف-16",
        'قالت شبكة "النخيل 24" إن الطريق مغلق',
        "المادة 12 من القانون",
        "اتصل على 0551234567",
        "الفرقة الثالثة",
        "غادر قبل ثلاثة أسابيع",
        "فازت البطولة العربية الـ13",
        "في الدقيقة 40 أهدر الفرصة",
        "كلمة واحدة تكفي",
        "وصل أحد الزوار",
        "لست متعبا",
        "شهدت القرية 3/2",
        "فاز الفريق 2-3",
    ],
)
def test_numbers_that_count_nothing_are_no_quantities(source: str) -> None:
    """Dates, clock times, ordinals, labels, telephone numbers and numbers inside names are left out."""
    assert quantities(source) == []


@pytest.mark.parametrize("source", ["ارتفع من 5 مليارات درهم إلى 9 مليارات درهم", "قتل 3 وأصيب 5"])
def test_two_amounts_stay_two(source: str) -> None:
    """A change from one sum of money to another is no range, nor are two tolls."""
    assert len(quantities(source)) == 2


@given(ANY)
def test_any_text_is_read_and_every_range_slices(source: str) -> None:
    """No text raises; number and noun lie in the text, the number inside the whole."""
    text, known = read(source)
    for note in known.of(Kind.QUANTITY):
        first, last = note.value.number
        assert 0 <= first < last <= len(text.words)
        assert 0 <= note.first < note.last <= len(text.words)
        assert text.words_of(*(note.value.counted_at or (first, last)))
        assert text.source_span(note.start, note.end).of(source)


@given(ANY)
def test_a_token_belongs_to_a_date_or_a_quantity(source: str) -> None:
    """No number is claimed by a date and by a quantity."""
    _, known = read(source)
    dated = {at for date in known.of(Kind.DATE) for at in range(date.first, date.last)}
    assert not dated & {note.value.number[0] for note in known.of(Kind.QUANTITY)}


@given(st.integers(3, 9999), st.sampled_from(["نحو {} زائر", "أكثر من {} دولار", "{} كيلومتر", "{}%"]))
def test_the_script_of_digits_changes_nothing(number: int, frame: str) -> None:
    """A quantity in Arabic-Indic digits has the same bounds, hedge and unit as in Latin ones."""
    latin = frame.format(number)
    indic = frame.format(str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    assert [(q.low, q.high, q.hedge, q.unit) for q in quantities(latin)] == [
        (q.low, q.high, q.hedge, q.unit) for q in quantities(indic)
    ]
