"""Units of measure: compounds, spellings, duals, brackets, parts of a hundred; and hedges of growth."""

import pytest

from rawi import extract
from rawi.parsing import parse


def figures(source: str) -> list[tuple[float | None, float | None, str | None]]:
    """Return low, high and unit of the figures of an article."""
    return [(figure.low, figure.high, figure.unit) for figure in extract(source).figures]


@pytest.mark.parametrize(
    ("source", "unit"),
    [
        ("مساحة القاعة 300 م2.", "m2"),
        ("مساحة القاعة 300م².", "m2"),
        ("مساحة الواحة 300 كم2.", "km2"),
        ("حجم الخزان 300 متر مكعب.", "m3"),
        ("تدفق المياه 300 متر مكعب في الثانية.", "m3/s"),
        ("بلغت السرعة 80 كم/س.", "km/h"),
        ("بلغت السرعة 80 كيلومترا في الساعة.", "km/h"),
        ("بلغت السرعة 80 كيلومترا بالساعة.", "km/h"),
        ("بلغت السرعة 80 مترا في الثانية.", "m/s"),
        ("بلغت السرعة 80 عقدة بحرية.", "[kn_i]"),
        ("استهلك البيت 80 كيلوواط ساعة.", "kW.h"),
        ("استهلك البيت 80 كيلو واط/ساعة.", "kW.h"),
        ("سار 80 كيلو متر.", "km"),
        ("طوله 80 سنتمترا.", "cm"),
        ("طوله 80 ملم.", "mm"),
        ("طوله 80 مترا طوليا.", "m"),
        ("وزنه 80 كيلو غرام.", "kg"),
        ("زرع 80 هيكتارا.", "har"),
        ("زرع 80 فدانا.", "feddan"),
        ("سعته 80 غيغابايت.", "GB"),
        ("تردده 80 ميغاهرتز.", "MHz"),
        ("يبعد 80 سنة ضوئية.", "[ly]"),
        ("أكل 80 سعرة حرارية.", "kcal"),
        ("ارتفعت الحرارة درجتين مئويتين.", "Cel"),
        ("وصل (80) طنا من القمح.", "t"),
        ("غاب (80) يوما.", "d"),
        ("سعر البرميل 80 دولارا للبرميل.", "USD"),
        ("زادت النسبة 80 بالألف.", "[ppth]"),
    ],
)
def test_a_unit_is_read_as_articles_write_it(source: str, unit: str) -> None:
    """Joined and split spellings, letters with the mark of a square, speeds, flows; after brackets too."""
    assert [found[2] for found in figures(source)] == [unit]


@pytest.mark.parametrize(
    ("source", "unit"),
    [
        ("سجل هدفا من 30 مترا في الدقيقة 40.", "m"),
        ("قطع 50 كيلومترا في الساعة العاشرة.", "km"),
        ("ولد في 2015 م 2 من إخوته.", None),
        ("بلغ سعر الذهب 1312.10 للأوقية.", None),
        ("فاز بثلاث دورات.", None),
        ("قتل 20 عنصرا.", None),
        ("ركض مع ألف حصان.", None),
        ("يوجد 3 بدرجة مدير.", None),
    ],
)
def test_near_misses_are_no_units(source: str, unit: str | None) -> None:
    """A minute of play, a point of time, a price per ounce, nouns that are units only elsewhere."""
    assert figures(source)[-1][2] == unit


@pytest.mark.parametrize(
    ("phrase", "n", "unit"),
    [
        ("ميلان", "2", "mi"),
        ("متران مربعان", "2", "m2"),
        ("هكتاران", "2", "ha"),
        ("فدانين", "2", "feddan"),
        ("طنان", "2", "t"),
        ("ميل", "1", "mi"),
        ("متر مربع", "1", "m2"),
        ("50 م", "50", "m"),
        ("50 ميلا في الساعة", "50", "mi/h"),
        ("ثلاثة بالمئة", "3", "%"),
        ("ثلاثة بالألف", "3", "‰"),
        ("3 في الألف", "3", "‰"),
    ],
)
def test_a_phrase_that_is_only_a_unit_is_a_quantity(phrase: str, n: str, unit: str) -> None:
    """Duals are two, a singular one; short forms and words with another everyday sense count as well."""
    assert [(value["n"], value["unit"]) for value in parse(phrase, "quantity")] == [(n, unit)]


@pytest.mark.parametrize("phrase", ["أمتار", "دولارات", "نصف قطر", "عنصر"])
def test_other_words_alone_are_no_quantity(phrase: str) -> None:
    """A plural says no number."""
    assert parse(phrase, "quantity") == parse(phrase, "money") == []


def test_a_dual_that_is_a_name_too_is_read_only_outside_articles() -> None:
    """The name of a city and its clubs is spelt like two miles."""
    assert figures("عاد اللاعب إلى ميلان.") == []


@pytest.mark.parametrize(
    ("source", "low", "high"),
    [
        ("زادت المبيعات 5 بالمئة.", 5, 5),
        ("زادت المبيعات خمسة بالمئة.", 5, 5),
        ("زاد العدد بنسبة 5 بالمئة.", 5, 5),
        ("يزيد عددهم على 50 شخصا.", 50, None),
        ("زاد عددهم عن 50 شخصا.", 50, None),
        ("لا يزيد عددهم على 50 شخصا.", None, 50),
        ("لم يتجاوز عددهم 50 شخصا.", None, 50),
        ("لا يقل عددهم عن 50 شخصا.", 50, None),
        ("قضى فيها ما يزيد من أسبوعين.", 2, None),
    ],
)
def test_growth_by_a_number_is_not_growth_beyond_it(source: str, low: int | None, high: int | None) -> None:
    """زاد exceeds a number only with a preposition; a negation before the subject turns the bound round."""
    assert [found[:2] for found in figures(source)] == [(low, high)]


@pytest.mark.parametrize(
    ("source", "low"),
    [
        ("دفع غرامة قدرها 10.000 ريال سعودي.", 10_000),
        ("دفع غرامة قدرها 7.500 دولار.", 7_500),
        ("زرع 66.000 متر مربع.", 66_000),
        ("زرع 5.723 م2.", 5_723),
        ("حضر 12.500 زائر على الأقل.", 12_500),
        ("حضر 12.500 مليون زائر.", 12_500_000),
        ("سعر السهم 7.300 دراهم إماراتية.", 7.3),
        ("سعر الخبز 2.500 دينار كويتي.", 2.5),
        ("سعر الدولار 3.750 ريال سعودي.", 3.75),
        ("زادت النسبة 9.710 بالمئة.", 9.71),
        ("وزنه 11.250 كيلوغراما.", 11.25),
    ],
)
def test_a_dot_before_three_digits_groups_where_nobody_writes_thousandths(source: str, low: float) -> None:
    """Money of a hundred parts, squares, what is counted; not shares, rates and money of a thousand parts."""
    assert figures(source)[0][0] == low


def test_both_ends_of_a_range_are_grouped() -> None:
    """The second number has its own digits."""
    assert figures("حضر من 12.500 إلى 14.000 زائر.") == [(12_500, 14_000, None)]
