"""The day an article was published, where only its text lets one know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from rawi.documents.boilerplate import Layout
from rawi.model.span import Span

_STAMPS = frozenset(("stamp", "byline"))
_MOST_STAMPS = 50
_FIRST_LINES = 4
_DIGIT = re.compile(r"\d")


class DatedWords(msgspec.Struct, frozen=True, gc=False):
    """A date expression of the text as an annotator read it without knowing the publication date.

    ``value``: EDTF; only a full day (``2020-10-31``) helps. ``relative``: where that day lies from
    publication, if the expression says so too: ISO 8601 (``-P1D`` yesterday, ``P0D`` today), or null.
    """

    span: Span
    value: str | None
    relative: str | None = None


class Published(msgspec.Struct, frozen=True, gc=False):
    """The day found (EDTF), the words that prove it and the name of the rule."""

    value: str
    span: Span
    rule: str


def find_published(dates: Sequence[DatedWords], text: str, layout: Layout) -> Published | None:
    """Return the publication day that the text forces, or None; the surest rule first.

    1. ``published/relative``: "yesterday, Saturday 31 October 2020" means 2020-11-01; none is believed if two
       expressions disagree.
    2. ``published/stamp``: a full date in a line that is no article (``تاريخ النشر: …``), or
       ``published/dateline``: one in the dateline that opens it.
    3. ``published/alone``: a full date that is a whole line among the first four.

    >>> from rawi.documents.boilerplate import read_layout
    >>> text = "قال سليم أمس السبت 31 تشرين الأول 2020 إن الجسر فتح."
    >>> find_published([DatedWords(Span(9, 38), "2020-10-31", "-P1D")], text, read_layout(text)).value
    '2020-11-01'
    """
    days = [one for one in dates if _day(one.value)]
    return _relative(days) or _stamped(days, layout) or _alone(days, text, layout)


def find_margins(text: str, layout: Layout) -> list[Span]:
    """Return the spans outside the article that may hold its date: stamps, bylines, the first lines, the
    dateline; only those with a digit."""
    spans = [] if layout.opening is None else [layout.opening]
    for number, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        if kind in _STAMPS or (kind and number < _FIRST_LINES):
            spans.append(Span(line.start, line.end))
    return [span for span in spans[:_MOST_STAMPS] if _DIGIT.search(text, span.start, span.end)]


def _day(value: str | None) -> date | None:
    """Return a full day, or None for anything less sure."""
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None


def _shift(day: date, relative: str) -> date | None:
    """Return the publication day, given that ``day`` lies ``relative`` from it; days and weeks only."""
    sign = -1 if relative.startswith("-") else 1
    amount, unit = relative.lstrip("-+P")[:-1], relative[-1:]
    if not amount.isascii() or not amount.isdigit() or unit not in "DW" or len(amount) > 3:
        return None
    step = timedelta(days=sign * int(amount) * (7 if unit == "W" else 1))
    return day - step if date.min + abs(step) < day < date.max - abs(step) else None


def _relative(days: Iterable[DatedWords]) -> Published | None:
    """Return the day that expressions with both a full date and a place relative to today agree on."""
    found: dict[date, Span] = {}
    for one in days:
        day = _day(one.value)
        if day and one.relative and (published := _shift(day, one.relative)):
            found.setdefault(published, one.span)
    if len(found) != 1:
        return None
    ((published, span),) = found.items()
    return Published(published.isoformat(), span, "published/relative")


def _within(span: Span, start: int, end: int) -> bool:
    """Tell whether ``span`` lies in ``start:end``."""
    return start <= span.start and span.end <= end


def _stamped(days: Iterable[DatedWords], layout: Layout) -> Published | None:
    """Return the first full date in a stamp or byline above the article's end, or in its dateline."""
    last = layout.body[-1].end if layout.body else 0
    stamps = [
        line
        for line, kind in zip(layout.lines, layout.kinds, strict=True)
        if kind in _STAMPS and line.start < last
    ][:_MOST_STAMPS]
    for one in days:
        if one.value and layout.opening and _within(one.span, layout.opening.start, layout.opening.end):
            return Published(one.value, one.span, "published/dateline")
        if one.value and any(_within(one.span, line.start, line.end) for line in stamps):
            return Published(one.value, one.span, "published/stamp")
    return None


def _alone(days: Iterable[DatedWords], text: str, layout: Layout) -> Published | None:
    """Return a full date that is a whole line among the first four."""
    for one in days:
        for line in layout.lines[:_FIRST_LINES]:
            rest = text[line.start : one.span.start] + text[one.span.end : line.end]
            if one.value and _within(one.span, line.start, line.end) and not any(c.isalnum() for c in rest):
                return Published(one.value, one.span, "published/alone")
    return None
