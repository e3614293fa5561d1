"""One event as a report tells it, as it is compared with those of other reports, and two that may be one."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.entity import EntityType, PlacePrecision
from rawi.model.relation import Pair, Reason

DayMatch = Literal["same", "within", "near", "late", "unknown"]
PlaceMatch = Literal["same", "within", "near", "unsure", "unknown"]


class Site(msgspec.Struct, frozen=True, gc=False):
    """Where an event was: ``key`` its row in the gazetteer, else its folded name after ~; ``within`` the rows
    around it with their names after ~, those of the wider places that the words name too; ``others`` rows
    that may be meant as well.
    """

    key: str
    name: str
    within: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    precision: PlacePrecision | None = None
    words: str = ""


class Party(msgspec.Struct, frozen=True, gc=False):
    """Who takes part, by name: ``name`` folded, ``words`` as written, ``link`` its row in a table."""

    name: str
    words: str
    type: EntityType
    link: str | None = None


class Harm(msgspec.Struct, frozen=True, gc=False):
    """One count of harm; joint counts are of a kind of their own (``killed+injured``)."""

    kind: str
    low: float | None
    high: float | None


class Telling(msgspec.Struct, frozen=True, gc=False):
    """One event of one report as it is compared. ``id`` and ``document`` are the ledger's.

    ``published`` stands for the day where the words give none (``date`` null). ``actors`` and ``targets`` are
    only those with names. ``words`` are stems of the telling words beside it; ``around`` stands for the words
    right around its trigger, by which two copies of a report are known.
    """

    id: str
    document: str
    at: int
    type: str
    planned: bool = False
    published: str | None = None
    date: str | None = None
    site: Site | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    harm: tuple[Harm, ...] = ()
    words: tuple[str, ...] = ()
    around: int = 0


class Meeting(Pair, frozen=True, gc=False):
    """Two events that may be one happening: ``score`` says how much of what they tell speaks for it, with
    ``reasons``; ``kind`` is ``copy`` where they stand on the same words, ``apart`` where parties differ."""

    reasons: tuple[Reason, ...] = ()
