"""Bend bytes a little, by chance but the same way every time: what tests use in place of atheris."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

Bend = Callable[[bytes, Random, Sequence[bytes]], bytes]


def mutate(seeds: Sequence[bytes], words: Sequence[bytes], count: int, chance: Random) -> Iterator[bytes]:
    """Yield ``count`` inputs, each a seed bent one to eight times; ``words`` are what may be put in."""
    for _ in range(count):
        data = chance.choice(seeds)
        for _ in range(chance.randint(1, 8)):
            data = chance.choice(_BENDS)(data, chance, [*words, *seeds])
        yield data


def _place(data: bytes, chance: Random) -> tuple[int, int]:
    """Return a range of ``data``, mostly a short one."""
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((0, 1, 2, 4, 16, 64, 256, len(data))))


def _drop(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    start, end = _place(data, chance)
    part = data[start:end][:256]
    return data[:start] + part * chance.choice((2, 2, 3, 20)) + data[end:]


def _flip(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    if not data:
        return data
    bent = bytearray(data)
    bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
    return bytes(bent)


def _overwrite(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.randbytes(min(end - start, 16)) + data[end:]


def _insert(data: bytes, chance: Random, words: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(words)[:400] + data[at:]


def _swap(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    start, end = _place(data, chance)
    after = min(len(data), 2 * end - start)
    return data[:start] + data[end:after] + data[start:end] + data[after:]


_BENDS: tuple[Bend, ...] = (_drop, _double, _flip, _overwrite, _insert, _insert, _swap)
