"""Every unit and every current currency of Unicode CLDR is read in all its Arabic forms, or says why not."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from rawi.parsing import parse

TABLE = tomllib.loads((Path(__file__).parent / "cldr_units.toml").read_text("utf-8"))
CODES: dict[str, str] = TABLE["units"]
EXCEPTIONS: dict[str, str] = TABLE["exceptions"]
#: A number of each plural category of Arabic.
NUMBERS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
# Babel has no public list of the forms of a unit.
PATTERNS = Locale("ar")._data["unit_patterns"]
#: Currencies in use that CLDR has no Arabic name for yet.
UNNAMED = {"XCG", "ZWG"}
TODAY = date(2025, 6, 1)


def forms(unit: str) -> Iterator[tuple[str, int | None]]:
    """Yield the forms of a unit with their numbers in digits; None where the form says the number itself."""
    for length in PATTERNS[unit].values():
        for category, form in length.items():
            if category in NUMBERS:
                number = NUMBERS[category]
                yield form.replace("{0}", str(number)), number if "{0}" in form else None


def currencies() -> list[str]:
    """Return the codes of the currencies that are in use somewhere."""
    places = get_global("territory_currencies")
    return sorted({code for place in places for code in get_territory_currencies(place, TODAY)} - UNNAMED)


def test_the_table_has_every_unit_once() -> None:
    """A unit that CLDR adds must be given its code or its reason."""
    assert sorted([*CODES, *EXCEPTIONS]) == sorted(PATTERNS)


@pytest.mark.parametrize("unit", CODES)
def test_every_form_of_a_unit_is_read(unit: str) -> None:
    """The code is that of the table, and the number is the one that stands there; one or two in a word."""
    for text, number in forms(unit):
        found = [(value["unit"], value["n"]) for value in parse(text, "quantity")]
        allowed = [(CODES[unit], str(n)) for n in ((1, 2) if number is None else (number,))]
        assert found in [[one] for one in allowed], text


@pytest.mark.parametrize("unit", [u for u, reason in EXCEPTIONS.items() if reason.endswith("duration")])
def test_the_long_forms_of_periods_are_durations(unit: str) -> None:
    """What is left out above because it is a duration is read as one."""
    for category, form in PATTERNS[unit]["long"].items():
        if category in NUMBERS:
            assert parse(form.replace("{0}", str(NUMBERS[category])), "duration"), form


@pytest.mark.parametrize("code", currencies())
def test_every_form_of_a_currency_is_read(code: str) -> None:
    """The name and its plural forms give the code of ISO 4217."""
    for number in NUMBERS.values():
        text = f"{number} {get_currency_name(code, number, 'ar')}"
        assert [(v["unit"], v["n"]) for v in parse(text, "money")] == [(code, str(number))], text
