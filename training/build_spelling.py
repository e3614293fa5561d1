"""Build ``src/rawi/weights/spelling.json``: when two Arabic spellings mean the same name.

usage: python -m training.build_spelling GAZETTEERS [PART...]   2 minutes; GAZETTEERS holds person-names/

Learned from the parts ``train`` and ``tune`` of training/spellings.py, or those named: what is to be chosen
is learned with ``train`` and compared on ``tune``. No chance is in it, so there is no seed: the same tables,
the same lexicon of first names, the same bytes.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, product
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from rawi.entities.edits import DEAREST, Prices, find_edits
from rawi.entities.features import LONG_VOWELS, SCALES, edit_features, pair_traits, trait_features
from rawi.entities.likeness import load_first_names
from rawi.entities.sounds import without_article
from training.regression import Example, fit_weights
from training.spellings import (
    FAR_ALIKE,
    Lookalikes,
    Pair,
    Spelling,
    find_ambiguous,
    likely_variants,
    pair_far,
    pair_with,
    read_parts,
    variants,
)
from training.transliteration import Fit, Model, train_model

OUT = Path("src/rawi/weights/spelling.json")
#: The parts that the weights which ship were learned from.
LEARNED = ("train", "tune")
ROUNDS = 4
LONGEST_LATIN = 14
#: Names that look alike are sought for variants, and for every so many of the other spellings.
EVERY = 3
#: Of the pairs of first names that have letters in common, every so many is learned from.
EVERY_FIRST_NAME = 22
#: How many lookalikes of each, and from how many edits to how many.
NEAREST, FARTHER = (3, (1, 2)), (1, (3, 4))
DECAY, LEAST, DESCENTS = 3.0, 3, 100

FIRST_NAMES_COUNT = 3.0


def learn_model(spellings: Iterable[Spelling]) -> Model:
    """Return the model of transliteration of the spellings seen twice or more."""
    pairs = sorted({(s.latin, s.arabic) for s in spellings if s.seen > 1 and len(s.latin) <= LONGEST_LATIN})
    return train_model(pairs, ROUNDS)


def build_costs(model: Model) -> dict[str, float]:
    """Return what it costs that letters stand where others do: -log of how often both write the same sound.

    The share of two strings is the sum over Latin chunks of P(chunk) P(one | chunk) P(other | chunk), over
    the geometric mean of what each has with itself: 1 for the same letters, and never more.
    """
    by_chunk: dict[str, dict[str, float]] = defaultdict(dict)
    for (latin, arabic), share in sorted(model.items()):
        by_chunk[latin][arabic] = share
    common: dict[tuple[str, str], float] = defaultdict(float)
    for shares in by_chunk.values():
        total = math.fsum(shares.values())
        for one, other in product(shares, shares):
            if one <= other:
                common[one, other] += shares[one] * shares[other] / total
    costs = (
        (one, other, -math.log(share / math.sqrt(common[one, one] * common[other, other])))
        for (one, other), share in sorted(common.items())
        if one < other and len(one) + len(other) < 4
    )
    return {f"{a}/{b}": round(cost, 2) for a, b, cost in costs if cost < DEAREST}


def find_first_name_pairs() -> list[Pair]:
    """Return the pairs of first names of the lexicon that are one edit apart, or only long vowels."""
    names = sorted(name for name in load_first_names() if len(name) > 2)
    consonants = {name: "".join(letter for letter in name if letter not in LONG_VOWELS) for name in names}
    return [
        Pair(one, other, False, FIRST_NAMES_COUNT)
        for one, other in combinations(names, 2)
        if Levenshtein.distance(one, other, score_cutoff=2)
        <= (2 if consonants[one] == consonants[other] else 1)
    ]


def _other_first_names() -> list[Pair]:
    """Return some of the pairs of first names that have letters in common, for Arab names are short."""
    pairs = combinations(sorted(name for name in load_first_names() if len(name) > 2), 2)
    alike = (Pair(*pair, False) for pair in pairs if fuzz.ratio(*pair) >= FAR_ALIKE)
    return list(islice(alike, 0, None, EVERY_FIRST_NAME))


def _apart(anchors: Iterable[str], often: list[str], search: Lookalikes) -> set[Pair]:
    """Return pairs of two names, from the nearest to those with hardly a letter in common.

    If there were near ones only, whatever lies far apart would be taken for one name.
    """
    pairs = {*pair_far(often, search)}
    for anchor in sorted({*anchors, *often[::EVERY]}):
        pairs.update(pair_with(anchor, search.find(anchor, *NEAREST)))
        pairs.update(pair_with(anchor, search.find(anchor, *FARTHER)))
    return pairs


def gather(spellings: list[Spelling], fit: Fit) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs to learn from: of one name, and of two."""
    same = variants(spellings, fit) + likely_variants(spellings, fit, load_first_names())
    often = sorted({s.arabic for s in spellings if s.seen > 1})
    apart = _apart((pair.one for pair in same), often, Lookalikes(spellings, fit))
    clear = sorted(apart - find_ambiguous(apart, spellings, fit))
    return same, clear + find_first_name_pairs() + _other_first_names()


def _examples(pairs: Iterable[Pair], prices: Prices, factor: float) -> Iterator[Example]:
    """Yield the examples of the pairs."""
    for pair in pairs:
        one, other = without_article(pair.one, pair.other)
        if one == other:
            continue
        edits = find_edits(one, other, prices)
        features = [feature for edit in edits for feature in edit_features(edit)]
        traits = pair_traits(one, other, edits, prices)
        features += [feature for trait in traits for feature in trait_features(trait)]
        yield Example(tuple(features), pair.same, factor * pair.weight)


def build_weights(same: list[Pair], apart: list[Pair], costs: Mapping[str, float]) -> dict[str, float]:
    """Return the weights of features; the pairs of one name together count as much as those of two."""
    factor = sum(pair.weight for pair in apart) / sum(pair.weight for pair in same)
    prices = Prices(costs)
    examples = [*_examples(same, prices, factor), *_examples(apart, prices, 1.0)]
    weights = fit_weights(examples, DESCENTS, DECAY, LEAST, frozenset(SCALES))
    return {feature: round(weight, 2) for feature, weight in sorted(weights.items()) if abs(weight) >= 0.03}


def main(gazetteers: Path, names: Sequence[str]) -> int:
    """Write the weights and say what they were learned from."""
    parts = read_parts(gazetteers)
    spellings = [spelling for name in names or LEARNED for spelling in parts[name]]
    model = learn_model(spellings)
    costs = build_costs(model)
    same, apart = gather(spellings, Fit(model))
    found = {"costs": costs, "features": build_weights(same, apart, costs)}
    OUT.write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{OUT}: {len(same)} pairs of one name, {len(apart)} of two; {len(found['features'])} weights")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
