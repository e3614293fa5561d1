"""Words that tell of a happening only with others beside them: ألقت القوات القبض على، ألقى مجهولون قنبلة."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.events.lexemes import EventWord, do_follow, event_words, forms_of, party_of, read_event_words
from rawi.lexicons.loader import load_table
from rawi.relations.quantities.page import STOPS, Page

_REACH = 10
#: Of these a noun with a pronoun is written like another word: أسره, أسرة.
_OF_FAMILIES = frozenset(("capture",))
_JOINED = ("و", "ف", "ب", "ل", "لل")


class Need(NamedTuple):
    """What must stand beside a word: one of some words or classes, within ``reach`` words after it, before
    it if the reach is below zero, or anywhere in its sentence (null)."""

    reach: int | None
    words: frozenset[str]
    classes: frozenset[str]


class Construction(NamedTuple):
    """A reading of a word with the tokens it needs, which tell of nothing else."""

    word: EventWord
    needed: tuple[int, ...]


_Row = tuple[tuple[str, ...], EventWord, tuple[Need, ...]]


@cache
def event_constructions() -> dict[str, tuple[_Row, ...]]:
    """Return the readings of ``event_constructions.tsv`` by their first folded word, with what they need."""
    found: dict[str, list[_Row]] = {}
    for row in load_table("event_constructions.tsv"):
        needs = tuple(_read_needs(row["needs"]))
        for word, after, reading in forms_of(row):
            found.setdefault(word, []).append((after, reading, needs))
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def telling_words() -> frozenset[str]:
    """Return the folded words with which a mention can begin."""
    return frozenset(event_words()) | frozenset(event_constructions())


def _read_needs(cell: str) -> Iterator[Need]:
    """Yield what a cell of the table asks for."""
    known = _needed_words()
    for part in cell.split(" + "):
        mark, _, names = part.rpartition(" ")
        alike = names.split("/")
        yield Need(
            None if mark == "~" else int(mark.replace("<", "-") or _REACH),
            _joined(frozenset(word for name in alike for word in known.get(name, ()))),
            frozenset(name for name in alike if name not in known),
        )


@cache
def _needed_words() -> dict[str, frozenset[str]]:
    """Return the folded words of ``event_needs.tsv`` by what they are."""
    found: dict[str, set[str]] = {}
    for row in load_table("event_needs.tsv"):
        found.setdefault(row["need"], set()).add(fold(row["word"]))
    return {need: frozenset(words) for need, words in found.items()}


def read_construction(page: Page, at: int) -> Construction | None:
    """Return the reading of a token whose needs are met, the first of the table."""
    rows = event_constructions().get(page.words[at], ())
    if not rows:
        return None
    for after, word, needs in rows:
        if not do_follow(page.words, at + 1, after) or (word.owned and word.family in _OF_FAMILIES):
            continue
        needed = _find_all(page, at, word.size, needs)
        if needed is not None:
            other = page.name_at(at) is not None or at in page.dated
            return None if other else Construction(word, needed)
    return None


def _find_all(page: Page, at: int, size: int, needs: tuple[Need, ...]) -> tuple[int, ...] | None:
    """Return the tokens of its own that a word of ``size`` at ``at`` needs, null where a need is not met."""
    own = []
    for need in needs:
        found = _find(page, at, size, need)
        if found is None:
            return None
        if need.reach is not None and need.words:
            own.append(found)
    return tuple(own)


def _find(page: Page, at: int, size: int, need: Need) -> int | None:
    """Return the token that a word of ``size`` at ``at`` needs, null for none."""
    first, last = page.text.sentence_of(at)
    reach = need.reach
    if reach is not None and reach < 0:
        tokens: Iterable[int] = range(max(first, at + reach), at)
    else:
        ahead = range(at + size, last if reach is None else min(last, at + size + reach))
        stop = next((i for i in ahead if page.words[i] in STOPS), ahead.stop)
        tokens = (*range(first, at), *ahead) if reach is None else range(at + size, stop)
    if need.classes:
        return next((i for i in tokens if _is_met(page, i, need)), None)
    words, needed = page.words, need.words
    return next((i for i in tokens if words[i] in needed), None)


def _is_met(page: Page, at: int, need: Need) -> bool:
    """Is a token of the words or classes that are needed?"""
    word, classes = page.words[at], need.classes
    if word in need.words:
        return True
    if not classes:
        return False
    if party_of(word) in classes:
        return True
    if "counted" in classes and (site := page.site_at(at)) is not None:
        return site.figure.unit is None
    named = page.name_at(at)
    if named is not None:
        return "place" in classes and named.entity.type == "place"
    return any(one.family in classes for one in read_event_words((word,), 0))


def _joined(words: frozenset[str]) -> frozenset[str]:
    """Return folded words as they may stand in a text: as they are, with the article, and with what is joined
    before either."""
    bare = {word for word in words if not word.startswith("ال")}
    articled = {"ال" + word for word in words}
    return words | articled | {joined + word for word in bare | articled for joined in _JOINED}
