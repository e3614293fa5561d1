"""A corpus of inputs of all kinds, and the ledger that ``rawi add`` makes of the same inputs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rawi.corpus.run import extract_corpus
from rawi.ingest.run import Run
from rawi.ledger.ledger import open_ledger
from rawi.model.source import Report
from tests.corpus.changing import load
from tests.ingest.killing import make_inputs


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Inputs of all kinds, some refused: as a whole, in a line, for want of text, or not there at all."""
    folder = tmp_path_factory.mktemp("inputs")
    make_inputs(folder)
    (folder / "bare.html").write_text("<html><body></body></html>", "utf-8")
    (folder / "empty.jsonl").write_text("\n\n", "utf-8")
    (folder / "strange.bin").write_bytes(b"\0\1")
    stated = {
        "text": "قالت هناء إن 7.0 أطنان بيعت.",
        "published": "2031-03-02",
        "title": "نهر",
        "outlet": "و",
    }
    (folder / "stated.jsonl").write_text(json.dumps(stated), "utf-8")
    return [str(folder), str(folder / "nofile.txt")]


@pytest.fixture(scope="session")
def made(inputs: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus of the inputs, in many partitions; files that cannot be cut are shared among several."""
    out = tmp_path_factory.mktemp("corpus") / "made"
    assert extract_corpus(inputs, out, target=400).failed == ()
    return out


@pytest.fixture
def corpus(made: Path, tmp_path: Path) -> Path:
    """A copy of the corpus, to do with as a test likes."""
    return Path(shutil.copytree(made, tmp_path / "corpus"))


@pytest.fixture(scope="session")
def added(inputs: list[str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The ledger that ``rawi add`` makes of the inputs, and its report."""
    path = tmp_path_factory.mktemp("added") / "own.rawi"
    with open_ledger(path) as ledger:
        return path, Run(inputs).add(ledger)


@pytest.fixture(scope="session")
def whole(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report of loading the corpus as it was made."""
    return load(made, tmp_path_factory.mktemp("whole") / "own.rawi")
