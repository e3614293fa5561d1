"""``python -m benchmarks.resume --files 100000``: a long ``rawi add``, killed again and again, gone on with.

A folder of small articles of our own is made and added; the program is killed with SIGKILL at random moments
and started again with the same command, until it comes to its end; then it is run once more over what is
known. What a second reader saw in the ledger before a kill counts as acknowledged. Reported are what was lost
or doubled, how fast a run passes over what is known, and the most memory it held.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

import apsw

from benchmarks.processes import Watched
from benchmarks.texts import load_gold
from rawi.ledger import open_ledger

MIB = 1 << 20
FOLDER = 1000  # articles of a folder
LEAST_RATE = 2000  # known files a second that a run must pass over


@dataclass(frozen=True)
class Moment:
    """When a run is to be killed: so many documents were seen, or seconds passed; then ``after`` so many."""

    documents: int
    seconds: float | None
    after: float

    def is_over(self, seen: int, seconds: float) -> bool:
        """Say whether the moment has come."""
        return seen >= self.documents or (self.seconds is not None and seconds >= self.seconds)


@dataclass
class Resumed:
    """One run: documents there at its start and seen at its end, seconds until it added something, memory.

    ``catching`` is null where it was killed before it added anything; ``peak`` is of the first process,
    ``peak_of_all`` of all.
    """

    known: int
    seen: int
    catching: float | None
    seconds: float
    peak: int
    peak_of_all: int
    killed: bool


@dataclass
class Outcome:
    """What came of all runs; ``again`` is the one over what is known."""

    files: int
    jobs: int
    making: float
    runs: list[Resumed] = field(default_factory=list)
    lost: int = 0
    doubled: int = 0
    mismatches: int = 0
    again: float = 0.0
    verifying: float = 0.0
    ledger: int = 0

    @property
    def rate(self) -> float:
        """Known files a second, of the run over what is known."""
        return self.files / self.again if self.again else 0.0


def article(number: int, lines: Sequence[str]) -> str:
    """Return a short article, no two alike."""
    first, second = lines[number % len(lines)], lines[(number * 7 + number // len(lines)) % len(lines)]
    return f"خبر {number}\n{first}\n{second}\n"


def write_articles(folder: Path, files: int) -> list[str]:
    """Write short articles and return the ids of their documents."""
    lines = [line for text in load_gold() for line in text.splitlines() if 40 < len(line) < 220]
    ids = []
    for number in range(files):
        if number % FOLDER == 0:
            (folder / f"{number // FOLDER:04}").mkdir(parents=True)
        data = article(number, lines).encode()
        (folder / f"{number // FOLDER:04}" / f"{number:07}.txt").write_bytes(data)
        ids.append(f"sha256:{sha256(data).hexdigest()}")
    return ids


class Reader:
    """A second process' view of a ledger that is being written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: apsw.Connection | None = None

    def count(self) -> int:
        """Return how many documents are there, 0 as long as there is no ledger."""
        try:
            if self._connection is None:
                self._connection = apsw.Connection(str(self._path), flags=apsw.SQLITE_OPEN_READONLY)
            return int(self._connection.execute("SELECT ifnull(max(number), 0) FROM document").get)
        except apsw.Error:  # not made yet, or in the midst of it
            return 0

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            self._connection.close()
            self._connection = None


def run_once(command: Sequence[str], path: Path, end: Moment | None = None) -> Resumed:
    """Run ``rawi add``, killed at a moment if one is given, and return what was seen."""
    reader = Reader(path)
    known = reader.count()
    with Watched(command) as program:
        catching = None

        def over() -> bool:
            nonlocal catching
            seen = reader.count()
            if catching is None and seen > known:
                catching = time.monotonic() - program.begun
            return end is not None and end.is_over(seen, time.monotonic() - program.begun)

        killed = program.watch(over)
        time.sleep(end.after if end and killed else 0)
        seen = reader.count()
        if killed:
            program.kill()
        elif code := program.end():
            raise RuntimeError(f"rawi add ended with {code}")
    reader.close()
    seconds = time.monotonic() - program.begun
    return Resumed(known, seen, catching, seconds, program.peak, program.peak_of_all, killed)


