"""A parser of somebody else's, run in a child process that may use so much memory and time, and no more.

Formats whose parsers are large (feeds, spreadsheets) are read there: what makes one hang, crash or eat memory
costs one input and a new child. The child opens no socket, starts no process and writes no file: an audit
hook (PEP 578) refuses it. Between the two go lengths and MessagePack, never pickles.
"""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

import msgspec

from rawi.errors import RawiError, SourceError

SECONDS = 8.0
MEMORY = 448 << 20  # bytes of address space
_MOST = 1 << 30  # bytes of an answer
#: What may be asked for: the module and the function, of plain values to plain values.
FUNCTIONS = {
    "article": "rawi.documents.opinion:extract_article",
    "feed": "rawi.sources.feeds:parse_feed",
    "workbook": "rawi.sources.workbooks:parse_workbook",
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "os.remove",
)


def run_guarded(name: str, *arguments: Any, seconds: float = SECONDS) -> Any:
    """Return what the function called ``name`` makes of plain values, in the child process.

    Raises SourceError: with the code of the function's own error, ``limit.seconds`` or ``limit.memory`` if it
    took too much, ``limit.crashed`` if the process was lost.
    """
    global _child
    if _child is None or _child.gone:
        _child = _Child()
    return _child.ask(name, arguments, seconds)


def _safe_path() -> list[str]:
    """Return where modules are looked for, without the folder at hand: what lies in it is not ours to run."""
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    here = os.getcwd()
    return [one for one in sys.path if os.path.isabs(one) and (one != here or one in named)]


class _Child:
    """A process that waits for questions."""

    def __init__(self, command: tuple[str, ...] = ("-m", "rawi.guard")) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(_safe_path())},
            close_fds=True,
        )
        self._answers: Queue[bytes | None] = Queue()
        Thread(target=self._listen, daemon=True).start()

    @property
    def gone(self) -> bool:
        """Whether the process has ended."""
        return self._process.poll() is not None

    def ask(self, name: str, arguments: tuple[Any, ...], seconds: float) -> Any:
        """Send a question and return the answer; an error of the other side is raised here."""
        try:
            _send(self._process.stdin, msgspec.msgpack.encode((name, arguments, seconds)))
            answer = self._answers.get(timeout=seconds)
        except Empty as error:
            self.stop()
            raise _limit("limit.seconds", f"it took more than {seconds:g} seconds") from error
        except OSError as error:
            self.stop()
            raise _limit("limit.crashed", "the process that read it was lost") from error
        if answer is None:
            self.stop()
            raise _limit("limit.crashed", "the process that read it was lost")
        code, value = msgspec.msgpack.decode(answer)
        if code:
            raise _limit(code, value)
        return value

    def _listen(self) -> None:
        """Take answers as they come; None when there will be no more."""
        answer: bytes | None = b""
        while answer is not None:
            answer = _receive(self._process.stdout)
            self._answers.put(answer)

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        with suppress(OSError):
            self._process.communicate()


_child: _Child | None = None


@atexit.register
def _stop() -> None:
    """End the child with its parent."""
    if _child is not None and not _child.gone:
        _child.stop()


def _limit(code: str, message: str) -> SourceError:
    """Return the error that says why there is no answer."""
    error = SourceError(message)
    error.code = code
    return error


def _send(stream: IO[bytes] | None, data: bytes) -> None:
    """Write a length and so many bytes."""
    assert stream is not None
    stream.write(len(data).to_bytes(8, "little"))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes] | None) -> bytes | None:
    """Read a length and so many bytes; None at the end, or if the length is none."""
    assert stream is not None
    try:
        head = stream.read(8)
        size = int.from_bytes(head, "little")
        data = stream.read(size) if len(head) == 8 and size <= _MOST else b""
    except (OSError, ValueError):
        return None
    return data if data and len(data) == size else None


def _answer(name: str, arguments: list[Any]) -> tuple[str, Any]:
    """Run in the child: return an empty code and the value, or the code and message of what went wrong."""
    try:
        return "", _find(name)(*arguments)
    except RawiError as error:
        return error.code, str(error)
    except MemoryError:
        return "limit.memory", f"it took more than {MEMORY >> 20} MiB"
    except RecursionError:
        return "limit.depth", "it is nested too deeply"
    except Exception as error:  # noqa: BLE001 - whatever a parser does with a hostile file, the parent is told
        return "source.unreadable", f"{type(error).__name__}: {error}"[:200]


def _find(name: str) -> Callable[..., Any]:
    """Return a function of the list."""
    module, _, function = FUNCTIONS[name].partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _limit_memory() -> None:
    """Run in the child: bound its memory, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Run in the child: bound the processor time of one question, should the parent be gone."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 2, resource.RLIM_INFINITY))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what no parser of a format needs: sockets, processes, files to write."""
    if event.startswith(_REFUSED):
        raise PermissionError(f"{event} is not allowed here")
    if event == "open" and (set(arguments[1] or "") & set("wax+") or arguments[2] & _WRITING):
        raise PermissionError("no file is written here")


def main() -> None:
    """Answer questions until there are no more."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C reaches every process, and the first of them decides
    _limit_memory()
    sys.dont_write_bytecode = True
    import socket

    socket.has_ipv6 = False  # else urllib3, which trafilatura loads, tries to open a socket to see
    sys.addaudithook(_refuse)
    own, sys.stdout = sys.stdout.buffer, sys.stderr
    while (question := _receive(sys.stdin.buffer)) is not None:
        name, arguments, seconds = msgspec.msgpack.decode(question)
        _limit_time(seconds)
        _send(own, msgspec.msgpack.encode(_answer(name, arguments)))


if __name__ == "__main__":
    main()
