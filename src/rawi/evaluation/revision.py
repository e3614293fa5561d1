"""Earlier states of the project, read from git without touching the working tree."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path
from typing import Any

from rawi.errors import EvaluationError

LANDED = "origin/main"


def _git(root: Path, *arguments: str) -> bytes | None:
    """Return what git prints, None where it says no or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


def find_landed(root: Path) -> str | None:
    """Return the last landed commit: where this branch left ``origin/main``, else the commit before this one.

    None where there is neither, or no git.
    """
    landed = _git(root, "merge-base", "HEAD", LANDED) or _git(root, "rev-parse", "--verify", "-q", "HEAD~1")
    return landed.decode("ascii").strip() if landed else None


#: Python before 3.11.4 knows no filter; what is unpacked is git's own archive of this repository.
_FILTERED: Any = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}


def read_landed(root: Path, revision: str, path: str) -> bytes | None:
    """Return the file ``path`` as it was at ``revision``, None where it was not there."""
    return _git(root, "show", f"{revision}:{path}")


def export_source(root: Path, revision: str, folder: Path) -> Path:
    """Write the package of ``revision`` below ``folder`` and return the directory to import it from.

    Raises EvaluationError where there is no such revision or it has no package yet.
    """
    packed = _git(root, "archive", revision, "src")
    if packed is None:
        raise EvaluationError(f"{revision}: no such revision, or nothing in its src/")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, **_FILTERED)
    return folder / "src"
