"""Time comes in from outside, so that a ledger can be built again with the same journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Write a moment as the journal does: UTC, microseconds.

    >>> stamp(datetime(2020, 11, 1, 12, tzinfo=UTC))
    '2020-11-01T12:00:00.000000Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
