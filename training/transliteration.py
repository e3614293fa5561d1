"""How Latin letters are written in Arabic ones: a joint model of chunks, learned by expectation maximisation.

A pair (schmidt, شميت) is cut into chunks of one to three Latin and up to two Arabic letters that follow each
other (sch ش, m م, i ي, dt ت). All ways to cut count by how probable they are, as in Jiampojamarn and others,
"Applying Many-to-Many Alignments" (2007). The model says how well a spelling fits a Latin form, and, by what
it makes of the same chunk, which Arabic letters stand for the same sounds.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

Pair = tuple[str, str]
Model = dict[Pair, float]

LONGEST_LATIN = 3
LONGEST_ARABIC = 2
#: Of a chunk that was never seen; it keeps odd pairs possible.
FLOOR = 1e-7


def chunks(latin: str, arabic: str, i: int, j: int) -> Iterator[tuple[int, int, Pair]]:
    """Yield the chunks that begin at ``i`` and ``j``: where they end, and their letters."""
    for i_end in range(i + 1, min(i + LONGEST_LATIN, len(latin)) + 1):
        most = LONGEST_ARABIC if i_end - i < LONGEST_LATIN else 1
        for j_end in range(j, min(j + most, len(arabic)) + 1):
            yield i_end, j_end, (latin[i:i_end], arabic[j:j_end])


def _forward(latin: str, arabic: str, model: Mapping[Pair, float]) -> list[list[float]]:
    """Return the probability of each pair of beginnings."""
    table = [[0.0] * (len(arabic) + 1) for _ in range(len(latin) + 1)]
    table[0][0] = 1.0
    for i, row in enumerate(table[:-1]):
        for j, reached in enumerate(row):
            if reached:
                for i_end, j_end, chunk in chunks(latin, arabic, i, j):
                    table[i_end][j_end] += reached * model.get(chunk, FLOOR)
    return table


def _expect(latin: str, arabic: str, model: Mapping[Pair, float], counts: Model) -> None:
    """Add how often each chunk is expected in this pair."""
    before = _forward(latin, arabic, model)
    total = before[-1][-1]
    if not total:
        return
    after = [[0.0] * (len(arabic) + 1) for _ in range(len(latin) + 1)]
    after[-1][-1] = 1.0
    for i in range(len(latin) - 1, -1, -1):
        for j in range(len(arabic), -1, -1):
            for i_end, j_end, chunk in chunks(latin, arabic, i, j):
                if rest := after[i_end][j_end] * model.get(chunk, FLOOR):
                    after[i][j] += rest
                    if reached := before[i][j]:
                        counts[chunk] += reached * rest / total


def _normalise(counts: Mapping[Pair, float]) -> Model:
    """Turn counts into probabilities; chunks that hardly ever occur are dropped."""
    total = math.fsum(counts.values())
    return {chunk: count / total for chunk, count in counts.items() if count > 0.05}


def train_model(pairs: Iterable[Pair], rounds: int) -> Model:
    """Return the probabilities of chunks after ``rounds`` of expectation and maximisation."""
    pairs = list(pairs)
    counts: Model = defaultdict(float)
    for latin, arabic in pairs:
        for i in range(len(latin)):
            near = i * len(arabic) // len(latin)  # begin with chunks near the diagonal
            for j in range(max(0, near - 1), min(len(arabic), near + 1) + 1):
                for _, _, chunk in chunks(latin, arabic, i, j):
                    counts[chunk] += 0.3 ** (len(chunk[0]) - 1 + abs(len(chunk[1]) - 1))
    model = _normalise(counts)
    for _ in range(rounds):
        counts = defaultdict(float)
        for latin, arabic in pairs:
            _expect(latin, arabic, model, counts)
        model = _normalise(counts)
    return model


class Fit:
    """How well a spelling fits a Latin form, by a model of chunks."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._latin: dict[str, float] = defaultdict(float)
        for (latin, _), share in model.items():
            self._latin[latin] += share

    def score(self, latin: str, arabic: str) -> float:
        """Return the mean logarithm, by letter, of P(arabic | latin): about -0.5 fits, below -2 does not."""
        joint = _forward(latin, arabic, self._model)[-1][-1]
        alone = [1.0] + [0.0] * len(latin)
        for i in range(len(latin)):
            for end in range(i + 1, min(i + LONGEST_LATIN, len(latin)) + 1):
                alone[end] += alone[i] * self._latin.get(latin[i:end], FLOOR)
        letters = max(len(latin), len(arabic), 1)
        return math.log(joint / alone[-1]) / letters if joint and alone[-1] else -20.0
