"""People that no rule sees, by a small trained tagger: names in Arabic letters without a title beside them.

It looks only around words that by their letters may be names and that no rule has taken, and adds only
what it is sure of: ``رفض دوشان``, ``مهاجمه كوزماتش``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from threading import local

from pycrfsuite import Tagger

from rawi.annotations.annotator import Annotations
from rawi.annotations.features import MARKS, Surroundings, class_of, find_features, stem_of
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.likeness import score_likeness
from rawi.annotations.mentions import annotation_of, words_of_name
from rawi.annotations.nametapes import read_names
from rawi.annotations.people import join_roles, role_beside
from rawi.errors import WeightsError
from rawi.model.annotation import Annotation, Kind
from rawi.model.mention import PersonMention, Range
from rawi.text.text import Text
from rawi.weights.loader import read_weights

_FILE = "names.crf"
_KINDS = ((Kind.ORGANIZATION, "O"), (Kind.PLACE, "L"), (Kind.PERSON, "P"))
_LIKELY, _SURE, _REACH = 1, 0.7, 2
_WIDEST = 200  # tokens in a window, so that a page of names takes no more memory than many
_NAMES = frozenset(("name", "given", "likely", "kunya", "servant", "homograph"))
_UNKNOWN = frozenset(("noun", "nisba", "nisbat", "heh", "alef", "verbal", "lam", "imperfect"))
_ARTICLE = 16


def look_around(text: Text, known: Annotations) -> Surroundings:
    """Return what the rules have found in a text, token by token."""
    kinds, roles = ["-"] * len(text.words), ["-"] * (len(text.words) + 1)
    for kind, letter in _KINDS:
        for one in known.of(kind):
            kinds[one.first : one.last] = letter * (one.last - one.first)
    for one in known.of(Kind.ROLE):
        roles[one.first : one.last] = "r" * (one.last - one.first)
        roles[one.last] = "R"
    return Surroundings(text.words, read_names(text).tape, kinds, roles)


class _Candidates(dict[str, bool]):
    """May a folded word be a part of a person's name? Remembered, for the same words come again and again."""

    def __missing__(self, word: str) -> bool:
        """Tell a word by its class and letters."""
        if len(self) > 1 << 16:
            self.clear()
        found = self[word] = _may_be_name(word)
        return found


def _may_be_name(word: str) -> bool:
    """Is a word one of those known from names, or unknown and like them by its letters?"""
    if len(word) < 2 or not "ء" <= word[0] <= "ي":
        return False
    code = load_vocabulary().code(word)
    name, clitics = class_of(code), load_vocabulary().clitics_of(code)
    if name in _NAMES:
        return True
    if name not in _UNKNOWN or clitics & _ARTICLE:
        return False
    return score_likeness(stem_of(word, clitics)) >= _LIKELY or (
        not clitics and word[0] in "وفبلك" and len(word) > 3 and score_likeness(word[1:]) >= _LIKELY
    )


_CANDIDATES = _Candidates()


def find_windows(text: Text, seen: Surroundings) -> Iterator[tuple[int, int, int, int]]:
    """Yield the ranges of tokens around words that may be names, each with the range of its sentence."""
    maybe = [
        at for at, may in enumerate(map(_CANDIDATES.__getitem__, text.words)) if may and seen.kinds[at] == "-"
    ]
    first = last = low = high = -1
    for at in maybe:
        if at >= high:
            if first >= 0:
                yield first, last, low, high
            low, high = text.sentence_of(at)
            first = -1
        if first >= 0 and (at - _REACH > last or last - first > _WIDEST):
            yield first, last, low, high
            first = -1
        if first < 0:
            first = max(low, at - _REACH)
        last = min(high, at + _REACH + 1)
    if first >= 0:
        yield first, last, low, high


