"""``rawi parse``: the values in a phrase outside any article, by the same readers that serve ``rawi
extract``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, get_args

import msgspec

from rawi.annotations.ordinals import find_ordinals
from rawi.annotations.sums import find_sums
from rawi.annotations.temporal.durations import find_durations
from rawi.annotations.temporal.line import Item
from rawi.annotations.temporal.read import read_dates, read_moments
from rawi.annotations.vocabulary import load_vocabulary
from rawi.arabic.clitics import Clitic
from rawi.claims.anchors import resolve_date, warning_code
from rawi.claims.moments import resolve_moment
from rawi.errors import ParseError
from rawi.model.annotation import Annotation
from rawi.model.calendar import DateExpression
from rawi.model.conventions import NEWS, Conventions, read_conventions
from rawi.model.value import Amount, Hedge, Quantity
from rawi.text.text import Text

_MOMENT = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.+)?)?)?\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
# An Arabic comma, an apostrophe or a space between groups of three digits; replaced one for one: offsets
# stay.
_SEPARATOR = re.compile(r"(?<=\d)[،'’\u00a0\u202f ](?=\d{3}(?!\d))")
Task = Literal["number", "ordinal", "quantity", "money", "date", "datetime", "duration"]
Value = dict[str, Any]


class Case(msgspec.Struct):
    """One line that ``rawi parse`` reads; ``conventions`` are settings by name (``model.conventions``)."""

    text: str
    task: Task
    suite: str = ""
    id: str = ""
    reference: str | None = None
    lang: str | None = None
    conventions: dict[str, str | int] = {}


def check_reference(reference: str | None) -> str | None:
    """Return a reference that is a year, month, day or moment in ISO 8601, or None; ParseError on another.

    >>> check_reference("2020-11")
    '2020-11'
    """
    if reference is None:
        return None
    try:
        if not _MOMENT.match(reference):
            raise ValueError
        datetime.fromisoformat(reference + {4: "-01-01", 7: "-01"}.get(len(reference), ""))
    except ValueError as error:
        raise ParseError(f"no date: {reference[:60]!r}") from error
    return reference


def parse(
    text: str,
    task: str,
    reference: str | None = None,
    lang: str | None = None,
    conventions: Conventions = NEWS,
) -> list[Value]:
    """Return the values of a phrase, in its order, as objects with ``start`` and ``end`` in code points of
    ``text``.

    ``task`` says which: number, ordinal, quantity, money, date, datetime, duration; ``reference`` is the
    moment (ISO) from which relative expressions count. ``lang`` is only carried: the months of every Arab
    country are read whatever it says. ``conventions`` say what careful readers differ on. Raises ParseError
    on another task or a reference that is no date; never on a text.

    >>> parse("نحو 40 ألف مقاتل", "number")
    [{'start': 0, 'end': 10, 'n': '40000', 'approx': True}]
    """
    reader = _READERS.get(task)
    if reader is None:
        raise ParseError(f"no such task: {task}; known are {', '.join(get_args(Task))}")
    check_reference(reference)
    return list(reader(Text(_SEPARATOR.sub(",", _SURROGATE.sub("\ufffd", text))), reference, conventions))


def parse_lines(lines: Iterable[str | bytes], conventions: Conventions = NEWS) -> Iterator[str]:
    """Read one JSON object per line and yield the answers as lines of JSON, in order; blank lines are
    passed over. ``conventions`` hold where a line has none of its own.

    Raises ParseError, with the number of the line, on one that is not such an object.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            case = msgspec.json.decode(line, type=Case)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise ParseError(f"line {number}: {error}") from error
        try:
            settings = read_conventions(
                {name: str(value) for name, value in case.conventions.items()}, conventions
            )
            values = parse(case.text, case.task, case.reference, case.lang, settings)
        except ParseError as error:
            raise ParseError(f"line {number}: {error}") from error
        answer = {"suite": case.suite, "id": case.id, "values": values}
        yield msgspec.json.encode(answer).decode("utf-8")


def render_number(value: Amount) -> str:
    """Return a plain decimal string: no exponent, no grouping, no trailing zeros.

    >>> [render_number(value) for value in (5, 0.5, 1e-7, 1.10)]
    ['5', '0.5', '0.0000001', '1.1']
    """
    if isinstance(value, int):
        return str(value)
    # 15 significant digits are what a double holds for sure; beyond them lies the noise of binary fractions.
    written = format(Decimal(f"{value:.15g}"), "f")
    return (written.rstrip("0").rstrip(".") if "." in written else written) or "0"


