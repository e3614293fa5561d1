"""A corpus into a ledger: what `rawi add` would have made of the same inputs, whatever happens on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
import pytest

import rawi
from rawi.corpus import loading
from rawi.corpus.loading import Loading, load_corpus
from rawi.corpus.rows import Kept, Stray, read_kept, read_submissions
from rawi.corpus.writing import PartitionWriter
from rawi.errors import CorpusError
from rawi.ingest.provenance import build_submission, derive_text
from rawi.ingest.run import Interrupted
from rawi.ledger.exports import KINDS
from rawi.ledger.ledger import open_ledger
from rawi.model.document import Metadata
from rawi.model.source import Item, Report
from rawi.pipeline import extract
from tests.corpus.articles import article
from tests.corpus.changing import codes, fullest, load
from tests.corpus.comparing import filled_tables, read_tables

ROOT = Path(__file__).parents[2]
ROWS = ("claims/claim=figure", "claims/claim=statement", "dates", "documents", "entities", "evidence")
# Loads a corpus, a document at a time, and says which are on the disk.
LOADS = """
import os, sys
from pathlib import Path
from rawi.corpus.loading import Loading
from rawi.ledger.ledger import open_ledger
def tell(step):
    os.write(1, f"{step}\\n".encode())
with open_ledger(Path(sys.argv[2])) as ledger:
    Loading([sys.argv[1]], tell, group=1).add(ledger)
