"""What stands around the text of an article in the reader: warnings in words, copies, links, found words."""

from __future__ import annotations

import re

import msgspec

from rawi.ledger.answers import CopyView
from rawi.ledger.results import Article
from rawi.model.document import Document, Warning
from rawi.model.span import Span
from rawi.views.labels import Language
from rawi.web.answers import Asked
from rawi.web.faults import WrongQuestion
from rawi.web.phrases import load_phrases

_PLACE = re.compile(r"([0-9]{1,9}),([0-9]{1,9})")
_ARCHIVE = "https://web.archive.org/web/"


class Caution(msgspec.Struct, frozen=True):
    """A warning as it is told: in words where the code has some, ``place`` where the words stand, and the
    ``code`` and ``message`` for whoever looks closer."""

    told: str
    code: str
    message: str
    words: str | None = None
    place: str | None = None


class Twin(msgspec.Struct, frozen=True):
    """Another article with the words of this one: ``kind`` is ``copy`` or ``revision``."""

    article: Article
    kind: str
    percent: int


def find_place(asked: Asked, document: Document) -> Span | None:
    """Return the words that the address leads to (``char=434,451``, code points); null where it names none.

    Raises ``WrongQuestion`` where that is no place of the text.
    """
    told = asked.given("char")
    if told is None:
        return None
    match = _PLACE.fullmatch(told)
    if match is None or not 0 <= int(match[1]) < int(match[2]) <= len(document.text):
        raise WrongQuestion("char", "two places of the text with a comma between them, such as 434,451")
    return Span(int(match[1]), int(match[2]))


def find_cautions(document: Document, language: Language) -> list[Caution]:
    """Return the warnings of a document as they are told, in their order."""
    return [_caution(one, document.text, language) for one in document.warnings]


def _caution(one: Warning, text: str, language: Language) -> Caution:
    known = load_phrases()
    told = known.get(f"warning.{one.code}", known["warning.other"])[language]
    if one.span is None:
        return Caution(told, one.code, one.message)
    place = f"{one.span.start},{one.span.end}"
    return Caution(told, one.code, one.message, one.span.of(text)[:120], place)


def find_twins(copies: list[CopyView], document: str) -> list[Twin]:
    """Return the other articles that share the words of a document, each once, copies before versions."""
    found: dict[str, Twin] = {}
    for group in sorted(copies, key=lambda one: one.duplicate.kind):
        share = round(group.duplicate.similarity * 100)
        for one in group.articles:
            if one.id != document:
                found.setdefault(one.id, Twin(one, group.duplicate.kind, share))
    return list(found.values())


def find_links(document: Document) -> dict[str, str]:
    """Return the addresses outside at which an article can be looked up: its own, and an archive's of it.

    Only addresses of the web: others lead a browser to where nobody meant.
    """
    told = next((one for one in (document.url, document.source) if one), "")
    if not told.startswith(("https://", "http://")):
        return {}
    return {"original": told, "archived": f"{_ARCHIVE}{told}"}
