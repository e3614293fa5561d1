"""Search over the words of all articles."""

from __future__ import annotations

from rawi.arabic.fold import fold
from rawi.web.answers import Answer, Asked

_SIZE = 20
_WORDS, _NEAR = 8, 6  # words that are tried alone, and names that are offered


def find(asked: Asked) -> Answer:
    """Answer a search: articles that hold all words, each with the words around them."""
    query, exact = asked.given("q"), asked.flag("exact")
    data = {"q": query or "", "exact": exact, "hits": (), "next": None}
    data |= {"folded": "", "near": (), "alone": ()}
    columns = ("document", "title", "outlet", "published", "start", "end", "words")
    if query is None:
        return Answer("find.html", "find", data, items=(), columns=columns)
    page = asked.ledger.find(query, exact=exact, limit=_SIZE, cursor=asked.given("next"))
    rows = [
        (
            hit.article.id,
            hit.article.title,
            hit.article.outlet,
            hit.article.published,
            one.span.start,
            one.span.end,
            one.words,
        )
        for hit in page.hits
        for one in hit.snippets
    ]
    data |= {"hits": page.hits, "next": page.cursor}
    if not page.hits:
        data |= _help(asked, query)
    return Answer("find.html", "find", data, page.hits, next=page.cursor, columns=columns, rows=rows)


def _help(asked: Asked, query: str) -> dict[str, object]:
    """Return what may find something where a search found nothing: how it was read, names spelled nearly so,
    those of its words that stand somewhere."""
    words = query.split()
    alone = [one for one in words if asked.ledger.find(one, limit=1).hits] if 1 < len(words) <= _WORDS else []
    near = list(dict.fromkeys(one.name for one in asked.ledger.portraits.like(query)))
    return {"folded": fold(query), "near": near[:_NEAR], "alone": alone}
