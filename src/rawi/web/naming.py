"""What an article is called on a page: its title, else the words it begins with; never its fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from markupsafe import Markup

from rawi.ledger.answers import OriginView
from rawi.ledger.faults import NotInLedger
from rawi.ledger.ledger import Ledger
from rawi.ledger.results import Article
from rawi.model.document import Document
from rawi.views.labels import Language
from rawi.views.markup import isolated
from rawi.web.phrases import phrase

_WORDS = 9


def name_opening(text: str, words: int = _WORDS) -> str:
    """Return the words with which a text begins; nothing for a text without words.

    >>> name_opening("قال المتحدث   إن السد سليم.", 3), name_opening("نص")
    ('قال المتحدث إن …', 'نص')
    """
    found = text[: words * 40].split()
    return " ".join(found[:words]) + (" …" if len(found) > words else "")


def name_document(one: Document, language: Language) -> str:
    """Return the title of a document, else its first words, else that it has no title."""
    begins = one.body[0].of(one.text) if one.body else one.text
    return one.title or name_opening(begins) or phrase("untitled", language)


def name_ids(ledger: Ledger, names: Mapping[str, str], language: Language) -> dict[str, str]:
    """Return names of documents by their ids; one that is but the head of its id is named by its words."""
    return {
        id: name_document(ledger.document(id).document, language) if _is_head(name, id) else name
        for id, name in names.items()
    }


def name_origin(ledger: Ledger | None, one: OriginView, language: Language) -> str:
    """Return who an independent origin is; of an article without a title its first words."""
    if ledger is None or not _is_head(one.name, one.id):
        return one.name
    return name_ids(ledger, {one.id: one.name}, language)[one.id]


def _is_head(name: str, id: str) -> bool:
    """Is a name but the first digits of a document's id?"""
    return bool(name) and id.startswith(f"sha256:{name.removeprefix('sha256:')}")


def build_namer(ledger: Ledger | None, language: Language) -> Callable[[Article | str], Markup]:
    """Return what names articles, or documents by their id, on one page; each name is isolated."""

    @cache
    def opening(id: str) -> str:
        try:
            return name_document(ledger.document(id).document, language) if ledger else ""
        except NotInLedger:
            return ""

    def name(one: Article | str) -> Markup:
        title = None if isinstance(one, str) else one.title
        told = title or opening(one if isinstance(one, str) else one.id) or phrase("untitled", language)
        said = "" if title else ' class="opening"'
        return Markup(f'<span dir="auto"{said}>{isolated(told)}</span>')

    return name
