"""What annotators find in a text: a kind, a place, the rule that made it, and a value."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec


class Kind(StrEnum):
    """Kinds of annotation; an annotator says which it needs and which it makes."""

    BOILERPLATE = "boilerplate"
    NUMBER = "number"
    QUANTITY = "quantity"
    DATE = "date"
    CUE = "cue"
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    ROLE = "role"


class Annotation(msgspec.Struct, frozen=True, gc=False):
    """``first`` and ``last`` are token indices (half-open) of the text; ``rule`` names what made it.

    ``start`` and ``end`` are half-open offsets in the folded layer; ``Text.source_span`` leads back to the
    source.
    ``value`` is the typed value of the kind (``Quantity``, ``CalendarDate``, a mention …).
    """

    kind: Kind
    start: int
    end: int
    first: int
    last: int
    rule: str
    value: Any = None
