"""Hostile files through the real command line, each in a process of its own that is watched.

usage: python -m benchmarks.hostile [--kind CLASS ...] [--every N] [--jobs N] [--seconds S] [--mebibytes M]

Writes the corpus of ``tests/hostile`` to a temporary folder, runs ``rawi extract`` and ``rawi add`` on every
input and prints, for each class, how many came out as they must, the slowest and the most memory. Exit code 1
where anything is not as it must be: what is read, spans, sums, time, memory, sockets, files out of the store.
Seconds are those of the processor; by the clock a process may take three times as long.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.watching import Seen, install, read_log
from tests.hostile.case import Case
from tests.hostile.corpus import all_cases
from tests.hostile.judging import judge, read_lines

ROOT = Path(__file__).resolve().parent.parent
MIB = 1 << 20


class Ran(NamedTuple):
    """One process: how it ended, what it printed, and what was seen of it."""

    code: int
    output: bytes
    seen: Seen


class Outcome(NamedTuple):
    """What came of one case."""

    case: Case
    faults: list[str]
    seconds: float
    peak: int

    @property
    def name(self) -> str:
        """The class and the name of the case."""
        return f"{self.case.kind}/{self.case.name}"


class Bench:
    """Runs cases below a folder; ``seconds`` and ``peak`` (bytes) are the limits of one process."""

    def __init__(self, folder: Path, seconds: float, peak: int) -> None:
        self._folder, self._seconds, self._peak = folder, seconds, peak
        self._site = folder / "site"
        self._site.mkdir()
        install(self._site)

    def run(self, numbered: tuple[int, Case]) -> Outcome:
        """Make the case in a folder of its own, read it, store it, compare; the folder is removed after."""
        number, case = numbered
        with tempfile.TemporaryDirectory(prefix=f"{number}-", dir=self._folder) as name:
            here = Path(name)
            (here / "in").mkdir()
            (here / "store").mkdir()
            case.make(here / "in" / case.name)
            ran = [self._command(here, command, case) for command in ("extract", "add")]
            faults = [*self._judge_read(case, ran[0], here), *self._judge_added(case, ran[1], here)]
            faults += [fault for one in ran for fault in self._judge_process(one)]
        return Outcome(case, faults, max(one.seen.seconds for one in ran), max(one.seen.peak for one in ran))

    def _command(self, here: Path, command: str, case: Case) -> Ran:
        """Run one command of rawi on a case."""
        report, log = here / "store" / f"{command}.json", here / f"{command}.log"
        words = [sys.executable, "-m", "rawi", command, "--report", str(report), "--no-progress", "--quiet"]
        words += (
            ["--format", "jsonl"]
            if command == "extract"
            else ["--ledger", str(here / "store" / "l.rawi"), "--json"]
        )
        paths = f"{self._site}{os.pathsep}{ROOT / 'src'}"
        settings = {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(here / "store")}
        settings |= {"RAWI_WATCH": str(log), "RAWI_STORE": str(here / "store")}
        try:
            done = subprocess.run(
                [*words, "--", str(here / "in" / case.name)],
                env=os.environ | settings,
                cwd=here / "store",
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=3 * self._seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Ran(-1, b"", read_log(log)._replace(seconds=3 * self._seconds))
        return Ran(done.returncode, done.stdout, read_log(log))

    def _judge_process(self, ran: Ran) -> Iterator[str]:
        """It ended by itself, in time, within its memory, and did nothing that it must not."""
        if ran.code not in (0, 1):
            yield f"exit code {ran.code}"
        if ran.seen.seconds > self._seconds:
            yield f"{ran.seen.seconds:.1f} s"
        if ran.seen.peak > self._peak:
            yield f"{ran.seen.peak / MIB:.0f} MiB"
        yield from ran.seen.deeds[:3]

    def _judge_read(self, case: Case, ran: Ran, here: Path) -> Iterator[str]:
        """Compare what ``rawi extract`` printed."""
        report = _load(here / "store" / "extract.json")
        if report is None:
            yield "extract wrote no report"
            return
        try:
            records = read_lines(ran.output)
        except ValueError as error:
            yield f"extract printed no JSON: {error}"
            return
        yield from judge(case, records, report)

    def _judge_added(self, case: Case, ran: Ran, here: Path) -> Iterator[str]:
        """Compare what ``rawi add`` stored, and where."""
        report = _load(here / "store" / "add.json")
        if report is None:
            yield "add wrote no report"
            return
        yield from (f"add: {fault}" for fault in judge(case, [], report) if "canary" not in fault)
        counts = json.loads(ran.output)["counts"] if ran.output else {}
        if case.kept is not None and counts.get("documents") != case.kept:
            yield f"the ledger holds {counts.get('documents')} documents, must be {case.kept}"
        strange = {one.name for one in (here / "store").iterdir()} - {"extract.json", "add.json"}
        yield from (f"a file in the store: {name}" for name in strange if not name.startswith("l.rawi"))


def _load(path: Path) -> Any:
    """Return a report, or None if there is none."""
    return json.loads(path.read_bytes()) if path.exists() else None


def render(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the table, then each case that is not as it must be."""
    yield f"{'class':<16}{'cases':>6}{'right':>6}{'slowest':>9}{'most':>10}"
    for kind in dict.fromkeys(one.case.kind for one in outcomes):
        yield _row(kind, [one for one in outcomes if one.case.kind == kind])
    yield _row("all", outcomes)
    for one in outcomes:
        if one.faults:
            yield f"{one.name}: {'; '.join(one.faults)[:300]}"


def _row(kind: str, outcomes: Sequence[Outcome]) -> str:
    """Return a line of the table."""
    right = sum(not one.faults for one in outcomes)
    slowest, most = max(one.seconds for one in outcomes), max(one.peak for one in outcomes)
    return f"{kind:<16}{len(outcomes):>6}{right:>6}{slowest:>7.1f} s{most / MIB:>6.0f} MiB"


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__.split("\n")[0])
    parser.add_argument("--kind", action="append", metavar="CLASS", help="only this class; can be repeated")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one case in N")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes at once")
    parser.add_argument("--seconds", type=float, default=10, metavar="S", help="limit of one process")
    parser.add_argument("--mebibytes", type=int, default=512, metavar="M", help="limit of one process")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print; 1 if a case is not as it must be, else 0."""
    asked = _arguments(arguments)
    cases = [case for case in all_cases() if not asked.kind or case.kind in asked.kind][:: asked.every]
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(asked.jobs) as pool:
        bench = Bench(Path(name).resolve(), asked.seconds, asked.mebibytes * MIB)
        outcomes = list(pool.map(bench.run, enumerate(cases)))
    print("\n".join(render(outcomes)))
    return int(any(one.faults for one in outcomes))


if __name__ == "__main__":
    sys.exit(main())
