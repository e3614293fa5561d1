"""What may be corrected of an entry, what stands there as read, and which values are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import get_args

from rawi.ledger.answers import EventView
from rawi.ledger.results import Count, Said
from rawi.ledger.timeline import parse_days
from rawi.model.claim import Event, Figure, Polarity, Statement
from rawi.model.review import Correction, Field, Review, Reviewable
from rawi.model.span import Span
from rawi.model.value import Hedge
from rawi.relations.incidents.types import load_types

#: What may be corrected of each kind, in the order in which people are asked; of events in that of the sheet.
FIELDS: dict[Reviewable, tuple[Field, ...]] = {
    "statement": ("speaker", "role", "said", "polarity", "place", "span"),
    "figure": ("low", "high", "hedge", "unit", "counted", "holder", "as_of", "said", "place", "span"),
    "event": (
        "date", "type", "actor", "target", "place", "killed", "injured", "abducted", "certainty", "span",
    ),
}  # fmt: skip
#: Fields of which the values are a closed list.
CHOICES: dict[Field, Callable[[], tuple[str, ...]]] = {
    "hedge": lambda: tuple(Hedge),
    "polarity": lambda: get_args(Polarity),
    "certainty": lambda: ("reported", "alleged", "denied", "planned"),
    "type": lambda: tuple(load_types()),
}
_DATES = frozenset(("said", "as_of", "date"))
_COUNTS = frozenset(("killed", "injured", "abducted"))
_NUMBERS = frozenset(("low", "high")) | _COUNTS
_ALWAYS = frozenset(("span", *CHOICES))
#: A number as it is kept: no ``1_0``, ``1e30``, ``-0`` or other digits, which readers of tables misread.
_NUMBER = re.compile(r"(?!-0+(?:\.0+)?$)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?", re.ASCII)
_MOST = 10**10  # more than there are people


def read_values(view: Said | Count | EventView) -> dict[Field, str | None]:
    """Return what the machine read of each field that may be corrected; null where the text does not tell."""
    if isinstance(view, Said):
        return _of_statement(view)
    return _of_figure(view) if isinstance(view, Count) else _of_event(view)


def find_span(item: Statement | Figure | Event) -> Span:
    """Return where the words of an entry stand, from the first to the last."""
    if isinstance(item, Statement):
        return Span(min(one.start for one in item.content), max(one.end for one in item.content))
    return item.span if isinstance(item, Figure) else item.trigger


def _of_statement(view: Said) -> dict[Field, str | None]:
    told = view.statement
    values: dict[Field, str | None] = {"speaker": told.speaker.name, "role": told.speaker.role}
    values |= {"said": view.said, "polarity": told.polarity, "place": None}
    return values | {"span": _written(find_span(told))}


def _of_figure(view: Count) -> dict[Field, str | None]:
    told = view.figure
    values: dict[Field, str | None] = {"low": _number(told.low), "high": _number(told.high)}
    values |= {"hedge": told.hedge.value, "unit": told.unit, "holder": view.holder}
    values |= {"counted": told.counted.text if told.counted else None}
    values |= {"as_of": view.as_of, "said": view.said, "place": told.place}
    return values | {"span": _written(told.span)}


def _of_event(view: EventView) -> dict[Field, str | None]:
    told = view.event
    parties = {"actor": told.actor, "target": told.target, "place": told.place}
    values: dict[Field, str | None] = {"date": told.date, "type": told.type, "certainty": told.certainty}
    for name in ("actor", "target", "place"):
        one = parties[name]
        values[name] = one.name if one else None
    values |= {"killed": _number(told.killed), "injured": _number(told.injured)}
    return values | {"abducted": _number(told.abducted), "span": _written(told.trigger)}


def _number(value: object) -> str | None:
    return None if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _written(span: Span) -> str:
    return f"{span.start},{span.end}"


def apply_reviews(values: dict[Field, str | None], reviews: Iterable[Review]) -> dict[Field, str | None]:
    """Return the values of an entry after the last of some reviews that count, which stands alone: a decision
    that corrects nothing leaves what was read."""
    last = next(iter(list(reviews)[-1:]), None)
    return values | {one.field: one.value for one in (last.corrections if last else ())}


def order_corrections(told: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return corrections in the order in which they are kept; ``ValueError`` where a field is told twice."""
    every = tuple(told)
    found = {one.field: one for one in every}
    if len(found) < len(every):
        raise ValueError("a field is corrected twice; each is named once")
    return tuple(found[name] for name in sorted(found))


def check_correction(of: Reviewable, one: Correction, length: int) -> None:
    """Refuse a correction of a field that there is not, or with a value that is none; ``ValueError``.

    ``length`` is that of the document's text.
    """
    if one.field not in FIELDS[of]:
        raise ValueError(f"a {of} has no {one.field}; it has {', '.join(FIELDS[of])}")
    if one.value is None:
        if one.field in _ALWAYS:
            raise ValueError(f"{one.field} cannot be left open")
        return
    if not one.value.strip():
        raise ValueError(f"{one.field} is blank; null says that the text does not tell")
    if one.field in _DATES:
        parse_days(one.value)
    elif one.field in _NUMBERS:
        _check_number(one)
    elif (known := CHOICES.get(one.field)) is not None:
        if one.value not in known():
            raise ValueError(f"{one.value!r} is no {one.field}; there are {', '.join(known())}")
    elif one.field == "span":
        start, _, end = one.value.partition(",")
        if not (_is_place(start) and _is_place(end) and int(start) < int(end) <= length):
            raise ValueError(f"span {one.value!r} is not START,END within the text's {length} code points")


def _is_place(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) < 10


def _check_number(one: Correction) -> None:
    """Refuse what is no number that a count or quantity can be: one in Western digits, as tables and charts
    read it, with a point if need be, not without end."""
    told = one.value or ""
    if not _NUMBER.fullmatch(told):
        raise ValueError(f"{one.field} {told!r} is no number in digits 0 to 9, as 12, 0.5 or 1500000")
    if one.field in _COUNTS and not (told.isdigit() and int(told) < _MOST):
        raise ValueError(f"{one.field} {told!r} is no number that can be counted, 0 to {_MOST - 1}")
