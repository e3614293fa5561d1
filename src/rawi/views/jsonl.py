"""Machine-readable output: one JSON value a line, or one object with a versioned schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder()


def encode_line(value: Any) -> bytes:
    """Return a value as one line of JSON, UTF-8."""
    return _ENCODER.encode(value) + b"\n"


def encode_envelope(
    name: str,
    items: Sequence[Any],
    *,
    errors: Sequence[Any] = (),
    **more: Any,
) -> bytes:
    """Return the object that ``--json`` prints: schema, count, items, whatever the command adds, and errors.

    >>> encode_envelope("said", [])
    b'{"schema":"rawi.said/1","count":0,"items":[],"errors":[]}\\n'
    """
    head = {"schema": f"rawi.{name}/1", "count": len(items), "items": items}
    return encode_line({**head, **more, "errors": errors})


def encode_object(name: str, **fields: Any) -> bytes:
    """Return the object that ``--json`` prints where the answer is one thing.

    >>> encode_object("status", documents=2)
    b'{"schema":"rawi.status/1","documents":2}\\n'
    """
    return encode_line({"schema": f"rawi.{name}/1", **fields})
