"""Records read from another layer than the stored text, put back onto its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from rawi.model.claim import Counted
from rawi.model.span import Span

T = TypeVar("T")


def place_spans(thing: T, place: Callable[[int], int], source: str) -> T:
    """Return a part of a record with every span moved: both ends as ``place`` says, in code points of
    ``source``.

    What must be written as the source writes it (the noun counted) is taken from there anew.

    >>> place_spans(Counted("بيوت", Span(0, 4)), lambda at: at + 3, "في بيوت")
    Counted(text='بيوت', span=Span(start=3, end=7))
    """
    moved: Any = _move(thing, place, source)
    return moved  # type: ignore[no-any-return]


def _move(thing: Any, place: Callable[[int], int], source: str) -> Any:
    """Do as ``place_spans`` says."""
    if isinstance(thing, Span):
        return Span(place(thing.start), place(thing.end))
    if isinstance(thing, tuple):
        return tuple(_move(one, place, source) for one in thing)
    if not isinstance(thing, msgspec.Struct):
        return thing
    fields = {name: _move(getattr(thing, name), place, source) for name in thing.__struct_fields__}
    if isinstance(thing, Counted):
        fields["text"] = fields["span"].of(source)
    return type(thing)(**fields)
