"""What may be corrected of an entry, what stands there as read, and which values are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, get_args

import msgspec

from rawi.ledger.answers import EventView
from rawi.ledger.faults import WrongCorrection
from rawi.ledger.results import Count, Item, Said
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


class Change(NamedTuple):
    """One field that a decision set otherwise."""

    name: Field
    before: str | None
    after: str | None


_DATES = frozenset(("said", "as_of", "date"))
_AMOUNTS = frozenset(("low", "high", "hedge", "unit"))
_COUNTS = frozenset(("killed", "injured", "abducted"))
_PEOPLE = 10_000_000_000
_NUMBERS = frozenset(("low", "high")) | _COUNTS
_ALWAYS = frozenset(("span", *CHOICES))
#: A number as it is kept: no ``1_0``, ``1e30``, ``-0`` or other digits, which readers of tables misread.
_NUMBER = re.compile(r"(?!-0+(?:\.0+)?$)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?", re.ASCII)


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


def find_changes(view: Said | Count | EventView, corrections: Iterable[Correction]) -> tuple[Change, ...]:
    """Return the fields in which corrections differ from what was read, in the order of the form."""
    read, told = read_values(view), {one.field: one.value for one in corrections}
    order = FIELDS[_kind_of(view)]
    return tuple(
        Change(name, read[name], told[name])
        for name in sorted(told, key=order.index)
        if name in read and told[name] != read[name]
    )


def correct_figure(figure: Figure, corrections: Iterable[Correction]) -> Figure | None:
    """Return a figure with the value and unit that a person gave it; null where neither is corrected."""
    told = {one.field: one.value for one in corrections if one.field in _AMOUNTS}
    if not told:
        return None
    changed: dict[str, Any] = {}
    for name in ("low", "high"):
        if name in told:
            value = told[name]
            changed[name] = None if value is None else _amount(value)
    if hedge := told.get("hedge"):
        changed["hedge"] = Hedge(hedge)
    if "unit" in told:
        changed["unit"] = told["unit"]
    return msgspec.structs.replace(figure, **changed)


def _kind_of(view: Said | Count | EventView) -> Reviewable:
    """Return of which kind an entry is."""
    return "statement" if isinstance(view, Said) else "figure" if isinstance(view, Count) else "event"


def _amount(written: str) -> int | float:
    """Return a number that was checked when it was corrected."""
    number = float(written)
    return int(number) if number.is_integer() else number


def order_corrections(told: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return corrections in the order in which they are kept; ``ValueError`` where a field is told twice."""
    every = tuple(told)
    found = {one.field: one for one in every}
    if len(found) < len(every):
        raise ValueError("a field is corrected twice; each is named once")
    return tuple(found[name] for name in sorted(found))


def check_correction(of: Reviewable, one: Correction, length: int) -> None:
    """Refuse a correction of a field that there is not, or with a value that is none; ``WrongCorrection``.

    ``length`` is that of the document's text.
    """
    name = one.field
    if name not in FIELDS[of]:
        known = ", ".join(FIELDS[of])
        raise WrongCorrection(name, "field", f"a {of} has no {name}; it has {known}")
    if one.value is None:
        if name in _ALWAYS:
            raise WrongCorrection(name, "open", f"{name} cannot be left open")
        return
    if not one.value.strip():
        raise WrongCorrection(name, "blank", f"{name} is blank; null says that the text does not tell")
    if name in _DATES:
        _check_date(name, one.value)
    elif name in _NUMBERS:
        _check_number(name, one.value)
    elif (known_values := CHOICES.get(name)) is not None:
        if one.value not in known_values():
            told = f"{one.value!r} is no {name}; there are {', '.join(known_values())}"
            raise WrongCorrection(name, "choice", told, one.value)
    elif name == "span":
        _check_span(one.value, length)


def complete(item: Item, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return corrections with what they imply: of a figure of one exact value both bounds are that value, so
    whoever corrects one corrects both."""
    told = {one.field: one.value for one in corrections}
    bounds = told.keys() & {"low", "high"}
    exact = isinstance(item, Figure) and item.hedge == Hedge.EXACT and item.low == item.high
    if exact and len(bounds) == 1 and told.get("hedge", "exact") == "exact":
        (one,) = bounds
        if told[one] is not None:
            told["high" if one == "low" else "low"] = told[one]
    return tuple(Correction(name, told[name]) for name in sorted(told))


def check_together(item: Item, corrections: Iterable[Correction]) -> None:
    """Refuse corrections that make bounds and hedge of a figure what they cannot be; ``WrongCorrection``.

    What was read so and is not touched is left: the machine may be wrong there too.
    """
    told = {one.field: one.value for one in corrections}
    if not isinstance(item, Figure) or not told.keys() & {"low", "high", "hedge"}:
        return
    low, high = (
        (None if (value := told[name]) is None else float(value)) if name in told else read
        for name, read in (("low", item.low), ("high", item.high))
    )
    hedge = told.get("hedge") or item.hedge.value
    if low is not None and high is not None and low > high:
        field = "high" if "high" in told and "low" not in told else "low"
        raise WrongCorrection(
            field,
            "order",
            f"the least, {_plain(low)}, is more than the most, {_plain(high)}",
            _plain(low),
            _plain(high),
        )
    if hedge == Hedge.EXACT and low != high:
        bounds = ["–" if one is None else _plain(one) for one in (low, high)]
        raise WrongCorrection(
            "hedge", "exact", f"an exact figure has one value, not {' and '.join(bounds)}", *bounds
        )


def _check_date(name: str, value: str) -> None:
    """Refuse what is no EDTF, and a stretch that ends before it begins."""
    try:
        first, last = parse_days(value)
    except ValueError as error:
        raise WrongCorrection(name, "date", str(error), value) from error
    if first > last:
        raise WrongCorrection(name, "days", f"{value!r} ends before it begins", value)


def _check_span(value: str, length: int) -> None:
    """Refuse what is no place in the text."""
    start, _, end = value.partition(",")
    if _is_place(start) and _is_place(end) and int(start) >= int(end):
        raise WrongCorrection(
            "span", "reversed", f"span {value!r}: the end is not after the beginning", value
        )
    if not (_is_place(start) and _is_place(end) and int(end) <= length):
        told = f"span {value!r} is not START,END within the text's {length} code points"
        raise WrongCorrection("span", "span", told, value, str(length))


def _plain(number: Any) -> str:
    """Return a number as people write it."""
    return str(int(number)) if float(number).is_integer() else str(number)


def _is_place(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) < 10


def _check_number(name: str, value: str) -> None:
    """Refuse what is no number that a count or quantity can be: one in Western digits, as tables and charts
    read it, with a point if need be; of people, not more than live on earth."""
    if not _NUMBER.fullmatch(value):
        raise WrongCorrection(name, "number", f"{name} {value!r} is no number in digits 0 to 9", value)
    number = float(value)
    if name in _COUNTS and (number < 0 or number != int(number)):
        raise WrongCorrection(name, "count", f"{name} {value!r} is no number of people", value)
    if name in _COUNTS and number > _PEOPLE:
        raise WrongCorrection(name, "people", f"{name} {value!r}: so many people do not live", value)
