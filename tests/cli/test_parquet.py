"""``rawi add --parquet`` as people call it: what it prints, how it exits, what it does not take."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Rawi = Callable[..., Result]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of two articles, of which one is refused."""
    from rawi.corpus.run import extract_corpus

    place = tmp_path_factory.mktemp("corpus")
    (place / "a.txt").write_text("قال سليم الدوري إن 12 حافلة تعطلت.", "utf-8")
    (place / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    assert extract_corpus([str(place / "a.txt"), str(place / "b.txt")], place / "made").failed == ()
    return place / "made"


def test_a_corpus_is_added(rawi: Rawi, made: Path) -> None:
    """It prints and reports as ``rawi add``, exits with 1 for what was refused; a second run adds nothing."""
    first = rawi("add", "--parquet", str(made), "--report", "report.json")
    assert (first.exit_code, first.stdout.splitlines()[0]) == (1, "1 stored, 0 known already, 1 refused")
    assert "error[document.binary]" in first.stderr
    totals = json.loads(Path("report.json").read_bytes())["totals"]
    assert totals["documents_in"] == totals["stored"] + totals["duplicates"] + totals["rejected"] == 2
    again = json.loads(rawi("add", "--parquet", str(made), "--json").stdout)
    assert (again["totals"]["stored"], again["counts"]["documents"]) == (0, 1)
    assert rawi("verify").exit_code == 0
    assert "12 حافلة" in rawi("figures").stdout


@pytest.mark.parametrize("option", ["--published=2024", "--outlet=الرواق", "--map=text=نص", "--jobs=1"])
def test_what_a_corpus_has_decided(rawi: Rawi, made: Path, option: str) -> None:
    """What was stated when the corpus was made cannot be stated again: wrong usage, and no ledger is made."""
    result = rawi("add", "--parquet", str(made), option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "error[usage]" in result.stderr
    assert option.partition("=")[0] in result.stderr
    assert not Path("ledger.rawi").exists()


def test_what_cannot_be_loaded(rawi: Rawi, made: Path, tmp_path: Path) -> None:
    """A folder that is no corpus, and one that is not finished, are wrong usage, and no ledger is made."""
    assert "error[corpus.missing]" in rawi("add", "--parquet", "articles").stderr
    copy = Path(shutil.copytree(made, tmp_path / "copy"))
    (copy / "manifest.json").unlink()
    result = rawi("add", "--parquet", str(made), str(copy))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "error[corpus.unfinished]" in result.stderr
    assert not Path("ledger.rawi").exists()


def test_a_damaged_file(rawi: Rawi, made: Path, tmp_path: Path) -> None:
    """A file that is not what was written is named, with the code, and the exit code is 1."""
    copy = Path(shutil.copytree(made, tmp_path / "copy"))
    (copy / "documents/part-00000.parquet").write_bytes(b"")
    result = rawi("add", "--parquet", str(copy))
    assert result.exit_code == 1
    assert "error[corpus.damaged]" in result.stderr
    assert "documents/part-00000.parquet" in result.stderr
