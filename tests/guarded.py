"""What a hostile file may make a parser do; run in the child process of ``rawi.guard`` by its tests."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import rawi.guard
from rawi.errors import SourceError


def hang() -> None:
    """Take too long."""
    time.sleep(60)


def eat() -> int:
    """Take too much memory."""
    return len([bytes(1 << 20) for _ in range(4096)])


def crash() -> None:
    """End the process."""
    os.kill(os.getpid(), 11)


def connect() -> None:
    """Open a socket."""
    socket.create_connection(("127.0.0.1", 9))


def write(path: str) -> None:
    """Write a file."""
    Path(path).write_text("x", "utf-8")


def refuse() -> None:
    """Raise an error with a code."""
    error = SourceError("مثال")
    error.code = "feed.doctype"
    raise error


def echo(value: object) -> object:
    """Return what came."""
    return value


if __name__ == "__main__":
    names = ("hang", "eat", "crash", "connect", "write", "refuse", "echo")
    rawi.guard.FUNCTIONS.update({name: f"tests.guarded:{name}" for name in names})
    rawi.guard.main()