"""


def test_a_loaded_ledger_is_the_one_that_add_makes(
    made: Path, added: tuple[Path, Report], tmp_path: Path
) -> None:
    """Every table but for times says the same, and so does all that is derived, and the report."""
    path, whole = tmp_path / "own.rawi", added[1]
    report = load(made, path)
    mine, theirs = read_tables(path), read_tables(added[0])
    for table in theirs:
        assert mine[table] == theirs[table], table
    assert len(mine["journal"]) > len(mine["document"]) > 20
    assert {"capture", "rejection", "entry"} <= {name for name, rows in mine.items() if rows}
    assert filled_tables(added[0]) <= set(theirs)
    assert sorted(report.inputs, key=_path) == sorted(whole.inputs, key=_path)
    assert report.totals == whole.totals
    assert report.totals.rejected > 4
    copy = Path(shutil.copy(added[0], tmp_path / "copy.rawi"))
    with open_ledger(path) as one, open_ledger(copy) as other:
        assert one.ledger_hash() == other.ledger_hash()
        for kind in KINDS:
            assert sorted(map(repr, one.export(kind))) == sorted(map(repr, other.export(kind))), kind


def _path(one: Any) -> str:
    return str(one.path)


def test_loading_twice_adds_nothing(made: Path, added: tuple[Path, Report], tmp_path: Path) -> None:
    """A second run finds all known, also in a ledger that was made by ``rawi add``; nothing is written."""
    path = Path(shutil.copy(added[0], tmp_path / "own.rawi"))
    before = read_tables(path)
    with rawi.open(path) as ledger:
        first, again = ledger.add_corpus(made), ledger.add_corpus(made)
    assert (first.totals.stored, again.totals) == (0, first.totals)
    assert first.totals.duplicates == added[1].totals.stored + added[1].totals.duplicates
    assert read_tables(path) == before


def test_every_step_is_told(made: Path, tmp_path: Path) -> None:
    """Each document and refusal is one step, and each partition one that is finished."""
    steps: list[str] = []
    with open_ledger(tmp_path / "own.rawi") as ledger:
        run = Loading([made], steps.append)
        totals = run.add(ledger).totals
    assert steps.count("finished") == run.partitions > 5
    assert steps.count("stored") == totals.stored
    assert steps.count("duplicate") == totals.duplicates
    silent = 1  # an input in which nothing was found is counted at the end by add, and told here
    assert totals.rejected - silent <= steps.count("rejected") <= totals.rejected


def test_stopping_keeps_what_was_loaded(
    made: Path, added: tuple[Path, Report], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C between two documents: those before it are stored and counted, and the next run goes on."""
    reading, path = read_kept, tmp_path / "own.rawi"
    turns = iter(range(1000))

    def stop_after_ten(folder: Path, name: str) -> Iterator[Kept | Stray]:
        for one in reading(folder, name):
            if next(turns) == 10:
                raise KeyboardInterrupt
            yield one

    monkeypatch.setattr(loading, "read_kept", stop_after_ten)
    with open_ledger(path) as ledger:
        with pytest.raises(Interrupted) as stopped:
            load_corpus([made], ledger)
        totals = stopped.value.report.totals
        assert totals.stored == ledger.counts().documents > 5
        assert ledger.verify(derive_text) == []
    monkeypatch.undo()
    whole = load(made, path).totals
    assert (whole.stored + totals.stored, whole.rejected) == (
        added[1].totals.stored,
        added[1].totals.rejected,
    )
    assert read_tables(path) == read_tables(added[0])


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_killed_runs_go_on(made: Path, added: tuple[Path, Report], tmp_path: Path) -> None:
    """After SIGKILL all that was told of is there and sound; going on ends in the ledger of one run."""
    path, environment = tmp_path / "own.rawi", os.environ | {"PYTHONPATH": str(ROOT / "src")}
    stored = 0
    for steps in (3, 14, None):
        command = [sys.executable, "-c", LOADS, str(made), str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdout is not None
            lines = iter(process.stdout.readline, b"")
            told = [next(lines) for _ in range(steps)] if steps else list(lines)
            process.send_signal(signal.SIGKILL) if steps else process.wait()
            told += list(lines)
        stored += told.count(b"stored\n")
        with open_ledger(path) as ledger:
            assert ledger.verify(derive_text) == []
            assert ledger.counts().documents >= stored > 0
    assert read_tables(path) == read_tables(added[0])


@pytest.mark.parametrize("table", ROWS)
def test_damage_costs_its_partition(made: Path, corpus: Path, tmp_path: Path, table: str) -> None:
    """Of a partition of which one file has another byte nothing is loaded, and all of the others."""
    name = fullest(corpus)
    lost = parquet.ParquetFile(corpus / "documents" / f"{name}.parquet").metadata.num_rows
    broken = corpus / table / f"{name}.parquet"
    data = bytearray(broken.read_bytes())
    data[len(data) // 2] ^= 1
    broken.write_bytes(data)
    report, whole = load(corpus, tmp_path / "a.rawi"), load(made, tmp_path / "b.rawi")
    (told,) = [one for one in report.inputs if one.code == "corpus.damaged"]
    assert (told.path, told.outcome) == (str(broken), "rejected")
    assert report.totals.stored + report.totals.duplicates == (
        whole.totals.stored + whole.totals.duplicates - lost
    )
    shutil.copy(made / table / f"{name}.parquet", broken)
    load(corpus, tmp_path / "a.rawi")  # once it is mended
    assert read_tables(tmp_path / "a.rawi") == read_tables(tmp_path / "b.rawi")


def test_files_that_are_not_as_the_manifest_says(corpus: Path, tmp_path: Path) -> None:
    """A file that is gone, one that was put beside the others, and a pipe: their partitions are refused."""
    parts = sorted((corpus / "documents").glob("*.parquet"))
    parts[0].unlink()
    (corpus / "claims/claim=event" / parts[1].name).write_bytes(b"PAR1")
    parts[2].unlink()
    os.mkfifo(parts[2])
    report = load(corpus, tmp_path / "own.rawi")
    assert codes(report).count("corpus.damaged") == 3
    assert report.totals.stored > 0


def test_a_stop_at_the_first_refusal(corpus: Path, tmp_path: Path) -> None:
    """With ``fail_fast`` nothing comes after what was refused."""
    first = min((corpus / "documents").glob("*.parquet"))
    first.unlink()
    with open_ledger(tmp_path / "own.rawi") as ledger:
        run = Loading([corpus], fail_fast=True)
        totals = run.add(ledger).totals
    assert run.failed
    assert (totals.documents_in, totals.rejected) == (1, 1)


def test_what_is_no_corpus(corpus: Path, tmp_path: Path) -> None:
    """Folders without a corpus, unfinished, newer or otherwise read ones raise before anything is stored."""
    bare = tmp_path / "bare"
    bare.mkdir()
    manifest = json.loads((corpus / "manifest.json").read_bytes())
    outside = manifest | {"files": [manifest["files"][0] | {"path": "../documents/part-00000.parquet"}]}
    weights = manifest | {"options": manifest["options"] | {"weights": "own.crf"}}
    with open_ledger(tmp_path / "own.rawi") as ledger:
        for folder, code in ((bare, "missing"), (tmp_path / "no", "missing"), (bare / "a.txt", "missing")):
            assert _refused(ledger, corpus, folder) == f"corpus.{code}"
        for told, code in (
            (manifest | {"version": 99}, "newer"),
            (weights, "weights"),
            (outside, "damaged"),
            (manifest | {"files": 3}, "damaged"),
        ):
            (corpus / "manifest.json").write_text(json.dumps(told), "utf-8")
            assert _refused(ledger, corpus) == f"corpus.{code}"
        (corpus / "manifest.json").unlink()
        assert _refused(ledger, corpus) == "corpus.unfinished"
        assert ledger.is_empty()


def _refused(ledger: Any, *folders: Path) -> str:
    """Return the code with which loading these folders is refused."""
    with pytest.raises(CorpusError) as error:
        load_corpus(folders, ledger)
    return error.value.code


def test_a_few_rows_are_held(tmp_path: Path) -> None:
    """Reading a partition of six times as many documents takes no more memory."""
    item = Item("rows.jsonl", "line 3", article(3), "text", Metadata())
    given = build_submission(item, extract(article(3)))
    peaks = []
    for name, count in (("part-00001", 200), ("part-00002", 1200)):
        with PartitionWriter(tmp_path, name) as writer:
            for number in range(count):
                writer.add(number, given)
            writer.finish()
        tracemalloc.start()
        found = sum(one == given for _, one in read_submissions(tmp_path, name, given.extractor))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert found == count
    assert peaks[1] < 1.3 * peaks[0]
