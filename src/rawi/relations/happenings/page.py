"""The tokens of a report, with its sentences, its dates, and the entries that stand for places in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from rawi.arabic.fold import fold_with_map
from rawi.model.claim import DateMention
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.text.sentences import cut_sentences
from rawi.text.tokens import cut_tokens


class Dated(NamedTuple):
    """A date mention and the tokens that it covers, the last left out."""

    first: int
    last: int
    mention: DateMention


class Page:
    """A report, cut into folded tokens."""

    def __init__(self, report: Report) -> None:
        self.report, self.record = report, report.record
        self._folded = fold_with_map(self.record.text)
        self.words, self._starts = cut_tokens(self._folded.text)
        self.sentences = cut_sentences(self.words, self._starts)

    @cached_property
    def spans(self) -> list[Span]:
        """Where each token stands; most reports tell of no happening, and nobody asks."""
        return [
            Span(*self._folded.to_source(start, start + len(word)))
            for word, start in zip(self.words, self._starts, strict=False)
        ]

    @cached_property
    def dates(self) -> list[Dated]:
        """The dates of the report, by tokens."""
        return [Dated(*self._cover(one.span), one) for one in self.record.dates]

    @cached_property
    def places(self) -> set[int]:
        """The tokens of names of places."""
        return {at for span in self._place_names() for at in range(*self._cover(span))}

    def _place_names(self) -> Iterator[Span]:
        """Yield where names of places stand."""
        for one in self.record.entities:
            if one.type == "place":
                yield from one.mentions

    def _cover(self, span: Span) -> tuple[int, int]:
        """Return the tokens of a span."""
        held = [at for at, one in enumerate(self.spans) if one.start < span.end and one.end > span.start]
        return (held[0], held[-1] + 1) if held else (0, 0)

    def told(self, first: int, last: int) -> str:
        """Return the words of the report at some tokens."""
        return self.record.text[self.spans[first].start : self.spans[last - 1].end]

    def paragraph(self, at: int) -> Span:
        """Return the paragraph around a token."""
        place = self.spans[at]
        start = self.record.text.rfind("\n", 0, place.start) + 1
        end = self.record.text.find("\n", place.end)
        return Span(start, end if end >= 0 else len(self.record.text))

    def find_entry(self, at: int) -> str | None:
        """Return the entry that stands for a token: one that covers it, else the nearest in its paragraph;
        null where the paragraph has none, for what stands elsewhere would be no evidence.

        A date or place has no entry of its own: the comparison shows its words beside the entry.
        """
        place, around = self.spans[at], self.paragraph(at)
        near = [
            (_gap(span, place), id_)
            for id_, span in self._entries()
            if span.start < around.end and span.end > around.start
        ]
        return min(near)[1] if near else None

    def _entries(self) -> Iterator[tuple[str, Span]]:
        """Yield the places of statements, figures and events that have an id."""
        for statement in self.record.statements:
            if (id_ := self.report.ids.get(statement.id)) is not None:
                yield from ((id_, span) for span in statement.content)
        for figure in self.record.figures:
            if (id_ := self.report.ids.get(figure.id)) is not None:
                yield id_, figure.number
        for event in self.record.events:
            if (id_ := self.report.ids.get(event.id)) is not None:
                yield id_, event.trigger


def _gap(one: Span, other: Span) -> int:
    """Return how far apart two places are, zero if they overlap."""
    return max(0, one.start - other.end, other.start - one.end)
