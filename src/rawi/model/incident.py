"""One happening as several reports tell it: the group of their events, each report's version kept."""

from __future__ import annotations

import msgspec

from rawi.model.claim import Confidence
from rawi.model.relation import Reason


class Incident(msgspec.Struct, frozen=True, gc=False):
    """Events of several reports that are one happening; an event that only one report tells is one too.

    ``events`` are entries of the ledger, the earliest report first, ``documents`` theirs in the same order.
    Nothing is merged: what each report says stands in its event. ``confidence`` is ``doubtful`` where the
    reports may tell of two happenings; ``reasons`` say what speaks for and against one.
    """

    id: str
    events: tuple[str, ...]
    documents: tuple[str, ...]
    confidence: Confidence = "certain"
    reasons: tuple[Reason, ...] = ()
