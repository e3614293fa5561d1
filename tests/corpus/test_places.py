"""Daft is loaded so that it tells nobody."""

from __future__ import annotations

import subprocess
import sys

_LOAD = """
from rawi.corpus.places import load_daft
load_daft()
from daft.scarf_telemetry import opted_out
import ray
from ray._common.usage.usage_lib import usage_stats_enabled
print(opted_out(), usage_stats_enabled())
"""


def test_daft_and_ray_tell_nobody() -> None:
    """Once Daft is loaded by Rawi, neither it nor Ray reports that it is used."""
    done = subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
