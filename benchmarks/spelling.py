"""How well spellings of one name are told from those of two, on Latin forms that were never learned from.

usage: python -m benchmarks.spelling GAZETTEERS [train | tune | test]      GAZETTEERS holds person-names/

What is written is asked of names in no training pair: ``test`` (the default) is wd_arabic_20. Pairs of one name
are two Arabic spellings, unlike after folding, of one Latin form, accents aside; pairs of two names are the
nearest spellings (one or two edits) of Latin forms that are two edits apart even when written loosely.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from rawi.entities.sounds import key_of_sound, keys_of_sound
from rawi.entities.spelling import compare_tokens
from training.build_spelling import find_first_name_pairs, learn_model
from training.spellings import Pair, Spelling, lookalikes, read_parts, variants
from training.transliteration import Fit

THRESHOLD = 0.5
Score = Callable[[str, str], float]


class Result(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"


def measure(pairs: Iterable[Pair], score: Score, threshold: float) -> Result:
    """Return how well ``score`` tells the pairs, of which those from ``threshold`` on count as one name."""
    counts = Counter((pair.same, score(pair.one, pair.other) >= threshold) for pair in pairs)
    hits, found, wanted = counts[True, True], counts[False, True], counts[True, False]
    both = max(1, 2 * hits + found + wanted)
    return Result(hits / max(1, hits + found), hits / max(1, hits + wanted), 2 * hits / both)


def best_threshold(pairs: Sequence[Pair], score: Score) -> float:
    """Return the threshold with the best F1."""
    return max((measure(pairs, score, step / 100).f1, step / 100) for step in range(30, 100))[1]


def unlearned(one: str, other: str) -> float:
    """Return the score that nothing was learned for: the letters in common."""
    return fuzz.ratio(one, other) / 100


def balanced(same: Sequence[Pair], apart: Iterable[Pair], ratio: int) -> list[Pair]:
    """Return all pairs of one name and ``ratio`` times as many of two, chosen by the hash of their letters."""
    order = sorted(apart, key=lambda pair: hashlib.sha256(f"{pair.one}/{pair.other}".encode()).digest())
    return [*same, *order[: ratio * len(same)]]


def blocking(same: Sequence[Pair], spellings: Iterable[Spelling]) -> str:
    """Say how many variants share a key, and how many spellings have to be compared with each."""
    hits = sum(not set(keys_of_sound(pair.one)).isdisjoint(keys_of_sound(pair.other)) for pair in same)
    tokens = sorted({spelling.arabic for spelling in spellings})
    first = sum(key_of_sound(pair.one) == key_of_sound(pair.other) for pair in same)
    blocks = Counter(key for token in tokens for key in keys_of_sound(token))
    some = tokens[::20]
    met = sum(blocks[key] for token in some for key in keys_of_sound(token)) / len(some)
    return (
        f"one key in common {first / len(same):.3f}, one of the keys {hits / len(same):.3f}; "
        f"a spelling meets {met:.0f} of {len(tokens)}"
    )


def speed(pairs: Sequence[Pair]) -> float:
    """Return how many unlike pairs are compared in a second; none was compared before in this process."""
    compare_tokens("شتاينماير", "شتانماير")  # loads the weights
    start = time.perf_counter()
    for pair in pairs:
        compare_tokens(pair.one, pair.other)
    return len(pairs) / (time.perf_counter() - start)


def report(parts: dict[str, list[Spelling]], part: str) -> Iterable[str]:
    """Yield the lines of the report on one part."""
    fit, spellings = Fit(learn_model(parts["train"])), parts[part]
    every, same = variants(spellings, None), variants(spellings, fit)
    apart = lookalikes((pair.one for pair in same), spellings, fit, 3)
    first_names = find_first_name_pairs()
    yield f"{part}: {len(same)} pairs of one name ({len(every)} with noise), {len(apart)} of two"
    yield f"speed                          {speed([*every, *apart, *first_names]):,.0f} pairs a second"
    for name, pairs in (
        ("one hard pair of two each", balanced(same, apart, 1)),
        ("two hard pairs of two each", balanced(same, apart, 2)),
        ("one each, noise left in", balanced(every, apart, 1)),
    ):
        yield f"{name:30} {measure(pairs, compare_tokens, THRESHOLD)}"
        yield f"{'  from 0.8 on':30} {measure(pairs, compare_tokens, 0.8)}"
    learned = parts["train"]
    known = variants(learned, fit)
    best = best_threshold(balanced(known, lookalikes((p.one for p in known), learned, fit, 3), 1), unlearned)
    yield f"{f'unlearned ratio from {best}':30} {measure(balanced(same, apart, 1), unlearned, best)}"
    merged = sum(compare_tokens(pair.one, pair.other) >= THRESHOLD for pair in first_names)
    yield f"first names taken for one      {merged} of {len(first_names)} pairs that look alike"
    yield f"blocking                       {blocking(same, spellings)}"


def main(gazetteers: Path, part: str = "test") -> int:
    """Print the report."""
    for line in report(read_parts(gazetteers), part):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:3]))
