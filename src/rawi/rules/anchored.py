"""Run rules that begin with a head word: look at the heads of a text only, and at each keep the longest
match.

Names and roles begin with one of a few classes of words. One scan finds these; at each, only rules that can
begin with its class are tried. This is several times faster than letting every rule search the whole tape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from rawi.errors import RuleError
from rawi.rules.rule import Rule
from rawi.rules.tape import Vocabulary

V = TypeVar("V")
_HEAD = re.compile(r"(?:\(\?P<\w+>\))*\(\?P<head>\[(?P<codes>[^\]]*)\]\)")


class AnchoredMatcher(Generic[V]):
    """Rules whose patterns begin with ``(?P<head>{…})``, one token; RuleError for one that does not."""

    def __init__(self, vocabulary: Vocabulary[Any], rules: Sequence[Rule[V]]) -> None:
        self.rules = tuple(rules)
        self._at: dict[str, list[tuple[Rule[V], re.Pattern[str]]]] = {}
        for rule in rules:
            pattern = vocabulary.compile(rule.pattern)
            compiled = rule, re.compile(pattern)
            for code in _head_codes(rule.name, pattern):
                self._at.setdefault(code, []).append(compiled)
        self._heads = re.compile(f"[{''.join(sorted(self._at))}]")

    def find(self, tape: str) -> Iterator[tuple[Rule[V], re.Match[str]]]:
        """Yield matches in order, none overlapping: at each head the longest, then the rule given first."""
        end = 0
        for found in self._heads.finditer(tape):
            first = found.start()
            if first < end:
                continue
            if best := self._longest(tape, first):
                yield best
                end = best[1].end()

    def _longest(self, tape: str, first: int) -> tuple[Rule[V], re.Match[str]] | None:
        """Return the longest match that begins at a token, with its rule."""
        best: tuple[Rule[V], re.Match[str]] | None = None
        end = first
        for rule, pattern in self._at[tape[first]]:
            if (match := pattern.match(tape, first)) and match.end() > end:
                best, end = (rule, match), match.end()
        return best


def _head_codes(name: str, pattern: str) -> str:
    """Return the code points with which a pattern can begin."""
    head = _HEAD.match(pattern)
    if head is None:
        raise RuleError(f"{name}: its pattern does not begin with a group head of one token")
    return head["codes"]
