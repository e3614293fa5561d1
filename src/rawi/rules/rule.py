"""A rule: a stable name, a pattern over a tape, what it builds, and the examples that prove it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec

V = TypeVar("V")


class Example(msgspec.Struct, frozen=True, gc=False):
    """A sentence of our own and the words the rule must find in it; ``finds`` null: it must leave it alone.

    ``value`` is what it must build, where that is worth saying.
    """

    text: str
    finds: str | None
    value: Any = None


class Rule(msgspec.Struct, Generic[V], frozen=True, gc=False):
    """``pattern`` is written with the class names of a vocabulary; groups have names, never numbers.

    ``build`` gets the match (whose offsets are token indices) and the words of the text, and returns a
    value or None if on a closer look this is not one. The name goes into every entry that the rule makes.
    ``heads`` may name the classes with which a match can begin (``day|weekday``): the pattern is then tried
    only where one of them stands.
    """

    name: str
    pattern: str
    build: Callable[[re.Match[str], list[str]], V | None]
    examples: tuple[Example, ...] = ()
    heads: str = ""
