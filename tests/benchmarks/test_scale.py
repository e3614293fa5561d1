"""The measures of scale, on little: a long add gone on with, a large archive."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import archive, resume
from benchmarks.archive import make_pages, read_archive, write_archive
from benchmarks.processes import Watched, held_by
from benchmarks.resume import Moment, run_once, write_articles

linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")


def test_articles_are_short_and_no_two_alike(tmp_path: Path) -> None:
    """So many files, in folders, each another document."""
    ids = write_articles(tmp_path / "articles", 1200)
    assert len(set(ids)) == 1200
    sizes = [path.stat().st_size for path in (tmp_path / "articles").rglob("*.txt")]
    assert (len(sizes), max(sizes) < 1000) == (1200, True)


@linux
def test_a_killed_add_is_gone_on_with(tmp_path: Path) -> None:
    """After a kill in the midst of it, all is there once in the end, and memory was seen."""
    done = tmp_path / "told.json"
    kills = ["--files", "300", "--jobs", "1", "--kills", "2", "--folder", str(tmp_path), "--json", str(done)]
    assert resume.main(kills) == 0
    told = json.loads(done.read_text("utf-8"))
    assert (told["lost"], told["doubled"], told["mismatches"], told["files"]) == (0, 0, 0, 300)
    assert told["runs"][-1]["seen"] == 300
    assert told["runs"][0]["killed"]
    assert told["runs"][-1]["peak"] > 1 << 20
    assert list(tmp_path.iterdir()) == [done]


def test_what_is_missing_or_twice_is_counted(tmp_path: Path) -> None:
    """A ledger that lacks an article, or holds one that was not made, is not passed."""
    ids = write_articles(tmp_path / "articles", 3)
    path = tmp_path / "own.rawi"
    run_once(["-m", "rawi", "add", str(tmp_path / "articles"), "--ledger", str(path), "-q"], path)
    lacking, more = resume.Outcome(3, 1, 0.0), resume.Outcome(3, 1, 0.0)
    resume._check(lacking, path, [*ids, "sha256:00"])
    assert (lacking.lost, lacking.doubled) == (1, 0)
    resume._check(more, path, ids[:2])
    assert (more.lost, more.doubled) == (0, 1)


def test_a_moment_comes() -> None:
    """A run is killed when so many documents were seen, or so many seconds passed, whichever is first."""
    moment = Moment(10, 2.0, 0.0)
    assert [moment.is_over(9, 1.9), moment.is_over(10, 0.0), moment.is_over(0, 2.0)] == [False, True, True]
    assert not Moment(10, None, 0.0).is_over(9, 1e9)


@linux
def test_the_memory_of_another_process_is_seen() -> None:
    """What a process holds is seen while it lives; it is ended, whatever happens."""
    with Watched(["-c", "x = bytes(1) * (40 << 20); import time; time.sleep(60)"]) as program:
        end = time.monotonic() + 20
        assert program.watch(lambda: program.peak > 40 << 20 or time.monotonic() > end, 0.01)
        pid = program._process.pid
    assert program.peak_of_all >= program.peak > 40 << 20
    assert held_by(pid) == 0


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_of_little(tmp_path: Path, packed: bool) -> None:
    """All pages that are written are read again as documents, and the memory of each tenth is noted."""
    path = tmp_path / ("own.warc.gz" if packed else "own.warc")
    with path.open("wb") as file:
        size, records = write_archive(file, 1 << 20, packed, random.Random(3))
    outcome = read_archive(path, records)
    assert size >= 1 << 20
    assert (outcome.documents, outcome.refused, outcome.file) == (records, 0, path.stat().st_size)
    assert len(outcome.held) == 10


def test_a_short_archive_is_not_passed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page that is refused, or memory that grows, ends with 1."""
    for told in ({"records": 2, "documents": 1, "held": [1.0]}, {"held": [1.0, 1.2]}):
        outcome = archive.Outcome(seconds=1.0, **told)  # type: ignore[arg-type]
        monkeypatch.setattr(archive, "measure", lambda *_, outcome=outcome: outcome)
        assert archive.main(["--folder", str(tmp_path)]) == 1


def test_pages_are_of_all_sizes() -> None:
    """Small and large ones, no two alike."""
    pages = list(pages_of(6 << 20))
    assert len(set(pages)) == len(pages) > 10
    assert min(map(len, pages)) < 20_000 < max(map(len, pages))


def pages_of(size: int) -> Iterator[bytes]:
    """Yield the pages of an archive of so many bytes."""
    return make_pages(size, random.Random(3))
