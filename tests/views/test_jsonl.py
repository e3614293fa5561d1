"""JSON for machines."""

from __future__ import annotations

import json

from rawi.views.jsonl import encode_envelope, encode_line, encode_object


def test_envelope() -> None:
    """The object of --json names its schema and counts its items; errors come last."""
    answer = json.loads(encode_envelope("said", [{"id": "a"}], next="3", errors=[{"code": "x"}]))
    assert list(answer) == ["schema", "count", "items", "next", "errors"]
    assert (answer["schema"], answer["count"], answer["next"]) == ("rawi.said/1", 1, "3")


def test_one_line_each() -> None:
    """A value is one line of UTF-8, whatever is in it."""
    assert encode_line({"text": "سطر\nسطر\u2028"}).count(b"\n") == 1
    assert "سطر" in encode_line("سطر").decode("utf-8")
    assert encode_object("status", documents=2) == b'{"schema":"rawi.status/1","documents":2}\n'
