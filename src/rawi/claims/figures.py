"""Quantities to figures: how many of what, hedged how, and whose claim it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from rawi.claims.dimensions import build_dimension_warning
from rawi.claims.drafts import Draft
from rawi.claims.intervals import Intervals, Placed
from rawi.claims.money import Currencies
from rawi.claims.others import Others
from rawi.claims.reading import Reading, codes
from rawi.model.annotation import Annotation
from rawi.model.claim import Counted, DateMention, Figure, Statement
from rawi.model.document import Metadata, Warning
from rawi.model.value import Quantity
from rawi.text.text import Text

_AS_OF_REACH = 6


def extract_figures(
    reading: Reading,
    told: Sequence[tuple[Statement, Draft]],
    dates: Sequence[DateMention],
    metadata: Metadata,
) -> tuple[list[Figure], list[Warning]]:
    """Return the figures of a text in order, and what a reader should know of them.

    ``dates`` are its date mentions, one for each date annotation; ``metadata`` tells of the outlet.
    ``according_to`` is the innermost statement whose content holds the number, null where the article itself
    says it.
    """
    found, quantities = reading.dates, reading.quantities
    if not quantities:
        return [], []
    placed = {one.first: date for one, date in zip(found, dates, strict=True)}
    holders, currencies = contents_of(told), Currencies(reading, metadata)
    others = Others(reading, told)
    figures: list[Figure] = []
    warnings: list[Warning] = []
    for number, one in enumerate(quantities, 1):
        beside = [*quantities[max(0, number - 2) : number - 1], *quantities[number : number + 1]]
        unit, warning = _unit(reading, one, beside, currencies)
        figure = _figure(reading, number, one, unit, holders, _as_of(reading, one, placed, found))
        if others.may_give(one, figure.according_to):
            figure = msgspec.structs.replace(figure, confidence="doubtful")
        figures.append(figure)
        warnings += filter(None, (warning, build_dimension_warning(reading.text, one)))
    return figures, warnings


def _unit(
    reading: Reading, found: Annotation, beside: list[Annotation], currencies: Currencies
) -> tuple[str | None, Warning | None]:
    """Return the unit of a quantity, and the warning where nothing says whose money it is."""
    quantity: Quantity = found.value
    money = currencies.owners_of(quantity)
    if money is None or (unit := currencies.settle(money, found, beside)) is not None:
        return (quantity.unit if money is None else unit), None
    codes, span = ", ".join(sorted(money.by.values())), reading.text.source_span(found.start, found.end)
    message = f"money that several countries have, and the text does not say whose: one of {codes}"
    return None, Warning("figure.currency-unknown", message, span)


def contents_of(told: Sequence[tuple[Statement, Draft]]) -> Intervals[Statement]:
    """Return the statements by the token ranges of their contents."""
    return Intervals(
        (first, last, statement) for statement, draft in told for first, last in draft.content.spans
    )


def _figure(
    reading: Reading,
    number: int,
    found: Annotation,
    unit: str | None,
    holders: Intervals[Statement],
    as_of: str | None,
) -> Figure:
    """Build one figure from its annotation."""
    quantity: Quantity = found.value
    text, token = reading.text, quantity.number[0]
    holder = holders.innermost(token)
    return Figure(
        id=f"f{number}",
        span=text.source_span(found.start, found.end),
        number=text.span(*quantity.number),
        low=quantity.low,
        high=quantity.high,
        hedge=quantity.hedge,
        counted=_counted(text, quantity),
        unit=unit,
        according_to=holder.id if holder else None,
        confidence="doubtful" if holder and _may_be_the_authors(reading, holders, token) else "certain",
        as_of=as_of,
        rule=found.rule,
    )


def _may_be_the_authors(reading: Reading, holders: Intervals[Statement], token: int) -> bool:
    """After فيما or في حين inside a paraphrase the author may be speaking again: the holder is doubtful."""
    at = holders.start_of_innermost(token)
    if at is None or reading.outer_quotation(token) is not None:
        return False
    return not codes().any_turn.isdisjoint(reading.tape[at:token])


def _counted(text: Text, quantity: Quantity) -> Counted | None:
    """The noun as the source writes it."""
    if quantity.counted_at is None:
        return None
    span = text.span(*quantity.counted_at)
    return Counted(span.of(text.source), span)


def _as_of(
    reading: Reading, found: Annotation, placed: Mapping[int, DateMention], dates: Placed
) -> str | None:
    """The date that stands beside a figure in its clause: a few words before or after, no pause between."""
    best: tuple[int, str] | None = None
    for date in dates.beginning_in(found.first - 2 * _AS_OF_REACH, found.last + _AS_OF_REACH + 1):
        gap = found.first - date.last if date.last <= found.first else date.first - found.last
        value = placed[date.first].value
        if value is None or not 0 <= gap <= _AS_OF_REACH:
            continue
        first, last = min(date.last, found.last), max(date.first, found.first)
        if not codes().boundary.isdisjoint(reading.tape[first:last]):
            continue
        if best is None or gap < best[0]:
            best = gap, value
    return best[1] if best else None
