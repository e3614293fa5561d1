"""Date expressions of a text as mentions on the calendar, each counted from the right day."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.claims.anchors import build_warning, resolve_date
from rawi.claims.drafts import Draft
from rawi.claims.intervals import Intervals
from rawi.claims.reading import Reading
from rawi.model.annotation import Annotation
from rawi.model.calendar import DateExpression
from rawi.model.claim import DateMention, Statement
from rawi.model.document import Warning
from rawi.model.value import CalendarDate


def resolve_dates(
    reading: Reading, published: str | None, told: Sequence[tuple[Statement, Draft]]
) -> tuple[list[DateMention], list[Warning]]:
    """Return a mention for each date annotation, in order, and what contradicts itself.

    Relative dates count from the publication; inside a direct quotation from the day it was said, where
    that is known.
    """
    holders = _dated_quotations(told)
    mentions: list[DateMention] = []
    warnings: list[Warning] = []
    previous: str | None = None
    for one in reading.dates:
        anchor = (holders and _said_on(one, holders)) or published
        resolved = resolve_date(one.value, anchor, previous)
        previous = resolved.edtf or previous
        mention = _mention(reading, one, resolved)
        mentions.append(mention)
        if (warning := build_warning(resolved, mention.span)) is not None:
            warnings.append(warning)
    return mentions, warnings


def _mention(reading: Reading, found: Annotation, resolved: CalendarDate) -> DateMention:
    """Build a mention from an annotation and its resolved value."""
    return DateMention(
        span=reading.text.source_span(found.start, found.end),
        value=resolved.edtf,
        mod=resolved.mod,
        hijri=resolved.hijri,
        relative=resolved.relative,
        rule=found.rule,
    )


def _dated_quotations(told: Sequence[tuple[Statement, Draft]]) -> Intervals[str] | None:
    """The days on which direct quotations were said, by their token ranges; None if no day is known."""
    said = [
        (first, last, statement.date)
        for statement, draft in told
        if statement.date and statement.kind == "direct"
        for first, last in draft.content.spans
    ]
    return Intervals(said) if said else None


def _said_on(found: Annotation, holders: Intervals[str]) -> str | None:
    """The day on which the direct quotation that holds a date was said, if the text gives it."""
    return next(iter(holders.holding(found.first)), None)


def days_from_publication(expression: DateExpression) -> str | None:
    """Return where a day lies from publication if the words say so: أمس ``-P1D``, اليوم ``P0D``; None
    otherwise."""
    if expression.period != "d" or expression.shift is None:
        return None
    return "P0D" if expression.shift == 0 else f"{'-' * (expression.shift < 0)}P{abs(expression.shift)}D"
