"""Very long texts, read piece by piece, so that memory does not grow with them.

A text many times as long as any article (a book, a bomb) would take some hundred bytes a letter. It is cut at
line breaks, or where a line has none for too long after a sentence or a word, and what the pieces say is
joined: spans of the whole text, ids anew, entities of the same name or link one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from rawi.documents.placing import place_spans
from rawi.model.entity import Entity
from rawi.model.record import Record
from rawi.model.span import Span

PIECE = 800_000  # letters, a hundred times the longest articles: some 400 MiB at most
_UNFOLDED = "\ufdfa"  # the one letter that is eighteen when it is folded
_CUTS = ("\n", ". ", " ")  # where to cut, the best first
_ID = re.compile(r"([sfev])([0-9]{1,9})")
_NAMING = ("id", "within", "speaker_from", "repeats", "entity", "according_to", "place", "figure")


def cut_pieces(text: str, size: int = PIECE) -> list[Span]:
    """Return spans that together are the whole text, none of them longer than ``size``, shorter where letters
    unfold to many.

    >>> [piece.of("قال سليم. مضى\\nوعاد") for piece in cut_pieces("قال سليم. مضى\\nوعاد", 16)]
    ['قال سليم. مضى\\n', 'وعاد']
    """
    pieces: list[Span] = []
    start = 0
    if text.count(_UNFOLDED) * 8 > size:
        size //= 8
    while len(text) - start > size:
        low, high = start + size // 2, start + size
        found = ((text.rfind(cut, low, high), len(cut)) for cut in _CUTS)
        end = next((at + length for at, length in found if at >= 0), high)
        pieces.append(Span(start, end))
        start = end
    return [*pieces, Span(start, len(text))]


def cut_body(body: Sequence[Span], piece: Span) -> tuple[Span, ...]:
    """Return what of the article lies in a piece, counted from its beginning."""
    cut = (Span(max(one.start, piece.start), min(one.end, piece.end)) for one in body)
    return tuple(Span(one.start - piece.start, one.end - piece.start) for one in cut if one.start < one.end)


def join_records(text: str, parts: Iterable[tuple[int, Record]]) -> Record:
    """Return the record of ``text`` from those of its pieces, each with where it begins; the document is that
    of the first."""
    joining = _Joining(text)
    for start, record in parts:
        joining.take(start, record)
    return joining.record()


class _Joining:
    """The entries so far, under their new ids."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: dict[str, int] = {"s": 0, "f": 0, "v": 0}
        self._records: list[Record] = []
        self._entities: dict[tuple[str, str], Entity] = {}

    def take(self, start: int, record: Record) -> None:
        """Add the entries of the piece that begins at ``start``."""
        placed = place_spans(record, lambda at: at + start, self._text)
        names = self._join_entities(placed.entities)
        names |= {one.id: self._next(one.id) for one in placed.statements}
        names |= {one.id: self._next(one.id) for one in placed.figures}
        names |= {one.id: self._next(one.id) for one in placed.events}
        self._records.append(
            msgspec.structs.replace(
                placed,
                statements=_renamed(placed.statements, names),
                figures=_renamed(placed.figures, names),
                events=_renamed(placed.events, names),
                entities=(),
            )
        )

    def _next(self, old: str) -> str:
        """Return a new id of the kind of ``old``."""
        self._counts[old[0]] += 1
        return f"{old[0]}{self._counts[old[0]]}"

    def _join_entities(self, entities: Iterable[Entity]) -> dict[str, str]:
        """Add entities, those of the same link or name to what is there; return old ids to new ones."""
        names: dict[str, str] = {}
        for one in entities:
            key = (one.type, one.link or one.name)
            known = self._entities.get(key)
            if known is None:
                known = msgspec.structs.replace(
                    one, id=f"e{len(self._entities) + 1}", mentions=(), references=(), roles=(), around=()
                )
            names[one.id] = known.id
            self._entities[key] = msgspec.structs.replace(
                known,
                mentions=(*known.mentions, *one.mentions),
                references=(*known.references, *one.references),
                roles=(*known.roles, *one.roles),
                around=(*known.around, *one.around),
            )
        return names

    def record(self) -> Record:
        """Return all that was taken as one record."""
        records = self._records
        warnings = tuple(dict.fromkeys(one for record in records for one in record.document.warnings))
        return msgspec.structs.replace(
            records[0],
            document=msgspec.structs.replace(records[0].document, warnings=warnings),
            statements=tuple(one for record in records for one in record.statements),
            figures=tuple(one for record in records for one in record.figures),
            dates=tuple(one for record in records for one in record.dates),
            events=tuple(one for record in records for one in record.events),
            entities=tuple(self._entities.values()),
        )


def _renamed(thing: Any, names: dict[str, str]) -> Any:
    """Return a part of a record with new ids where it names entries."""
    if isinstance(thing, tuple):
        return tuple(_renamed(one, names) for one in thing)
    if not isinstance(thing, msgspec.Struct) or isinstance(thing, Span):
        return thing
    fields = {}
    for name in thing.__struct_fields__:
        value = getattr(thing, name)
        named = name in _NAMING and isinstance(value, str) and _ID.fullmatch(value)
        fields[name] = names.get(value, value) if named else _renamed(value, names)
    return type(thing)(**fields)
