"""Checked claims as rows."""

from __future__ import annotations

import csv
import io
import json

import msgspec

from rawi.views.sheets import build_row, encode_rows
from tests.views.invented import checked


def parsed(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV, as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_holds_reading_answer_and_warnings() -> None:
    """Claim, reading by part, summary, best entry with its words and address, values, origins, codes."""
    row = build_row("row 2", "a7", checked())
    (cells,) = parsed(b"".join(encode_rows([row], "csv")))
    assert cells["id"] == "a7"
    assert cells["read_quantity"] == "≤ 3,000"
    assert cells["summary"] == "mixed"
    assert cells["stand"] == "agrees"
    assert cells["best"] == row.best
    assert cells["words"] == "أقل من 3 آلاف"
    assert cells["values"] == "40,000"
    assert cells["origins"] == "غسان المرعي | اتحاد الضفاف"
    assert cells["missing"] == "after: 2024 | unsaid.place"
    assert cells["warnings"] == "only.at_most"


def test_the_lines_of_json_hold_the_same() -> None:
    """One JSON object a claim, lists as lists."""
    row = build_row("row 2", None, checked())
    told = json.loads(b"".join(encode_rows([row], "jsonl")))
    assert told["read"]["what"] == "مقاتل"
    assert told["origins"] == ["غسان المرعي", "اتحاد الضفاف"]


def test_no_cell_is_a_formula() -> None:
    """A claim that begins like a formula is text in every spreadsheet."""
    hostile = msgspec.structs.replace(
        checked(), understood=msgspec.structs.replace(checked().understood, claim="=1+1")
    )
    (cells,) = parsed(b"".join(encode_rows([build_row("row 1", "-2", hostile)], "csv")))
    assert cells["claim"] == "'=1+1"
    assert cells["id"] == "'-2"
    assert json.loads(b"".join(encode_rows([build_row("1", None, hostile)], "jsonl")))["claim"] == "=1+1"


def test_the_mark_is_for_files_alone() -> None:
    """A spreadsheet knows UTF-8 by it; a pipe does not want it."""
    row = build_row("row 1", None, checked())
    assert b"".join(encode_rows([row], "csv", mark=True)).startswith(b"\xef\xbb\xbfrow,")
    assert b"".join(encode_rows([row], "csv")).startswith(b"row,")


def test_summaries_are_worded_in_the_language_of_the_reader() -> None:
    """The code stays; the words beside it are Arabic where that is asked."""
    (cells,) = parsed(b"".join(encode_rows([build_row("1", None, checked())], "csv", "ar")))
    assert (cells["summary"], cells["summary_words"]) == ("mixed", "في السجل ما يوافقه وما يخالفه")
