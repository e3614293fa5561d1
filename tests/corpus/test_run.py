"""Runs over a corpus: the same files whoever makes them, however often they were stopped."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from rawi.corpus import run
from rawi.corpus.checking import check_corpus
from rawi.corpus.keeping import alone, load_manifest
from rawi.corpus.rows import read_submissions
from rawi.corpus.run import Crew, Result, Silence, extract_corpus
from rawi.corpus.tasks import Task
from rawi.corpus.work import do_partition
from rawi.errors import CorpusError
from rawi.ingest.extraction import read_item
from rawi.ingest.provenance import build_submission
from rawi.model.corpus import CorpusInput, CorpusOptions, Manifest, Partition, Piece
from rawi.model.record import Record
from rawi.model.source import Item
from rawi.sources.reader import read_inputs
from tests.corpus.articles import DEADLY, DEATH, DOZE, KILLER, SLEEP, article, files_of, row, write_lines

TARGET = 8_000  # bytes of a partition


def _made(paths: list[Path], out: Path, **more: object) -> Manifest:
    """Run and return the manifest."""
    result: Result = extract_corpus(list(map(str, paths)), out, target=TARGET, **more)  # type: ignore[arg-type]
    assert result.failed == ()
    assert result.manifest is not None
    return result.manifest


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of sixty articles and two lines that are none."""
    rows: list[object] = [*map(row, range(30)), "{", *map(row, range(30, 60)), '{"text": ""}']
    return write_lines(tmp_path_factory.mktemp("in") / "a.jsonl", rows)


