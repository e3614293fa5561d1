"""The words of a content, read for comparison: what each token is, what tells, what is negated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rawi.arabic.fold import fold_with_map
from rawi.arabic.stems import find_stem
from rawi.model.proposition import Unit
from rawi.model.span import Span
from rawi.relations.statements.lexemes import (
    find_label,
    intention_of,
    load_everyday,
    load_particles,
    modality_of,
)
from rawi.text.tokens import cut_tokens

#: Tokens of a content that are read.
MOST_WORDS = 80
_BREAKS = frozenset(",،;؛:.!?؟…")
_SIGNS = {"negation": "x", "possibility": "m", "perhaps": "m", "necessity": "c", "supposition": "m"}
_PRESENT = frozenset("يتن")  # first letters of verbs in the present, before which قد says that it may be
_EVERYDAY = 0.3  # what a word weighs that news has everywhere
_GOVERNED = 4  # tokens after a negation in which the word is that it negates
_REACH = 8  # tokens after a negation in which an exception takes it back


class Name(NamedTuple):
    """A name in the article: where it stands, the label under which it is compared, what it weighs."""

    span: Span
    label: str
    weight: float = 1.0


class Utterance(NamedTuple):
    """The tokens of a content: folded words, where they stand, what each is, and the names by first token."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    tape: str
    names: Mapping[int, Name]


def read_utterance(
    text: str,
    content: Iterable[Span],
    numbers: Iterable[Span] = (),
    dates: Iterable[Span] = (),
    names: Iterable[Name] = (),
) -> Utterance:
    """Cut the words of a content, at most eighty, and say what each is (``Proposition.tape``).

    >>> read_utterance("لن تغلق البلدية الجسر", [Span(0, 21)]).tape
    'xwww'
    """
    words, starts, ends = _cut(text, content)
    codes = list(map(_code, words, [*words[1:], ""]))
    if len(words) > 1 and intention_of(words[0]) in ("that_not", "except") and words[1][0] in _PRESENT:
        codes[0] = "x"  # at the head of a content إلا is ألا: تعهد بألا يغادر
    first: dict[int, Name] = {}
    for name in names:
        tokens = tokens_of(starts, ends, name.span)
        if tokens:
            first[tokens[0]] = name
            codes[tokens[0] : tokens[-1] + 1] = "s" * len(tokens)
    for spans, code in ((dates, "d"), (numbers, "n")):
        for span in spans:
            for at in tokens_of(starts, ends, span):
                codes[at] = code
    return Utterance(words, starts, ends, "".join(codes), first)


def _cut(text: str, content: Iterable[Span]) -> tuple[list[str], list[int], list[int]]:
    """Return the folded tokens of a content, and where each begins and ends in the text."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for span in content:
        folded = fold_with_map(span.of(text))
        cut, places = cut_tokens(folded.text)
        for word, at in zip(cut, places, strict=False):
            if word and len(words) < MOST_WORDS:
                start, end = folded.to_source(at, at + len(word))
                words.append(word)
                starts.append(span.start + start)
                ends.append(span.start + end)
    return words, starts, ends


def tokens_of(starts: Sequence[int], ends: Sequence[int], span: Span) -> range:
    """Return the tokens that lie in a span; letters joined before a word do not count (بدمشق)."""
    found = [at for at in range(len(starts)) if starts[at] < span.end and ends[at] > span.start]
    return range(found[0], found[-1] + 1) if found else range(0)


def _code(word: str, following: str) -> str:
    """Return the letter of a token by itself."""
    kind = modality_of(word) if word.isalnum() and not word.isdigit() else None
    return _lone_code(word) if kind is None else _sign(word, kind, following)


@lru_cache(maxsize=1 << 14)
def _lone_code(word: str) -> str:
    """Return the letter of a token that neither negates nor says that something may be."""
    if not word.isalnum():
        return "," if word in _BREAKS else "q"
    if word.isdigit():
        return "n"
    if len(word) < 3:
        return "."
    if intention_of(word) == "frame" or word in load_particles():
        return "."
    return "e" if find_stem(word) in load_everyday() else "w"


def _sign(word: str, kind: str, following: str) -> str:
    """Return the letter of a negation or modal: لا يزال and لا شك negate nothing, قد only before a
    present."""
    if kind == "negation":
        idle = intention_of(following) == "idle" or modality_of(following) == "still"
        return "." if idle or intention_of(word) == "without" else "x"
    if kind == "perhaps" and following[:1] not in _PRESENT:
        return "."
    return _SIGNS.get(kind, ".")


def read_units(said: Utterance) -> Iterator[Unit]:
    """Yield the words of an utterance that tell something, and its names, with what is negated marked.

    >>> said = read_utterance("لن تغلق البلدية الجسر", [Span(0, 21)])
    >>> [unit.negated for unit in read_units(said)]
    [True, False, False]
    """
    negated = set(_negated(said))
    for at, code in enumerate(said.tape):
        name = said.names.get(at)
        if name is not None:
            yield Unit(name.label, at, name.weight, at in negated)
        elif code in "we":
            weight = _EVERYDAY if code == "e" else 1.0
            empty = intention_of(said.words[at]) == "empty"
            yield Unit(find_label(said.words[at]), at, weight, at in negated, empty)


def _negated(said: Utterance) -> Iterator[int]:
    """Yield the tokens that a word before them negates, but for سوى or إلا after them."""
    for at, code in enumerate(said.tape):
        after = said.words[at + 1 : at + _REACH] if code == "x" else []
        if code == "x" and not any(intention_of(word) == "except" for word in after):
            yield from _governed(said, at)


def _governed(said: Utterance, at: int) -> Iterator[int]:
    """Yield the first telling token after a negation, and those without a meaning of their own before it."""
    for index in range(at + 1, min(at + 1 + _GOVERNED, len(said.words))):
        if said.tape[index] == ",":
            return
        if said.tape[index] in "wes":
            yield index
            if intention_of(said.words[index]) != "empty":
                return
