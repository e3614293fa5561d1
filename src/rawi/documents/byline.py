"""Where the whole article says it comes from: footers, bylines, datelines, sign-offs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rawi.arabic.fold import fold
from rawi.documents.boilerplate import Layout
from rawi.documents.lines import LONG, Line
from rawi.documents.newsrooms import find_called, find_named, find_newsroom, find_parts
from rawi.model.chain import Link
from rawi.model.span import Span

_AFTER_LABEL = re.compile(r"[^:|/]{2,20}[:|/]\s*")
_QUOTES = " \"'“”«»*.،,"
_BRACKETS = (("(", ")"), ("[", "]"))
_SIGNED = re.compile(r"\(([^()\n]{2,30})\)[\s.]*\Z")


def find_chain(text: str, layout: Layout) -> tuple[Link, ...]:
    """Return the document's chain, agencies before outlets (outermost last), each name once.

    >>> from rawi.documents.boilerplate import read_layout
    >>> text = "افتتح الجسر أمس.\\nالمصدر: النهر نت"
    >>> [(link.kind, link.name) for link in find_chain(text, read_layout(text))]
    [('outlet', 'النهر نت')]
    """
    seen: dict[str, Link] = {}
    for link in _find_links(text, layout):
        seen.setdefault(fold(link.name), link)
    return tuple(sorted(seen.values(), key=lambda link: link.kind == "outlet"))


def find_outlet(text: str, layout: Layout) -> str | None:
    """Return the outlet that a byline above the article names, if any: whose reporter, or whose page it is.

    >>> from rawi.documents.boilerplate import read_layout
    >>> text = "افتتاح الجسر\\nالجزيرة نت - متابعات\\n" + "افتتح الجسر أمام الناس صباح أمس ومعه السوق. " * 4
    >>> find_outlet(text, read_layout(text))
    'الجزيرة نت'
    """
    first = next((line.start for line in layout.lines if line.length >= LONG), 0)
    for line, kind in zip(layout.lines, layout.kinds, strict=True):
        if kind == "byline" and line.start < first:
            named = (link for link in _parts(text, Span(line.start, line.end)) if link.kind == "outlet")
            if outlet := next(named, None):
                return outlet.name
    return None


def _find_links(text: str, layout: Layout) -> Iterator[Link]:
    """Yield every link that a line outside the article, the dateline or the sign-off gives, in order."""
    if layout.opening:
        yield from _parts(text, layout.opening)
        yield from _called(text, layout.opening)
    if layout.closing:
        yield from _parts(text, layout.closing)
    for line, kind in zip(layout.lines, layout.kinds, strict=True) if any(layout.kinds) else ():
        if kind == "source":
            yield from _source(text, line)
        elif kind in ("byline", "button"):
            yield from _parts(text, Span(line.start, line.end))
        elif kind == "stamp":
            yield from find_named(text, line.start, line.end)
    end = layout.body[-1].end if layout.body else 0
    opened = text.find("(", max(0, end - 40), end)
    if opened >= 0 and (signed := _SIGNED.search(text, opened, end)):
        named = find_named(text, signed.start(1), signed.end(1))
        yield from (link for link in named if link.kind == "agency")


def _parts(text: str, span: Span) -> Iterator[Link]:
    """Yield the newsrooms among the parts of a byline; a generic name counts only if no other does."""
    parts = [part for part in find_parts(text, span.start, span.end) if part.newsroom]
    proofs = [part for part in parts if part.proof]
    yield from (link for part in proofs or parts if (link := part.link()))


def _called(text: str, span: Span) -> Iterator[Link]:
    """Yield the parts of a dateline that no table has but the article itself calls a newsroom."""
    for part in find_parts(text, span.start, span.end):
        called = None if part.newsroom else find_called(text, part.words)
        if called:
            yield Link(called.kind, part.words, part.span)


def _source(text: str, line: Line) -> Iterator[Link]:
    """Yield what a footer names: ``المصدر: النهر نت + رويترز`` gives two; ``نقلا عن النهر`` one."""
    label = _AFTER_LABEL.match(text, line.start, line.end)
    if not label:
        yield from _quoted_source(text, line)
        return
    at = label.end()
    for piece in re.split(r"([+،,/]|\s[-–—]\s)", text[label.end() : line.end]):
        yield from _named(text, at, at + len(piece))
        at += len(piece)


def _quoted_source(text: str, line: Line) -> Iterator[Link]:
    """Yield the outlet after the two words of ``نقلا عن``."""
    words = [match.span() for match in re.finditer(r"[^\s*]+", text[line.start : line.end])]
    if len(words) > 2:
        yield from _named(text, line.start + words[2][0], line.end)


def _named(text: str, start: int, end: int) -> Iterator[Link]:
    """Yield a link for the name in ``text[start:end]``, without quotation marks around it."""
    name = _bare(text[start:end])
    if any(c.isalpha() for c in name) and len(name) <= 60:
        at = text.index(name, start)
        found = find_newsroom(name)
        yield Link(found.kind if found else "outlet", name, Span(at, at + len(name)))


def _bare(name: str) -> str:
    """Return a name without the marks around it, nor a bracket whose other half stands outside it.

    >>> _bare("جريدة السفح)."), _bare("(النهر نت)"), _bare("وكالة الأنباء (سفح)")
    ('جريدة السفح', 'النهر نت', 'وكالة الأنباء (سفح)')
    """
    name = name.strip(_QUOTES)
    for opening, closing in _BRACKETS:
        if name.startswith(opening) and (name.endswith(closing) or closing not in name):
            name = name[1:].removesuffix(closing)
        elif name.endswith(closing) and opening not in name:
            name = name[:-1]
    return name.strip(_QUOTES)
