"""One module a target: ``check(data)`` reads bytes and holds the promises; ``seeds()`` are to start from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

#: The targets, in the order in which all of them are run.
TARGETS = ("decode", "html", "feed", "warc", "jsonl", "dates", "numbers", "quotations")
_WORDS = Path(__file__).resolve().parent.parent / "words"
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})")


class Target(Protocol):
    """What each module of this folder is."""

    def check(self, data: bytes) -> None:
        """Read ``data``; raise ``Broken`` where a promise is not kept, and anything else for a crash."""
        ...

    def seeds(self) -> Iterator[bytes]:
        """Yield what to start from."""
        ...


def load_target(name: str) -> Target:
    """Load a target by name."""
    return cast(Target, import_module(f"fuzz.targets.{name}"))


def load_words(name: str) -> list[bytes]:
    r"""Load what may be put into a target's inputs: one a line of ``words/NAME.txt``, ``\xHH`` for a byte."""
    lines = (_WORDS / f"{name}.txt").read_bytes().split(b"\n")
    return [_ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode()), line) for line in lines if line]
