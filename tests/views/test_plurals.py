"""Counted things, as each language says them."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from rawi.views.plurals import Category, count, find_category, load_plurals

KNOWN = {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other"}
BEYOND = {102: "other", 103: "few", 111: "many", 1000: "other"}


@pytest.mark.parametrize(("number", "category"), [*KNOWN.items(), *BEYOND.items()])
def test_arabic_has_six_categories(number: int, category: str) -> None:
    """Each number falls where CLDR puts it."""
    assert find_category(number, "ar") == category


def test_the_catalogue_is_whole() -> None:
    """Every thing has its two English and six Arabic forms, each in its own letters; all but zero, one and
    two give the number."""
    for name, forms in load_plurals().items():
        assert set(forms["en"]) == {"one", "other"}, name
        assert set(forms["ar"]) == set(get_args(Category)), name
        assert all(form.isascii() for form in forms["en"].values()), name
        assert not any(re.search("[a-mo-z]", form) for form in forms["ar"].values()), name
        assert all("{n}" in forms["ar"][category] for category in ("few", "many", "other")), name


def test_dual_and_accusative_are_written() -> None:
    """Two stand without a numeral, eleven take the accusative."""
    assert count("reports", 2, "ar") == "خبران"
    assert count("reports", 11, "ar") == "11 خبرًا"
    assert count("origins", 3, "ar") == "3 مصادر مستقلة"
    assert count("copies", 1, "en") == "1 copy"
