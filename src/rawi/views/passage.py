"""A document's text on a screen, and words of it in the lines where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.model.record import Record
from rawi.model.span import Span
from rawi.views.screen import Screen, neutral

_OPEN, _CLOSE = "⟦", "⟧"


def render_document(record: Record, screen: Screen) -> str:
    """Return what is known of the document, then its text, in logical order; what is no article is faint."""
    return f"{_head(record, screen)}\n\n{''.join(_shaded(record, screen))}"


def _shaded(record: Record, screen: Screen) -> Iterator[str]:
    """Yield the text piece by piece, what stands outside the body faint."""
    at = 0
    for span in record.document.body:
        yield from _faint(record.text[at : span.start], screen)
        yield neutral(span.of(record.text))
        at = span.end
    yield from _faint(record.text[at:], screen)


def _faint(text: str, screen: Screen) -> Iterator[str]:
    """Yield the lines of a text faint, as far as anything is in them."""
    lines = (screen.faint(line) if line.strip() else line for line in neutral(text).split("\n"))
    yield "\n".join(lines)


def render_passage(record: Record, span: Span, screen: Screen) -> str:
    """Return the lines in which the words at ``span`` stand, the words marked."""
    text = record.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    before, after = text[start : span.start], text[span.end : end if end >= 0 else len(text)]
    marked = f"{neutral(before)}{_OPEN}{screen.strong(neutral(span.of(text)))}{_CLOSE}{neutral(after)}"
    return f"{_head(record, screen)}\n\n{marked}"


def _head(record: Record, screen: Screen) -> str:
    """Return what is known of the document, a value a line."""
    one = record.document
    known = (
        ("title", one.title),
        ("outlet", one.outlet),
        ("published", one.published),
        ("author", one.author),
        ("modified", one.modified),
        ("source", one.source),
        ("url", one.url if one.url != one.source else None),
        ("warnings", ", ".join(dict.fromkeys(warning.code for warning in one.warnings))),
    )
    lines = [f"{screen.label(name)}: {screen.apart(value)}" for name, value in known if value]
    return "\n".join([*lines, screen.faint(one.id)])
