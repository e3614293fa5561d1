"""How much memory this process holds and has held, in bytes."""

from __future__ import annotations

import re
import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")
UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, by getrusage(2) of each system


def _status(field: str) -> int | None:
    """A field of Linux's process status; it forgets what ran before exec, which ru_maxrss does not."""
    if not STATUS.exists():
        return None
    match = re.search(rf"^{field}:\s+(\d+) kB$", STATUS.read_text("ascii"), re.MULTILINE)
    return int(match[1]) * 1024 if match else None


def peak() -> int:
    """Return the most memory held so far."""
    return _status("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT


def held() -> int:
    """Return the memory held now; where the system does not say, the most held so far."""
    return _status("VmRSS") or peak()
