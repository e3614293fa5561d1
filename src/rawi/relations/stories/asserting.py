"""What two sentences that tell one thing must not have otherwise: numbers, days, and whether it is so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rawi.annotations.numbers import find_numbers
from rawi.annotations.vocabulary import role_of
from rawi.claims.changes import load_modality
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.model.value import Amount, Hedge
from rawi.relations.copies.edits import is_denial
from rawi.relations.sites import find_sites
from rawi.relations.statements.lexemes import scope_of
from rawi.relations.stories.rarity import stems_of, weigh_stem
from rawi.text.text import Text

_DUAL = "2"
_THE = "ال"
_DAY = len("2031-05-01")
_REACH = 14  # words after one that denies in which what is denied stands
_FEWEST = 2  # telling words that two denials of one thing share
#: A sentence tells something if its telling stems have this weight at least.
TELLING = 2.0
_DIRECTIONS = {
    Hedge.LESS_THAN: "<",
    Hedge.AT_MOST: "<",
    Hedge.MORE_THAN: ">",
    Hedge.AT_LEAST: ">",
}


class Assertion(NamedTuple):
    """The numbers of a sentence by value, each with the way its bound points; the days that it names; how
    many of its words deny; the telling stems of what each of them denies; the buildings and vehicles that it
    names; ``other`` where it denies only what is new or another (لا وفيات جديدة)."""

    numbers: frozenset[tuple[str, str]]
    days: frozenset[str]
    denials: int
    denied: tuple[frozenset[str], ...] = ()
    sites: frozenset[tuple[str, bool]] = frozenset()
    other: bool = False

    def agrees(self, other: Assertion) -> bool:
        """May two sentences tell one thing: the same numbers, no other day, building or vehicle, and the same
        denied, as often?

        A bound may be left out (أكثر من 20، 20), not turned around.
        """
        if {value for value, _ in self.numbers} != {value for value, _ in other.numbers}:
            return False
        ways: dict[str, set[str]] = {}
        for value, way in self.numbers | other.numbers:
            ways.setdefault(value, set()).add(way)
        if any({"<", ">"} <= found for found in ways.values()):
            return False
        apart = self.days and other.days and self.days.isdisjoint(other.days)
        if apart or (self.sites and other.sites and self.sites.isdisjoint(other.sites)):
            return False
        return self.denials == other.denials and self._denies_as(other)

    def _denies_as(self, other: Assertion) -> bool:
        """Do both deny one thing, as far as the words after those that deny tell?"""
        if self.other != other.other:
            return False
        pairs = [(one, its) for one in self.denied for its in other.denied]
        return not pairs or any(
            one == its or len(one & its) >= max(_FEWEST, min(len(one), len(its)) / 2) for one, its in pairs
        )


class Assertions:
    """Reads the assertions of the sentences of one document."""

    def __init__(self, record: Record, text: Text) -> None:
        self._text = text
        dates = [one for one in record.dates if one.value]
        self._days = sorted(
            (_tokens(text, one.span).start, one.value)
            for one in dates
            if one.value and len(one.value) >= _DAY
        )
        taken = {at for one in dates for at in _tokens(text, one.span)}
        self._numbers = sorted(_find_numbers(record, text, taken))
        self._denied = [one for one in record.statements if one.polarity == "denied" and one.cue is not None]

    def of(self, first: int, last: int) -> Assertion:
        """Return what a sentence, by its tokens, asserts."""
        numbers = self._numbers[bisect_left(self._numbers, (first,)) : bisect_left(self._numbers, (last,))]
        days = self._days[bisect_left(self._days, (first,)) : bisect_left(self._days, (last,))]
        denials = sum(map(_denies, self._text.words[first:last]))
        if not denials:
            denials = int(self._is_denied(self._text.span(first, last)))
        words = self._text.words[first:last]
        signs = [at for at, word in enumerate(words) if _denies(word)]
        return Assertion(
            frozenset((value, way) for _, value, way in numbers),
            frozenset(value for _, value in days),
            denials,
            tuple(found for at in signs if (found := _telling(words[at + 1 : at + 1 + _REACH]))),
            frozenset((site.id, site.near) for site in find_sites(words)),
            any(scope_of(word) == "other" for at in signs for word in words[at + 1 : at + 1 + _REACH]),
        )

    def _is_denied(self, sentence: Span) -> bool:
        """Is what a sentence holds denied by words before it, or by words of saying that no list of denials
        has?"""
        return any(_overlap(span, sentence) for one in self._denied for span in one.content)


def _find_numbers(record: Record, text: Text, taken: set[int]) -> Iterator[tuple[int, str, str]]:
    """Yield the numbers of a document by their first token: value, and which way the bound points. Those that
    figures have, others in digits or letters, and what a dual counts (قتيلان); none at tokens ``taken``."""
    for one in record.figures:
        tokens, value = _tokens(text, one.number), _show(one.low if one.low is not None else one.high)
        if value and taken.isdisjoint(tokens):
            taken |= set(tokens)
            yield tokens.start, value, _DIRECTIONS.get(one.hedge, "")
            if one.hedge == Hedge.BETWEEN:
                yield tokens.start, _show(one.high), ""
    for note in find_numbers(text):
        tokens, value = range(note.first, note.last), _show(note.value.low)
        named = text.words[note.first].startswith(_THE)  # دور الثمانية is a name and counts nothing
        if value and not named and taken.isdisjoint(tokens):
            taken |= set(tokens)
            yield tokens.start, value, ""
    duals = (at for at, word in enumerate(text.words) if at not in taken and role_of(word) == "pair")
    yield from ((at, _DUAL, "") for at in duals)


def _denies(word: str) -> bool:
    """Does a folded word negate, or call untrue what was said? ما is left out: it mostly means what."""
    return load_modality().get(word) == "negation" or is_denial(word)


def _telling(words: Sequence[str]) -> frozenset[str]:
    """Return the stems that tell something of what words deny."""
    return frozenset(stem for stem in stems_of(" ".join(words)) if weigh_stem(stem) >= TELLING)


def _tokens(text: Text, span: Span) -> range:
    """Return the tokens that a span of the source lies on."""
    start, end = text.folded.from_source(span.start, span.end)
    return range(text.token_at(start), bisect_left(text.starts, end, 0, len(text.words)))


def _show(value: Amount | None) -> str:
    """Return a value as it is compared and weighed: 3 آلاف is 3000 is 3000.0."""
    return "" if value is None else f"{float(value):.12g}"


def _overlap(one: Span, other: Span) -> bool:
    """Do two spans have a place in common?"""
    return one.start < other.end and other.start < one.end
