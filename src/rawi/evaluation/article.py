"""The entries of the gold, with offsets: the form in which it is kept as JSON lines."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from rawi.model.claim import Polarity, StatementKind
from rawi.model.span import Span
from rawi.model.value import Amount

GoldHedge = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "between", "order"]
Certainty = Literal["reported", "alleged", "denied", "planned"]


class GoldLink(msgspec.Struct, frozen=True):
    """One hop of a chain of transmission."""

    kind: str
    name: str


class GoldStatement(msgspec.Struct, frozen=True):
    """Reported speech; ``speaker`` lists the acceptable names, best first."""

    id: str
    kind: StatementKind
    speaker: tuple[str, ...]
    content: tuple[Span, ...]
    role: str | None = None
    date: str | None = None
    within: str | None = None
    chain: tuple[GoldLink, ...] = ()
    polarity: Polarity = "asserted"
    optional: bool = False
    cue: Span | None = None
    speaker_text: Span | None = None
    cue_word: str | None = None
    speaker_word: str | None = None


class GoldFigure(msgspec.Struct, frozen=True):
    """A counted or measured quantity; ``number`` is the span that is matched."""

    number: Span
    text_span: Span
    hedge: GoldHedge
    low: Amount | None = None
    high: Amount | None = None
    counted: str | None = None
    unit: str | None = None
    according_to: str | None = None
    place: str | None = None
    as_of: str | None = None
    optional: bool = False


class GoldDate(msgspec.Struct, frozen=True):
    """A date expression and its EDTF value, None where nothing settles it."""

    span: Span
    value: str | None = None
    mod: str | None = None
    hijri: bool = False
    optional: bool = False


class GoldEvent(msgspec.Struct, frozen=True):
    """One happening; ``actor``, ``target``: acceptable names; ``place``: names, narrowest first."""

    trigger: Span
    type: str
    actor: tuple[str, ...] | None = None
    target: tuple[str, ...] | None = None
    place: tuple[str, ...] | None = None
    date: str | None = None
    killed: Amount | None = None
    injured: Amount | None = None
    abducted: Amount | None = None
    arrested: Amount | None = None
    certainty: Certainty = "reported"
    according_to: str | None = None
    optional: bool = False


class GoldArticle(msgspec.Struct, frozen=True):
    """One article and what is to be found in it; ``has_events``: were events looked for at all."""

    doc: str
    text: str
    published: str | None = None
    chain: tuple[dict[str, Any], ...] = ()
    body: tuple[Span, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    has_events: bool = False
