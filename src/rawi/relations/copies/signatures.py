"""The numbers under which texts that share words find each other.

Two ways, because each misses what the other finds. A MinHash signature of the three-word runs, cut into bands
(Broder 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4), finds texts that are
edited all over but are one text: the runs are dealt into bins by their hash, and each bin keeps its least one
(one permutation hashing, Li, Owen and Zhang 2012; empty bins borrow, Shrivastava and Li 2014). Winnowing
(Schleimer, Wilkerson and Aiken 2003) finds what two texts share in one place, however long they are: of every
ten runs of eight words that follow each other one is chosen, the same one in both.

All hashes are BLAKE2b of the words: the same on every machine and in every version, for they are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate

from rawi.relations.layer import key_of

_BAND_RUN = 3  # words of a run that the signature is made of
_BANDS = 16
_ROWS = 2
_BINS = _BANDS * _ROWS
_BORROWED = 0x9E3779B97F4A7C15  # mixed into what an empty bin borrows, so that full and empty do not agree
_MASK = (1 << 64) - 1
_RUN = 8  # words of a run that is chosen by winnowing
_WINDOW = 10  # runs of which one is chosen
_TELLING = 0.5  # the part of a run's words that may belong to names, titles and numbers
_LEAST = 8  # words of a sentence or quotation that is looked up as a whole
_LEAST_QUOTED = 6
_MARKED = frozenset("&=#@~")


def find_keys(words: Sequence[str], marks: str, passages: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Return the keys of a text, sorted: of its folded words with their marks, and of ``passages`` as wholes.

    >>> words = "فتحت البلدية الجسر القديم أمام المارة صباح السبت بعد عام من الإصلاح".split()
    >>> keys = set(find_keys(words, "." * len(words), []))
    >>> len(keys & set(find_keys([*words, "الطويل"], "." * 13, []))) > 3
    True
    """
    keys = {*_band_keys(words), *_run_keys(words, marks)}
    keys |= {
        key_of("passage", *words[first:last])
        for first, last in passages
        if last - first >= _LEAST and _tells(marks[first:last])
    }
    return tuple(sorted(keys))


def hash_runs(words: Sequence[str], length: int) -> list[int]:
    """Return the hashes of all runs of so many words that follow each other, of fewer words that of all of
    them: 64 bits, the same everywhere.

    >>> hash_runs(["جسر", "جديد", "آخر"], 2)[1] == hash_runs(["جديد", "آخر"], 2)[0]
    True
    """
    whole = " ".join(words).encode()
    starts = [0, *accumulate(len(word.encode()) + 1 for word in words)]
    runs = zip(starts, starts[min(length, len(words)) :], strict=False)
    digests = (blake2b(whole[start : end - 1], digest_size=8).digest() for start, end in runs)
    return [int.from_bytes(digest, "big") for digest in digests]


def sign(words: Sequence[str]) -> list[int]:
    """Return the MinHash signature: the least hash of three-word runs in each of 32 bins.

    Two signatures agree in about as many places as the texts share of all their runs.
    """
    bins: list[int | None] = [None] * _BINS
    for hashed in hash_runs(words, _BAND_RUN):
        value, place = divmod(hashed, _BINS)
        least = bins[place]
        if least is None or value < least:
            bins[place] = value
    return [_filled(bins, place) for place in range(_BINS)]


def _filled(bins: Sequence[int | None], place: int) -> int:
    """Return what a bin holds; an empty one borrows of the next that is full."""
    for step in range(_BINS):
        value = bins[(place + step) % _BINS]
        if value is not None:
            return (value + step * _BORROWED) & _MASK
    return 0


def _band_keys(words: Sequence[str]) -> Iterator[int]:
    """Yield a key for each band of the signature."""
    signature = sign(words)
    for band in range(_BANDS):
        rows = signature[band * _ROWS : (band + 1) * _ROWS]
        yield key_of("band", str(band), *map(str, rows))


def _run_keys(words: Sequence[str], marks: str) -> Iterator[int]:
    """Yield a key for each run of words that is chosen: the least of its window, if it tells something."""
    hashes = hash_runs(words, _RUN)
    chosen = -1
    for start in range(max(1, len(hashes) - _WINDOW + 1)):
        end = min(start + _WINDOW, len(hashes))
        if chosen < start:
            at = min(range(start, end), key=hashes.__getitem__)
        else:  # the least of the window before, unless the run that came is less
            at = end - 1 if hashes[end - 1] < hashes[chosen] else chosen
        if at != chosen and _tells(marks[at : at + _RUN]):
            yield hashes[at] >> 1
        chosen = at


def _tells(marks: str) -> bool:
    """Do enough of some words stand outside names, titles and numbers?"""
    return sum(mark in _MARKED for mark in marks) <= _TELLING * len(marks)
