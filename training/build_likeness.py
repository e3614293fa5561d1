"""Build ``src/rawi/weights/likeness.tsv``: how much three letters speak for a word of a name.

usage: python -m training.build_likeness DATA      DATA holds gazetteers/person-names and
ner/permissive/wojood-sample

Names: tokens of steveash/NETransliteration-COLING2018 (CC0 1.0) that occur twice or more and are no
ordinary words. Ordinary words: those of the project's own training sentences and of the Wojood sample
(MIT) outside names of people. A weight is log(P(letter | two before, names) /
P(…, words)), smoothed, in hundredths.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rawi.annotations.likeness import triples
from training.build_names import count_tokens
from training.sentences import read_samples

OUT = Path("src/rawi/weights/likeness.tsv")
HEADER = """\
# How much three letters of a word speak for a person's name: log odds in hundredths; ^ before, $ after a
# word. Made by training/build_likeness.py; data, licences and score: likeness.md
weight\ttriple
"""
SMOOTH, ALPHABET, LEAST = 0.5, 15, 2


def ordinary_words(data: Path) -> set[str]:
    """Return folded words that are no names of people."""
    return {
        word
        for sample in read_samples(data)
        for word, label in zip(sample.text.words, sample.labels, strict=True)
        if word.isalpha() and not label.endswith("P")
    }


def weigh(names: Iterable[str], words: Iterable[str]) -> dict[str, int]:
    """Return the weight of each triple that occurs at least twice."""
    counts = [Counter(triple for word in some for triple in triples(word)) for some in (names, words)]
    before = [Counter[str]() for _ in counts]
    for pairs, triple_counts in zip(before, counts, strict=True):
        for triple, count in triple_counts.items():
            pairs[triple[:2]] += count
    weights = {}
    for triple in sorted(counts[0] | counts[1]):
        if counts[0][triple] + counts[1][triple] >= LEAST:
            name, word = (
                (counts[side][triple] + SMOOTH) / (before[side][triple[:2]] + ALPHABET) for side in (0, 1)
            )
            weights[triple] = round(100 * math.log(name / word))
    return weights


def main(data: Path) -> int:
    """Write the table and say how many rows it has."""
    ordinary = ordinary_words(data)
    counts = count_tokens(data / "gazetteers/person-names/person_name_tokens_ar.tsv")
    names = sorted(
        name for name, count in counts.items() if count > 1 and len(name) > 1 and name not in ordinary
    )
    weights = weigh(names, sorted(ordinary))
    OUT.write_text(HEADER + "".join(f"{weight}\t{triple}\n" for triple, weight in weights.items()), "utf-8")
    print(f"{OUT}: {len(weights)} triples from {len(names)} words of names and {len(ordinary)} others")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
