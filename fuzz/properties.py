"""What must hold of whatever is read from whatever bytes; a target raises ``Broken`` where it does not."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from fuzz.guarding import unguarded
from rawi.documents.build import build_document
from rawi.errors import RawiError
from rawi.model.record import Record
from rawi.model.source import DocumentText, Item
from rawi.model.span import Span
from tests.values.forms import is_edtf

T = TypeVar("T")

#: Seconds of processor time that an input may take, and as much again for each ``PIECE`` of its bytes.
SECONDS = 2.0
PIECE = 10_000


class Broken(AssertionError):
    """A promise that was not kept; the message says which."""


def require(holds: object, promise: str) -> None:
    """Raise ``Broken`` with the promise that does not hold."""
    if not holds:
        raise Broken(promise)


def run(check: Callable[[bytes], None], data: bytes, slack: float = 1.0) -> None:
    """Run a target's ``check`` over ``data``; ``Broken`` too where it takes longer than it may.

    ``slack``: how many times as long it may take, where its code is slowed down by being watched.
    """
    begun = time.process_time()
    with unguarded():
        check(data)
    taken = time.process_time() - begun
    most = slack * SECONDS * (1 + len(data) // PIECE)
    require(taken <= most, f"{taken:.1f} s for {len(data)} bytes, at most {most:.1f}")


def same(read: Callable[[], T]) -> T:
    """Return what ``read`` gives; ``Broken`` if it gives something else the second time."""
    first = read()
    require(read() == first, "the same input gives the same output")
    return first


def as_text(data: bytes) -> str:
    """Return bytes as any string that may come in: bytes that are no UTF-8 become lone surrogates."""
    return data.decode("utf-8", "surrogateescape")


def require_code(error: RawiError, *families: str) -> None:
    """Check that a refusal has a stable code of one of the families, and says something."""
    require(error.code.partition(".")[0] in families, f"an unknown code: {error.code}")
    require(str(error), "a refusal says why")


def require_spans(spans: Iterable[Span], text: str) -> None:
    """Check that spans are half-open, not empty, and lie in the text."""
    for span in spans:
        require(0 <= span.start < span.end <= len(text), f"{span} lies in a text of {len(text)}")


def read_item(item: Item) -> DocumentText | None:
    """Build the document of an item and check it; None where it is refused with a code."""
    try:
        document = same(lambda: build_document(item))
    except RawiError as error:
        require_code(error, "document")
        return None
    require_document(document)
    return document


def require_document(document: DocumentText) -> None:
    """Check a document's text, the places in it, and the day that is stated."""
    text = document.text
    require(text.strip(), "a document has a text")
    text.encode("utf-8")
    require_spans(document.body, text)
    require(_apart(document.body), "the spans of the body stand in order and apart")
    for link in document.chain:
        require(link.span is None or link.span.of(text) == link.name, f"{link} slices to its name")
    for warning in document.warnings:
        require(warning.code and warning.message, "a warning has a code and says something")
        require(
            warning.span is None or 0 <= warning.span.start <= warning.span.end <= len(text), f"{warning}"
        )
    published = document.metadata.published
    require(published is None or is_edtf(published), f"no EDTF: {published!r}")


def _apart(spans: Iterable[Span]) -> bool:
    """Say whether spans follow each other without sharing anything."""
    ends = [edge for span in spans for edge in (span.start, span.end)]
    return ends == sorted(ends)


def require_record(record: Record, text: str) -> None:
    """Check that a record is valid JSON, and that every entry stands on words of the text."""
    json.loads(msgspec.json.encode(record))
    require(len(record.text) == len(text), "offsets are those of the text that came in")
    require_spans(spans_of(record), record.text)
    for figure in record.figures:
        counted = figure.counted
        require(counted is None or counted.span.of(record.text) == counted.text, f"{counted}")
    for mention in record.dates:
        require(mention.value is None or is_edtf(mention.value), f"no EDTF: {mention.value!r}")
    ids = {statement.id for statement in record.statements}
    for statement in record.statements:
        require(statement.content, "a statement says something")
        named = {statement.within, statement.repeats, statement.speaker_from} - {None}
        require(named <= ids - {statement.id}, f"{statement.id} refers to a statement that there is not")


def spans_of(record: Record) -> Iterator[Span]:
    """Yield every span of a record."""
    yield from record.document.body
    for statement in record.statements:
        yield from statement.content
        yield from (span for span in (statement.cue, statement.speaker.span) if span)
        yield from (link.span for link in statement.chain if link.span)
        yield from (span for one in statement.changes for span in (one.here, one.there) if span)
    for figure in record.figures:
        yield from (figure.span, figure.number)
    yield from (mention.span for mention in record.dates)
    yield from (mention for entity in record.entities for mention in entity.mentions)
    yield from (link.span for link in record.document.chain if link.span)
