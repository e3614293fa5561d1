"""The entries of a document as annotations of the W3C, for archives and for tools that annotate.

After "Web Annotation Data Model", W3C Recommendation of 23 February 2017, https://www.w3.org/TR/annotation-model/:
3.2.4 Embedded Textual Body, 4.2.4 Text Quote Selector, 4.2.5 Text Position Selector (positions are counted in
code points, not in code units); pages of annotations: 5.2 Annotation Page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from rawi.ledger.spans import kind_of, places_of
from rawi.model.claim import Event, Figure, Statement
from rawi.model.record import Record
from rawi.model.span import Span

MEDIA = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Claim = Statement | Figure | Event
_AROUND = 32  # code points of prefix and suffix


def build_annotations(record: Record, ids: Mapping[str, str], base: str) -> dict[str, Any]:
    """Return the annotations of a document as one page of them: one for each span of evidence.

    ``ids`` are those of the ledger by the labels of the record; entries without one are left out. ``base`` is
    the address below which ``documents/ID/text`` and ``entries/ID`` are found.
    """
    page = f"{base}/documents/{record.document.id}/annotations"
    every: list[Claim] = [*record.statements, *record.figures, *record.events]
    items = [one for item in every if item.id in ids for one in _annotate(record, item, ids[item.id], base)]
    return {"@context": _CONTEXT, "id": page, "type": "AnnotationPage", "startIndex": 0, "items": items}


def _annotate(record: Record, item: Claim, id: str, base: str) -> Iterator[dict[str, Any]]:
    """Yield the annotations of one entry."""
    body = {
        "id": f"{base}/entries/{id}",
        "type": "TextualBody",
        "purpose": "describing",
        "format": "application/json",
        "value": msgspec.json.encode({"kind": kind_of(item), "id": id, "entry": item}).decode(),
    }
    for number, span in enumerate(places_of(item).shown):
        yield {
            "id": f"{base}/entries/{id}#span-{number}",
            "type": "Annotation",
            "motivation": "describing",
            "body": body,
            "target": {
                "source": f"{base}/documents/{record.document.id}/text",
                "selector": [_quote(record.text, span), _position(span)],
            },
        }


def _quote(text: str, span: Span) -> dict[str, str]:
    """Return words with what stands before and after them."""
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }


def _position(span: Span) -> dict[str, Any]:
    """Return where words stand."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}
