"""``python benchmarks/speed.py``: the same as ``python -m benchmarks`` from the root of the repository."""

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    runpy.run_module("benchmarks", run_name="__main__")