class NameTagger:
    """Weights that are ready to tag; each thread gets a tagger of its own, for one holds the tokens it
    reads."""

    def __init__(self, weights: bytes) -> None:
        """Take the bytes of a file of weights (CRFsuite's format); WeightsError if they are none."""
        self._weights = weights  # a tagger reads them where they lie
        self._own = local()
        self._tagger()

    def tag(self, features: list[list[str]]) -> list[str]:
        """Return the label of each token: ``O``, or ``B-`` or ``I-`` with ``P``, ``O`` or ``L``."""
        labels: list[str] = self._tagger().tag(features)
        return labels

    def surest(self, labels: list[str], first: int, last: int) -> float:
        """Return how likely the least likely label of a range is, of the tokens tagged last."""
        marginal = self._tagger().marginal
        return min(float(marginal(labels[at], at)) for at in range(first, last))

    def _tagger(self) -> Tagger:
        """Return this thread's tagger."""
        tagger: Tagger | None = getattr(self._own, "tagger", None)
        if tagger is None:
            tagger = Tagger()
            try:
                tagger.open_inmemory(self._weights)
            except ValueError as error:
                raise WeightsError(f"these are no weights of a tagger: {error}") from error
            self._own.tagger = tagger
        return tagger


@cache
def load_tagger() -> NameTagger:
    """Return the tagger that ships, opened once."""
    return NameTagger(read_weights(_FILE))


def spans_of(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names that BIO labels mark: first and last (half-open) index, and the type.

    >>> list(spans_of(["O", "B-P", "I-P", "B-L"]))
    [(1, 3, 'P'), (3, 4, 'L')]
    """
    at = 0
    while at < len(labels):
        end = at + 1
        if labels[at] != "O":
            while end < len(labels) and labels[end] == f"I-{labels[at][2:]}":
                end += 1
            yield at, end, labels[at][2:]
        at = end


class TaggedPersonAnnotator:
    """Adds the people that the rules have left; a stage as ``annotator.Annotator`` describes it."""

    needs: AbstractSet[Kind] = frozenset({Kind.ROLE, Kind.ORGANIZATION, Kind.PLACE, Kind.PERSON})
    makes: AbstractSet[Kind] = frozenset({Kind.PERSON})

    def annotate(self, text: Text, known: Annotations) -> Iterable[Annotation]:
        """Return the people that no rule has found, in order, overlapping nothing known. Never raises."""
        seen = look_around(text, known)
        found = [one for window in find_windows(text, seen) for one in find_people(seen, *window)]
        if not found:
            return
        roles = join_roles(known.of(Kind.ROLE), text.words)
        beginning = {role[0]: role for role in roles.values()}
        for first, last in found:
            role = roles.get(first) or role_beside(seen.tape, first, last, roles, beginning)
            yield person_at(text, seen.tape, first, last, role)


def find_people(seen: Surroundings, first: int, last: int, low: int, high: int) -> Iterator[Range]:
    """Yield the ranges of tokens in a window that are surely people and that no rule has taken."""
    tagger = load_tagger()
    labels = tagger.tag(find_features(seen, first, last, low, high))
    for start, end, type_ in spans_of(labels):
        free = type_ == "P" and _is_free(seen, first + start, first + end)
        if free and tagger.surest(labels, start, end) >= _SURE:
            yield first + start, first + end


def _is_free(seen: Surroundings, first: int, last: int) -> bool:
    """Has no rule taken any of the tokens, and is none of them a mark or a number?"""
    return all(kind == "-" for kind in seen.kinds[first:last]) and not any(
        class_of(code) in MARKS for code in seen.tape[first:last]
    )


def person_at(text: Text, tape: str, first: int, last: int, role: Range | None) -> Annotation:
    """Return the annotation of a person, without the letters joined before the name."""
    start, name = words_of_name(text, first, last, load_vocabulary().clitics_of(tape[first]))
    return annotation_of(Kind.PERSON, text, start, first, last, "person/tagged", PersonMention(name, role))


TAGGED = TaggedPersonAnnotator()
