"""The score sheet: what is counted while answers are compared, and the figures it comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from rawi.evaluation.pairing import Pairs

LAYERS = (
    "statements",
    "attributed",
    "exact",
    "chain",
    "figures",
    "values",
    "dates",
    "resolved",
    "events",
    "event types",
    "event args",
    "body",
    "boilerplate",
)
QUESTIONS = (
    "kind",
    "polarity",
    "said on",
    "within",
    "counted",
    "holders",
    "unit",
    "place",
    "as of",
    "certainty",
)


class Required(Protocol):
    """An entry of the gold; an ``optional`` one costs neither way."""

    @property
    def optional(self) -> bool:
        """Whether a fair reader could leave it out."""


class F1(msgspec.Struct, frozen=True):
    """Precision, recall and their harmonic mean in 0..1, and the number ``n`` of things looked for."""

    p: float
    r: float
    f1: float
    n: int


class Accuracy(msgspec.Struct, frozen=True):
    """Share of ``n`` questions answered rightly in 0..1; None where nothing was asked."""

    accuracy: float | None
    n: int


class Coverage(msgspec.Struct, frozen=True):
    """Number ``n`` of articles in the gold and how many of them have no record."""

    n: int
    missing: int


Figure = F1 | Accuracy | Coverage


class Miss(msgspec.Struct, frozen=True):
    """One difference a person can read: the article, what is wrong, and the words."""

    doc: str
    what: str
    words: str


class Tally(msgspec.Struct):
    """Right, false and missed entries so far."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def add(self, right: int, false: int, missed: int) -> None:
        """Count more entries."""
        self.right += right
        self.false += false
        self.missed += missed

    def figure(self) -> F1:
        """Return precision, recall and F1 so far; 0.0 where there is nothing to divide by."""
        p = self.right / (self.right + self.false) if self.right + self.false else 0.0
        r = self.right / (self.right + self.missed) if self.right + self.missed else 0.0
        return F1(p, r, 2 * p * r / (p + r) if p + r else 0.0, self.right + self.missed)


class Hits(msgspec.Struct):
    """Questions asked so far and how many were answered rightly."""

    right: int = 0
    asked: int = 0

    def figure(self) -> Accuracy:
        """Return the share so far."""
        return Accuracy(self.right / self.asked if self.asked else None, self.asked)


class Sheet:
    """Counts of every layer over all articles, and the single differences in the order they were met."""

    def __init__(self) -> None:
        self.doc = ""
        self.tallies = {name: Tally() for name in LAYERS}
        self.hits = {name: Hits() for name in QUESTIONS}
        self.misses: list[Miss] = []

    def count(self, layer: str, right: int, false: int, missed: int) -> None:
        """Count entries of one layer."""
        self.tallies[layer].add(right, false, missed)

    def ask(self, question: str, answer: bool) -> None:
        """Count one question and whether it was answered rightly."""
        self.hits[question].asked += 1
        self.hits[question].right += answer

    def miss(self, what: str, words: str) -> None:
        """Note one difference in the article at hand."""
        self.misses.append(Miss(self.doc, what, words))

    def malformed(self, count: int, *layers: str) -> None:
        """Count entries without a place in the text: false ones in each of ``layers``."""
        for layer in layers:
            self.count(layer, 0, count, 0)

    def compare(
        self,
        layer: str,
        golds: Sequence[Required],
        pairs: Pairs,
        found: int,
        right: Callable[[int, int], bool] = lambda i, j: True,
    ) -> None:
        """Count a layer from its pairs: those that are ``right``, what is false, and what is missed.

        An optional entry of the gold counts nowhere, and what is paired with it is not false.
        """
        hit = {(i, j) for i, j in pairs if right(i, j)}
        reached = {i for i, _ in hit}
        excused = {j for _, j in hit} | {j for i, j in pairs if golds[i].optional}
        required = [i for i, gold in enumerate(golds) if not gold.optional]
        got = sum(i in reached for i in required)
        self.count(layer, got, found - len(excused), len(required) - got)

    def figures(self) -> dict[str, F1 | Accuracy]:
        """Return all figures by name, in a fixed order."""
        rows: dict[str, F1 | Accuracy] = {name: tally.figure() for name, tally in self.tallies.items()}
        return rows | {name: hits.figure() for name, hits in self.hits.items()}
