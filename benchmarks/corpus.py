"""``python -m benchmarks.corpus ARTICLES``: a corpus by one process, by two, and by Daft; how time and memory
grow with its size.

The articles are multiplied with edits: paragraphs turned round, numbers changed, words taken from another
article. Each run is a process of its own, watched with all its children.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.texts import load_texts, vary

COUNTS = (7_000, 75_000)
MIB = 1 << 20
_SWAPPED = 40  # one word of so many is that of another article
_EVERY = 0.25  # seconds between two looks at the memory
_DIGITS = re.compile(r"[0-9٠-٩]+")
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


class Run(NamedTuple):
    """One run: ``runner`` with ``jobs`` processes over ``count`` documents; seconds, and bytes of memory at
    most held by the process that extracts most, and by the program itself."""

    runner: str
    jobs: int
    count: int
    seconds: float
    worker: int
    driver: int

    def each(self, begin: float = 0.0) -> float:
        """Milliseconds of one document and one process, without the seconds in which it begins."""
        return 1000 * (self.seconds - begin) * self.jobs / self.count


def edit(text: str, other: str, n: int) -> str:
    """Return the ``n``-th edit of a text: the text itself if 0."""
    if not n:
        return text
    chance = random.Random(n)
    words = other.split() or ["و"]
    turned = _DIGITS.sub(lambda found: str(int(found[0]) + n), vary(text, n))
    pieces = re.split(r"(\s+)", turned)
    for at in range(0, len(pieces), 2):
        if pieces[at] and chance.randrange(_SWAPPED) == 0:
            pieces[at] = chance.choice(words)
    return "".join(pieces)


def multiplied(texts: Sequence[str]) -> Iterator[str]:
    """Yield texts again and again, each round with other edits."""
    for n in itertools.count():
        for at, text in enumerate(texts):
            yield edit(text, texts[(at + 7 * n) % len(texts)], n)


def write_input(texts: Sequence[str], count: int, path: Path) -> None:
    """Write so many articles as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for at, text in enumerate(itertools.islice(multiplied(texts), count)):
            told = {"text": text, "id": str(at), "published": f"2031-{at % 12 + 1:02d}-{at % 28 + 1:02d}"}
            file.write(json.dumps(told, ensure_ascii=False) + "\n")


def run(runner: str, jobs: int, count: int, source: Path, out: Path) -> Run:
    """Run once and return what it took."""
    arguments = ["--runner", runner, "--jobs", str(jobs), "--no-progress", "-q"]
    command = [sys.executable, "-m", "rawi", "corpus", "extract", str(source), "--out", str(out), *arguments]
    begun = time.perf_counter()
    peaks: dict[int, int] = {}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for pid in [process.pid, *descendants(process.pid)]:
                peaks[pid] = max(peaks.get(pid, 0), peak_of(pid))
            time.sleep(_EVERY)
    seconds = time.perf_counter() - begun
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    driver = peaks.pop(process.pid, 0)
    return Run(runner, jobs, count, seconds, max(peaks.values(), default=0), driver)


def descendants(pid: int) -> list[int]:
    """Return the processes that a process started, and those that they did."""
    children: dict[int, list[int]] = defaultdict(list)
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = path.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        children[int(told[1])].append(int(path.parent.name))
    found, waiting = list[int](), [pid]
    while waiting:
        found += (more := children[waiting.pop()])
        waiting += more
    return found


def peak_of(pid: int) -> int:
    """Return the most memory that a process has held, 0 if it is gone."""
    try:
        found = _PEAK.search(Path(f"/proc/{pid}/status").read_text("ascii"))
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def render(one: Run, begin: float) -> str:
    """Return one line of the table."""
    crew = f"{one.runner:<6} x{one.jobs} {one.count:>7} docs"
    memory = f"worker {one.worker / MIB:5.0f} MiB, driver {one.driver / MIB:5.0f} MiB"
    rate = f"{one.count / one.seconds:7.1f}/s {one.each(begin):6.2f} ms a document"
    return f"{crew} {one.seconds:8.1f} s {rate}  {memory}"


def measure(sources: dict[int, Path], folder: Path) -> Iterator[tuple[Run, float]]:
    """Yield each run, and the seconds that one of a single document took before."""
    begin = run("local", 1, 1, sources[1], folder / "out-1").seconds
    crews = [("local", 1), ("local", 2)]
    runs = [(runner, jobs, count) for count in sorted(sources)[1:] for runner, jobs in crews]
    runs.insert(2, ("daft", 2, sorted(sources)[1]))
    for runner, jobs, count in runs:
        yield run(runner, jobs, count, sources[count], folder / f"out-{runner}{jobs}-{count}"), begin


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("articles", type=Path, help="JSON lines, .gz or not")
    parser.add_argument("--counts", type=int, nargs=2, default=COUNTS, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep what is written there")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        folder = asked.keep or Path(made)
        folder.mkdir(exist_ok=True)
        texts = load_texts(asked.articles, min(asked.counts))
        sources = {count: folder / f"in-{count}.jsonl" for count in (1, *sorted(asked.counts))}
        for count, source in sources.items():
            write_input(texts, count, source)
        found: list[Run] = []
        for one, begin in measure(sources, folder):
            found.append(one)
            print(render(one, begin), flush=True)
    few, two, daft, many, both = found
    print(f"a process begins in {begin:.1f} s; it is not in the milliseconds")
    print(f"two processes are {few.seconds / two.seconds:.2f} times one over {few.count} documents,")
    print(f"  {many.seconds / both.seconds:.2f} times over {many.count} (at least 1.8)")
    print(f"Daft takes {daft.seconds / two.seconds:.2f} times as long as the pool (at most 1.15)")
    print(
        f"a document of {both.count} takes {both.each(begin) / two.each(begin):.2f} times one of {two.count},"
    )
    print(f"  by one process {many.each(begin) / few.each(begin):.2f} times (0.9 to 1.1)")
    print(f"memory of a worker at most: {max(run.worker for run in found) / MIB:.0f} MiB (1024)")


if __name__ == "__main__":
    main()
