"""Moments placed on the calendar: local date and time in ISO 8601."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from rawi.claims.anchors import resolve_date
from rawi.model.moment import Moment


def resolve_moment(moment: Moment, reference: str | None) -> dict[str, Any]:
    """Return ``edtf`` and ``grain`` of a moment, or ``time`` alone where no day is known; empty if nothing
    settles it.

    >>> resolve_moment(Moment(0, 2, "hour", time="15:00:00"), "2013-02-12T04:30:00")
    {'edtf': '2013-02-12T15:00:00', 'grain': 'hour'}
    """
    if moment.distance is not None:
        return _away(moment, reference)
    day = resolve_date(moment.date, reference, phrase=True).edtf if moment.date else (reference or "")[:10]
    if not day or len(day) != 10 or "X" in day:
        return {"time": f"T{(moment.time or '')[:5]}"}
    edtf = f"{day}T{moment.time}"
    if moment.until:
        edtf += f"/{day}T{moment.until}"
    return {"edtf": edtf, "grain": moment.grain}


def _away(moment: Moment, reference: str | None) -> dict[str, Any]:
    """Return the moment so many seconds from the reference."""
    try:
        now = datetime.fromisoformat(reference or "")
        then = now + timedelta(seconds=float(moment.distance or 0))
    except (ValueError, OverflowError):
        return {}
    return {"edtf": then.replace(microsecond=0, tzinfo=None).isoformat(), "grain": moment.grain}
