"""What can go wrong with a ledger, one class each; every one is a ``LedgerError`` with a code of its own."""

from __future__ import annotations

from rawi.errors import LedgerError


class NotALedger(LedgerError):
    """The file exists and is not a Rawi ledger."""

    code = "E301"


class LedgerMissing(LedgerError):
    """There is no ledger at the path, and none was to be created."""

    code = "E302"


class LedgerLocked(LedgerError):
    """Another process is writing to the ledger and did not finish while this one waited."""

    code = "E304"


class LedgerNewer(LedgerError):
    """The ledger was written by a later version of Rawi, whose schema this one does not know."""

    code = "E305"


class LedgerDamaged(LedgerError):
    """What is stored is no longer what was written; ``rawi verify`` names every place."""

    code = "E306"


class NotInLedger(LedgerError):
    """No document or entry has this id."""

    code = "E307"


class AmbiguousId(LedgerError):
    """More than one id begins like this; a few more letters settle it."""

    code = "E308"


class WrongCorrection(LedgerError, ValueError):
    """A correction names a field or value that cannot be; ``field`` is null for all together, ``reason`` a
    stable word (``order``, ``date`` …), ``values`` what it is about."""

    code = "E310"

    def __init__(self, field: str | None, reason: str, message: str, *values: str) -> None:
        super().__init__(message)
        self.field, self.reason, self.values = field, reason, values


class Overtaken(LedgerError):
    """An entry was decided about after the person who decides now had looked at it."""

    code = "E309"
