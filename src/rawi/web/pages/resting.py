"""Which dates of an article rest on words with a warning, and in which ways those words can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from rawi.model.document import Warning
from rawi.model.record import Record
from rawi.model.review import Field, Reviewed
from rawi.views.unsettled import DateReading, find_date_readings, find_unsettled

#: Standings of entries that a date does not touch: what is rejected, what is of the past.
_LEFT = frozenset(("rejected", "background"))


class Resting(msgspec.Struct, frozen=True):
    """A date of an entry that rests on words with a warning: the entry's id, the field, how it stands."""

    id: str
    field: Field
    standing: Reviewed | None

    @property
    def kept(self) -> str | None:
        """The day that a person put in its place; null where nobody did."""
        told = self.standing.corrections if self.standing else ()
        return next((one.value for one in told if one.field == self.field), None)


class Settling(msgspec.Struct, frozen=True):
    """Words with a warning about their date: in how many ways they can be read, what rests on them, which
    day the machine read, and which a person kept for all of it."""

    readings: list[DateReading]
    entries: int
    read: str | None
    kept: str | None


def find_settlings(
    record: Record, ids: Mapping[str, str], standing: Mapping[str, Reviewed]
) -> dict[str, Settling]:
    """Return what can be settled of the dates of an article, by the place of the words (``434,451``)."""
    found = {}
    for one in record.document.warnings:
        readings = find_date_readings(record, one) if one.span else []
        if one.span and readings:
            resting = list(find_resting(record, one, ids, standing))
            kept = {each.kept for each in resting}
            read = next((each.value for each in record.dates if each.span == one.span), None)
            found[f"{one.span.start},{one.span.end}"] = Settling(
                readings, len({each.id for each in resting}), read, kept.pop() if len(kept) == 1 else None
            )
    return found


def find_resting(
    record: Record, warning: Warning, ids: Mapping[str, str], standing: Mapping[str, Reviewed]
) -> Iterator[Resting]:
    """Yield the dates that rest on the words of a warning and that a person may settle."""
    for (label, field), one in find_unsettled(record).items():
        id = ids.get(label)
        stands = standing.get(id) if id else None
        if id and one == warning and (stands is None or stands.standing not in _LEFT):
            yield Resting(id, field, stands)
