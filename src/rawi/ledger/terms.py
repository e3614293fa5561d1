"""Words as the indexes know them: folded, with the clitics a query may or may not have, or lightly stemmed.

Queries never reach the full-text engine as typed: each word is folded and put in quotation marks, in which
the engine knows no operators (sqlite.org/fts5.html, section 3.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rawi.arabic.clitics import noun_forms
from rawi.arabic.fold import fold

WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 64
_ARABIC = re.compile(r"[\u0621-\u064a]+")
_ARTICLE = re.compile(r"\A[وف]?(?:[بك]?ال|لل)(?=..)")
_LETTERS = re.compile(r"\A(?:[وف][بلك]|[وفبلك])(?=....)")
_AND = re.compile(r"\Aو(?=....)")
_SUFFIX = re.compile(r"(?<=...)(?:ها|ان|ات|ون|ين|يه|ه|ي|ا|و)$")


def split_words(text: str) -> list[str]:
    """Return the folded words of ``text``.

    >>> split_words("٤٠ ألفًا!")
    ['40', 'الفا']
    """
    return WORD.findall(fold(text))


@lru_cache(maxsize=4096)
def word_forms(word: str) -> frozenset[str]:
    """Return the forms under which a folded query word may stand in a text: with other clitics, or none.

    >>> "تحالف" in word_forms("وبالتحالف"), "وبالتحالف" in word_forms("تحالف"), "سوريه" in word_forms("سوريا")
    (True, True, True)
    """
    if not _ARABIC.fullmatch(word):
        return frozenset((word,))
    return frozenset(form for base in set(_bases(word)) for form, _ in noun_forms(base))


def _bases(word: str) -> Iterator[str]:
    """Yield a word and what is left of it without clitics, each also with its ending respelled."""
    for base in (word, _ARTICLE.sub("", word, count=1), _LETTERS.sub("", word, count=1)):
        yield base
        yield from _respelled(base)


def _respelled(base: str) -> Iterator[str]:
    """Yield سوريه for سوريا and the reverse, and the accusative تحالفا for تحالف."""
    if base.endswith("يا"):
        yield base[:-1] + "ه"
    elif base.endswith("يه"):
        yield base[:-1] + "ا"
    elif base[-1] not in "اهيو":
        yield base + "ا"
    elif base.endswith("ا") and len(base) > 3:
        yield base[:-1]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Cut a folded word to a light stem: clitics and endings off, at least three letters left.

    After light10 (Larkey, Ballesteros and Connell 2007, "Light Stemming for Arabic Information Retrieval",
    table 2), with conjunction, preposition and article taken off together, and the endings of tanwin and of
    the construct.

    >>> stem("والمقاتلين"), stem("مقاتلو"), stem("مقاتلا")
    ('مقاتل', 'مقاتل', 'مقاتل')
    """
    bare = _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else _AND.sub("", word, count=1)
    once = _SUFFIX.sub("", bare)
    return _SUFFIX.sub("", once)


def stems(folded: str) -> str:
    """Return folded text as a line of stems, for the index."""
    return " ".join(map(stem, WORD.findall(folded)))


def any_form(text: str) -> str | None:
    """Return the full-text expression for all words of ``text``, each in any form; null if none."""
    return _all(_any(sorted(word_forms(word))) for word in _bounded(split_words(text)))


def any_stem(text: str) -> str | None:
    """Return the full-text expression for the stems of all words of ``text``; null if it has none."""
    return _all(_quoted(stem(word)) for word in _bounded(split_words(text)))


def phrase(text: str) -> str | None:
    """Return the full-text expression for the folded words of ``text`` in a row; null if it has none."""
    words = _bounded(split_words(text))
    return _quoted(" ".join(words)) if words else None


def in_column(columns: str, expression: str) -> str:
    """Confine a full-text expression to some columns, named with spaces between."""
    return f"{{{columns}}} : ({expression})"


def _bounded(words: list[str]) -> list[str]:
    """Refuse a query of too many words, which is an article and not a query."""
    if len(words) > MOST_WORDS:
        raise ValueError(f"a query has at most {MOST_WORDS} words")
    return words


def _quoted(word: str) -> str:
    """Put a word in quotation marks, in which nothing is an operator."""
    return '"' + word.replace('"', '""').replace("\0", "") + '"'


def _any(words: Iterable[str]) -> str:
    """Return the expression for any of the words."""
    return "(" + " OR ".join(map(_quoted, words)) + ")"


def _all(expressions: Iterable[str]) -> str | None:
    """Return the expression for all of the expressions, null for none."""
    return " AND ".join(expressions) or None
