"""What the tagger of names sees of a token: its class, letters and likeness, and the tokens around it.

Everything that a word alone decides is worked out once a word and remembered: a tagger in use and its
training (``training/build_tagger.py``) both read from here, so that they see the same.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import cache
from operator import add
from typing import NamedTuple

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.likeness import score_likeness
from rawi.arabic.clitics import Clitic
from rawi.arabic.remembering import remember

_CONJUNCTION = int(Clitic.CONJUNCTION)
_PREPOSITION = int(Clitic.BEH | Clitic.LAM | Clitic.KAF)
_ARTICLE = int(Clitic.ARTICLE)
_JOINABLE = frozenset("وفبلك")
#: Classes of words known from names, and of words that no lexicon has.
NAMES = frozenset(("name", "given", "kunya", "servant"))
UNKNOWN = frozenset(("noun", "nisba", "nisbat", "heh", "alef", "verbal", "lam", "imperfect"))
_SHORTEST = 4  # letters of a word with a و joined to it
MARKS = frozenset(
    ("comma", "stop", "colon", "break", "quote", "dash", "opening", "closing", "number", "decimal")
)


Features = tuple[bytes, ...]


class _Seen(msgspec.Struct, frozen=True, gc=False):
    """What a token looks like by itself, and to the tokens after it, before it, two after it, two before
    it; encoded, for so the tagger takes it."""

    own: Features
    before: Features
    after: Features
    earlier: Features
    later: Features


#: What a token looks like, asked by its code point and word in one string: half as dear as by two.
Look = Callable[[str], _Seen]
_EDGE = _Seen((b"EDGE",), (b"-1EDGE",), (b"+1EDGE",), (b"-2EDGE",), (b"+2EDGE",))  # beyond a sentence
_KINDS, _ROLES = "-POL#", "-rR"
_RULES = {kind + role: f"r={kind}{role}".encode() for kind in _KINDS for role in _ROLES}
_RULES_BEFORE, _RULES_AFTER = ({kind: f"{step}r={kind}".encode() for kind in _KINDS} for step in ("-1", "+1"))


class Surroundings(NamedTuple):
    """What is known of the tokens of a text before the tagger: one item a token.

    ``words`` folded, ``tape`` the tape of names; ``kinds`` the kind of name that a rule found there
    (``P``, ``O``, ``L``, else ``-``), ``roles`` whether a role stands there (``r``), or has just ended
    (``R``), else ``-``.
    """

    words: Sequence[str]
    tape: str
    kinds: Sequence[str]
    roles: Sequence[str]


def stem_of(word: str, clitics: int) -> str:
    """Return a folded word without the conjunction and preposition that ``clitics`` says are joined to it."""
    joined = (clitics & _CONJUNCTION > 0) + (clitics & _PREPOSITION > 0)
    return word[joined:] if joined and len(word) > joined else word


@cache
def class_of(code: str) -> str:
    """Return the class name of a code point of the tape of names."""
    return load_vocabulary().class_of(code) or "other"


def may_be_joined(word: str, name: str) -> bool:
    """Is the و with which a word that no lexicon has begins, of class ``name``, likelier joined to it
    than its own: is the rest like a name by its letters, and no less than the whole? (Known names after و
    are
    known.)"""
    if word[:1] != "و" or name not in UNKNOWN or len(word) < _SHORTEST:
        return False
    rest = score_likeness(word[1:])
    return rest > 0 and rest >= score_likeness(word)


class _Eye:
    """Looks at words for the features that weights are known of; ``known`` null: for every feature."""

    def __init__(self, known: Container[str] | None) -> None:
        self._known = known
        # Features that many words have are kept but once: they would fill most of what is remembered.
        self._shared = remember(self._keep, 1 << 13)
        self._shapes = remember(self._see_shape, 1 << 10)

    def _keep(self, feature: str) -> Features:
        """Return a feature, encoded; nothing if it has no weight."""
        return (feature.encode(),) if self._known is None or feature in self._known else ()

    def _see_shape(self, shape: str) -> _Seen:
        """Return what every word of a class with some clitics looks like."""
        return _Seen(*[self._keep(f"{step}c={shape}") for step in ("", "-1", "+1", "-2", "+2")])

    def see(self, token: str) -> _Seen:
        """Return what a word after its code point looks like, from near and from far."""
        code, word = token[0], token[1:]
        name, clitics, joined = class_of(code), load_vocabulary().clitics_of(code), ""
        if not clitics and may_be_joined(word, name):
            word, joined = word[1:], "w"
            name = class_of(load_vocabulary().code(word))
        shape = f"{name}{'+' * (clitics & _CONJUNCTION)}{'p' if clitics & _PREPOSITION else ''}"
        shape += f"{'a' if clitics & _ARTICLE else ''}{joined}"
        plain = self._shapes(shape)
        if name in MARKS or not word:
            return plain
        keep, shared = self._keep, self._shared
        stem = stem_of(word, clitics)
        likeness = score_likeness(stem)
        letters = (*shared(f"p={stem[:2]}"), *shared(f"e={stem[-2:]}"), *shared(f"cy={name}{likeness}"))
        if not clitics and word[0] in _JOINABLE and len(word) > 3:
            letters += shared(f"y1={score_likeness(word[1:])}")
        alike = likeness // 2
        return _Seen(
            (*plain.own, *keep(f"s={stem}"), *letters),
            (*plain.before, *keep(f"-1w={word}"), *shared(f"-1y={alike}")),
            (*plain.after, *keep(f"+1w={word}"), *shared(f"+1y={alike}")),
            plain.earlier,
            plain.later,
        )


def look_for(known: Container[str]) -> Look:
    """Return what looks at a token and leaves out the features that no weights are known of."""
    return remember(_Eye(known).see, 1 << 16)


see_all: Look = remember(_Eye(None).see, 1 << 14)
"""Look at a token for every feature."""


def find_features(
    seen: Surroundings, first: int, last: int, low: int, high: int, look: Look = see_all
) -> list[list[bytes]]:
    """Return the features of tokens ``first`` to ``last`` (half-open) in a sentence from ``low`` to
    ``high``."""
    begin, end = max(low, first - 2), min(high, last + 2)
    looks = list(map(look, map(add, seen.tape[begin:end], seen.words[begin:end])))
    looks[:0] = [_EDGE] * (begin - first + 2)
    looks += [_EDGE] * (last + 2 - end)
    kinds = ["#" if first == low else seen.kinds[first - 1], *seen.kinds[first:last]]
    kinds.append("#" if last == high else seen.kinds[last])
    rules = map("".join, zip(kinds[1:-1], seen.roles[first:last], strict=True))
    around = zip(looks, looks[1:], looks[2:], looks[3:], looks[4:], kinds, rules, kinds[2:], strict=False)
    return [
        [
            *here.own,
            *before.before,
            *after.after,
            *earlier.earlier,
            *later.later,
            _RULES[rule],
            _RULES_BEFORE[kind_before],
            _RULES_AFTER[kind_after],
        ]
        for earlier, before, here, after, later, kind_before, rule, kind_after in around
    ]
