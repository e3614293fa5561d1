"""What the tagger of names sees of a token: its class, letters and likeness, and the tokens around it.

Everything that a word alone decides is worked out once a word and remembered: a tagger in use and its
training (``training/build_tagger.py``) both read from here, so that they see the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.likeness import score_likeness
from rawi.arabic.clitics import Clitic

_CONJUNCTION = int(Clitic.CONJUNCTION)
_PREPOSITION = int(Clitic.BEH | Clitic.LAM | Clitic.KAF)
_ARTICLE = int(Clitic.ARTICLE)
_JOINABLE = frozenset("وفبلك")
MARKS = frozenset(
    ("comma", "stop", "colon", "break", "quote", "dash", "opening", "closing", "number", "decimal")
)
_LONG = 8


class _Seen(NamedTuple):
    """What a token looks like by itself, and to the tokens two before, before, after and two after it."""

    own: tuple[str, ...]
    shape: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]


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


@lru_cache(maxsize=1 << 16)
def _see(word: str, code: str) -> _Seen:
    """Return what a word with a code point looks like, from near and from far."""
    name, clitics = class_of(code), load_vocabulary().clitics_of(code)
    shape = f"{name}{'+' * (clitics & _CONJUNCTION)}{'p' if clitics & _PREPOSITION else ''}"
    shape += "a" if clitics & _ARTICLE else ""
    shape += "w" if not clitics and word[:1] == "و" and name not in MARKS else ""  # may be joined
    near, far = [f"c={shape}"], [f"c={shape}"]
    own = [f"c={shape}"]
    if name not in MARKS and word:
        stem = stem_of(word, clitics)
        likeness = score_likeness(stem)
        near += [f"w={word}", f"y={likeness // 2}"]
        own += [f"s={stem}", f"p2={stem[:2]}", f"p3={stem[:3]}", f"e2={stem[-2:]}", f"e3={stem[-3:]}"]
        own += [f"l={min(len(stem), _LONG)}", f"y={likeness}", f"cy={name}{likeness}"]
        if not clitics and word[0] in _JOINABLE and len(word) > 3:
            own.append(f"y1={score_likeness(word[1:])}")
    return _Seen(
        tuple(own),
        shape,
        tuple([f"-1{one}" for one in near]),
        tuple([f"+1{one}" for one in near]),
        tuple([f"-2{one}" for one in far]),
        tuple([f"+2{one}" for one in far]),
    )


_EDGES = {step: (f"{step}EDGE",) for step in ("-1", "+1", "-2", "+2")}


def find_features(seen: Surroundings, first: int, last: int, low: int, high: int) -> list[list[str]]:
    """Return the features of tokens ``first`` to ``last`` (half-open) in a sentence from ``low`` to
    ``high``."""
    begin, end = max(low, first - 2), min(high, last + 2)
    looks = dict(zip(range(begin, end), map(_see, seen.words[begin:end], seen.tape[begin:end]), strict=True))
    return [_features(seen, looks, at, low, high) for at in range(first, last)]


def _features(seen: Surroundings, looks: dict[int, _Seen], at: int, low: int, high: int) -> list[str]:
    """Return the features of one token."""
    here = looks[at]
    has_before, has_after = at > low, at + 1 < high
    before = looks[at - 1] if has_before else None
    after = looks[at + 1] if has_after else None
    features = [
        *here.own,
        *(before.before if before else _EDGES["-1"]),
        *(after.after if after else _EDGES["+1"]),
        *(looks[at - 2].earlier if at - 2 >= low else _EDGES["-2"]),
        *(looks[at + 2].later if at + 2 < high else _EDGES["+2"]),
        f"r={seen.kinds[at]}{seen.roles[at]}",
    ]
    if before:
        features += (f"-1c0={before.shape}|{here.shape}", f"-1r={seen.kinds[at - 1]}")
    if after:
        features.append(f"+1r={seen.kinds[at + 1]}")
        if before:
            features.append(f"-1+1c={before.shape}|{after.shape}")
    return features
