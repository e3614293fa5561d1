"""Logistic regression over named features, by gradient descent in a fixed order."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple


class Example(NamedTuple):
    """The features that are present, whether the answer is yes, and how much the example counts."""

    features: tuple[str, ...]
    answer: bool
    weight: float


def sigmoid(x: float) -> float:
    """Return 1 / (1 + e^-x) without overflow."""
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def fit_weights(
    examples: Sequence[Example], rounds: int, decay: float, least: int, against: frozenset[str]
) -> dict[str, float]:
    """Return the weights of the features that stand in at least ``least`` examples.

    Full gradients with AdaGrad's step, so no order and no chance matters; ``decay`` draws weights to zero.
    Features whose first word is in ``against`` may only speak against a yes.
    """
    seen = Counter(feature for example in examples for feature in set(example.features))
    kept = [
        (tuple(f for f in example.features if seen[f] >= least), example.answer, example.weight)
        for example in examples
    ]
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    for _ in range(rounds):
        gradient: dict[str, float] = defaultdict(float)
        for features, answer, weight in kept:
            miss = weight * (answer - sigmoid(sum([weights[f] for f in features])))
            for f in features:
                gradient[f] += miss
        for f, slope in gradient.items():
            step = slope - decay * weights[f]
            squares[f] += step * step
            weight = weights[f] + 0.5 * step / math.sqrt(squares[f] + 1e-9)
            weights[f] = min(weight, 0.0) if f.partition(" ")[0] in against else weight
    return dict(weights)