def _numbers(text: Text, reference: str | None, conventions: Conventions) -> Iterator[Value]:
    """Read numbers, ranges and bounds."""
    for note in find_sums(text, "number"):
        yield _placed(text, note) | _bounds(note.value)


def _quantities(text: Text, reference: str | None, conventions: Conventions) -> Iterator[Value]:
    """Read measures and percentages."""
    for note in find_sums(text, "quantity"):
        of = {"of": note.value.counted} if note.value.counted else {}
        yield _placed(text, note) | _bounds(note.value) | {"unit": note.value.unit} | of


def _money(text: Text, reference: str | None, conventions: Conventions) -> Iterator[Value]:
    """Read amounts of money."""
    for note in find_sums(text, "money"):
        yield _placed(text, note) | _bounds(note.value) | {"unit": note.value.unit}


def _placed(text: Text, note: Annotation) -> Value:
    """Return where an annotation stands in the source."""
    span = text.source_span(note.start, note.end)
    return {"start": span.start, "end": span.end}


def _bounds(quantity: Quantity) -> Value:
    """Return the value of a quantity: exact, a range or a bound, strict or not."""
    low, high, hedge = quantity.low, quantity.high, quantity.hedge
    value: Value = {}
    if low is not None and low == high:
        value["n"] = render_number(low)
    else:
        value |= {"min": render_number(low)} if low is not None else {}
        value |= {"max": render_number(high)} if high is not None else {}
    value |= {"min_open": True} if hedge is Hedge.MORE_THAN or quantity.open_low else {}
    value |= {"max_open": True} if hedge is Hedge.LESS_THAN or quantity.open_high else {}
    return value | ({"approx": True} if hedge is Hedge.ABOUT or quantity.about else {})


def _ordinals(text: Text, reference: str | None, conventions: Conventions) -> Iterator[Value]:
    """Read ordinals."""
    for note in find_ordinals(text):
        yield _placed(text, note) | {"n": render_number(note.value.low)}


def _dates(text: Text, reference: str | None, conventions: Conventions) -> Iterator[Value]:
    """Read dates, relative ones from the reference."""
    for item in read_dates(text):
        yield _at(item, text) | _date(item.value, reference, conventions)


def _date(expression: DateExpression, reference: str | None, conventions: Conventions) -> Value:
    """Return a date on the calendar, with what is wrong with it; empty if nothing settles it."""
    found = resolve_date(expression, reference, phrase=True, conventions=conventions)
    value: Value = {"hijri": found.hijri_date} if found.hijri_date else {}
    value |= {"edtf": found.edtf} if found.edtf else {}
    value |= {"mod": found.mod} if found.mod else {}
    value |= {"relative": found.relative} if found.relative else {}
    if code := warning_code(found):
        value["warning"] = code
    return value | ({"readings": list(found.readings)} if found.readings else {})


def _at(item: Item, text: Text) -> Value:
    """Return where a piece stands in the source, without the و or ب that is joined before it."""
    word = text.words[item.first]
    clitics = Clitic(load_vocabulary().clitics.get(word, 0))
    whole = Clitic.LAM | Clitic.ARTICLE
    joined = int(bool(clitics & Clitic.CONJUNCTION))
    joined += bool(clitics & (Clitic.BEH | Clitic.LAM | Clitic.KAF)) and clitics & whole != whole
    start = text.starts[item.first] + joined
    span = text.source_span(start, text.end(item.last - 1))
    return {"start": span.start, "end": span.end}


def _moments(text: Text, reference: str | None, conventions: Conventions) -> Iterator[Value]:
    """Read clock times, with their date if the text gives one, else that of the reference."""
    for item in read_moments(text):
        yield _at(item, text) | resolve_moment(item.value, reference, conventions)


def _durations(text: Text, reference: str | None, conventions: Conventions) -> Iterator[Value]:
    """Read durations."""
    for duration in find_durations(text, conventions.few):
        span = text.span(duration.first, duration.last)
        iso = {"iso": duration.iso} if duration.iso else {}
        yield {"start": span.start, "end": span.end} | iso


_READERS: dict[str, Callable[[Text, str | None, Conventions], Iterator[Value]]] = {
    "number": _numbers,
    "ordinal": _ordinals,
    "quantity": _quantities,
    "money": _money,
    "date": _dates,
    "datetime": _moments,
    "duration": _durations,
}
