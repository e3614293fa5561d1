"""A moment of a day as the words give it."""

from __future__ import annotations

import msgspec

from rawi.model.calendar import DateExpression
from rawi.model.value import Amount


class Moment(msgspec.Struct, frozen=True, gc=False):
    """A clock time with its date, if the words give one, or a distance in hours, minutes or seconds from
    now.

    ``time`` is ISO 8601 (15:30:00), ``until`` the end of an interval; ``distance`` counts seconds, negative
    before now; ``grain`` is hour, minute or second. ``first`` and ``last`` are tokens.
    """

    first: int
    last: int
    grain: str
    time: str | None = None
    until: str | None = None
    date: DateExpression | None = None
    distance: Amount | None = None
