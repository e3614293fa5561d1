"""JSON: lines, documents of many objects, and JSON Feed; in any Unicode encoding."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.documents.build import build_document
from rawi.ingest.provenance import build_origin, derive_text, evidence_of
from rawi.model.source import Columns, Flagged, Item, Limits, Rejected
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.jsonlines import read_json, read_json_lines
from rawi.sources.reader import read_inputs

WORDS = "قال سليم الدوري إن الجسر فتح."
ROW = {"text": WORDS, "title": "الجسر"}
Outcomes = list[Item | Rejected | Flagged]


def _lines(data: bytes | str, columns: Columns | None = None, limits: Limits | None = None) -> Outcomes:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(read_json_lines("a.jsonl", Cursor(Plain(io.BytesIO(raw))), limits or Limits(), columns))


def _document(data: bytes | str) -> Outcomes:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(read_json("a.json", Cursor(Plain(io.BytesIO(raw))), Limits()))


def _items(found: Outcomes) -> list[Item]:
    return [one for one in found if isinstance(one, Item)]


def _codes(found: Outcomes) -> list[str]:
    return [one.code for one in found if isinstance(one, Rejected)]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_lines_in_any_unicode(codec: str, ascii_only: bool) -> None:
    """Lines are read in UTF-8, 16 and 32, and stand on their own bytes."""
    line = json.dumps(ROW, ensure_ascii=ascii_only)
    found = _lines(f"{line}\r\n\r\n{line}\r\n{{bad\r\n{line}".encode(codec))
    assert [one.data for one in _items(found)] == [WORDS] * 3
    assert _codes(found) == ["jsonl.malformed"]
    for one in _items(found):
        assert derive_text(evidence_of(one), build_origin(one)) == WORDS


def test_a_line_in_a_code_page_is_read_by_its_look() -> None:
    """JSON that is no Unicode, against its rules, is read with a warning."""
    (item,) = _items(_lines(json.dumps(ROW, ensure_ascii=False).encode("cp1256") + b"\n"))
    assert (item.data, [one.code for one in item.warnings]) == (WORDS, ["text.mixed-encodings"])


def test_a_long_line_costs_itself() -> None:
    """A line beyond the limit is refused, whatever its encoding; the next is read."""
    line = json.dumps(ROW)
    for codec in ("utf-8", "utf-16-le"):
        rows = "\n".join([line, json.dumps({"text": "x" * 2000}), line])
        found = _lines(rows.encode(codec), None, Limits(line=600))
        assert (len(_items(found)), _codes(found)) == (2, ["jsonl.too-long"])


@pytest.mark.parametrize("shape", ["array", "objects", "one", "lines in an array"])
def test_a_document_over_many_lines(shape: str) -> None:
    """One object over many lines, several, or an array of them are read as documents, from either reader."""
    pretty = json.dumps(ROW, ensure_ascii=False, indent=2)
    data = {
        "array": json.dumps([ROW] * 3, indent=2),
        "objects": f"{pretty}\n{pretty}\n{pretty}",
        "one": pretty,
        "lines in an array": "[\n" + ",\n".join(json.dumps(ROW) for _ in range(3)) + "\n]",
    }[shape]
    for found in (_lines(data), _document(data)):
        last = 1 if shape == "one" else 3
        assert [one.part for one in _items(found)] == [f"object {n}" for n in range(1, last + 1)]
        assert {one.data for one in _items(found)} == {WORDS}
        assert _codes(found) == []
        for one in _items(found):
            assert derive_text(evidence_of(one), build_origin(one)) == WORDS


def test_damage_in_a_document_is_told() -> None:
    """What stands before the damage is read, and the rest is refused once."""
    whole = json.dumps([ROW] * 3)
    for data in (whole[:-1], whole[:-20], whole.replace("}, {", "} x {", 1)):
        found = _document(data)
        assert len(_items(found)) in (1, 2, 3)
        assert _codes(found) == ["jsonl.malformed"]
    assert _codes(_document('[1, {"title": "x"}]')) == ["jsonl.not-an-object", "jsonl.no-text"]


def test_keys_that_are_there_are_named() -> None:
    """A line without text names its keys, and --map takes them."""
    line = json.dumps({"المحتوى": WORDS, "العنوان": "الجسر"})
    (refusal,) = _lines(line)
    assert isinstance(refusal, Rejected)
    assert "المحتوى" in refusal.message
    (item,) = _items(_lines(line, Columns(text="المحتوي", title="العنوان")))
    assert (item.data, item.metadata.title) == (WORDS, "الجسر")
    assert derive_text(evidence_of(item), build_origin(item)) == WORDS
    doubled = '{"المحتوى": "a", "المحتوى": "b"}'
    assert _codes(_lines(doubled, Columns(text="المحتوى"))) == ["jsonl.duplicate-key"]


def test_a_json_feed_is_a_feed() -> None:
    """Entries of a JSON Feed are pages or texts; those without words are refused."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "النهر",
        "home_page_url": "https://nahr.example/",
        "items": [
            {
                "id": "1",
                "url": "/1",
                "content_html": f"<p>{WORDS}</p>",
                "date_published": "2031-05-01",
            },
            {"id": "1", "content_text": WORDS},
            {"id": "3"},
            "no object",
        ],
    }
    found = _document(json.dumps(feed))
    assert [(one.part, one.media, one.metadata.url) for one in _items(found)] == [
        ("entry 1", "html", "https://nahr.example/1"),
        ("entry 2", "text", None),
    ]
    assert _codes(found) == ["feed.no-text"] * 2
    for one in _items(found):
        assert build_document(one).metadata.outlet == "النهر"
        assert derive_text(evidence_of(one), build_origin(one)) == build_document(one).text


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=100) | st.text(max_size=100).map(lambda one: one.encode("utf-8", "surrogatepass")))
def test_any_bytes(data: bytes) -> None:
    """Any bytes give items or refusals with codes."""
    for found in (_lines(b'{"text": "x"}\n' + data), _document(b"[" + data)):
        assert all(isinstance(one, Item) or one.part for one in found if not isinstance(one, Flagged))


def test_a_broken_object_costs_only_itself(tmp_path: Path) -> None:
    """Behind an object that cannot be read the next one that begins a line no deeper is read."""
    words = "قال سليم الدوري إن الجسر فتح."
    text = '{\n  "text": "' + words + '",\n  "a": {\n    "text": nope }\n}\n{\n  "text": "' + words + '"\n}\n'
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    found = list(read_inputs([str(path)]))
    assert [one.data for one in found if isinstance(one, Item)] == [words]
    assert [one.code for one in found if isinstance(one, Rejected)] == ["jsonl.malformed"]
