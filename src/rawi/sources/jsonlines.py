"""One JSON object a line; a line that is none spoils only itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, NoReturn

import msgspec

from rawi.errors import SourceError
from rawi.model.document import Warning
from rawi.model.source import Item, Limits, Rejected
from rawi.sources.rows import COLUMNS, read_row

_BOM = b"\xef\xbb\xbf"


def read_json_lines(path: str, stream: BinaryIO, limits: Limits) -> Iterator[Item | Rejected]:
    """Yield an item for every line with an article and a refusal for every other; blank lines are none.

    Codes: ``jsonl.malformed``, ``jsonl.not-an-object``, ``jsonl.duplicate-key``, ``jsonl.too-long``,
    ``jsonl.no-text``, ``jsonl.wrong-type``, ``source.empty``, ``source.too-many``, and those of streams.
    """
    number = 0
    try:
        while line := stream.readline(limits.line + 1):
            number += 1
            part = f"line {number}"
            if number > limits.records:
                yield Rejected(
                    path, part, "source.too-many", f"more than {limits.records} lines; the rest is not read"
                )
                return
            if len(line) > limits.line:
                _skip_line(stream, line, limits)
                yield Rejected(path, part, "jsonl.too-long", f"more than {limits.line} bytes")
            elif line := (line.removeprefix(_BOM) if number == 1 else line).strip():
                yield read_json_line(path, part, line)
    except SourceError as error:
        yield Rejected(path, f"after line {number}", error.code, str(error))


def _skip_line(stream: BinaryIO, line: bytes, limits: Limits) -> None:
    """Read on to the end of a line that is too long, without keeping it."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 20)


def read_json_line(path: str, part: str, line: bytes) -> Item | Rejected:
    """Return what one line holds, with the line itself as evidence."""
    read = _read_line(path, part, line)
    reader = {"reader": "jsonl"} if isinstance(read, Item) else {}
    return msgspec.structs.replace(read, evidence=line, **reader)


def _read_line(path: str, part: str, line: bytes) -> Item | Rejected:
    """Return the item of a line, or why there is none."""
    try:
        words, warnings = line.decode("utf-8"), tuple[Warning, ...]()
    except UnicodeDecodeError as error:
        words = line.decode("utf-8", "replace")
        warnings = (Warning("text.undecodable", f"byte {error.start} of the line is no UTF-8"),)
    try:
        row = json.loads(words, object_pairs_hook=_Pairs, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        return Rejected(path, part, "jsonl.malformed", str(error)[:200])
    if not isinstance(row, _Pairs):
        return Rejected(path, part, "jsonl.not-an-object", "the line is no JSON object")
    if row.doubled:
        return Rejected(
            path, part, "jsonl.duplicate-key", f"{row.doubled} stands twice with different values"
        )
    read = read_row(path, part, row, "jsonl")
    return (
        msgspec.structs.replace(read, warnings=read.warnings + warnings) if isinstance(read, Item) else read
    )


class _Pairs(dict[str, object]):
    """An object of the line that remembers the first column given twice with different values."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.doubled = next((k for k, v in pairs if k in COLUMNS and self[k] != v), None)


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ValueError(f"{name} is no JSON value")
