"""``python -m fuzz TARGET``: look for inputs that break a promise, led by the code that they reach.

New cases are kept in ``--corpus`` between runs; what breaks a promise is written to ``--found`` and the run
ends with an exit code that is not 0. ``python -m fuzz TARGET FILE...`` tries files alone, without atheris.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from fuzz.targets import TARGETS, Target, load_words

SLACK = 5.0  # the code under watch is so much slower, and the machine may be shared
LONGEST = 8192  # bytes of an input
MEMORY = 2048  # MiB
WATCHED = ("rawi", "feedparser", "trafilatura")


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="try these alone")
    parser.add_argument("--seconds", type=int, default=900, metavar="N", help="how long to look")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="keep new cases here (default: nowhere)")
    parser.add_argument(
        "--found", type=Path, default=Path("fuzz-found"), metavar="DIR", help="write breaking inputs here"
    )
    return parser.parse_args(arguments)


def _load_watched(name: str) -> Target:
    """Load a target with all that it reads by under watch."""
    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

    with atheris.instrument_imports(include=list(WATCHED)):
        import feedparser  # noqa: F401 - loaded by rawi when first needed, and then no longer watched
        import trafilatura  # noqa: F401

        from fuzz.targets import load_target

        return load_target(name)


def write_seeds(target: Target, folder: Path) -> None:
    """Write a target's seeds as files named by their hash."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


def write_words(name: str, path: Path) -> None:
    """Write a target's words as libFuzzer's dictionary."""
    lines = ["".join(f"\\x{byte:02x}" for byte in word) for word in load_words(name) if word]
    path.write_text("".join(f'"{line}"\n' for line in lines), "ascii")


def _fuzz(asked: argparse.Namespace, folder: Path) -> None:
    """Look until the time is over; ends the process."""
    import atheris

    target = _load_watched(asked.target)
    from fuzz.replay import run_open  # not before: it loads much that is to be watched

    corpus = asked.corpus or folder / "corpus"
    write_seeds(target, corpus)
    write_words(asked.target, folder / "words")
    asked.found.mkdir(parents=True, exist_ok=True)
    options = {
        "dict": folder / "words",
        "max_total_time": asked.seconds,
        "max_len": LONGEST,
        "timeout": 60,
        "rss_limit_mb": MEMORY,
        "artifact_prefix": asked.found / f"{asked.target}-",
        "print_final_stats": 1,
    }
    given = [f"-{name}={value}" for name, value in options.items()]
    atheris.Setup([sys.argv[0], *given, str(corpus)], partial(run_open, asked.target, slack=SLACK))
    atheris.Fuzz()


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the files, else fuzz; 0 if nothing broke."""
    asked = _arguments(arguments)
    if asked.files:
        from fuzz.properties import run
        from fuzz.targets import load_target

        for path in asked.files:
            print(path)
            run(load_target(asked.target).check, path.read_bytes())
        return 0
    with tempfile.TemporaryDirectory() as folder:
        _fuzz(asked, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
