"""A corpus loaded, changed by hand, and what its report says then."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet

from rawi.corpus.loading import load_corpus
from rawi.ingest.provenance import derive_text
from rawi.ledger.ledger import open_ledger
from rawi.model.source import Report

Change = Callable[[list[dict[str, Any]]], Any]


def load(corpus: Path, path: Path) -> Report:
    """Load a corpus into the ledger at ``path``, which must be sound then."""
    with open_ledger(path) as ledger:
        report = load_corpus([corpus], ledger)
        assert ledger.verify(derive_text) == []
    totals = report.totals
    assert totals.documents_in == totals.stored + totals.duplicates + totals.rejected
    return report


def change(corpus: Path, table: str, name: str, how: Change, schema: pa.Schema | None = None) -> None:
    """Change the rows of a file as somebody would who changes its hash in the manifest too."""
    path = corpus / table / f"{name}.parquet"
    found = parquet.ParquetFile(path).read()
    rows = found.to_pylist()
    how(rows)
    parquet.write_table(pa.Table.from_pylist(rows, schema or found.schema), path)
    sign(corpus)


def sign(corpus: Path) -> None:
    """Put the hashes that the files have now into the manifest."""
    told = json.loads((corpus / "manifest.json").read_bytes())
    for file in told["files"]:
        file["sha256"] = hashlib.sha256((corpus / file["path"]).read_bytes()).hexdigest()
    (corpus / "manifest.json").write_text(json.dumps(told), "utf-8")


def fullest(corpus: Path) -> str:
    """Return the name of the partition with the most documents."""
    files = (corpus / "documents").glob("*.parquet")
    return max(sorted(files), key=lambda path: parquet.ParquetFile(path).metadata.num_rows).stem


def codes(report: Report) -> list[str]:
    """Return the codes of all that was refused, in order."""
    parts = [one.code for told in report.inputs for one in told.warnings if one.code.startswith(_REFUSED)]
    return sorted(
        [*parts, *(one.code or "" for one in report.inputs if one.outcome == "rejected" and not one.bad)]
    )


_REFUSED = ("corpus.", "document.", "ledger.")
