"""What the reports of a story have in common, and what only one of them has.

Sentences are compared by their telling stems and numbers; nothing is understood. So two that say one
thing in other words may go unseen, and a sentence is a report's own if no other report has its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.model.relation import Coverage, Passage, Report
from rawi.relations.stories.asserting import TELLING, Assertion, Assertions
from rawi.relations.stories.rarity import stems_of, weigh_stem
from rawi.text.text import Text

#: Sentences of a report beyond these are not compared, and in neither list.
MOST_SENTENCES = 120
#: A sentence tells something if it has so many telling stems or numbers.
LEAST_TELLING = 3
#: What a number weighs.
NUMBER = 8.0
#: Two sentences tell one thing if they share this part of what weighs in the lighter one.
LEAST_SHARED = 0.5
#: A sentence is a report's own if the others have at most this part of what weighs in it.
MOST_KNOWN = 0.34
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class _Sentence(NamedTuple):
    """A sentence of the report at ``place``: its words, what weighs in it, what it asserts."""

    place: int
    passage: Passage
    weights: Mapping[str, float]
    assertion: Assertion

    @property
    def telling(self) -> bool:
        """Whether enough weighs in it."""
        return len(self.weights) >= LEAST_TELLING


def compare_reports(reports: Sequence[Report], versions: Sequence[Report] = ()) -> Coverage:
    """Return what the reports of a story have in common and what only one of them has.

    ``reports`` in the order in which the story has them. ``versions`` are copies and revisions of them: what
    is copied is not told by one more, but neither by one only. Reports without words are of no account.
    """
    every = [one for place, report in enumerate((*reports, *versions)) for one in _cut(place, report)]
    having: dict[str, set[int]] = defaultdict(set)
    for sentence in every:
        for stem in sentence.weights:
            having[stem].add(sentence.place)
    sentences = [one for one in every if one.telling]
    firsts = [one for one in sentences if one.place < len(reports)]
    least = max(2, -(-len(reports) // 2))
    common = tuple(group for group in _find_common(firsts) if len(group) >= least)
    told = {passage for group in common for passage in group}
    own = [one.passage for one in sentences if one.passage not in told and _is_own(one, having)]
    return Coverage(common, tuple(own))


class Told:
    """What the reports of a story tell, to find whether one of them alone has some words.

    ``originals`` has for each report that of which it is a copy or a version, or itself.
    """

    def __init__(self, reports: Iterable[Report], originals: Mapping[str, str]) -> None:
        self._originals = originals
        self._reports = {one.id: one for one in reports}
        self._texts = {id: _plain(one.record.text) for id, one in self._reports.items()}
        self._sentences: dict[str, list[_Sentence]] = {}

    def is_told(self, words: str, document: str) -> bool:
        """Does another report have some words of one; or a version of it a sentence that tells the same?"""
        plain, weights = _plain(words), _weigh(words)
        for id, text in self._texts.items():
            if id != document and plain in text:
                return True
            version = id != document and self._originals.get(id) == self._originals.get(document)
            if version and any(_share(weights, one.weights) >= LEAST_SHARED for one in self._cut(id)):
                return True
        return False

    def _cut(self, document: str) -> list[_Sentence]:
        """Return the sentences of a report."""
        if document not in self._sentences:
            self._sentences[document] = list(_cut(0, self._reports[document]))
        return self._sentences[document]


def _plain(words: str) -> str:
    """Return words as they are looked for: folded, without marks."""
    return " ".join(_WORD.findall(fold(words)))


def _cut(place: int, report: Report) -> Iterator[_Sentence]:
    """Yield the sentences of a report."""
    record = report.record
    text = Text(record.text, record.document.body)
    assertions = Assertions(record, text)
    for first, last in text.sentences[:MOST_SENTENCES]:
        span, assertion = text.span(first, last), assertions.of(first, last)
        weights = _weigh(span.of(text.source)) | dict.fromkeys(
            (value for value, _ in assertion.numbers), NUMBER
        )
        yield _Sentence(place, Passage(report.id, span), weights, assertion)


def _weigh(words: str) -> dict[str, float]:
    """Return the telling stems and the numbers in digits of a sentence with their weights.

    >>> sorted(_weigh("وقال إن 340 شجرة احترقت")) == sorted(["340", *stems_of("شجرة احترقت")])
    True
    """
    weights = {stem: weight for stem in stems_of(words) if (weight := weigh_stem(stem)) >= TELLING}
    return weights | dict.fromkeys(_NUMBER.findall(words), NUMBER)


def _find_common(sentences: Sequence[_Sentence]) -> Iterator[tuple[Passage, ...]]:
    """Yield groups of sentences of several reports that tell one thing, each sentence in one group only."""
    with_stem: dict[str, list[int]] = defaultdict(list)
    for at, sentence in enumerate(sentences):
        for stem in sentence.weights:
            with_stem[stem].append(at)
    used: set[int] = set()
    for at, sentence in enumerate(sentences):
        if at in used:
            continue
        near = {other for stem in sentence.weights for other in with_stem[stem]} - used
        near = {other for other in near if sentences[other].assertion.agrees(sentence.assertion)}
        group = {at, *_best(sentence, [(other, sentences[other]) for other in sorted(near)])}
        if len(group) > 1:
            used |= group
            yield tuple(sentences[one].passage for one in sorted(group))


def _best(sentence: _Sentence, others: Iterable[tuple[int, _Sentence]]) -> list[int]:
    """Return the sentence of each other report that shares most with one, if it shares enough."""
    best: dict[int, tuple[float, int]] = {}
    for at, other in others:
        shared = _share(sentence.weights, other.weights)
        if other.place != sentence.place and shared >= LEAST_SHARED:
            best[other.place] = max(best.get(other.place, (0.0, 0)), (round(shared, 6), -at))
    return [-at for _, at in best.values()]


def _share(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return which part two sentences share of what weighs in the lighter one."""
    shared = [weight for stem, weight in a.items() if stem in b]
    return sum(shared) / min(sum(a.values()), sum(b.values())) if len(shared) >= LEAST_TELLING else 0.0


def _is_own(sentence: _Sentence, having: Mapping[str, set[int]]) -> bool:
    """Is hardly anything of a sentence in another report?"""
    known = [weight for stem, weight in sentence.weights.items() if len(having[stem]) > 1]
    return sum(known) <= MOST_KNOWN * sum(sentence.weights.values())
