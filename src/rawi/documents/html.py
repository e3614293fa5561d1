"""A web page to its text: all that it shows, and which of it is the article."""

from __future__ import annotations

import re
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.documents.article import find_parts
from rawi.documents.blocks import PageText, read_blocks
from rawi.documents.metadata import read_metadata
from rawi.model.document import Metadata, Parts, Warning
from rawi.model.span import Span

_WHOLE = re.compile(r"<(?:html|body|head|!doctype)\b", re.IGNORECASE)
_HIDDEN = 200  # code points: less hidden text (labels for screen readers) is in every page


class Page(NamedTuple):
    """A page's ``text``, what it shows of its ``parts``, what it states of itself, and ``warnings``.

    ``shift`` is how many code points stand before ``source.text`` in ``text``: a title that the page does not
    show but states.
    """

    text: str
    parts: Parts | None
    metadata: Metadata
    warnings: tuple[Warning, ...]
    source: PageText
    shift: int = 0

    def to_source(self, span: Span) -> Span | None:
        """Return the place in the decoded page of a span of the text; None for a title put before it."""
        if span.start < self.shift:
            return None
        return self.source.to_source(Span(span.start - self.shift, span.end - self.shift))


def read_html(page: str, title: str | None = None) -> Page:
    """Return all that ``page`` shows as text, a line a block, with what is article; never raises.

    ``title`` is what the carrier states; the page's own counts where it is null. Hidden text, scripts and
    styles never come in; ``html.hidden`` says how much there was. ``html.no-article``: links and teasers, and
    nothing that reads as an article. Lone surrogates must have been replaced before.

    >>> page = read_html("<body><nav>الرئيسية</nav><p>قال سليم إن <b>الجسر</b> فتح.")
    >>> page.text, [span.of(page.text) for span in page.parts.article]
    ('الرئيسية\\nقال سليم إن الجسر فتح.', ['قال سليم إن الجسر فتح.'])
    """
    page = page.replace("\x00", "\ufffd")  # as HTML itself prescribes
    metadata, warnings = read_metadata(page)
    shown = read_blocks(page)
    if shown.hidden > _HIDDEN:
        warnings += (Warning("html.hidden", f"{shown.hidden} characters are hidden in it, and not read"),)
    if not _WHOLE.search(page[:5000]):  # a feed's or a row's fragment has nothing around the article
        return _with_title(Page(shown.text, None, metadata, warnings, shown), metadata.title)
    parts, doubt = find_parts(shown, title or metadata.title)
    if doubt:
        warnings += (doubt,)
    found = Page(shown.text, parts, metadata, warnings, shown)
    return _with_title(found, title or metadata.title) if parts.article else found


def _with_title(page: Page, title: str | None) -> Page:
    """Return the page with its title before the text, unless it stands near the article's beginning."""
    if not title:
        return page
    start = page.parts.article[0].start if page.parts else 0
    if fold(title) in fold(page.text[max(0, start - 500) : start + 500 + len(title)]):
        return page
    by = len(title) + 1
    parts = page.parts and Parts(
        (Span(0, len(title)), *_moved(page.parts.article, by)),
        _moved(page.parts.margins, by),
        _moved(page.parts.stamps, by),
    )
    return page._replace(text=f"{title}\n{page.text}", parts=parts, shift=by)


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    """Return spans moved on by some code points."""
    return tuple(Span(span.start + by, span.end + by) for span in spans)
