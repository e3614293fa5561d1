"""Lock files: every version fixed and hashed, no download address, and all that pyproject.toml asks for.

usage: python -m checks.lock_files      exit 1 and one line for each violation
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ADDRESS = re.compile(r"://|^\s*(?:-i|-f|--(?:extra-)?index-url|--find-links|--trusted-host)\b|\s@\s")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")


def entries(lock: str) -> Iterator[str]:
    """Each requirement of a lock file as one line, its continuation lines joined, comments left out."""
    for line in lock.replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield line


def find_loose(lock: str) -> Iterator[str]:
    """Say which entries of a lock file have an address, or lack a version or a hash."""
    for entry in entries(lock):
        name = entry.split()[0]
        if ADDRESS.search(entry):
            yield f"{name}: holds a download address"
        if not PIN.match(entry):
            yield f"{name}: no fixed version"
        if not HASH.search(entry):
            yield f"{name}: no sha256"


def pins(lock: str) -> dict[str, str]:
    """The version fixed for each name, names in their canonical form."""
    found = (PIN.match(entry) for entry in entries(lock))
    return {canonicalize_name(pin["name"]): pin["version"] for pin in found if pin}


def find_missing(wanted: Iterable[str], lock: str) -> Iterator[str]:
    """Say which wanted requirements are not locked, or at a version that they do not allow."""
    fixed = pins(lock)
    for requirement in map(Requirement, wanted):
        version = fixed.get(canonicalize_name(requirement.name))
        if version is None:
            yield f"{requirement.name}: not locked, run make lock"
        elif version not in requirement.specifier:
            yield f"{requirement}: locked at {version}, run make lock"


def wanted_by(root: Path) -> dict[str, list[str]]:
    """What each lock file must hold, by its name: the requirements of pyproject.toml and of the .in files."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    run: list[str] = project["project"]["dependencies"]
    folder = root / "requirements"
    return {
        "run": run,
        "build": project["build-system"]["requires"] + _read_wanted(folder / "build.in"),
        "dev": run + _read_wanted(folder / "dev.in"),
        "fuzz": _read_wanted(folder / "fuzz.in"),
    }


def _read_wanted(path: Path) -> list[str]:
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line]


def violations(root: Path) -> list[str]:
    """Everything that is wrong with the lock files below `root`, one line each."""
    found = []
    locks = {name: (root / f"requirements/{name}.txt").read_text("utf-8") for name in wanted_by(root)}
    for name, wanted in wanted_by(root).items():
        found += [
            f"{name}.txt: {fault}" for fault in (*find_loose(locks[name]), *find_missing(wanted, locks[name]))
        ]
    run, dev = pins(locks["run"]), pins(locks["dev"])
    found += [
        f"dev.txt: {name} is not at run.txt's version" for name in sorted(run) if dev.get(name) != run[name]
    ]
    return found


def main(root: Path) -> int:
    """Print what is wrong with the lock files below `root`; 1 if anything is."""
    found = violations(root)
    print("\n".join([*found, "locks: read"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path()))
