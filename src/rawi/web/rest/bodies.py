"""What programs send, and what they are answered: every field is described, unknown ones are refused."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from rawi.ledger.results import Entry
from rawi.model.review import Field, Reviewable, Reviewed, ReviewKind
from rawi.model.span import Span

#: The largest number that JSON readers of all languages take for what it is (RFC 8259, 6).
_MOST = 2**53 - 1
Number = Annotated[int, msgspec.Meta(ge=1, le=_MOST)]
Offset = Annotated[int, msgspec.Meta(ge=0, le=_MOST)]
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)]
Line = Annotated[str, msgspec.Meta(max_length=10_000)]


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every body of a request has: no field that is not known."""


class Paper(Body, frozen=True, kw_only=True):
    """An article: its ``text`` (what begins with ``<`` is read as a page), and what is known of it.
    ``published`` is a day, month or year."""

    text: Annotated[str, msgspec.Meta(min_length=1)]
    title: Line | None = None
    url: Line | None = None
    published: Annotated[str, msgspec.Meta(max_length=100)] | None = None
    outlet: Line | None = None


class Claimed(Body, frozen=True, kw_only=True):
    """A claim, in a sentence."""

    claim: Words


class Range(Body, frozen=True, kw_only=True):
    """Where words stand: code points from the first character of the stored text, half open."""

    start: Offset
    end: Offset
    unit: Literal["codepoint"]


class Amendment(Body, frozen=True, kw_only=True):
    """A ``field`` of an entry with the value that a person gives it; null: the text does not say. That of
    ``span`` is a range."""

    field: Field
    value: Line | Range | None


class Judgement(Body, frozen=True, kw_only=True):
    """A decision about one ``entry``; ``corrections`` go with ``correct`` alone."""

    entry: Id
    kind: ReviewKind
    corrections: Annotated[tuple[Amendment, ...], msgspec.Meta(max_length=20)] = ()
    why: Line | None = None


class Merging(Body, frozen=True, kw_only=True):
    """The entity ``with`` which another one is one."""

    other: Id = msgspec.field(name="with")
    why: Line | None = None


class Splitting(Body, frozen=True, kw_only=True):
    """The ``members`` of an entity that are somebody else, by entry, document or name; none: each of them."""

    members: Annotated[tuple[Words, ...], msgspec.Meta(max_length=1000)] = ()
    why: Line | None = None


class Undoing(Body, frozen=True, kw_only=True):
    """The review or decision that is taken back; the last one where ``number`` is left out."""

    of: Literal["review", "decision"]
    number: Number | None = None
    why: Line | None = None


class Order(Body, frozen=True, kw_only=True):
    """Work that is to be done beside the answering of requests."""

    kind: Literal["update"]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Where words stand, and the words: ``exact`` is ``text[start:end]`` in code points."""

    start: int
    end: int
    exact: str
    unit: Literal["codepoint"] = "codepoint"


def build_passage(span: Span, text: str) -> Passage:
    """Return a span of a text with its words."""
    return Passage(start=span.start, end=span.end, exact=span.of(text))


class State(msgspec.Struct, frozen=True, kw_only=True):
    """How an entry stands. ``etag`` is what ``If-Match`` of a review must say."""

    entry: str
    kind: Reviewable
    places: tuple[Passage, ...]
    review: Reviewed
    etag: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One entry with the places of its words, and how it stands; ``etag`` null for what nobody reviews."""

    schema: Literal["rawi.entry/1"] = "rawi.entry/1"
    entry: Entry
    places: tuple[Passage, ...]
    review: Reviewed
    etag: str | None = None


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an article: ``duplicate`` if the ledger had it; ``code`` says what is new of it then;
    ``refused`` entries stood on no words."""

    schema: Literal["rawi.stored/1"] = "rawi.stored/1"
    id: str
    status: Literal["stored", "duplicate"]
    code: str | None = None
    refused: int = 0


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """The ``number`` of what was written, by which it is taken back; ``etag`` is that of the entry now."""

    schema: Literal["rawi.decision/1"] = "rawi.decision/1"
    of: Literal["review", "decision"]
    number: int
    etag: str | None = None


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """How far work is: ``done`` documents ``of`` all (null: not known yet); ``code`` why it failed."""

    schema: Literal["rawi.job/1"] = "rawi.job/1"
    id: str
    state: Literal["idle", "running", "done", "failed"]
    done: int = 0
    of: int | None = None
    code: str | None = None
