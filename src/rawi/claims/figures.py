"""Quantities to figures: how many of what, hedged how, and whose claim it is."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.model.annotation import Annotation, Kind
from rawi.model.claim import Counted, DateMention, Figure, Statement
from rawi.model.value import Quantity
from rawi.text.text import Text

_AS_OF_REACH = 6


def extract_figures(
    reading: Reading, told: Sequence[tuple[Statement, Draft]], dates: Sequence[DateMention]
) -> list[Figure]:
    """Return the figures of a text in order; ``dates`` are its date mentions, one for each date annotation.

    ``according_to`` is the innermost statement whose content holds the number, null where the article
    itself says it.
    """
    quantities = reading.known.of(Kind.QUANTITY)
    placed = list(zip(reading.known.of(Kind.DATE), dates, strict=True))
    return [_figure(reading, number, one, told, placed) for number, one in enumerate(quantities, 1)]


def _figure(
    reading: Reading,
    number: int,
    found: Annotation,
    told: Sequence[tuple[Statement, Draft]],
    dates: Sequence[tuple[Annotation, DateMention]],
) -> Figure:
    """Build one figure from its annotation."""
    quantity: Quantity = found.value
    text = reading.text
    return Figure(
        id=f"f{number}",
        span=text.source_span(found.start, found.end),
        number=text.span(*quantity.number),
        low=quantity.low,
        high=quantity.high,
        hedge=quantity.hedge,
        counted=_counted(text, quantity),
        unit=quantity.unit,
        according_to=holder_of(quantity.number[0], told),
        as_of=_as_of(reading, found, dates),
        rule=found.rule,
    )


def _counted(text: Text, quantity: Quantity) -> Counted | None:
    """The noun as the source writes it."""
    if quantity.counted_at is None:
        return None
    span = text.span(*quantity.counted_at)
    return Counted(span.of(text.source), span)


def holder_of(token: int, told: Sequence[tuple[Statement, Draft]]) -> str | None:
    """Return the id of the innermost statement whose content holds a token."""
    holders = [
        (draft.content.end - draft.content.start, statement.id)
        for statement, draft in told
        if any(first <= token < last for first, last in draft.content.spans)
    ]
    return min(holders)[1] if holders else None


def _as_of(
    reading: Reading, found: Annotation, dates: Sequence[tuple[Annotation, DateMention]]
) -> str | None:
    """The date that stands beside a figure in its clause: a few words before or after, no pause between."""
    best: tuple[int, str] | None = None
    for date, mention in dates:
        gap = found.first - date.last if date.last <= found.first else date.first - found.last
        if mention.value is None or not 0 <= gap <= _AS_OF_REACH:
            continue
        first, last = min(date.last, found.last), max(date.first, found.first)
        if any(reading.tape[i] in codes().end | codes().cue for i in range(first, last)):
            continue
        if best is None or gap < best[0]:
            best = gap, mention.value
    return best[1] if best else None
