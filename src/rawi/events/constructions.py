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
_JOINED = ("و", "ف", "ب", "ل", "لل")
_ARMED = frozenset(("state", "nonstate", "unknown", "member"))


class Need(NamedTuple):
    """What must stand beside a word: one of some words or classes, within ``reach`` words after it, or
    anywhere in its sentence (null)."""

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
    for part in filter(None, cell.split(" + ")):
        mark, _, names = part.rpartition(" ")
        alike = names.split("/")
        yield Need(
            None if mark == "~" else int(mark or _REACH),
            frozenset(fold(name) for name in alike if not name.isascii()),
            frozenset(name for name in alike if name.isascii()),
        )


def read_construction(page: Page, at: int) -> Construction | None:
    """Return the reading of a token whose needs are met, the first of the table."""
    rows = event_constructions().get(page.words[at], ())
    if not rows or page.name_at(at) is not None or at in page.dated:
        return None
    for after, word, needs in rows:
        if not do_follow(page.words, at + 1, after):
            continue
        if word.definite and any("indefinite" in need.classes for need in needs):
            continue
        met = [_find(page, at, word.size, need) for need in needs if "indefinite" not in need.classes]
        if None not in met:
            own = (one for one, need in zip(met, needs, strict=False) if need.reach is not None and need.words)
            return Construction(word, tuple(one for one in own if one is not None))
    return None


def _find(page: Page, at: int, size: int, need: Need) -> int | None:
    """Return the token that a word of ``size`` at ``at`` needs, null for none."""
    first, last = page.text.sentence_of(at)
    ahead = range(at + size, last if need.reach is None else min(last, at + size + need.reach))
    stop = next((i for i in ahead if page.words[i] in STOPS), ahead.stop)
    tokens = range(at + size, stop) if need.reach is not None else (*range(first, at), *ahead)
    if "foes" in need.classes:
        return _find_foe(page, tokens)
    return next((i for i in tokens if _is_met(page, i, need)), None)


def _is_met(page: Page, at: int, need: Need) -> bool:
    """Is a token of the words or classes that are needed?"""
    word, classes = page.words[at], need.classes
    if need.words and not need.words.isdisjoint(_bare(word)):
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


def _bare(word: str) -> Iterator[str]:
    """Yield a folded word as it is, and without the article and what is joined before it."""
    yield word
    yield word.removeprefix("ال")
    for joined in _JOINED:
        if word.startswith(joined):
            yield word.removeprefix(joined).removeprefix("ال")


def _find_foe(page: Page, tokens: Iterable[int]) -> int | None:
    """Return the armed party that follows another one beside it: طردت القوات المسلحين."""
    seen: str | None = None
    for i in tokens:
        party = party_of(page.words[i])
        if party in _ARMED:
            if seen is not None and party != seen and "nonstate" in (seen, party):
                return i
            seen = party if party != "member" else seen
    return None
