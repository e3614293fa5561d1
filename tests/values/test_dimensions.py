"""A measure in a unit that cannot be meant is kept as written, and flagged."""

import pytest

from rawi import extract

CODE = "figure.unit-dimension"


@pytest.mark.parametrize(
    ("source", "words", "unit"),
    [
        ("بلغت مساحة الواحة 20 كيلومترا.", "20 كيلومترا", "km"),
        ("أقيم المعرض على مساحة 300 متر.", "300 متر", "m"),
        ("تزيد مساحتها على 300 متر.", "تزيد مساحتها على 300 متر", "m"),
        ("مساحة الحديقة التي زرعها نحو 300 متر.", "نحو 300 متر", "m"),
        ("باع قنينة سعتها 700 ملم.", "700 ملم", "mm"),
    ],
)
def test_an_area_or_a_capacity_in_a_length_is_flagged(source: str, words: str, unit: str) -> None:
    """The warning stands on the figure; the unit stays the one that is written."""
    record = extract(source)
    (figure,) = record.figures
    (warning,) = record.document.warnings
    assert (warning.code, warning.span, figure.unit) == (CODE, figure.span, unit)
    assert record.words(figure.span) == words


@pytest.mark.parametrize(
    "source",
    [
        "بلغت مساحة الواحة 20 كيلومترا مربعا.",
        "بلغت مساحة القاعة 20 مترا في 30 مترا.",
        "حفر على مساحة الحقل خندقا بطول 300 متر.",
        "تقع الواحة ومساحتها 20 هكتارا على بعد 300 متر.",
        "بلغت مساحة الشاشة 5 بوصات.",
        "سار بسرعة 120 كيلومترا.",
        "امتدت المساحة الخضراء. وحفر الأهالي 300 متر.",
        "يبعد المخزن 300 متر.",
    ],
)
def test_what_can_be_meant_is_not(source: str) -> None:
    """Squares, sides, lengths within an area, screens, and a speed as everybody says it."""
    assert extract(source).document.warnings == ()
