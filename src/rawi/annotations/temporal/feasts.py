"""Days with a name: عيد الأضحى، رأس السنة، عيد الميلاد."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rawi.annotations.temporal.line import Item
from rawi.annotations.vocabulary import load_words
from rawi.arabic.clitics import Clitic, noun_forms
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries
from rawi.model.calendar import DateExpression
from rawi.model.lexeme import Lexeme


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return, by first word with any clitic, the rest of each name and its rule; the longest first."""
    names: dict[str, dict[tuple[str, ...], str]] = {}
    for lexeme in load_entries("holidays.toml", Lexeme):
        if lexeme.role != "feast":
            continue
        for form in lexeme.forms:
            first, *rest = fold(form).split()
            for word, clitics in noun_forms(first):
                if clitics & Clitic.ARTICLE and not first.startswith("ال"):
                    continue
                names.setdefault(word, {})[tuple(rest)] = str(lexeme.value)
    return {
        word: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for word, found in names.items()
    }


def find_feasts(words: list[str]) -> Iterator[Item]:
    """Yield the named days of a phrase, in order, without the year after them."""
    names, end = _names(), 0
    if names.keys().isdisjoint(words):
        return
    for at, word in enumerate(words):
        if at < end or word not in names:
            continue
        for rest, rule in names[word]:
            end = at + 1 + len(rest)
            if tuple(words[at + 1 : end]) == rest:
                end += words[end : end + 1] != [] and words[end] in load_words("holidays.toml", "blessing")
                yield Item("feast", at, end, DateExpression(holiday=rule), "date/feast")
                break
        else:
            end = at
