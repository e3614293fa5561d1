"""Units by their names: ``USD`` is a code for programs, «دولارًا أمريكيًا» is what people read."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from rawi.model.value import Amount
from rawi.views.labels import Language
from rawi.views.plurals import find_category


@cache
def load_units() -> dict[str, dict[Language, dict[str, str]]]:
    """Load the catalogue: the forms of each unit's name in each language, by category."""
    return tomllib.loads(files("rawi.views").joinpath("units.toml").read_text("utf-8"))


def name_unit(code: str | None, language: Language = "en", number: Amount | None = None) -> str:
    """Return the name of a unit, in the form that goes with ``number``; the code itself where it has no name,
    nothing for none.

    >>> name_unit("a", "ar", 5), name_unit("a", "ar", 12), name_unit("USD", "en"), name_unit("Gbit")
    ('سنوات', 'سنة', 'US dollars', 'Gbit')
    """
    if code in (None, "1"):  # a share or multiple counts nothing
        return ""
    forms = load_units().get(str(code), {}).get(language)
    if forms is None:
        return str(code)
    whole = number is not None and number == int(number) and abs(number) < 1e15
    category = find_category(int(number), language) if whole and number is not None else "other"
    return forms.get(category, forms["other"])


def join_unit(shown: str, code: str | None, language: Language = "en", number: Amount | None = None) -> str:
    """Return a number as it is shown with its unit behind it.

    >>> join_unit("12", "%"), join_unit("12", "%", "ar"), join_unit("3", "km"), join_unit("3", None)
    ('12%', '12 في المئة', '3 km', '3')
    """
    name = name_unit(code, language, number)
    return f"{shown}{name}" if name == "%" else f"{shown} {name}".rstrip()
