"""Under which independent origin an entry counts."""

from __future__ import annotations

from rawi.documents.newsrooms import newsroom_key
from rawi.ledger.answers import OriginView
from rawi.ledger.results import Article, Count, Said
from rawi.ledger.terms import split_words


def find_origin(entry: Count | Said) -> OriginView:
    """Return under which origin an entry counts: whose claim it is, else the newsroom that tells it."""
    said = entry.statement.speaker if isinstance(entry, Said) else None
    holder = (said.name or said.role) if said else entry.holder if isinstance(entry, Count) else None
    if holder:
        return name_origin(holder)
    carriers = [link.name for link in entry.chain if link.kind in ("agency", "outlet")]
    return find_newsroom(entry.article, next(iter(carriers), None))


def find_newsroom(article: Article, carrier: str | None = None) -> OriginView:
    """Return the newsroom that tells an article, ``carrier`` if one is named, else the article itself."""
    name = carrier or article.outlet
    if name:
        return OriginView(f"newsroom:{newsroom_key(name)}", name)
    return OriginView(f"document:{article.id}", article.title or article.id)


def name_origin(name: str) -> OriginView:
    """Return an origin that is known by its name."""
    return OriginView(f"holder:{' '.join(split_words(name))}", name)
