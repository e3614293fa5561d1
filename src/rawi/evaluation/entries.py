"""The entries of an answer, which may be anything at all: which of them have a place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from rawi.model.span import Span

Row = Mapping[str, Any]


class Found(msgspec.Struct, frozen=True):
    """A row of an answer and the spans by which it is compared with the gold."""

    row: Row
    spans: tuple[Span, ...]


def parse_span(text: str, value: object) -> Span:
    """Return ``[start, end]`` as a span that lies in ``text`` and is not empty; ValueError otherwise."""
    match value:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return Span(start, end)
    raise ValueError(f"no span of the text: {value!r}")


def parse_spans(text: str, value: object) -> tuple[Span, ...]:
    """Return a list of spans, never none; ValueError if any does not lie in ``text``."""
    if not isinstance(value, list | tuple) or not value:
        raise ValueError(f"no spans of the text: {value!r}")
    return tuple(parse_span(text, part) for part in value)


def read_entries(text: str, rows: object, key: str) -> tuple[list[Found], int]:
    """Return the rows whose ``key`` is a span of ``text`` (``content``: spans), and the number of the others.

    What is no list has no rows: a layer that is missing is empty, not malformed.
    """
    good, bad = [], 0
    for row in rows if isinstance(rows, list | tuple) else ():
        try:
            spans = parse_spans(text, row[key]) if key == "content" else (parse_span(text, row[key]),)
        except (ValueError, TypeError, KeyError):
            bad += 1
        else:
            good.append(Found(row, spans))
    return good, bad


def read_body(text: str, body: object) -> list[Span]:
    """Return the spans of an answer's ``document.body`` that lie in ``text``; the others are left out."""
    rows = [{"span": span} for span in body] if isinstance(body, list | tuple) else []
    return [span for found in read_entries(text, rows, "span")[0] for span in found.spans]
