"""Targets without a fuzzer: cases found before, and seeds bent by chance, the same ones every time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from zlib import crc32

from fuzz.mutations import mutate
from fuzz.properties import Broken, run
from fuzz.targets import TARGETS, load_target, load_words

REGRESSIONS = Path(__file__).parent / "regressions"
#: Cases that are found and not mended yet, with words of what goes wrong: all else must hold meanwhile.
OPEN: dict[str, str] = {}


def find_regressions() -> Iterator[tuple[str, Path]]:
    """Yield each case that was found once, with its target."""
    for target in TARGETS:
        for path in sorted((REGRESSIONS / target).glob("*")):
            yield target, path


def run_open(name: str, data: bytes, slack: float = 1.0) -> None:
    """Run a target over ``data``; what breaks as an open case does is passed over."""
    known = [words for case, words in OPEN.items() if case.startswith(f"{name}/")]
    try:
        run(load_target(name).check, data, slack)
    except Broken as broken:
        if not any(words in str(broken) for words in known):
            raise


def bent_seeds(name: str, count: int) -> Iterator[bytes]:
    """Yield the seeds of a target as they are, then ``count`` bent ones."""
    target = load_target(name)
    seeds = list(target.seeds())
    yield from seeds
    yield from mutate(seeds, load_words(name), count, Random(crc32(name.encode())))
