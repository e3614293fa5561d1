"""Search over the words of all articles."""

from __future__ import annotations

from rawi.web.answers import Answer, Asked

_SIZE = 20


def find(asked: Asked) -> Answer:
    """Answer a search: articles that hold all words, each with the words around them."""
    query, exact = asked.given("q"), asked.flag("exact")
    data = {"q": query or "", "exact": exact, "hits": (), "next": None}
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
    return Answer("find.html", "find", data, page.hits, next=page.cursor, columns=columns, rows=rows)
