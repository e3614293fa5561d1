"""A tape: one code point a token that says which class of word stands there, so that rules are regular
expressions.

Patterns over tapes are written with class names, never with words; ``re`` and RE2 run them at the speed of
C. A code
point holds the class and the clitics before the word::

    الكتب   وصل  نحو      عشرون   متطوعا
            .    {hedge}  {tens}  .
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import compress, repeat
from operator import itemgetter
from typing import Generic, TypeVar

from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.errors import RuleError

_FIRST = itemgetter(slice(0, 1))
_DIGITS = frozenset("0123456789")
T = TypeVar("T")
Forms = Callable[[str], Iterator[tuple[str, Clitic]]]

OTHER = "."
_WIDTH = 32
# All code points are of the basic plane, of which ``re`` looks a set up at once: of those beyond it, it
# compares each token with every one in turn.
_FIRST_CODE = 0x3400
_END_CODE = 0xD800
_MAX_CLASSES = (_END_CODE - _FIRST_CODE) // _WIDTH
_NAME = re.compile(r"\{([+?]?)([a-z_|]+)(?::([a-z]+))?\}")
_LIMITS: dict[str, tuple[int, int]] = {
    "bare": (31 & ~1, 0),
    "al": (16, 16),
    "noal": (16, 0),
    "b": (2, 2),
    "l": (4, 4),
    "k": (8, 8),
    "noprep": (14, 0),
    "bal": (18, 18),
    "det": (30, 16),
    "lal": (20, 20),
}


class Vocabulary(Generic[T]):
    """The words of one tape: each folded form has one class, its clitics, and what the lexicon says of it.

    The first class given to a form keeps it, so the order of ``add`` is the order of precedence.
    """

    def __init__(self) -> None:
        self.letters: dict[str, str] = {}
        self.entries: dict[str, T] = {}
        self.clitics: dict[str, Clitic] = {}
        self._classes: dict[str, int] = {}  # class to its code point without clitics
        self._read = False
        self.number = self.letter("number", Clitic.NONE)
        self.decimal = self.letter("decimal", Clitic.NONE)

    def letter(self, name: str, clitics: int = Clitic.NONE) -> str:
        """Return the code point of a class with clitics; a class seen first gets the next number."""
        base = self._classes.get(name)
        if base is None:
            if len(self._classes) >= _MAX_CLASSES:
                raise RuleError(f"a tape holds at most {_MAX_CLASSES} classes; {name} is one too many")
            base = self._classes[name] = _base(len(self._classes))
        return chr(base + clitics)

    def add(self, name: str, forms: Iterable[str], entry: T, clitics: Forms) -> None:
        """Put every form, with every clitic that ``clitics`` allows, into class ``name``.

        ``forms`` are words in citation spelling (folded here); ``entry`` is what the builders get to see.
        """
        if self._read:
            raise RuleError(f"{name}: no word can be added once a text has been read")
        for form in forms:
            for surface, bits in clitics(fold(form)):
                if surface not in self.letters:
                    self.letters[surface] = self.letter(name, bits)
                    self.entries[surface] = entry
                    self.clitics[surface] = bits

    def add_mark(self, name: str, marks: Iterable[str]) -> None:
        """Put punctuation marks (and ``""``, the line break) into class ``name``; they have no entry."""
        for mark in marks:
            self.letters.setdefault(mark, self.letter(name, Clitic.NONE))

    def recode(self, code: str, name: str) -> str:
        """Return the code point of class ``name`` with the clitics of ``code``, itself not ``.``."""
        return self.letter(name, ord(code) % _WIDTH)

    def code(self, word: str) -> str:
        """Return the code point of a folded word. No word can be added afterwards."""
        self._read = True
        code = self.letters.get(word)
        if code is not None:
            return code
        if "0" <= word[:1] <= "9":
            return self.number if word.isdecimal() else self.decimal
        return OTHER

    def tape(self, words: Iterable[str]) -> str:
        """Return the tape of folded words: exactly one code point each. No word can be added afterwards."""
        self._read = True
        words = list(words)
        codes = list(map(self.letters.get, words, repeat(OTHER)))
        for at in compress(range(len(codes)), map(_DIGITS.__contains__, map(_FIRST, words))):
            codes[at] = self.code(words[at])
        return "".join(codes)

    def class_of(self, code: str) -> str | None:
        """Return the class name of a code point of a tape; None for ``.``."""
        if code == OTHER:
            return None
        base = ord(code) - ord(code) % _WIDTH
        return next(name for name, own in self._classes.items() if own == base)

    def compile(self, pattern: str) -> str:
        """Turn a pattern with class names into a regular expression over this tape; spaces in it mean
        nothing.

        ``{name}`` is a word of the class without a conjunction, ``{+name}`` one with و or ف, ``{?name}``
        either;
        ``{a|b}`` either class; ``{name:bare}`` without preposition or article, ``:al`` with the article,
        ``:noal``
        without, ``:b`` ``:l`` ``:k`` after that preposition, ``:noprep`` after none, ``:det`` with the
        article and no
        preposition, ``:lal`` ``:bal`` with both. Raises RuleError on a name that no word has.
        """
        return _NAME.sub(lambda match: self._set(*match.groups()), pattern.replace(" ", "").replace("\n", ""))

    def codes(self, pattern: str) -> frozenset[str]:
        """Return the code points that one ``{…}`` stands for, to test single tokens with."""
        return frozenset(self.compile(pattern)[1:-1])

    @lru_cache(maxsize=512)  # noqa: B019 - vocabularies live as long as the process
    def _set(self, conjunction: str, names: str, limit: str | None) -> str:
        """Return the character class of a ``{…}``."""
        codes: list[str] = []
        mask, want = _LIMITS.get(limit or "", (0, 0))
        if limit and limit not in _LIMITS:
            raise RuleError(f"unknown limit :{limit}")
        for name in names.split("|"):
            if name not in self._classes:
                raise RuleError(f"no word has the class {name}")
            codes += [
                self.letter(name, bits)
                for bits in range(_WIDTH)
                if _fits(bits, conjunction) and bits & mask == want
            ]
        return f"[{''.join(codes)}]"


def _base(number: int) -> int:
    """Return the code point of a class without clitics, a multiple of the width."""
    return _FIRST_CODE + number * _WIDTH


def _fits(bits: int, conjunction: str) -> bool:
    """Does a set of clitics agree with ``+`` (conjunction), ``""`` (none) or ``?`` (either)?"""
    return conjunction == "?" or bool(bits & Clitic.CONJUNCTION) == (conjunction == "+")
