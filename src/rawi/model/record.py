"""The record: everything Rawi takes from one article."""

from __future__ import annotations

import msgspec

from rawi.model.claim import DateMention, Event, Figure, Statement
from rawi.model.document import Document
from rawi.model.entity import Entity
from rawi.model.span import Span


class Record(msgspec.Struct, frozen=True, gc=False):
    """One article's document, statements, figures, dates, events and entities; lists are never null.

    ``msgspec.json.encode(record)`` is the JSON line that ``rawi extract`` prints.
    """

    document: Document
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
    entities: tuple[Entity, ...] = ()

    @property
    def text(self) -> str:
        """The article's text, unchanged."""
        return self.document.text

    def words(self, span: Span) -> str:
        """Return the article's own words at ``span``."""
        return self.document.text[span.start : span.end]
