"""Inputs cut into partitions: decided by the inputs alone, so that every run of them has the same files.

Plain JSON lines are cut at line ends and Parquet by rows, so that each piece is read by itself. What cannot
be cut (an archive, anything compressed) is read whole by several partitions, of which each extracts its
turns: reading costs a small part of what extracting does. Small inputs share a partition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rawi.corpus.places import is_url, open_input
from rawi.errors import SourceError
from rawi.model.corpus import CorpusInput, Partition, Piece
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.jsonlines import may_be_cut
from rawi.sources.parquet import find_groups
from rawi.sources.streams import GZIP

#: Bytes of a partition: so many parts of all, but no fewer and no more than these. Of larger ones a slow
#: worker or a heavy partition at the end holds up a thousand others (``python -m benchmarks.straggling``).
PARTS, LEAST, MOST = 128, 1 << 20, 16 << 20
MOST_INPUTS = 4096  # of one partition
MOST_SHARES = 8  # partitions that read one input whole
_FACTOR = 4  # what compressed bytes and columns are counted for
_CHUNK = 1 << 20

_Sized = tuple[Piece, int]


def cut_inputs(inputs: Sequence[CorpusInput], target: int | None = None) -> Iterator[Partition]:
    """Yield the partitions of inputs in their order; ``target`` is how many bytes one should have.

    An input that does not open is one piece: who reads it says why.
    """
    aim = target or min(MOST, max(LEAST, sum(map(_weigh, inputs)) // PARTS))
    held: list[Piece] = []
    size = number = 0
    for at, one in enumerate(inputs):
        for piece, weight in _cut(at, one, aim):
            if held and (size + weight > aim or len(held) >= MOST_INPUTS):
                yield Partition(number, tuple(held))
                held, size, number = [], 0, number + 1
            held.append(piece)
            size += weight
    if held:
        yield Partition(number, tuple(held))


def _weigh(one: CorpusInput) -> int:
    """Return the bytes of an input as they count."""
    packed = one.path.lower().endswith(".gz") or one.kind in ("parquet", "bundle", "workbook")
    return one.size * _FACTOR if packed else one.size


def _cut(number: int, one: CorpusInput, aim: int) -> Iterator[_Sized]:
    """Yield the pieces of an input with their weights."""
    weight = _weigh(one)
    if weight <= aim:
        yield Piece(number), weight
        return
    try:
        pieces = list(_cut_lines(number, one, aim) if one.kind == "jsonl" else ())
        if one.kind == "parquet" and not is_url(one.path):  # of an address all is fetched for each piece
            pieces = list(_cut_rows(number, one, aim))
    except SourceError:
        pieces = [(Piece(number), weight)]
    shares = 1 if is_url(one.path) else min(MOST_SHARES, -(-weight // aim))
    yield from pieces or ((Piece(number, "share", turn, shares), weight // shares) for turn in range(shares))


def _cut_lines(number: int, one: CorpusInput, aim: int) -> Iterator[_Sized]:
    """Yield pieces of whole lines of a file that may be cut; none of another."""
    with open_input(one.path) as file:
        cursor = Cursor(Plain(file))
        if cursor.peek(2) == GZIP or not may_be_cut(cursor):
            return
        file.seek(0)
        first, line, last, lines = 0, 1, 0, 0
        while data := file.read(_CHUNK):
            while (
                last + len(data) - first >= aim and (end := data.find(b"\n", max(0, first + aim - last))) >= 0
            ):
                lines += data.count(b"\n", 0, end + 1)
                last += end + 1
                yield Piece(number, "lines", first, last, line), last - first
                data, first, line = data[end + 1 :], last, line + lines
                lines = 0
            lines += data.count(b"\n")
            last += len(data)
        if last > first:
            yield Piece(number, "lines", first, last, line), last - first


def _cut_rows(number: int, one: CorpusInput, aim: int) -> Iterator[_Sized]:
    """Yield pieces of the rows of a table, none of them of two groups of rows."""
    with open_input(one.path) as file:
        groups = find_groups(file)
    rows = sum(groups)
    each = max(1, rows * aim // max(1, _weigh(one)))
    start = 0
    for size in groups:
        parts = -(-size // each)
        edges = [start + size * part // parts for part in range(parts + 1)] if size else []
        for first, last in pairwise(edges):
            yield Piece(number, "rows", first, last), _weigh(one) * (last - first) // max(1, rows)
        start += size
