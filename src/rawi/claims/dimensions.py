"""A measure in a unit that cannot be meant: an area or a capacity in metres.

``مساحتها 20 كيلومترا`` leaves the square out. The value is kept as written, and a warning says so. A speed in
kilometres alone (بسرعة 120 كيلومترا) is everyday speech for kilometres an hour, and no slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rawi.annotations.hedges import NUMERAL
from rawi.annotations.vocabulary import codes_of, tape_of
from rawi.arabic.clitics import noun_forms
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries
from rawi.model.annotation import Annotation
from rawi.model.document import Warning
from rawi.model.lexeme import Lexeme
from rawi.model.value import Quantity
from rawi.text.text import Text

#: Units of length that are squared; an inch measures screens, and nobody squares it.
_LENGTHS = frozenset(("m", "km", "cm", "mm", "[mi_i]", "[ft_i]", "[yd_i]"))
_LITRES = frozenset(("m", "cm", "mm"))
_MEANT = {"area": "an area", "capacity": "a capacity"}
_REACH = 7
_PRONOUNS = ("ه", "ها", "هما", "هم", "هن", "نا")


def build_dimension_warning(text: Text, found: Annotation) -> Warning | None:
    """Return the warning ``figure.unit-dimension`` where a unit is not of the kind that the text measures."""
    quantity: Quantity = found.value
    unit = quantity.unit
    if unit not in _LENGTHS or (role := _measured(text, quantity)) is None:
        return None
    if role not in _MEANT or (role == "capacity" and unit not in _LITRES) or _has_sides(text, found):
        return None
    message = f"{_MEANT[role]} in a unit of length ({unit}): a word is likely missing; kept as written"
    return Warning("figure.unit-dimension", message, text.source_span(found.start, found.end))


def _measured(text: Text, quantity: Quantity) -> str | None:
    """Return what the nearest noun of measuring before a number says is measured; None if none is near."""
    tape, words, nouns = tape_of(text), text.words, _nouns()
    for at in range(quantity.number[0] - 1, max(-1, quantity.number[0] - 1 - _REACH), -1):
        if (role := nouns.get(words[at])) is not None:
            return role
        if tape[at] in _ends():
            return None
    return None


def _has_sides(text: Text, found: Annotation) -> bool:
    """Do sides follow, or a length after all: 20 مترا في 30, 20 كيلومترا طولا؟"""
    last, tape = found.last, tape_of(text)
    after = text.words[last] if last < len(text.words) else ""
    sides = tape[last : last + 1] in codes_of("{in}") and tape[last + 1 : last + 2] in codes_of(_NUMBERS)
    return sides or _nouns().get(after) == "length" or after in ("×", "x", "*")


_NUMBERS = "{?number|decimal|digit|ten|tens|hundred|thousand}"


@cache
def _ends() -> frozenset[str]:
    """Return the codes at which the search for a noun stops: marks, and other numbers."""
    marks = codes_of("{comma|dot|line|colon|opening|closing|quote}")
    return marks | codes_of(_NUMBERS) | codes_of(f"{{?{NUMERAL}}}")


@cache
def _nouns() -> dict[str, str]:
    """Return the roles of the nouns of measuring, with what may stand joined before and after them."""
    return {
        surface: entry.role
        for entry in reversed(load_entries("dimensions.toml", Lexeme))
        for form in entry.forms
        for owned in _owned(fold(form))
        for surface, _ in noun_forms(owned)
    }


def _owned(noun: str) -> Iterator[str]:
    """Yield a folded noun alone and with an owner's pronoun: مساحه، مساحتها."""
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    yield noun
    yield from (stem + pronoun for pronoun in _PRONOUNS)
