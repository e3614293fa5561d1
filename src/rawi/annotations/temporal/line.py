"""A line of time: the tape of a phrase on which each piece already read is one code point.

Joins are rules over such a line. Each replaces what it matches by one larger piece, so that the next can
build on it: ``آخر`` ``جمعة`` ``من`` ``رمضان`` is a head, a preposition and a month, then one day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Literal

import msgspec

from rawi.annotations.vocabulary import load_vocabulary
from rawi.model.lexeme import Lexeme
from rawi.rules.rule import Example

#: ``on_…`` are dates by how fine they are, ``span`` any longer or vaguer time; ``nth`` waits for what it is a
#: part of; ``clock`` is a time of day, ``hourly`` a number that may be an hour, ``part`` a part of the day,
#: ``length`` a duration, ``instant`` a whole moment.
Kind = Literal[
    "on_day",
    "on_weekday",
    "on_month",
    "on_year",
    "on_week",
    "span",
    "nth",
    "clock",
    "hourly",
    "part",
    "length",
    "instant",
    "feast",
]
KINDS: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]


class Item(msgspec.Struct, frozen=True, gc=False):
    """A piece that has been read: its kind, its tokens, what it says, and the rule that read it."""

    kind: Kind
    first: int
    last: int
    value: Any
    rule: str = ""


class Found:
    """A match of a join, by the names of its groups."""

    def __init__(self, line: Line, match: re.Match[str]) -> None:
        self._line, self._match = line, match
        self.first = line.starts[match.start()]
        self.last = line.starts[match.end()]

    def has(self, name: str) -> bool:
        """Did a group take part?"""
        return name in self._match.re.groupindex and bool(self._match[name])

    def item(self, name: str) -> Item | None:
        """Return the first piece in a group."""
        return next(iter(self.items(name)), None)

    def items(self, name: str | int = 0) -> list[Item]:
        """Return the pieces in a group, in order; all of the match without a name."""
        if isinstance(name, str) and not self.has(name):
            return []
        first, last = self._match.span(name)
        return [item for item in self._line.items[first:last] if item is not None]

    def counted(self, name: str) -> bool:
        """Does a group begin with a number or a dual?"""
        word = self.words(name)[0]
        return word[:1].isdecimal() or not (
            (entry := load_vocabulary().entries.get(word)) and entry.role in _UNITS
        )

    def words(self, name: str | int = 0) -> list[str]:
        """Return the folded words of a group."""
        if isinstance(name, str) and not self.has(name):
            return []
        first, last = self._match.span(name)
        return self._line.words[self._line.starts[first] : self._line.starts[last]]

    def lexemes(self, name: str | int = 0) -> list[Lexeme]:
        """Return what the lexicons say of the words of a group."""
        entries = load_vocabulary().entries
        return [entry for word in self.words(name) if (entry := entries.get(word)) is not None]


_UNITS = frozenset(("day", "week", "moon", "year", "decade", "century", "hour", "minute", "second"))
Built = tuple[Kind, Any] | None


class Join(msgspec.Struct, frozen=True, gc=False):
    """A rule over a line: what it joins and what it makes of it (None: on a closer look, nothing).

    ``needs`` names classes of which one must be there: where none is, the pattern is not tried. ``examples``
    are phrases of our own and what is read in them, as in other rules; ``task`` is what is asked there.
    """

    name: str
    pattern: str
    build: Callable[[Found], Built]
    needs: str
    examples: tuple[Example, ...] = ()
    task: Literal["date", "datetime"] = "date"


class Line:
    """The codes of a stretch of a text, tokens ``first`` to ``last``, and the piece that each stands for."""

    def __init__(
        self, tape: str, words: list[str], items: Iterable[Item] = (), first: int = 0, last: int = -1
    ) -> None:
        self._last = len(tape) if last < 0 else last
        self.words, self._tape = words, tape
        self.codes, self.starts = tape[first : self._last], list(range(first, self._last + 1))
        self.items: list[Item | None] = [None] * len(self.codes)
        self.put(items)

    def put(self, items: Iterable[Item]) -> None:
        """Put pieces, none of which overlap each other, in place of the tokens and pieces they cover."""
        found = {item.first: item for item in items}
        if not found:
            return
        letter, tape = load_vocabulary().letter, self._tape
        codes: list[str] = []
        starts: list[int] = []
        pieces: list[Item | None] = []
        at = 0
        for start in sorted(found):
            item = found[start]
            first, last = bisect_left(self.starts, start, at), bisect_left(self.starts, item.last, at)
            code = tape[start]
            codes += [self.codes[at:first], letter(item.kind, 0 if code == "." else ord(code) % 32)]
            starts += [*self.starts[at:first], start]
            pieces += [*self.items[at:first], item]
            at = last
        self.codes = "".join([*codes, self.codes[at:]])
        self.starts, self.items = starts + self.starts[at:], pieces + self.items[at:]

    def join(self, joins: tuple[Join, ...]) -> None:
        """Apply joins one after the other, each wherever it matches."""
        by_code = index_joins(joins)
        wanted = self._wanted(by_code)
        for at, join in enumerate(joins):
            if at not in wanted:
                continue
            made = [self._made(join, match) for match in compile_join(join).finditer(self.codes)]
            if any(made):
                self.put(item for item in made if item is not None)
                wanted = self._wanted(by_code)

    def _wanted(self, by_code: dict[str, frozenset[int]]) -> set[int]:
        """Return the places of the joins that may match, from the codes that are there."""
        return set().union(*(by_code[code] for code in set(self.codes) if code in by_code))

    def _made(self, join: Join, match: re.Match[str]) -> Item | None:
        """Return the piece that a match makes."""
        found = Found(self, match)
        built = join.build(found)
        return Item(built[0], found.first, found.last, built[1], join.name) if built else None


@cache
def compile_join(join: Join) -> re.Pattern[str]:
    """Return the compiled pattern of a join; the kinds of pieces are classes of words in it."""
    _vocabulary()
    return re.compile(load_vocabulary().compile(join.pattern))


@cache
def _vocabulary() -> None:
    """Give each kind of piece a class."""
    for kind in KINDS:
        load_vocabulary().letter(kind)


@cache
def index_joins(joins: tuple[Join, ...]) -> dict[str, frozenset[int]]:
    """Return, for each code that some join needs, the places of those joins."""
    _vocabulary()
    places: dict[str, set[int]] = {}
    for at, join in enumerate(joins):
        for code in load_vocabulary().codes(f"{{?{join.needs}}}"):
            places.setdefault(code, set()).add(at)
    return {code: frozenset(found) for code, found in places.items()}
