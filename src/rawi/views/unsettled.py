"""Dates that rest on words which carry a warning: a weekday that the day was not. None of them is settled.

The record keeps what the machine read; here stands which dates of entries that concerns, and how else the
words can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from rawi.ledger.attribution import holder_statement
from rawi.ledger.corrections import find_span
from rawi.ledger.timeline import find_days
from rawi.model.claim import DateMention, Statement
from rawi.model.document import Warning
from rawi.model.record import Record
from rawi.model.review import Field
from rawi.model.span import Span
from rawi.views.labels import Language, load_labels

#: What a reading keeps of the words: the weekday, the day of the month, or both in another year.
Kept = Literal["weekday", "day", "both"]

_DATES = "date."  # how the codes of warnings about dates begin
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KEPT: tuple[Kept, ...] = ("day", "weekday", "both")  # as the warning lists them
_RANK: dict[Kept, int] = {"weekday": 0, "day": 1, "both": 2}


class DateReading(msgspec.Struct, frozen=True):
    """One way to read a date: what it keeps, and words of the article that name the same day, or a later one
    although it tells of both as past; null where there are none."""

    day: str
    kept: Kept
    agrees: str | None = None
    against: str | None = None


def find_unsettled(record: Record) -> dict[tuple[str, Field], Warning]:
    """Return for entries, by their labels in the record and the field, the warning about the words on which
    their date rests; entries with settled dates are left out."""
    warned = [one for one in record.document.warnings if one.code.startswith(_DATES) and one.span]
    return dict(_find(record, warned)) if warned else {}


def _find(record: Record, warned: list[Warning]) -> Iterator[tuple[tuple[str, Field], Warning]]:
    statements = {one.id: one for one in record.statements}
    for said in record.statements:
        if found := _of_statement(record, said, warned):
            yield (said.id, "said"), found
    for figure in record.figures:
        if found := _resting(record, figure.as_of, figure.span, warned):
            yield (figure.id, "as_of"), found
        holder = holder_statement(figure, statements)
        if holder and (found := _of_statement(record, holder, warned)):
            yield (figure.id, "said"), found
    for event in record.events:
        at = event.date_span or event.trigger
        if found := _resting(record, event.date, at, warned):
            yield (event.id, "date"), found


def _of_statement(record: Record, one: Statement, warned: list[Warning]) -> Warning | None:
    return _resting(record, one.date, one.cue or find_span(one), warned)


def _resting(record: Record, edtf: str | None, at: Span, warned: list[Warning]) -> Warning | None:
    """Return the warning about the words that gave an entry at a place its date: those nearest to it that
    name the same day."""
    named = [one for one in record.dates if one.value == edtf] if edtf else []
    if not named:
        return None
    nearest = min(named, key=lambda one: (_distance(one.span, at), one.span.start))
    return next((one for one in warned if one.span and _meet(one.span, nearest.span)), None)


def _distance(a: Span, b: Span) -> int:
    """Return how many characters lie between two places."""
    return max(0, a.start - b.end, b.start - a.end)


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def find_date_readings(record: Record, warning: Warning) -> list[DateReading]:
    """Return the ways to read a date that carries a warning, the likeliest first.

    What other words of the article agree with goes first and what they contradict last; among equals the
    weekday counts more than the number of the day, which is misprinted more easily, and another year least.
    """
    days = dict.fromkeys(_DAY.findall(warning.message)) if warning.code == "date.weekday-mismatch" else {}
    others = [one for one in record.dates if warning.span is None or not _meet(one.span, warning.span)]
    speaking = [one for one in others if one.value not in days]
    found = [_reading(record, day, kept, others, speaking) for day, kept in zip(days, _KEPT, strict=False)]
    return sorted(found, key=lambda one: (one.against is not None, one.agrees is None, _RANK[one.kept]))


def name_doubt(code: str, language: Language) -> str:
    """Return in a few words what is wrong with the words of a date, by the code of their warning."""
    known = load_labels()
    return known.get(f"unsettled.{code}", known["unsettled.other"])[language]


def _reading(
    record: Record, day: str, kept: Kept, others: list[DateMention], speaking: list[DateMention]
) -> DateReading:
    same = next((one for one in others if one.value == day), None)
    later = next((one for one in speaking if _is_later(one, day, record.document.published)), None)
    against = later if kept == "both" and same is None else None
    return DateReading(
        day,
        kept,
        record.words(same.span) if same else None,
        record.words(against.span) if against else None,
    )


def _is_later(one: DateMention, day: str, published: str | None) -> bool:
    """Does a mention name a time after a day that is not after the publication?"""
    days, until = find_days(one.value), find_days(published)
    return days is not None and until is not None and days[0] > day and days[1] <= until[1]
