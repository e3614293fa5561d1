"""Watch a process of ours from within: sockets, programs that it starts, files that it writes, its memory.

``install(folder)`` writes a ``sitecustomize`` into ``folder``; a Python process with that folder first on its
PYTHONPATH and ``RAWI_WATCH`` set writes what it did to that file.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_SITE = """
import atexit, os, re, sys

log = os.open(os.environ["RAWI_WATCH"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
allowed = (os.environ["RAWI_STORE"] + os.sep, "/dev/null")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {"os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.truncate", "os.chmod"}
STARTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork"}


def tell(what, why):
    os.write(log, f"{what} {why!r}\\n".encode("utf-8", "backslashreplace"))


def place(path):
    if isinstance(path, int):
        return allowed[0]
    return os.path.abspath(os.fsdecode(path))


def watch(event, args):
    if event == "subprocess.Popen" and list(args[1])[1:] == ["-m", "rawi.guard"]:
        return  # which is watched as well
    if event.startswith("socket.") or event in STARTS:
        tell(event, args[:3])
    elif event == "open":
        path, _, flags = args
        if isinstance(flags, int) and flags & WRITING and not place(path).startswith(allowed):
            tell("write", place(path))
    elif event in CHANGES and not place(args[0]).startswith(allowed):
        tell(event, place(args[0]))


def end():
    spent = sum(os.times()[:2])
    with open("/proc/self/status") as status:
        held = re.search(r"VmHWM:\\s+(\\d+)", status.read())
    os.write(log, f"end {spent} {held[1]}\\n".encode())


atexit.register(end)
sys.addaudithook(watch)
"""


def install(folder: Path) -> None:
    """Write what a watched process runs first."""
    (folder / "sitecustomize.py").write_text(_SITE, "utf-8")


class Seen(NamedTuple):
    """Seconds of the processor and bytes of memory that a process and its children took, each at most, and
    what they did that they must not. A process that was killed does not live to say the first two."""

    seconds: float
    peak: int
    deeds: list[str]


def read_log(path: Path) -> Seen:
    """Return what was seen of a process and of the children that it started."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    ends = [line.split()[1:] for line in lines if line.startswith("end ")]
    deeds = [line for line in lines if not line.startswith("end ")]
    return Seen(
        max((float(one[0]) for one in ends), default=0.0),
        max((int(one[1]) for one in ends), default=0) * 1024,
        deeds,
    )
