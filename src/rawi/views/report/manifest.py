"""What proves a report: texts with their hashes, each quote with its place, for whoever has no Rawi."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.ledger.answers import EventView, Side, StoryView
from rawi.ledger.identity import hash_bytes, parse_address
from rawi.ledger.results import Count, Said
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.views.report.parts import Part, Report, find_sides
from rawi.views.whence import find_url

SCHEMA = "rawi.manifest/1"


class Original(msgspec.Struct, frozen=True):
    """Bytes as they came: hash and size, what read the text from them, from which address and when."""

    sha256: str
    size: int
    reader: str
    part: str | None
    url: str | None
    fetched: tuple[str, ...]


class Proved(msgspec.Struct, frozen=True):
    """A document: its ``text`` has the hash ``sha256``, and was read from any of ``originals``."""

    id: str
    sha256: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    originals: tuple[Original, ...]
    text: str


class Quote(msgspec.Struct, frozen=True):
    """Words of a document, ``text[start:end]``; ``item`` is the number of the part that quotes them."""

    item: int
    kind: str
    entry: str | None
    document: str
    start: int
    end: int
    words: str


class Manifest(msgspec.Struct, frozen=True):
    """All that a third party needs; offsets count Unicode code points."""

    schema: str
    unit: str
    title: str
    made: str
    documents: tuple[Proved, ...]
    quotes: tuple[Quote, ...]


def build_manifest(report: Report) -> Manifest:
    """Build the manifest of a report."""
    documents = tuple(_document(report, record) for record in report.records.values())
    quotes = dict.fromkeys(one for part in report.parts for one in _quotes(part, report))
    return Manifest(SCHEMA, "codepoint", report.title, report.at, documents, tuple(quotes))


def encode_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as JSON that may stand in a page: no ``<``, ``>`` or ``&``, and no line separator
    that a script would take for the end of a line."""
    told = msgspec.json.format(msgspec.json.encode(manifest), indent=1).decode()
    for letter in "<>&\u2028\u2029":
        told = told.replace(letter, f"\\u{ord(letter):04x}")
    return told.encode()


def _document(report: Report, record: Record) -> Proved:
    """Return what proves one document."""
    one = record.document
    found: dict[str, Original] = {}
    for each in report.evidence[one.id]:
        origin = each.origin
        fetched = tuple(capture.at for capture in each.captures if capture.at)
        found.setdefault(
            each.hash, Original(each.hash, each.size, origin.reader, origin.part, origin.url, fetched)
        )
    return Proved(
        one.id, hash_bytes(one.text.encode()), one.title, one.outlet, one.published, find_url(one),
        tuple(found.values()), one.text,
    )  # fmt: skip


def _quotes(part: Part, report: Report) -> Iterator[Quote]:
    """Yield all that a part quotes, the words cut from the text anew."""
    view = part.view
    if isinstance(view, Record):
        yield from _of_record(part, view)
    elif view is None:
        for held in part.item.held:
            if held.entry:
                span = Span(held.start, held.end)
                yield _quote(part, held.of or "", held.entry, held.document, span, report)
    for side in find_sides(part):
        for kind, document, span in _places(side):
            yield _quote(part, kind, side.id, document, span, report)
    if isinstance(view, StoryView):
        for sentence in (*(one for each in view.told for one in each), *view.own):
            document, place = parse_address(sentence.address)
            if place is not None:
                yield _quote(part, "sentence", None, sentence.document, place, report)


def _of_record(part: Part, record: Record) -> Iterator[Quote]:
    """Yield the entries of a whole article."""
    found = [("statement", one.id, span) for one in record.statements for span in one.content]
    found += [("figure", one.id, one.span) for one in record.figures]
    found += [("event", one.id, one.trigger) for one in record.events]
    for kind, label, span in found:
        id = part.ids.get(label, label)
        yield Quote(part.number, kind, id, record.document.id, span.start, span.end, record.words(span))


def _places(side: Side) -> Iterator[tuple[str, str, Span]]:
    """Yield where the words of an entry stand."""
    if isinstance(side, Said):
        yield from (("statement", side.article.id, span) for span in side.statement.content)
    elif isinstance(side, Count):
        yield "figure", side.article.id, side.figure.span
    elif isinstance(side, EventView):
        yield "event", side.article.id, side.event.trigger


def _quote(part: Part, kind: str, entry: str | None, document: str, span: Span, report: Report) -> Quote:
    words = span.of(report.records[document].text)
    return Quote(part.number, kind, entry, document, span.start, span.end, words)
