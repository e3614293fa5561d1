"""Rows of a corpus that somebody changed: each costs its document, and no program ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from rawi.corpus.loading import load_corpus
from rawi.ledger.ledger import open_ledger
from rawi.model.source import Report
from tests.corpus.changing import Change, change, codes, fullest, load, sign
from tests.corpus.comparing import read_tables


def _set(field: str, value: Any) -> Change:
    """Return a change of one field of the first row."""

    def apply(rows: list[dict[str, Any]]) -> None:
        rows[0][field] = value

    return apply


@pytest.mark.parametrize(
    ("table", "how", "code"),
    [
        ("documents", _set("text", "نص آخر"), "document.id-mismatch"),
        ("documents", _set("id", "sha256:00"), "document.id-mismatch"),
        ("documents", _set("id", None), "corpus.malformed"),
        ("documents", _set("body", [[0, 1 << 30]]), "document.body-outside"),
        ("documents", _set("body", [[0]]), "corpus.malformed"),
        ("documents", _set("published_from", "a friend"), "corpus.malformed"),
        ("documents", _set("exact", "[1"), "corpus.malformed"),
        ("documents", _set("exact", '{"f1.low": "\\"many\\""}'), "corpus.malformed"),
        ("claims/claim=statement", _set("kind", "shouted"), "corpus.malformed"),
        ("claims/claim=statement", _set("content", [[3]]), "corpus.malformed"),
        ("evidence", _set("reader", None), None),
        ("evidence", _set("captured_headers", '{"a": 1'), "corpus.malformed"),
        ("evidence", _set("captured_headers", "[[1, 2]]"), "corpus.malformed"),
        ("evidence", lambda rows: rows.pop(0), "corpus.malformed"),
        ("evidence", lambda rows: rows.insert(0, dict(rows[0])), "corpus.malformed"),
        ("documents", lambda rows: rows.insert(1, dict(rows[0])), "corpus.malformed"),
        ("dates", lambda rows: rows.insert(0, rows[0] | {"item": -5}), "corpus.malformed"),
        ("claims/claim=figure", lambda rows: rows.append(rows[-1] | {"item": 1 << 60}), "corpus.malformed"),
    ],
)
def test_a_changed_row_costs_its_document(
    corpus: Path, whole: Report, tmp_path: Path, table: str, how: Change, code: str | None
) -> None:
    """Rows that are no record's, or another's, are refused with a code; the documents around them are not."""
    change(corpus, table, fullest(corpus), how)
    path = tmp_path / "own.rawi"
    with open_ledger(path) as ledger:
        report = load_corpus([corpus], ledger)
    assert [one for one in codes(report) if one not in codes(whole)] == ([code] if code else [])
    stored, before = report.totals.stored, whole.totals.stored
    assert before - 1 <= stored <= before
    if code:
        assert any(code in row for row in read_tables(path)["rejection"])


def test_an_entry_outside_the_text_is_left_out(corpus: Path, tmp_path: Path) -> None:
    """An entry whose span is outside its text is not stored, is counted, and the rest of its document is."""

    def move(rows: list[dict[str, Any]]) -> None:
        rows[0]["span"] = [1 << 20, (1 << 20) + 3]

    change(corpus, "dates", fullest(corpus), move)
    load(corpus, tmp_path / "own.rawi")
    assert [row for row in read_tables(tmp_path / "own.rawi")["refusal"] if "span.outside" in row]


def test_columns_of_other_types(corpus: Path, tmp_path: Path) -> None:
    """Columns that are gone or of another type refuse their documents, and no program ends."""
    name = fullest(corpus)
    schema = parquet.ParquetFile(corpus / "documents" / f"{name}.parquet").schema_arrow
    number = schema.set(schema.get_field_index("text"), pa.field("text", pa.int64()))

    def count(rows: list[dict[str, Any]]) -> None:
        for at, row in enumerate(rows):
            row["text"] = at

    change(corpus, "documents", name, count, number)
    report = load(corpus, tmp_path / "own.rawi")
    assert codes(report).count("corpus.malformed") > 1
    keyless = number.remove(schema.get_field_index("item"))

    def bare(rows: list[dict[str, Any]]) -> None:
        for row in rows:
            del row["item"]

    change(corpus, "documents", name, bare, keyless)
    assert "corpus.damaged" in codes(load(corpus, tmp_path / "own.rawi"))


def test_letters_that_are_none(corpus: Path, whole: Report, tmp_path: Path) -> None:
    """Bytes that are no UTF-8 in a column of text cost the document that has them."""
    name = fullest(corpus)
    path = corpus / "documents" / f"{name}.parquet"
    text = parquet.ParquetFile(path).read().column("text")[0].as_py()
    schema = parquet.ParquetFile(path).schema_arrow
    at = schema.get_field_index("text")
    binary = schema.set(at, pa.field("text", pa.binary()))

    def spoil(rows: list[dict[str, Any]]) -> None:
        for row in rows:
            row["text"] = row["text"].encode()
        rows[0]["text"] = b"\xff" + text.encode()

    change(corpus, "documents", name, spoil, binary)
    table = parquet.ParquetFile(path).read()
    spoiled = table.set_column(at, schema.field(at), table.column(at).combine_chunks().view(pa.string()))
    parquet.write_table(spoiled, path)
    sign(corpus)
    report = load(corpus, tmp_path / "own.rawi")
    assert codes(report).count("corpus.malformed") == 1
    assert report.totals.stored == whole.totals.stored - 1