def measure(files: int, jobs: int, kills: int, folder: Path, seed: int) -> Outcome:
    """Make the articles, add them with interruptions, and check what is there in the end."""
    begun, chance = time.monotonic(), random.Random(seed)
    ids = write_articles(folder / "articles", files)
    outcome = Outcome(files, jobs, time.monotonic() - begun)
    path = folder / "resume.rawi"
    command = [
        "-m",
        "rawi",
        "add",
        str(folder / "articles"),
        "--ledger",
        str(path),
        "--jobs",
        str(jobs),
        "-q",
    ]
    command += ["--no-progress"]
    for moment in [*_moments(files, kills, chance), None]:
        outcome.runs.append(run_once(command, path, moment))
        print(render_run(outcome.runs[-1]), flush=True)
        if outcome.runs[-1].killed:
            outcome.lost += max(0, outcome.runs[-1].seen - _count(path))
    outcome.again = run_once(command, path).seconds
    _check(outcome, path, ids)
    return outcome


def _moments(files: int, kills: int, chance: random.Random) -> Iterator[Moment]:
    """Yield when each run is to be killed: the first at its start, the others each in a part of the work."""
    yield Moment(files, chance.uniform(0.2, 2.0), 0.0)
    for part in range(kills - 1):
        documents = round(files * (part + chance.random()) / kills)
        yield Moment(documents, None, chance.uniform(0, 0.5))


def _count(path: Path) -> int:
    """Return how many documents a ledger holds after a kill."""
    reader = Reader(path)
    try:
        return reader.count()
    finally:
        reader.close()


def _check(outcome: Outcome, path: Path, ids: Sequence[str]) -> None:
    """Count what is lost and doubled in the end, and verify the ledger."""
    with open_ledger(path) as ledger:
        there = [str(row["id"]) for row in ledger.export("documents")]
        sightings = ledger.counts().sightings
        begun = time.monotonic()
        outcome.mismatches = len(ledger.verify())
        outcome.verifying = time.monotonic() - begun
    outcome.lost += len(set(ids) - set(there))
    outcome.doubled = len(there) - len(set(there)) + max(0, sightings - len(ids))
    outcome.ledger = path.stat().st_size


def render_run(one: Resumed) -> str:
    """Return one line about one run."""
    caught = f"{one.catching:.1f} s to the first new one" if one.catching is not None else "nothing new"
    if one.catching and one.known:
        caught += f" ({one.known / one.catching:.0f} known files/s)"
    ended = "killed" if one.killed else "ended"
    memory = f"peak {one.peak / MIB:.0f} MiB, with its processes {one.peak_of_all / MIB:.0f} MiB"
    return f"{one.known:>7} known, {caught}; {ended} after {one.seconds:.1f} s at {one.seen}; {memory}"


def render(outcome: Outcome) -> str:
    """Return what came of it in the end."""
    return (
        f"{outcome.files} files, {outcome.jobs} jobs, {sum(one.killed for one in outcome.runs)} kills: "
        f"{outcome.lost} lost, {outcome.doubled} doubled, {outcome.mismatches} mismatches\n"
        f"over what is known: {outcome.again:.1f} s, {outcome.rate:.0f} files/s, floor {LEAST_RATE}; "
        f"verify {outcome.verifying:.0f} s; ledger {outcome.ledger / MIB:.0f} MiB; "
        f"peak {max(one.peak for one in outcome.runs) / MIB:.0f} MiB"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 if anything was lost or doubled, and with ``--check`` if it is too slow."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resume", description=__doc__)
    parser.add_argument("--files", type=int, default=100_000, metavar="N")
    parser.add_argument("--jobs", type=int, default=2, metavar="N")
    parser.add_argument("--kills", type=int, default=5, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--folder", type=Path, help="work here (default: a new folder, deleted in the end)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was measured as JSON")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        outcome = measure(asked.files, asked.jobs, asked.kills, Path(folder), asked.seed)
    print(render(outcome))
    if asked.json:
        asked.json.write_text(json.dumps(asdict(outcome), indent=1), "utf-8")
    wrong = outcome.lost or outcome.doubled or outcome.mismatches
    return int(bool(wrong) or (asked.check and outcome.rate < LEAST_RATE))


if __name__ == "__main__":
    sys.exit(main())