@pytest.fixture(scope="module")
def plain(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus of these lines as one process makes it."""
    out = tmp_path_factory.mktemp("out") / "plain"
    _made([lines], out)
    return out


def test_in_is_documents_and_refusals(plain: Path, lines: Path) -> None:
    """Every line is a document or a refusal with a reason, and the manifest counts both."""
    totals = load_manifest(plain).totals
    assert (totals.documents_in, totals.documents, totals.rejected) == (62, 60, 2)
    assert totals.rows["documents"] == totals.rows["evidence"] == 60
    rejected = parquet.read_table(plain / "rejected").to_pylist()
    assert [(one["part"], one["code"]) for one in rejected] == [
        ("line 31", "jsonl.malformed"),
        ("line 62", "source.empty"),
    ]
    assert [one["data"] for one in rejected] == [b"{", b'{"text": ""}']


def test_records_are_those_of_extract(plain: Path, lines: Path) -> None:
    """What lies in the corpus is, byte for byte, what reading the same file one by one gives."""
    expected = []
    for item in read_inputs([str(lines)]):
        if isinstance(item, Item):
            record = read_item(item)
            assert isinstance(record, Record)
            expected.append(build_submission(item, record))
    manifest = load_manifest(plain)
    names = sorted(Path(one.path).stem for one in manifest.files if one.path.startswith("documents/"))
    found = [one for name in names for one in read_submissions(plain, name, manifest.extractor)]
    assert len(names) > 3
    assert [one for _, one in found] == expected
    numbers = [number for number, _ in found]
    assert numbers == sorted(set(numbers))


def test_two_processes_make_the_same_files(plain: Path, lines: Path, tmp_path: Path) -> None:
    """Two processes of this machine make, file for file, what one makes."""
    _made([lines], tmp_path / "out", crew=Crew("local", 2))
    assert files_of(tmp_path / "out") == files_of(plain)


def test_daft_makes_the_same_files(plain: Path, lines: Path, tmp_path: Path) -> None:
    """Daft on this machine makes, file for file, what one process makes."""
    _made([lines], tmp_path / "out", crew=Crew("daft", 2))
    assert files_of(tmp_path / "out") == files_of(plain)


def test_a_second_run_does_nothing(plain: Path, lines: Path) -> None:
    """A finished run that is started again writes no table anew."""
    before = {path: path.stat().st_mtime_ns for path in plain.rglob("*.parquet")}
    _made([lines], plain)
    assert {path: path.stat().st_mtime_ns for path in plain.rglob("*.parquet")} == before


def test_another_run_is_refused(plain: Path, lines: Path, tmp_path: Path) -> None:
    """Other inputs, other options, a changed input or a folder with other files: nothing is written over."""
    before = files_of(plain)
    other = write_lines(tmp_path / "b.jsonl", map(row, range(3)))
    codes = []
    for paths, options in (
        ([other], None),
        ([lines, other], None),
        ([lines], CorpusOptions(outlet="الراصد")),
    ):
        with pytest.raises(CorpusError) as caught:
            extract_corpus(list(map(str, paths)), plain, options, target=TARGET)
        codes.append(caught.value.code)
    with pytest.raises(CorpusError) as caught:
        extract_corpus([str(other)], tmp_path, target=TARGET)
    assert [*codes, caught.value.code] == ["corpus.other-run"] * 3 + ["corpus.not-empty"]
    assert files_of(plain) == before
    assert [one.name for one in tmp_path.iterdir()] == ["b.jsonl"]


def test_one_run_at_a_time(plain: Path, lines: Path) -> None:
    """While a run holds a folder another is refused."""
    with alone(plain), pytest.raises(CorpusError) as caught:
        extract_corpus([str(lines)], plain, target=TARGET)
    assert caught.value.code == "corpus.busy"


def test_inputs_of_which_nothing_comes(tmp_path: Path) -> None:
    """What is missing, empty or of no format that is read is refused as a whole, with its reason."""
    (tmp_path / "empty.jsonl").write_text("\n\n", "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    (tmp_path / "c.parquet").write_bytes(b"PAR1 but not really")
    good = write_lines(tmp_path / "good.jsonl", [row(1)])
    paths = [tmp_path / name for name in ("empty.jsonl", "b.pdf", "c.parquet", "gone.txt")]
    manifest = _made([*paths, good], tmp_path / "out")
    totals = manifest.totals
    assert (totals.documents_in, totals.documents, totals.rejected, totals.inputs) == (5, 1, 4, 5)
    found = parquet.read_table(tmp_path / "out/rejected").to_pylist()
    assert Counter(one["code"] for one in found) == Counter(
        ["source.no-documents", "source.format", "parquet.damaged", "source.missing"]
    )
    assert totals.rows["rejected"] == totals.rejected


def test_the_manifest_tells_of_every_file(plain: Path) -> None:
    """Each Parquet file stands in the manifest with its hash, and a check finds one that was changed."""
    listed = {one.path for one in load_manifest(plain).files}
    assert listed == {str(one.relative_to(plain)) for one in plain.rglob("*.parquet")}
    assert list(check_corpus(plain)) == []
    changed = plain / "dates/part-00001.parquet"
    data = changed.read_bytes()
    try:
        changed.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        assert [one.path for one in check_corpus(plain)] == ["dates/part-00001.parquet"]
    finally:
        changed.write_bytes(data)


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers die of some words, and hang at others."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(DEADLY, "utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path / "site"), *filter(None, sys.path)]))
    monkeypatch.setattr("rawi.corpus.overseer._GRACE", 0.5)


@pytest.mark.usefixtures("deadly")
def test_reading_that_kills(tmp_path: Path) -> None:
    """Where reading on kills its process, the rest of that piece is refused with the reason; what came before
    and all other inputs are there. Deadly documents are refused one by one, however many there are."""
    table = tmp_path / "b.parquet"
    parquet.write_table(pa.table({"text": [article(1), article(2), KILLER, article(3)]}), table)
    first = write_lines(tmp_path / "a.jsonl", [row(number) for number in range(3)])
    last = write_lines(tmp_path / "c.jsonl", [row(4), *(row(9, text=f"{DEATH} {n}") for n in range(4))])
    manifest = _made([first, table, last], tmp_path / "out")
    told = {Path(one.path).name: (one.documents, one.rejected) for one in manifest.inputs}
    assert told == {"a.jsonl": (3, 0), "b.parquet": (2, 1), "c.jsonl": (1, 4)}
    rejected = parquet.read_table(tmp_path / "out/rejected").to_pylist()
    assert [one["code"] for one in rejected] == ["source.worker-lost", *["extract.worker-lost"] * 4]


def _done_once(out: Path) -> bool:
    return (out / "partitions/00000.json").exists()


@pytest.mark.parametrize("change", ["gone", "other"])
def test_an_input_that_is_not_there_any_more(lines: Path, tmp_path: Path, change: str) -> None:
    """What is taken away or changed while a run goes on fails its partitions, and is no refusal: nothing is
    lost without a word, and once it is back the run goes on to what it would have been."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines.read_bytes())
    os.utime(path, ns=(10**18, 10**18))
    extract_corpus([str(path)], tmp_path / "whole", target=TARGET)

    class Meddler(Silence):
        def partition(self) -> None:
            if change == "gone":
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(b" " + lines.read_bytes())

    result = extract_corpus([str(path)], tmp_path / "out", progress=Meddler(), target=TARGET)
    assert result.manifest is None
    assert {one.code for one in result.failed} == {
        "corpus.input" if change == "gone" else "corpus.input-changed"
    }
    assert not (tmp_path / "out/manifest.json").exists()
    path.write_bytes(lines.read_bytes())
    os.utime(path, ns=(10**18, 10**18))
    assert extract_corpus([str(path)], tmp_path / "out", target=TARGET).manifest is not None
    assert files_of(tmp_path / "out") == files_of(tmp_path / "whole")


def test_an_engine_that_ends_early(lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the engine ends before all is done there is no manifest, and the run says so."""
    whole = run.run_pool
    monkeypatch.setattr(run, "run_pool", lambda *given: islice(whole(*given), 1))
    with pytest.raises(CorpusError) as caught:
        extract_corpus([str(lines)], tmp_path / "out", target=TARGET)
    assert caught.value.code == "corpus.engine"
    assert not (tmp_path / "out/manifest.json").exists()


def test_inputs_are_of_the_folder_of_the_run(lines: Path, tmp_path: Path) -> None:
    """A worker in another folder reads what the run names: paths are of the folder in which it was begun."""
    found = CorpusInput("a.jsonl", lines.stat().st_size, lines.stat().st_mtime_ns, "jsonl")
    task = Task(Partition(0, (Piece(0),)), {0: found}, CorpusOptions(), str(tmp_path), str(lines.parent))
    account = do_partition(task, lambda what, place: None)
    assert account.pieces[0].documents == 60


def test_a_file_that_is_gone_is_made_anew(plain: Path, lines: Path, tmp_path: Path) -> None:
    """A table that was deleted or cut short is made again by the next run; one that nobody made is found."""
    out = tmp_path / "out"
    shutil.copytree(plain, out)
    (out / "dates/part-00001.parquet").unlink()
    cut = out / "entities/part-00002.parquet"
    cut.write_bytes(cut.read_bytes()[:-5])
    _made([lines], out)
    assert files_of(out) == files_of(plain)
    shutil.copy(out / "dates/part-00001.parquet", out / "dates/part-00099.parquet")
    assert [one.path for one in check_corpus(out)] == ["dates/part-00099.parquet"]


def test_what_was_refused_is_of_the_run(lines: Path, tmp_path: Path) -> None:
    """Other inputs that are not there make another run."""
    extract_corpus([str(lines), str(tmp_path / "gone")], tmp_path / "out", target=TARGET)
    with pytest.raises(CorpusError) as caught:
        extract_corpus([str(lines), str(tmp_path / "lost")], tmp_path / "out", target=TARGET)
    assert caught.value.code == "corpus.other-run"


@pytest.mark.usefixtures("deadly")
@pytest.mark.parametrize("crew", [Crew("local", 2), Crew("daft", 2)], ids=["local", "daft"])
def test_documents_that_kill_or_hang(tmp_path: Path, crew: Crew) -> None:
    """A document that kills its process, and one that takes too long, are refused with the reason and their
    words; all others are there."""
    bad = {3: DEATH, 7: DOZE, 20: SLEEP}
    rows = [row(number, text=bad.get(number, article(number))) for number in range(24)]
    path = write_lines(tmp_path / "a.jsonl", rows)
    manifest = _made([path], tmp_path / "out", crew=crew, options=CorpusOptions(limit=4.0))
    totals = manifest.totals
    assert (totals.documents_in, totals.documents, totals.rejected) == (24, 21, 3)
    rejected = parquet.read_table(tmp_path / "out/rejected").to_pylist()
    assert [(one["part"], one["code"]) for one in rejected] == [
        ("line 4", "extract.worker-lost"),
        ("line 8", "extract.time-limit"),
        ("line 21", "extract.time-limit"),
    ]
    assert [json.loads(one["data"])["text"] for one in rejected] == [DEATH, DOZE, SLEEP]


_RUN = """
import sys
from rawi.corpus.run import Crew, extract_corpus
extract_corpus([sys.argv[1]], sys.argv[2], crew=Crew(sys.argv[3], 2), target=int(sys.argv[4]))
"""


def _begin(lines: Path, out: Path, runner: str) -> subprocess.Popen[bytes]:
    """Begin a run in a process of its own, and wait until some of it is done."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", _RUN, str(lines), str(out), runner, str(TARGET)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    deadline = time.monotonic() + 60
    while not list(out.glob("partitions/*.json")) and time.monotonic() < deadline:
        time.sleep(0.01)
    return process


@pytest.mark.parametrize("runner", ["local", "daft"])
def test_a_killed_run_goes_on(plain: Path, lines: Path, tmp_path: Path, runner: str) -> None:
    """kill -9 of the program in the midst of a run: started again, it gives what it would have given."""
    out = tmp_path / "out"
    with _begin(lines, out, runner) as process:
        os.killpg(process.pid, signal.SIGKILL)
    assert not (out / "manifest.json").exists()
    done = {one: one.stat().st_mtime_ns for one in out.glob("partitions/*.json")}
    assert done
    _made([lines], out, crew=Crew(runner, 2))  # type: ignore[arg-type]
    assert files_of(out) == files_of(plain)
    assert {one: one.stat().st_mtime_ns for one in done} == done


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_a_killed_worker_is_replaced(plain: Path, lines: Path, tmp_path: Path) -> None:
    """kill -9 of a worker in the midst of a run: the run itself puts another in its place."""
    out = tmp_path / "out"
    with _begin(lines, out, "local") as process:
        workers = _children(process.pid)
        assert workers
        os.kill(workers[0], signal.SIGKILL)
        assert process.wait(120) == 0
    assert files_of(out) == files_of(plain)


def _children(pid: int) -> list[int]:
    """Return the processes that a process began."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += map(int, (task / "children").read_text().split())
    return found


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_workers_end_with_the_run(lines: Path, tmp_path: Path) -> None:
    """kill -9 of the program alone leaves none of its workers behind."""
    with _begin(lines, tmp_path / "out", "local") as process:
        workers = _children(process.pid)
        process.kill()
    deadline = time.monotonic() + 10
    while any(_is_there(one) for one in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert workers
    assert not any(_is_there(one) for one in workers)


def _is_there(pid: int) -> bool:
    """Is there such a process, and is it not only waiting to be buried?"""
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False


def test_a_place_that_cannot_be_written(lines: Path, tmp_path: Path) -> None:
    """Where a partition cannot be written the run says so, keeps what it could write, and goes on later."""
    out = tmp_path / "out"
    first = _begin(lines, out, "local")
    with first:
        os.killpg(first.pid, signal.SIGKILL)
    blocked = out / "claims/claim=event"
    for path in sorted(out.rglob("claim=event/*")):
        path.unlink()
    blocked.rmdir()
    blocked.write_bytes(b"")
    result = extract_corpus([str(lines)], out, target=TARGET)
    assert result.manifest is None
    assert {one.code for one in result.failed} == {"corpus.write"}
    blocked.unlink()
    assert extract_corpus([str(lines)], out, target=TARGET).manifest is not None
