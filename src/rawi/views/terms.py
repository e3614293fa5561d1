"""What stands in a checklist, in the words of a reader: classes of the counted, scopes, directness, origins.

Classes have a label where a series is named by them; else English shows the class, Arabic the first noun that
the lexicon of counted nouns has for it.
"""

from __future__ import annotations

from functools import cache

from rawi.lexicons.loader import load_table
from rawi.model.relation import CheckName
from rawi.views.labels import Language, label, load_labels
from rawi.views.units import load_units, name_unit

_BEARINGS = ("asserted", "denied", "certain", "doubtful")
_PARTED = " · "
_TABLES = ("counted.tsv", "measures.tsv")


def tell_check(name: CheckName, words: str, language: Language) -> str:
    """Return what one side has to a line of a checklist; what the source itself says stays as it is.

    >>> tell_check("definition", "people · toll", "ar"), tell_check("quantity", "injured+killed", "en")
    ('أشخاص · حصيلة', 'wounded + killed')
    """
    if name in ("quantity", "unit"):
        return _tell_class(words, language)
    if name == "definition":
        return _PARTED.join(_tell_part(part, language) for part in words.split(_PARTED))
    if name in ("directness", "polarity"):
        return label(words, language)
    if name == "origin" and words.startswith("sha256:"):
        return label("narrator", language)
    return words


def tell_reason(words: str, language: Language) -> str:
    """Return what one side has to a reason: its polarity, certainty or act in words, else as it stands.

    >>> tell_reason("not keep", "ar"), tell_reason("denied", "ar"), tell_reason("وزارة الصحة", "en")
    ('لا يُبقيه', 'منفيّ', 'وزارة الصحة')
    """
    if words in _BEARINGS:
        return label(words, language)
    act = f"way.{words.replace(' ', '_')}"
    return label(act, language) if act in load_labels() else words


def _tell_part(part: str, language: Language) -> str:
    """Return a part of a definition: what a number is of its quantity, a class, or a name."""
    scope = f"scope.{part}"
    return label(scope, language) if scope in load_labels() else _tell_class(part, language)


def _tell_class(words: str, language: Language) -> str:
    """Return a class: each deed of a joint count, what a measure is of, a noun without its mark."""
    unit, measured, of = words.partition(":")
    if measured:
        words = of.removeprefix("of ").removeprefix("~") or unit
    told = [_name_class(part, language) for part in words.split("+")]
    return " + ".join(filter(None, told))


def _name_class(name: str, language: Language) -> str:
    """Return the wording of one class."""
    known = f"what.{name}"
    if known in load_labels():
        return label(known, language)
    if name in load_units():
        return name_unit(name, language)
    arabic = _first_nouns().get(name) if language == "ar" else None
    return arabic or name.removeprefix("~").replace("_", " ")


@cache
def _first_nouns() -> dict[str, str]:
    """Return the first noun of each class of what is counted or measured."""
    found: dict[str, str] = {}
    for table in _TABLES:
        for row in load_table(table):
            found.setdefault(row["class"], row["word"])
    return found
