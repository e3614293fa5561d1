"""A process that adds inputs to ledgers in children of its own and kills each with SIGKILL: ``python -m …``.

It is warm: lexicons are loaded before the first fork, so that a kill costs little more than the run it ends.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fuzz.guarding import unguarded
from fuzz.seeds import atom, page, warc
from rawi.ingest.provenance import derive_text
from rawi.ingest.run import Run
from rawi.ledger import Ledger, Outcome, Submission, open_ledger
from rawi.ledger.results import Counts

SAID = "قالت مديرة المرفأ هناء الشمري إن {} قاربا عبرت نهر الرمانة يوم الأحد.\nوأضافت أن «العبور {} آمن»."
GROUPS = (1, 2, 5, 64)


def make_inputs(folder: Path) -> None:
    """Write a few inputs of every kind, some of them bad, one of them twice."""
    for number in range(6):
        (folder / f"{number}.txt").write_text(SAID.format(number, number), "utf-8")
    shutil.copy(folder / "0.txt", folder / "again.txt")
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    for number in range(10, 13):
        (folder / f"{number}.html").write_text(
            page(f"المرفأ {number}\n{SAID.format(number, number)}"), "utf-8"
        )
    rows = [json.dumps({"text": SAID.format(number, number)}) for number in range(20, 27)]
    (folder / "rows.jsonl").write_text("\n".join([*rows[:3], '{"text": ', *rows[3:]]), "utf-8")
    pages = [page(f"النهر {number}\n{SAID.format(number, number)}") for number in range(30, 34)]
    (folder / "feed.xml").write_text(atom([SAID.format(number, number) for number in range(40, 43)]), "utf-8")
    (folder / "pages.warc.gz").write_bytes(warc(pages, packed=True))


def add(inputs: Path, path: Path, group: int, told: int | None = None) -> None:
    """Add all inputs as ``rawi add`` does; the id of each acknowledged document goes to ``told`` at once."""
    with open_ledger(path) as ledger:
        adding = ledger.add_many

        def add_and_tell(submissions: Iterator[Submission], *, group: int) -> Iterator[Outcome]:
            for outcome in adding(submissions, group=group):
                if told is not None:
                    os.write(told, f"{outcome.document_id}\n".encode())
                yield outcome

        ledger.add_many = add_and_tell  # type: ignore[assignment, method-assign]
        Run([str(inputs)], group=group).add(ledger)


@dataclass(frozen=True)
class State:
    """What a ledger holds."""

    ids: frozenset[str]
    counts: Counts
    hash: str


def read_state(ledger: Ledger) -> State:
    """Read what a ledger holds; AssertionError if a document is there twice."""
    ids = [str(row["id"]) for row in ledger.export("documents")]
    assert len(ids) == len(set(ids)), "a document stands there twice"
    return State(frozenset(ids), ledger.counts(), ledger.ledger_hash())


class Killer:
    """Kills runs over the same inputs, ledger after ledger."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._inputs, self._folder, self._chance = folder / "inputs", folder, chance
        self._inputs.mkdir()
        make_inputs(self._inputs)
        add(self._inputs, folder / "warm.rawi", 64)
        begun = time.monotonic()
        add(self._inputs, folder / "unbroken.rawi", 5)
        self.seconds = time.monotonic() - begun
        with open_ledger(folder / "unbroken.rawi") as ledger:
            self._unbroken = read_state(ledger)
        self.acknowledged = 0

    def break_ledger(self, kills: int) -> int:
        """Add to a new ledger, killed at random times, until it is whole; return how many kills it took.

        After ``kills`` of them the last run is left alone. AssertionError if anything is lost, doubled or
        half done, or if the ledger in the end is not that of an unbroken run.
        """
        path = self._folder / "broken.rawi"
        told, done = set[str](), 0
        while self._run(path, told, alone=done >= kills):
            done += 1
            self._check_copy(path, told)
        with open_ledger(path) as ledger:
            state = read_state(ledger)
        assert state == self._unbroken, f"{state.counts} is not {self._unbroken.counts}"
        self.acknowledged += len(told)
        for left in self._folder.glob("broken.rawi*"):
            left.unlink()
        return done

    def _run(self, path: Path, told: set[str], alone: bool) -> bool:
        """Add in a child; say whether it was killed."""
        reading, writing = os.pipe()
        group, patience = self._chance.choice(GROUPS), self._chance.uniform(0, self.seconds * 1.2)
        child = os.fork()
        if not child:
            _run_child(self._inputs, path, group, writing)
        os.close(writing)
        if not alone:
            time.sleep(patience)
            os.kill(child, signal.SIGKILL)
        with os.fdopen(reading) as lines:
            told.update(line.strip() for line in lines if line.endswith("\n"))
        _, status = os.waitpid(child, 0)
        assert status in (0, signal.SIGKILL), f"a run failed: {status}"
        return status != 0

    def _check_copy(self, path: Path, told: set[str]) -> None:
        """Check a copy of what a kill left, so that the next run finds all of it as it was left."""
        if not path.exists():  # killed before there was a ledger
            assert not told
            return
        copy = self._folder / "copy.rawi"
        for ending in ("", "-wal"):
            Path(f"{copy}{ending}").unlink(missing_ok=True)
            if Path(f"{path}{ending}").exists():
                shutil.copy(f"{path}{ending}", f"{copy}{ending}")
        with open_ledger(copy) as ledger:
            assert ledger.verify(derive_text) == []
            state = read_state(ledger)
        assert told <= state.ids, f"lost: {told - state.ids}"
        assert state.ids <= self._unbroken.ids
        whole = self._unbroken.counts
        assert state.counts.readings == len(state.ids) <= whole.readings
        assert state.counts.sightings <= whole.sightings
        assert state.counts.journal <= whole.journal


def _run_child(inputs: Path, path: Path, group: int, told: int) -> None:
    """Add and end the process, without what a parent does at its end."""
    try:
        add(inputs, path, group, told)
    except BaseException:  # noqa: BLE001 - whatever happens, a child must not go on as its parent does
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(0)


def main(folder: Path, kills: int, seed: int) -> None:
    """Kill so many times in ``folder`` and print what was done as JSON."""
    killer, done, ledgers, begun = Killer(folder, random.Random(seed)), 0, 0, time.monotonic()
    while done < kills:
        done += killer.break_ledger(kills - done)
        ledgers += 1
    told = {"kills": done, "ledgers": ledgers, "acknowledged": killer.acknowledged}
    print(json.dumps(told | {"seconds": round(time.monotonic() - begun, 1), "unbroken": killer.seconds}))


if __name__ == "__main__":
    with unguarded():  # parsers in processes of their own would take most of the time
        main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
