"""What parts of a page are besides article: menus, footers, related links, captions, by their markup."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from rawi.documents.elements import Element
from rawi.errors import LexiconError
from rawi.lexicons.loader import read_resource

LEXICON = "web/page_parts.toml"
_MOST = 0.5  # of the page's paragraphs: a part that holds more is the article, whatever it is called
_NEARLY_ALL = 0.9
_SURE = frozenset(("comments", "related", "footer"))  # these hold many paragraphs at times


class _Parts(msgspec.Struct, frozen=True):
    """The lexicon as it stands in the file."""

    elements: dict[str, str]
    roles: dict[str, list[str]]


class Names(NamedTuple):
    """The lexicon made ready: kinds by element, by one word, and by two words that must both be there."""

    elements: dict[str, str]
    words: dict[str, str]
    pairs: tuple[tuple[str, str, str], ...]


@cache
def load_names() -> Names:
    """Return what parts of pages are called; LexiconError if the file is malformed."""
    try:
        parts = msgspec.convert(tomllib.loads(read_resource(LEXICON).decode("utf-8")), _Parts)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise LexiconError(f"{LEXICON}: {error}") from error
    words, pairs = {}, []
    for kind, names in parts.roles.items():
        for name in names:
            first, _, second = name.partition(" ")
            if second:
                pairs.append((first, second, kind))
            else:
                words[first] = kind
    return Names(parts.elements, words, tuple(pairs))


def find_kind(element: Element) -> str | None:
    """Return what an element is by its name or by the words of its class, id and role, or None.

    >>> find_kind(Element("div", None, {"class": "relatedPosts"}))
    'related'
    """
    names = load_names()
    if kind := names.elements.get(element.name):
        return kind
    if not element.words or element.name in ("html", "body"):
        return None
    for word in element.words:
        if kind := names.words.get(word):
            return kind
    if len(element.words) > 1:
        for first, second, kind in names.pairs:
            if first in element.words and second in element.words:
                return kind
    return None


def find_kinds(elements: Sequence[Element], weights: Sequence[int]) -> list[str | None]:
    """Return what each element is or lies in, by number; None for what may be the article.

    ``weights``: how much of the page's paragraphs each holds. What is called a menu and holds most of them
    is none.
    """
    whole = weights[0]
    kinds: list[str | None] = []
    for one in elements:
        inherited = kinds[one.parent.number] if one.parent else None
        kind = inherited or find_kind(one)
        most = _NEARLY_ALL if kind in _SURE else _MOST
        kinds.append(inherited or (kind if weights[one.number] <= most * whole else None))
    return kinds
