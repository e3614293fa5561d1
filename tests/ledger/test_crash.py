"""kill -9 at any moment loses nothing acknowledged, doubles nothing and leaves nothing half done."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rawi.ledger import open_ledger
from tests.ledger.samples import news, submission

_ROOT = Path(__file__).parents[2]
_COUNT = 300
_KILLS = int(os.environ.get("RAWI_KILLS", "12"))


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The ledger hash of a run that nobody killed."""
    with open_ledger(tmp_path_factory.mktemp("unbroken") / "news.rawi") as ledger:
        list(ledger.add_many(submission(news(number)) for number in range(_COUNT)))
        return ledger.ledger_hash()


def run_child(path: Path, group: int, patience: float | None) -> tuple[bool, list[str]]:
    """Run the child, kill it ``patience`` seconds after its first word; return if it was, and its words."""
    command = [sys.executable, "-m", "tests.ledger.adding_child", str(path), str(_COUNT), str(group)]
    environment = os.environ | {"PYTHONPATH": f"{_ROOT / 'src'}{os.pathsep}{_ROOT}"}
    with subprocess.Popen(command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline()]
        if patience is not None:
            time.sleep(patience)
            child.kill()
        said += child.stdout.readlines()
    assert child.returncode in (0, -9)
    return child.returncode == -9, [line for line in said if line.endswith("\n")]


def test_killed_at_random_times(tmp_path: Path, unbroken: str) -> None:
    """After each kill the ledger is sound and holds all that was acknowledged; in the end all is there."""
    chance, kills, run = random.Random(20310501), 0, 0
    while kills < _KILLS:
        run += 1
        path, acknowledged, killed = tmp_path / f"{run}.rawi", set[str](), True
        while killed:
            patience = chance.uniform(0, 0.12) if kills < _KILLS else None
            killed, said = run_child(path, chance.choice((1, 5, 32)), patience)
            kills += killed
            acknowledged |= {line.split()[1] for line in said}
            check_after_kill(path, acknowledged)
        with open_ledger(path) as ledger:
            assert ledger.counts().documents == _COUNT
            assert ledger.ledger_hash() == unbroken
    assert kills >= _KILLS


def check_after_kill(path: Path, acknowledged: set[str]) -> None:
    """Check that nothing acknowledged is missing, nothing is there twice, and nothing by half."""
    with open_ledger(path) as ledger:
        assert ledger.verify() == []
        counts = ledger.counts()
        kept = [row["id"] for row in ledger.export("documents")]
        assert acknowledged <= set(kept)
        assert len(kept) == len(set(kept)) == counts.documents == counts.readings == counts.sightings
        assert (counts.statements, counts.entities) == (counts.documents, 2 * counts.documents)
