"""How well spellings of one name are told from those of two, on Latin forms that were never learned from.

usage: python -m benchmarks.spelling GAZETTEERS [train | tune | test]    GAZETTEERS holds person-names/

``test`` (the default) is wd_arabic_20, which nothing was learned from; the weights that ship were learned
from the other two. Pairs of one name are two Arabic spellings, unlike after folding, of one
Latin form, accents aside; "with noise" where some do not fit the Latin form at all. Pairs of two names have
Latin forms that are two edits apart even when written loosely; they are the nearest in Arabic letters, or as
many edits apart as a pair of one name, so that distance alone tells nothing.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from rawi.entities.spelling import compare_tokens, key_of_sound, keys_of_sound
from training.build_spelling import find_first_name_pairs, learn_model
from training.spellings import Lookalikes, Pair, Spelling, pair_far, pair_with, read_parts, variants
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


def nearest(same: Iterable[Pair], search: Lookalikes) -> list[Pair]:
    """Return a lookalike of each pair's first spelling, the nearest; the same one not twice."""
    return sorted({new for pair in same for new in pair_with(pair.one, search.find(pair.one, 1, (1, 2)))})


def as_far(same: Iterable[Pair], search: Lookalikes) -> list[Pair]:
    """Return a lookalike of each second spelling, with as many edits as its pair or up to two more."""
    found: set[Pair] = set()
    for pair in same:
        edits = Levenshtein.distance(pair.one, pair.other)
        found.update(pair_with(pair.other, search.find(pair.other, 1, (edits, edits + 2))))
    return sorted(found)


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
    """Return how many pairs are compared in a second of the processor; none was compared before."""
    compare_tokens("شتاينماير", "شتانماير")  # loads the weights
    start = time.process_time()
    for pair in pairs:
        compare_tokens(pair.one, pair.other)
    return len(pairs) / (time.process_time() - start)


def report(parts: dict[str, list[Spelling]], part: str) -> Iterable[str]:
    """Yield the lines of the report on one part."""
    fit, spellings = Fit(learn_model(parts["train"])), parts[part]
    search = Lookalikes(spellings, fit)
    every, same = variants(spellings, None), variants(spellings, fit)
    near, far, first_names = nearest(same, search), as_far(same, search), find_first_name_pairs()
    yield f"{part}: {len(same)} pairs of one name ({len(every)} with noise); of two, {len(near)} nearest and"
    yield f"{len(far)} with as many edits as a pair of one name has"
    yield f"{'speed':30} {speed([*every, *near, *far, *first_names]):,.0f} pairs a second"
    for name, pairs in (
        ("as many edits", [*same, *far]),
        ("nearest", [*same, *near]),
        ("both, so two of two each", [*same, *near, *far]),
        ("as many edits, with noise", [*every, *far]),
        ("nearest, with noise", [*every, *near]),
    ):
        yield f"{name:30} {measure(pairs, compare_tokens, THRESHOLD)}"
        yield f"{'  from 0.8 on':30} {measure(pairs, compare_tokens, 0.8)}"
    known, others = variants(parts["train"], fit), Lookalikes(parts["train"], fit)
    best = best_threshold([*known, *as_far(known, others)], unlearned)
    yield f"{f'unlearned from {best}, as many':30} {measure([*same, *far], unlearned, best)}"
    best = best_threshold([*known, *nearest(known, others)], unlearned)
    yield f"{f'unlearned from {best}, nearest':30} {measure([*same, *near], unlearned, best)}"
    distant = pair_far((spelling.arabic for spelling in spellings), search)
    merged = sum(compare_tokens(pair.one, pair.other) >= THRESHOLD for pair in distant)
    yield f"far apart, taken for one       {merged} of {len(distant)}"
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
