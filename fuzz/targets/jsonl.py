"""JSON lines: a line that is no article spoils only itself."""

from __future__ import annotations

import json
from collections.abc import Iterator

from fuzz.seeds import pieces
from fuzz.targets.inputs import check_input


def seeds() -> Iterator[bytes]:
    """Yield files of a few rows, good and bad."""
    for number in range(0, 9, 3):
        rows = [
            {
                "id": n,
                "text": text[:200],
                "title": text.splitlines()[0],
                "published": "2024-05-02",
                "outlet": "مرايا",
            }
            for n, text in enumerate(pieces()[number : number + 3])
        ]
        yield b"".join(json.dumps(row, ensure_ascii=number != 3).encode() + b"\n" for row in rows)
    yield json.dumps({"html": f"<p>{pieces()[0][:200]}</p>", "url": "http://example.org/1"}).encode()
    yield b'{}\n[]\n{"text": ""}\n\n{"text": 1}\n{"text": "a", "text": "b"}\n'


def check(data: bytes) -> None:
    """Read rows."""
    check_input(data, "own.jsonl", ("source", "jsonl", "gzip"))
