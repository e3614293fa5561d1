"""What is read: the repository's own articles over and over with variation, or a file of real ones."""

from __future__ import annotations

import gzip
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

WORDS_PER_ARTICLE = 450
GOLD = Path(__file__).resolve().parent.parent / "gold"


class NoTexts(Exception):
    """There is nothing to measure with."""


def vary(text: str, n: int) -> str:
    """Return the ``n``-th variation of ``text``: its paragraphs turned round and ``n`` below, if not 0.

    No two are equal, so nothing can be answered from memory or is stored already; words and shape stay.
    """
    paragraphs = text.splitlines(keepends=True)
    turn = n % max(1, len(paragraphs))
    return "".join([*paragraphs[turn:], *paragraphs[:turn], f"\n{n}\n" if n else ""])


def variations(texts: Sequence[str]) -> Iterator[str]:
    """Yield the texts again and again, each round in another variation."""
    for n in itertools.count():
        yield from (vary(text, n) for text in texts)


def load_gold(folder: Path = GOLD) -> list[str]:
    """Return the texts of the repository's own articles, in the order of their names."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        raise NoTexts(f"no articles in {folder}")
    return texts


def read_file(path: Path) -> Iterator[str]:
    """Yield the texts of a file of JSON lines with ``text``, plain or gzipped."""
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def load_texts(path: Path | None, count: int) -> list[str]:
    """Return ``count`` texts: of the file at ``path`` (fewer if it has fewer), else variations of our own."""
    texts = list(itertools.islice(read_file(path) if path else variations(load_gold()), count))
    if not texts:
        raise NoTexts(f"no articles in {path}")
    return texts


def articles_in(texts: Sequence[str]) -> float:
    """Return the size of ``texts`` in articles of 450 words, the unit of all rates here."""
    return sum(len(text.split()) for text in texts) / WORDS_PER_ARTICLE


def lengthened(texts: Sequence[str], words: int) -> str:
    """Return one text of at least ``words`` words, made of variations of ``texts`` one after the other."""
    if not any(text.split() for text in texts):
        raise NoTexts("no words in the texts")
    parts: list[str] = []
    length = 0
    endless = variations(texts)
    while length < words:
        parts.append(next(endless))
        length += len(parts[-1].split())
    return "\n".join(parts)
