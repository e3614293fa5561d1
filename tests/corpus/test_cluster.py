"""A real Ray of two nodes on this machine: the same files as from one process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from rawi.corpus.run import extract_corpus
from tests.corpus.articles import files_of, row, write_lines

TARGET = 8_000

# Two nodes of one processor each, and the run on them; in a process of its own, where Ray stays to its end.
_RUN = """
import os, sys
os.environ.update(RAY_USAGE_STATS_ENABLED="0", RAY_DEDUP_LOGS="0")
import ray
from ray.cluster_utils import Cluster
from rawi.corpus.run import Crew, extract_corpus

lines, out, target = sys.argv[1:]
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
cluster.add_node(num_cpus=1)
result = extract_corpus([lines], out, crew=Crew("ray", 2, cluster.address), target=int(target))
print("nodes", len([one for one in ray.nodes() if one["Alive"]]), "failed", len(result.failed))
ray.shutdown()
cluster.shutdown()
"""


def test_ray_makes_the_same_files(tmp_path: Path) -> None:
    """Daft on a Ray cluster of two workers makes, file for file, what one process makes."""
    lines = write_lines(tmp_path / "a.jsonl", [*map(row, range(40)), "{"])
    assert extract_corpus([str(lines)], tmp_path / "one", target=TARGET).manifest is not None
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", _RUN, str(lines), str(tmp_path / "two"), str(TARGET)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "nodes 2 failed 0" in done.stdout
    assert files_of(tmp_path / "two") == files_of(tmp_path / "one")
