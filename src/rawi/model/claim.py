"""What a text claims: statements, figures, dates and events, as record.md fixes them."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.chain import Link
from rawi.model.entity import PlacePrecision
from rawi.model.span import Span
from rawi.model.value import Amount, Hedge

StatementKind = Literal["direct", "indirect", "mixed"]
Polarity = Literal["asserted", "denied"]
#: What a speaker does with the words, as the cue tells it (``cues.toml``).
Stance = Literal[
    "says",
    "writes",
    "adds",
    "continues",
    "explains",
    "announces",
    "confirms",
    "stresses",
    "claims",
    "reveals",
    "believes",
    "expects",
    "estimates",
    "concludes",
    "admits",
    "denies",
    "rejects",
    "warns",
    "threatens",
    "accuses",
    "condemns",
    "demands",
    "calls_for",
    "asks",
    "promises",
    "hopes",
    "welcomes",
    "agrees",
    "rules",
]
Confidence = Literal["certain", "doubtful"]


class EntityRef(msgspec.Struct, frozen=True, gc=False):
    """A name as the article best gives it, and the entity it belongs to in this record."""

    name: str | None
    entity: str | None = None


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """Who spoke. ``span``: the words at this place, null if only understood; ``name`` null if it cannot be
    settled."""

    span: Span | None
    name: str | None
    role: str | None = None
    entity: str | None = None
    also: tuple[EntityRef, ...] = ()

    @property
    def told_role(self) -> str | None:
        """The role where it tells more than the name; null where the name says it (مدير البلدية، مدير)."""
        return None if self.role is not None and self.role in (self.name or "") else self.role


class Change(msgspec.Struct, frozen=True, gc=False):
    """What differs between a statement and the fuller one that it repeats.

    ``here`` are words of the one that repeats, ``there`` of the fuller one; null where there are none.
    ``figure``, ``hedge``: another or no number, another hedge of the same number; ``negation`` and
    ``modality`` (ربما، يجب) on one side only; ``stance``: another kind of reporting word; ``added``,
    ``dropped``: words.
    """

    kind: Literal["figure", "hedge", "negation", "modality", "stance", "added", "dropped"]
    here: Span | None = None
    there: Span | None = None


class Statement(msgspec.Struct, frozen=True, gc=False):
    """Reported speech: who said what, how it reached the text, and which rule read it so.

    ``content`` holds the words without outer quotation marks; ``chain`` only links stated at this statement.
    ``reasons`` are codes that speak for and against it (``claims/reasons.toml``); ``speaker_from`` is the id
    of the statement whose speaker goes on here, null where the name stands here. ``repeats`` is the id of a
    fuller statement of the same utterance (of a headline or lede), ``changes`` what this one changed.
    """

    id: str
    kind: StatementKind
    polarity: Polarity
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker
    chain: tuple[Link, ...] = ()
    date: str | None = None
    within: str | None = None
    stance: Stance | None = None
    confidence: Confidence = "certain"
    rule: str = ""
    reasons: tuple[str, ...] = ()
    speaker_from: str | None = None
    repeats: str | None = None
    changes: tuple[Change, ...] = ()


class Counted(msgspec.Struct, frozen=True, gc=False):
    """The noun counted, as written, and where it stands."""

    text: str
    span: Span


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A counted or measured quantity. ``span`` covers hedge, number and noun; ``number`` the number words
    alone."""

    id: str
    span: Span
    number: Span
    low: Amount | None
    high: Amount | None
    hedge: Hedge
    counted: Counted | None = None
    unit: str | None = None
    according_to: str | None = None
    place: str | None = None
    as_of: str | None = None
    confidence: Confidence = "certain"
    rule: str = ""


class DateMention(msgspec.Struct, frozen=True, gc=False):
    """A date expression placed on the calendar: EDTF ``value``, or null with ``relative`` where no anchor
    is known."""

    span: Span
    value: str | None
    mod: str | None = None
    hijri: bool = False
    relative: str | None = None
    rule: str = ""


class Argument(msgspec.Struct, frozen=True, gc=False):
    """Who takes part in an event: the name as the article best gives it, its entity, the words at this place.

    Unnamed people are named by what they are (مدنيون، مسلحون), so that forms of one word meet.
    """

    name: str
    entity: str | None = None
    span: Span | None = None


class EventPlace(msgspec.Struct, frozen=True, gc=False):
    """Where an event happened: ``precision`` says how narrow the words are (``near``: beside or around what
    is named), null where no gazetteer knows the place."""

    name: str
    entity: str | None = None
    span: Span | None = None
    precision: PlacePrecision | None = None


class Toll(msgspec.Struct, frozen=True, gc=False):
    """Harm done in an event, as a range with its hedge; ``joint`` where one count covers several kinds.

    ``who`` are the people counted, where said; ``side`` on which side they stood (``actor``, ``target``).
    ``part``: a part of another toll (بينهم طفلان). ``figure`` is the id of the figure that says it, null
    where a noun alone does (مقتل شاب); ``span`` its words; ``according_to`` the statement that holds it.
    Tolls of several claimants stand side by side; none is merged.
    """

    kind: Literal["killed", "injured", "abducted", "arrested", "displaced"]
    low: Amount | None
    high: Amount | None
    hedge: Hedge
    who: Literal["civilians", "fighters", "women", "children"] | None = None
    joint: bool = False
    figure: str | None = None
    span: Span | None = None
    side: Literal["actor", "target"] | None = None
    part: bool = False
    according_to: str | None = None


class Event(msgspec.Struct, frozen=True, gc=False):
    """One happening: trigger, ACLED type, arguments and tolls; each field tied to words, nothing guessed.

    ``trigger`` is the fullest mention, ``mentions`` are the others of the same happening. ``with_actor`` and
    ``with_target`` are further parties on a side; ``places`` what the words say of where, the narrowest
    first; ``date_span`` the words of the date. ``killed`` … are null where claimants differ or the count is a
    range: ``tolls`` has all. ``background``: history beside the day's news. ``claimed_by`` took
    responsibility. ``certainty_span`` are the words that make it alleged, denied or planned.
    """

    id: str
    trigger: Span
    type: str
    actor: Argument | None = None
    target: Argument | None = None
    place: EventPlace | None = None
    date: str | None = None
    killed: Amount | None = None
    injured: Amount | None = None
    abducted: Amount | None = None
    arrested: Amount | None = None
    tolls: tuple[Toll, ...] = ()
    instrument: str | None = None
    background: bool = False
    certainty: Literal["reported", "alleged", "denied", "planned"] = "reported"
    according_to: str | None = None
    rule: str = ""
    mentions: tuple[Span, ...] = ()
    with_actor: tuple[Argument, ...] = ()
    with_target: tuple[Argument, ...] = ()
    places: tuple[EventPlace, ...] = ()
    date_span: Span | None = None
    instrument_span: Span | None = None
    claimed_by: Argument | None = None
    certainty_span: Span | None = None
    confidence: Confidence = "certain"
    reasons: tuple[str, ...] = ()
