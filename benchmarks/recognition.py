"""``python -m benchmarks.recognition FILE``: how well names are found in running text, against a corpus
in columns.

FILE has a token and its BIO tag (PERS, LOC, ORG, others left out) a line and an empty line between
sentences, as ANERcorp has. Sentences are joined into raw texts, each is read as any article is, and the
spans of the mentions are laid back over the tokens: a name counts if type, first and last token agree (as
conlleval counts).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from rawi.pipeline import extract
from training.sentences import Labels, read_columns

TYPES = {"person": "PERS", "place": "LOC", "organisation": "ORG"}
Name = tuple[int, int, str]


class Joined(NamedTuple):
    """Sentences as one text: where each token stands, and the names of the corpus by token."""

    text: str
    tokens: list[tuple[int, int]]
    names: set[Name]


def join(sentences: Sequence[Labels]) -> Joined:
    """Return sentences as one text, a line each, tokens with a space between them."""
    text, tokens, tags = "", list[tuple[int, int]](), list[str]()
    for sentence in sentences:
        for word, tag in sentence:
            start = len(text) + (bool(text) and not text.endswith("\n"))
            text += " " * (start - len(text)) + word
            tokens.append((start, len(text)))
            tags.append(tag[0] if tag else "O")
        text += "\n"
        tokens.append((len(text), len(text)))  # no name runs over the end of a sentence
        tags.append("O")
    return Joined(text, tokens, set(_names(tags)))


def _names(tags: Sequence[str]) -> Iterator[Name]:
    """Yield the names that BIO tags mark, of the types that count."""
    at = 0
    while at < len(tags):
        end = at + 1
        if (type_ := tags[at][2:]) in TYPES.values():
            while end < len(tags) and tags[end] == f"I-{type_}":
                end += 1
            yield at, end, type_
        at = end


def find_names(joined: Joined, weights: str | None) -> set[Name]:
    """Return the names that Rawi finds in a text, by token; of names that overlap, the first and longest."""
    record = extract(joined.text, weights=weights)
    spans = sorted(
        (span.start, -span.end, TYPES[one.type]) for one in record.entities for span in one.mentions
    )
    found: set[Name] = set()
    taken: set[int] = set()
    for start, end, type_ in spans:
        covered = [at for at, (low, high) in enumerate(joined.tokens) if low < -end and high > start]
        if covered and taken.isdisjoint(covered):
            taken.update(covered)
            found.add((covered[0], covered[-1] + 1, type_))
    return found


def measure(
    sentences: Sequence[Labels], together: int, weights: str | None = None
) -> Counter[tuple[str, str]]:
    """Count names by type and by ``hit``, ``false`` or ``missed``."""
    counts: Counter[tuple[str, str]] = Counter()
    for at in range(0, len(sentences), together):
        joined = join(sentences[at : at + together])
        found = find_names(joined, weights)
        sorts = (
            ("hit", found & joined.names),
            ("false", found - joined.names),
            ("missed", joined.names - found),
        )
        counts.update((type_, sort) for sort, names in sorts for _, _, type_ in names)
    return counts


def scores(counts: Counter[tuple[str, str]], types: Sequence[str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over some types."""
    hit, false, missed = (sum(counts[type_, sort] for type_ in types) for sort in ("hit", "false", "missed"))
    precision, recall = hit / max(hit + false, 1), hit / max(hit + missed, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main(arguments: Sequence[str]) -> int:
    """Print a line for each type, and one for all together."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recognition", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--together", type=int, default=10, help="sentences in one text (10)")
    parser.add_argument("--weights", help="other weights for names")
    given = parser.parse_args(arguments)
    counts = partial(scores, measure(list(read_columns(given.file)), given.together, given.weights))
    for name, types in (*((one, (one,)) for one in TYPES.values()), ("all", tuple(TYPES.values()))):
        print("{:5} P {:.3f} R {:.3f} F1 {:.3f}".format(name, *counts(types)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
