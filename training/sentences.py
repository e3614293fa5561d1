"""Sentences whose names are marked, as samples for training: the project's own, and the Wojood sample (MIT).

Own sentences (``training/names/*.txt``, written for Rawi, CC BY 4.0) mark names as ``{P سامر الحلاق}``; P
a person, O an organisation, L a place. Labels are BIO: ``B-P``, ``I-P``, ``O`` …, one a token of the
text.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rawi.text.text import Text

OWN = Path(__file__).parent / "names"
MARKED = re.compile(r"\{([PLO]) ([^{}]*)\}")
_KEPT = re.compile("بن|ابن|بنت|ولد|آل|أبو|أم|عبد.*|الدين|الله")
#: Types of Wojood and what they are here; the first that a token has counts (the tags are nested).
WOJOOD = {"PERS": "P", "ORG": "O", "GPE": "L", "LOC": "L"}
_TOGETHER = 5  # sentences of Wojood in one text


#: A sentence in columns: its tokens, each with its tags.
Labels = list[tuple[str, list[str]]]


class Sample(NamedTuple):
    """A text and the label of each of its tokens."""

    text: Text
    labels: list[str]


class Marked(NamedTuple):
    """A name in a text: its half-open range of code points and its type."""

    start: int
    end: int
    type: str


def label(source: str, names: Iterable[Marked]) -> Sample:
    """Return a text with the labels of its tokens."""
    text = Text(source)
    labels = ["O"] * len(text.words)
    for name in names:
        start, end = text.folded.from_source(name.start, name.end)
        first, last = text.token_at(start), text.token_at(max(end - 1, start))
        labels[first : last + 1] = [f"B-{name.type}"] + [f"I-{name.type}"] * (last - first)
    return Sample(text, labels)


def read_marked(source: str) -> Sample:
    """Return the sample of a text with marks in it.

    >>> read_marked("زار {P سامر الحلاق} القرية").labels
    ['O', 'B-P', 'I-P', 'O']
    """
    plain, names, at = "", [], 0
    for match in MARKED.finditer(source):
        plain += source[at : match.start()]
        names.append(Marked(len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        at = match.end()
    return label(plain + source[at:], names)


def own_articles() -> list[str]:
    """Return the project's own marked texts, in a fixed order."""
    return [one for path in sorted(OWN.glob("*.txt")) for one in path.read_text("utf-8").split("\n\n")]


def read_columns(path: Path) -> Iterator[Labels]:
    """Yield the sentences of a file with a token and its tags a line, and an empty line between sentences."""
    sentence: Labels = []
    for line in path.read_text("utf-8").splitlines():
        if cells := line.split():
            sentence.append((cells[0], cells[1:]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def join(sentences: list[Labels], types: dict[str, str]) -> Sample:
    """Return sentences in columns as one text, a line each; ``types`` are the tags that count."""
    source, names = "", list[Marked]()
    for sentence in sentences:
        for word, tags in sentence:
            start = len(source) + (not source.endswith("\n") and bool(source))
            source += " " * (start - len(source)) + word
            found = next(((tag[0], types[kind]) for kind in types for tag in tags if tag[2:] == kind), None)
            if found is None:
                continue
            if found[0] == "I" and names and names[-1].type == found[1] and names[-1].end == start - 1:
                names[-1] = names[-1]._replace(end=len(source))
            else:
                names.append(Marked(start, len(source), found[1]))
        source += "\n"
    return label(source, names)


def read_wojood(path: Path) -> Iterator[Sample]:
    """Yield a file of the Wojood sample, a few sentences a text."""
    sentences = list(read_columns(path))
    for at in range(0, len(sentences), _TOGETHER):
        yield join(sentences[at : at + _TOGETHER], WOJOOD)


def read_samples(data: Path) -> Iterator[Sample]:
    """Yield all samples that may back what ships: Wojood's training part, then the project's own."""
    yield from read_wojood(data / "ner/permissive/wojood-sample/train.txt")
    yield from map(read_marked, own_articles())


class Renaming:
    """Puts other names of people into marked texts, so that a tagger learns what surrounds names and not
    names.

    ``counts`` are words of names with how often they were seen; commoner ones are taken more often.
    """

    def __init__(self, counts: dict[str, int], seed: int) -> None:
        self._random = random.Random(seed)
        self._names = sorted(counts)
        self._weights = [math.sqrt(counts[name]) for name in self._names]

    def rename(self, source: str) -> str:
        """Return a marked text in which two thirds of the words of people's names are others, each the same
        throughout."""
        others: dict[str, str] = {}

        def change(match: re.Match[str]) -> str:
            if match[1] != "P":
                return match[0]
            return "{P " + " ".join(self._other(word, others) for word in match[2].split()) + "}"

        return MARKED.sub(change, source)

    def _other(self, word: str, others: dict[str, str]) -> str:
        """Return what stands for a word of a name in this text."""
        if _KEPT.fullmatch(word) or (word.startswith("ال") and self._random.random() < 0.7):
            return word
        if word not in others:
            chosen = self._random.choices(self._names, self._weights)[0]
            others[word] = word if self._random.random() < 0.35 else chosen
        return others[word]
