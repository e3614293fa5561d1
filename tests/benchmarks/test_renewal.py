"""The measurement of updates measures, and looks whether they were right."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from benchmarks.renewal import ADDED, main
from tests.ledger.samples import news


def test_updates_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each size of which there are enough records; no table is wrong."""
    records = tmp_path / "records.jsonl"
    lines = [msgspec.json.encode(news(number)) + b"\n" for number in range(ADDED + 5)]
    records.write_bytes(b"".join(lines))
    assert main([str(records), "--sizes", "5", "9"]) == 0
    _, line = capsys.readouterr().out.splitlines()
    assert (line.split()[0], line.split()[-1]) == ("5", "none")
