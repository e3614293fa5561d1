"""Cases for ``rawi parse``: a phrase, what is asked of it, and the values that are right.

A case is a JSON line; the folder form is one file of lines per suite. The shape of a value is fixed by
``docs/reference`` (``rawi parse``): ``{"n": "21"}``, ``{"edtf": "2016-11-08"}``, ``{"iso": "P1Y"}`` …
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from rawi.errors import GoldError


class Expected(msgspec.Struct, frozen=True):
    """The right values; with ``spans_only`` only where the mentions are is asked."""

    values: tuple[dict[str, Any], ...]
    spans_only: bool = False


class Case(msgspec.Struct, frozen=True):
    """One phrase; ``convention`` names a choice on which careful readers differ, None where they agree."""

    suite: str
    id: str
    task: str
    text: str
    expected: Expected
    reference: str | None = None
    lang: str = "ar"
    convention: str | None = None


def read_cases(path: str | Path) -> list[Case]:
    """Return the cases of a file of JSON lines, or of every ``*.jsonl`` in a folder, in order.

    Raises GoldError naming the first line that is no case, and where there is none at all.
    """
    path = Path(path)
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    cases = [case for file in files for case in _read_file(file)]
    if not cases:
        raise GoldError(f"{path}: no cases in it")
    return cases


def _read_file(file: Path) -> list[Case]:
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError as error:
        raise GoldError(f"{file}: {error.strerror}") from error
    return [_read_line(f"{file.name}:{n}", line) for n, line in enumerate(lines, 1) if line.strip()]


def _read_line(where: str, line: bytes) -> Case:
    try:
        return msgspec.json.decode(line, type=Case)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise GoldError(f"{where}: {error}") from error
