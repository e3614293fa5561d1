"""Build ``src/rawi/weights/names.crf``, the weights of the tagger of names.

usage: python -m training.build_tagger DATA [--out FILE] [--share-alike FILE]

DATA holds gazetteers/person-names and ner/permissive/wojood-sample. Only data that may back what ships is
read: the project's own sentences (CC BY 4.0), the Wojood sample (MIT), words of names (CC0 1.0).
``--share-alike FILE`` trains on a file in columns (ANERcorp, CC BY-SA 4.0) instead; what comes out is
then under that licence, and does not ship. About half a minute. One machine gives the same bytes again;
another may round the last digits otherwise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycrfsuite

from rawi.annotations.features import find_features
from rawi.annotations.tagger import look_around
from rawi.model.annotation import Kind
from rawi.pipeline import annotate, rule_stages
from training.build_likeness import ordinary_words
from training.build_names import count_tokens
from training.sentences import (
    Renaming,
    Sample,
    join,
    own_articles,
    read_columns,
    read_marked,
    read_samples,
)

OUT = Path("src/rawi/weights/names.crf")
ANERCORP = {"PERS": "P", "LOC": "L", "ORG": "O"}
ROUNDS, TOGETHER, LEAST = 2, 10, 3
PARAMETERS = {
    "c1": 0.3,
    "c2": 0.3,
    "max_iterations": 100,
    "feature.possible_transitions": True,
}


def renamed(data: Path) -> Iterator[Sample]:
    """Yield the project's own texts with other names, several times."""
    ordinary = ordinary_words(data)
    tokens = count_tokens(data / "gazetteers/person-names/person_name_tokens_ar.tsv")
    counts = {
        name: count
        for name, count in tokens.items()
        if count > 1 and len(name) > 2 and name not in ordinary and not name.startswith("ال")
    }
    for seed in range(ROUNDS):
        renaming = Renaming(counts, seed)
        yield from (read_marked(renaming.rename(one)) for one in own_articles())


def shared_alike(path: Path) -> Iterator[Sample]:
    """Yield a file in columns, ten sentences a text."""
    sentences = list(read_columns(path))
    for at in range(0, len(sentences), TOGETHER):
        yield join(sentences[at : at + TOGETHER], ANERCORP)


def train(samples: Iterable[Sample], out: Path, least: int) -> int:
    """Train on samples, write the weights, return how many sentences there were.

    Features seen fewer than ``least`` times are left out.
    """
    trainer = pycrfsuite.Trainer(verbose=False, params=PARAMETERS | {"feature.minfreq": least})
    count = 0
    for text, labels in samples:
        known = annotate(text, rule_stages())
        seen = look_around(text, known, known.of(Kind.PERSON))
        for first, last in text.sentences:
            if first < last:
                count += 1
                trainer.append(find_features(seen, first, last, first, last), labels[first:last])
    trainer.train(str(out))
    return count


def main(arguments: list[str]) -> int:
    """Train as the command line says, and say on how much."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--share-alike", type=Path)
    given = parser.parse_args(arguments)
    if given.share_alike:
        samples = shared_alike(given.share_alike)
    else:
        samples = iter([*read_samples(given.data), *renamed(given.data)])
    count = train(samples, given.out, 1 if given.share_alike else LEAST)
    print(f"{given.out}: {given.out.stat().st_size} bytes, from {count} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
