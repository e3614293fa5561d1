"""What a stage of annotation is, what it may read, and the check that stages stand in an order that works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from rawi.errors import PipelineError
from rawi.model.annotation import Annotation, Kind
from rawi.text.text import Text


class Annotations:
    """What is known of a text so far, by kind, each kind in the order of the text."""

    __slots__ = ("_by_kind",)

    def __init__(self) -> None:
        self._by_kind: dict[Kind, list[Annotation]] = {}

    def of(self, kind: Kind) -> list[Annotation]:
        """Return the annotations of one kind; an empty list if there are none."""
        return self._by_kind.get(kind, [])

    def add(self, found: Iterable[Annotation]) -> None:
        """Add annotations, each to its kind; the order in which they come is kept."""
        kind: Kind | None = None
        for one in found:
            if one.kind is not kind:
                kind = one.kind
                add = self._by_kind.setdefault(kind, []).append
            add(one)


class Annotator(Protocol):
    """Reads a text and what is known of it so far; adds, never changes."""

    @property
    def needs(self) -> AbstractSet[Kind]:
        """Kinds that must have been looked for before."""

    @property
    def makes(self) -> AbstractSet[Kind]:
        """Kinds that this stage looks for."""

    def annotate(self, text: Text, known: Annotations) -> Iterable[Annotation]:
        """Return what is found; never raises on any text."""


def check(annotators: Sequence[Annotator]) -> None:
    """Refuse, with PipelineError, an order in which a stage reads what nobody has looked for yet."""
    made: set[Kind] = set()
    for one in annotators:
        if missing := one.needs - made:
            raise PipelineError(f"{type(one).__name__} needs {', '.join(sorted(missing))} before it")
        made |= one.makes
