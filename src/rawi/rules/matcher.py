"""Run many rules over one tape: an RE2 set says which can match at all, ``re`` runs only those.

RE2's automaton reads the tape once for all patterns together. A pattern that RE2 cannot express
(look-around) is gated
by the same pattern with its look-arounds taken out, which can only fire more often, never less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Generic, TypeVar

import re2

from rawi.errors import RuleError
from rawi.rules.rule import Rule
from rawi.rules.tape import Vocabulary

V = TypeVar("V")
W = TypeVar("W")
_START = itemgetter(0)
_LOOKAROUND = re.compile(r"\(\?<?[=!][^()]*\)")
_MEMORY = 256 << 20


class Matcher(Generic[V]):
    """The compiled rules of one tape."""

    def __init__(self, vocabulary: Vocabulary[Any], rules: Sequence[Rule[V]]) -> None:
        self.rules = tuple(rules)
        self._patterns = [re.compile(vocabulary.compile(rule.pattern)) for rule in rules]
        self._heads = [
            re.compile(vocabulary.compile(f"{{?{rule.heads}}}")) if rule.heads else None for rule in rules
        ]
        options = re2.Options()
        options.max_mem = _MEMORY
        options.log_errors = False
        self._gate = re2.Set.SearchSet(options)
        for rule, pattern in zip(rules, self._patterns, strict=True):
            _add(self._gate, rule.name, _LOOKAROUND.sub("", pattern.pattern))
        self._gate.Compile()

    def fired(self, tape: str) -> list[int]:
        """Return the indices of the rules that may match somewhere on the tape, in their order."""
        return sorted(self._gate.Match(tape) or ())

    def find(self, tape: str) -> Iterator[tuple[Rule[V], re.Match[str]]]:
        """Yield every match of every rule, rule by rule; offsets of a match are token indices. Never
        raises."""
        for index in self.fired(tape):
            rule = self.rules[index]
            for match in self._matches(index, tape):
                yield rule, match

    def _matches(self, index: int, tape: str) -> Iterator[re.Match[str]]:
        """Yield the matches of one rule; where its heads are known, it is tried only where one of them
        stands."""
        pattern, heads = self._patterns[index], self._heads[index]
        if heads is None:
            yield from pattern.finditer(tape)
            return
        end = 0
        for head in heads.finditer(tape):
            at = head.start()
            if at >= end and (match := pattern.match(tape, at)):
                end = match.end()
                yield match


def _add(gate: Any, name: str, pattern: str) -> None:
    """Add one pattern to the gate, or say which rule RE2 refuses."""
    try:
        gate.Add(pattern)
    except re2.error as error:
        raise RuleError(f"{name}: the gate cannot hold its pattern: {error}") from error


def read_longest(
    spans: Iterable[tuple[int, int, V]], read: Callable[[V], W | None]
) -> list[tuple[int, int, W]]:
    """Read, of ranges that overlap, the longest that can be read; of equally long ones the first to start,
    then the first given. What ``read`` gives None for is left out; only what may be kept is read at all.

    >>> read_longest([(0, 2, 1), (1, 5, 2), (5, 6, 3), (1, 6, 0)], lambda value: value * 10 or None)
    [(1, 5, 20), (5, 6, 30)]
    """
    ordered = sorted(spans, key=_START)
    kept: list[tuple[int, int, W]] = []
    at = 0
    while at < len(ordered):
        first, end, value = ordered[at]
        after = at + 1
        while after < len(ordered) and ordered[after][0] < end:
            end = max(end, ordered[after][1])
            after += 1
        if after > at + 1:
            kept += _settle(ordered[at:after], read)
        elif (result := read(value)) is not None:
            kept.append((first, end, result))
        at = after
    return kept


def _settle(spans: list[tuple[int, int, V]], read: Callable[[V], W | None]) -> list[tuple[int, int, W]]:
    """Read the longest of ranges in the order of their starts, each of which overlaps one before it."""
    kept: list[tuple[int, int, W]] = []
    used: set[int] = set()
    for first, last, value in sorted(spans, key=lambda span: span[0] - span[1]):
        places = range(first, last)
        if used.isdisjoint(places) and (result := read(value)) is not None:
            used.update(places)
            kept.append((first, last, result))
    kept.sort(key=_START)
    return kept


def settle_overlaps(spans: Sequence[tuple[int, int, V]]) -> list[tuple[int, int, V]]:
    """Keep, of ranges that overlap, the longest; of equally long ones the first to start, then the first
    given. Values are not None.

    >>> settle_overlaps([(0, 2, "a"), (1, 5, "b"), (5, 6, "c")])
    [(1, 5, 'b'), (5, 6, 'c')]
    """
    return read_longest(spans, lambda value: value)
