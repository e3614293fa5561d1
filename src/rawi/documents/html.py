"""A web page to its text: all that it shows, and which of it is the article."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from rawi.arabic.fold import fold
from rawi.documents.article import find_parts
from rawi.documents.blocks import PageText, read_blocks
from rawi.documents.markup import Pieces
from rawi.documents.metadata import read_metadata
from rawi.documents.opinion import find_opinion
from rawi.documents.owner import find_owner
from rawi.model.document import Metadata, Parts, Warning
from rawi.model.span import Span

_WHOLE = re.compile(r"<(?:html|body|head|!doctype)\b", re.IGNORECASE)
_NOTHING = 200  # code points: a page that shows less, and hides more, is read as if it had no styles
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
    nothing that reads as an article. ``html.fallback``: no part of the page holds its paragraphs together,
    so all are kept; ``html.disputed``: two ways to find the article hardly meet. Lone surrogates must have
    been replaced before.

    >>> page = read_html("<body><nav>الرئيسية</nav><p>قال سليم إن <b>الجسر</b> فتح.")
    >>> page.text, [span.of(page.text) for span in page.parts.article]
    ('الرئيسية\\nقال سليم إن الجسر فتح.', ['قال سليم إن الجسر فتح.'])
    """
    page = page.replace("\x00", "\ufffd")  # as HTML itself prescribes
    pieces = Pieces(page)
    metadata, warnings = read_metadata(pieces)
    shown = read_blocks(pieces)
    if shown.hidden > _HIDDEN and sum(block.length for block in shown.blocks) < _NOTHING:
        # Styles that a script would undo, or a page made to mislead: kept, and nothing is taken from it.
        unseen = Warning(
            "html.unseen", f"by its styles nearly all of it ({shown.hidden} characters) is hidden"
        )
        kept = read_blocks(pieces, styled=False)
        return Page(kept.text, Parts(()), metadata, (*warnings, unseen), kept)
    if shown.hidden > _HIDDEN:
        warnings += (Warning("html.hidden", f"{shown.hidden} characters are hidden in it, and not read"),)
    if not _WHOLE.search(page[:5000]):  # a feed's or a row's fragment has nothing around the article
        return _with_title(Page(shown.text, None, metadata, warnings, shown), metadata.title)
    parts, doubt = find_parts(shown, title or metadata.title, lambda: find_opinion(pieces, shown))
    if doubt:
        warnings += (doubt,)
    if not metadata.outlet and (outlet := find_owner(shown)):
        metadata = msgspec.structs.replace(metadata, outlet=outlet)
    return Page(shown.text, parts, metadata, warnings, shown)


def _with_title(page: Page, title: str | None) -> Page:
    """Return a fragment with the title that it states before its text, unless it stands there already."""
    if not title or fold(title) in fold(page.text[: 500 + len(title)]):
        return page
    return page._replace(text=f"{title}\n{page.text}", shift=len(title) + 1)
