"""``rawi add`` killed with SIGKILL at random moments: nothing lost, doubled or half done, and it goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_KILLS = int(os.environ.get("RAWI_KILLS", "50"))
_SEED = int(os.environ.get("RAWI_SEED", "20310501"))


def test_ingest_killed_at_random_times(tmp_path: Path) -> None:
    """After each kill all that was acknowledged is there once and ``verify`` finds nothing; going on ends in
    the ledger of an unbroken run. The work is done in a process that may fork."""
    command = [sys.executable, "-m", "tests.ingest.killing", str(tmp_path), str(_KILLS), str(_SEED)]
    environment = os.environ | {"PYTHONPATH": f"{_ROOT / 'src'}{os.pathsep}{_ROOT}"}
    done = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]
    told = json.loads(done.stdout)
    assert told["kills"] >= _KILLS
    assert told["acknowledged"] >= told["ledgers"] > 0
