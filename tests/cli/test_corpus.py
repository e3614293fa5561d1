"""``rawi corpus`` as people use it: what it says, where, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.corpus.articles import row, write_lines

Rawi = Callable[..., Result]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of twelve articles and a line that is none."""
    return write_lines(tmp_path_factory.mktemp("in") / "a.jsonl", [*map(row, range(12)), "{"])


def test_from_articles_to_relations(rawi: Rawi, lines: Path, tmp_path: Path) -> None:
    """Extracted, checked and related: each command says what came of it; what was refused exits with 1."""
    out = str(tmp_path / "out")
    extracted = rawi("corpus", "extract", str(lines), "--out", out, "--jobs", "1")
    assert extracted.exit_code == 1
    assert "13 in = 12 documents + 1 refused" in extracted.stdout
    checked = rawi("corpus", "check", out)
    assert (checked.exit_code, "every file is what was written" in checked.stdout) == (0, True)
    related = rawi("corpus", "relate", out, "--jobs", "1")
    assert related.exit_code == 0
    assert "12 documents" in related.stdout
    assert "documents: 12" in related.stderr
    assert "documents: 12" not in rawi("corpus", "relate", out, "--no-progress", "--jobs", "1").stderr


def test_json(rawi: Rawi, lines: Path, tmp_path: Path) -> None:
    """With --json the totals are one object, in = documents + rejected."""
    result = rawi("corpus", "extract", str(lines), "--out", str(tmp_path / "out"), "--json")
    told = json.loads(result.stdout)
    assert told["schema"] == "rawi.corpus/1"
    totals = told["totals"]
    assert totals["documents_in"] == totals["documents"] + totals["rejected"] == 13


def test_a_changed_file_is_found(rawi: Rawi, lines: Path, tmp_path: Path) -> None:
    """check exits with 4 and names the file that is not what was written."""
    out = tmp_path / "out"
    rawi("corpus", "extract", str(lines), "--out", str(out), "--jobs", "1")
    changed = out / "dates/part-00000.parquet"
    changed.write_bytes(changed.read_bytes() + b" ")
    result = rawi("corpus", "check", str(out))
    assert result.exit_code == 4
    assert "dates/part-00000.parquet" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("extract", "IN", "--out", "IN"), 2, "usage.target"),
        (("extract", "FOLDER", "--out", "FOLDER/out"), 2, "usage.target"),
        (("extract", "IN", "--out", "FOLDER"), 2, "corpus.not-empty"),
        (("extract", "IN", "--out", "OUT", "--address", "a:1"), 2, "usage.value"),
        (("extract", "IN", "--out", "OUT", "--time-limit", "0"), 2, "usage"),
        (("check", "FOLDER"), 2, "corpus.missing"),
        (("relate", "FOLDER"), 2, "corpus.missing"),
    ],
)
def test_wrong_usage(
    rawi: Rawi, lines: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """What cannot be done is said, with a code, before anything is written."""
    names = {"IN": str(lines), "FOLDER": str(lines.parent), "OUT": str(tmp_path / "out")}
    given = [names.get(one, one.replace("FOLDER", names["FOLDER"])) for one in arguments]
    before = sorted(lines.parent.rglob("*"))
    result = rawi("corpus", *given)
    assert result.exit_code == code
    assert f"error[{told}" in result.stderr
    assert sorted(lines.parent.rglob("*")) == before
