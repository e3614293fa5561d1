"""Ratios are one figure; a part and its whole are two that count the same."""

import pytest

from rawi import extract

Row = tuple[str, float | None, float | None, str | None, str | None]


def rows(source: str) -> list[Row]:
    """Return number, low, high, unit and counted noun of the figures of an article."""
    record = extract(source)
    return [
        (record.words(f.number), f.low, f.high, f.unit, f.counted.text if f.counted else None)
        for f in record.figures
    ]


@pytest.mark.parametrize(
    ("source", "row"),
    [
        ("قال 4 من كل 10 مشاركين إنهم راضون.", ("4 من كل 10", 0.4, 0.4, "1", "مشاركين")),
        ("قال واحد من كل خمسة إنه راض.", ("واحد من كل خمسة", 0.2, 0.2, "1", None)),
        ("أربع ورش من كل خمس ورش مغلقة.", ("أربع ورش من كل خمس", 0.8, 0.8, "1", "ورش")),
        ("تدرس أكثر من 9 من كل 10 فتيات.", ("9 من كل 10", 0.9, None, "1", "فتيات")),
        ("فاز نحو واحد من كل أربعة لاعبين.", ("واحد من كل أربعة", 0.25, 0.25, "1", "لاعبين")),
        ("يصاب طفل من كل مئة طفل.", ("طفل من كل مئة", 0.01, 0.01, "1", "طفل")),
        ("وجدوا مدخنا من بين كل أربعة رجال.", ("مدخنا من بين كل أربعة", 0.25, 0.25, "1", "رجال")),
        ("اختار اثنين من خمسة.", ("اثنين من خمسة", 0.4, 0.4, "1", None)),
        ("خلط الدقيق بالماء بنسبة 1 إلى 4.", ("1 إلى 4", 0.25, 0.25, "1", None)),
        ("خلط الدقيق بالماء بنسبة 4 إلى 1.", ("4 إلى 1", 4, 4, "1", None)),
    ],
)
def test_a_ratio_is_one_figure(source: str, row: Row) -> None:
    """Its value is the share, its unit 1, and the hedge before it stays."""
    assert rows(source) == [row]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("نجا 5 جنود من أصل 20.", [(5, "جنود"), (20, "جنود")]),
        ("نجا خمسة من أصل 20 جنديا.", [(5, "جنديا"), (20, "جنديا")]),
        ("صوت 40 نائبا لصالح القانون من أصل 60.", [(40, "نائبا"), (60, "نائبا")]),
        ("درس 34 من 155 حالة.", [(34, "حالة"), (155, "حالة")]),
        ("سار 5 كيلومترات من أصل 20.", [(5, "كيلومترات"), (20, "كيلومترات")]),
    ],
)
def test_a_part_and_its_whole_count_the_same(source: str, found: list[tuple[float, str]]) -> None:
    """The one without a noun takes the noun, and the unit, of the other."""
    assert [(row[1], row[4]) for row in rows(source)] == found
    assert len({row[3] for row in rows(source)}) == 1


@pytest.mark.parametrize(
    ("source", "lows"),
    [
        ("بلغت النسبة 17 إلى 25 في المئة.", [17]),
        ("هو واحد من ثلاثة رجال.", [3]),
        ("أخذ القمح من كل ثلاثة حقول.", [3]),
        ("دفع 5 دنانير من كل راتب.", [5]),
        ("باع 45 مليون كتاب من أصل 100.", [45000000, 100]),
    ],
)
def test_near_misses_are_no_ratio(source: str, lows: list[float]) -> None:
    """A range, one of several, what is taken from each; a whole whose scale is left out takes no noun."""
    assert [row[1] for row in rows(source)] == lows
    assert rows(source)[-1][4] != "كتاب"
