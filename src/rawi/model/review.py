"""What people decide about single entries, and how an entry stands after it."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.span import Span

ReviewKind = Literal["accept", "reject", "correct", "background"]
#: How an entry stands: as the machine left it, or as a person decided last.
Standing = Literal["new", "accepted", "rejected", "corrected", "background"]
Reviewable = Literal["statement", "figure", "event"]
#: What may be corrected. ``span`` is ``START,END`` in the source's code points, dates are EDTF.
Field = Literal[
    "span", "speaker", "role", "said", "polarity", "low", "high", "hedge", "unit", "counted", "holder",
    "as_of", "place", "type", "date", "actor", "target", "killed", "injured", "abducted", "certainty",
]  # fmt: skip


class Correction(msgspec.Struct, frozen=True, gc=False, order=True):
    """A field of an entry with the value that a person gave it; null: the text does not say."""

    field: Field
    value: str | None


class Review(msgspec.Struct, frozen=True, gc=False):
    """One decision about one entry; ``undo`` takes ``target`` back and has no entry of its own.

    It holds on to the document, the kind of entry and its place in the text, so that it counts for the entry
    that another reading finds there.
    """

    number: int
    at: str
    who: str
    kind: ReviewKind | Literal["undo"]
    why: str
    document: str = ""
    entry: str = ""
    of: Reviewable | None = None
    span: Span | None = None
    corrections: tuple[Correction, ...] = ()
    target: int | None = None


class Reviewed(msgspec.Struct, frozen=True, gc=False):
    """How an entry stands, by which review; ``carried``: it was decided of an entry of an older reading."""

    standing: Standing = "new"
    review: int | None = None
    who: str | None = None
    at: str | None = None
    corrections: tuple[Correction, ...] = ()
    carried: bool = False
