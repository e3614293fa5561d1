"""The sentence in which a figure stands: a number alone is no evidence that a person can judge."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from markupsafe import Markup

from rawi.ledger.ledger import Ledger
from rawi.ledger.results import Count
from rawi.ledger.rows import quote_span
from rawi.views.markup import shown

_STOPS = ".!?؟\n"


def build_quoter(ledger: Ledger | None) -> Callable[[Count], Markup]:
    """Return what shows a figure in its sentence, its own words marked; the words alone without a ledger."""

    @cache
    def text_of(document: str) -> str:
        return ledger.document(document).document.text if ledger else ""

    def quote(one: Count) -> Markup:
        text, span = text_of(one.article.id), one.figure.span
        if not text:
            return Markup(shown(one.words))
        around = quote_span(text, span)
        left, right = text[around.start : span.start].lstrip(), text[span.end : around.end].rstrip()
        cut = around.start > 0 and text[around.start - 1] not in _STOPS
        marked = f'<mark class="figure">{shown(one.words)}</mark>'
        return Markup(f"{'… ' if cut else ''}{shown(left)}{marked}{shown(right)}")  # each part is escaped

    return quote
