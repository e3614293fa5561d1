"""A parser that hangs, crashes, eats memory or reaches out costs one input, never the run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rawi import guard
from rawi.errors import SourceError


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Iterator[guard._Child]:
    """A child that can do what hostile files make parsers do."""
    root = str(Path(__file__).parents[1])
    monkeypatch.syspath_prepend(root)
    monkeypatch.setenv("PYTHONPATH", root)
    one = guard._Child(("-m", "tests.guarded"))
    yield one
    one.stop()


def ask(child: guard._Child, name: str, *arguments: Any, seconds: float = 20) -> str:
    """Return the code with which a question ends."""
    with pytest.raises(SourceError) as caught:
        child.ask(name, arguments, seconds)
    return caught.value.code


def test_plain_values_go_through(child: guard._Child) -> None:
    """Bytes, words and numbers come back as they went."""
    value = {"نص": [b"\x00\xff", 1, None, "قال"]}
    assert child.ask("echo", (value,), 20) == value


def test_what_hangs_is_stopped(child: guard._Child) -> None:
    """A question that takes too long ends in time, and the child with it."""
    assert child.ask("echo", (1,), 20) == 1
    begun = time.monotonic()
    assert ask(child, "hang", seconds=0.5) == "limit.seconds"
    assert time.monotonic() - begun < 5
    assert child.gone


def test_what_eats_memory_is_stopped(child: guard._Child) -> None:
    """Four gigabytes are refused; the child lives on."""
    assert ask(child, "eat") == "limit.memory"
    assert child.ask("echo", (1,), 20) == 1


def test_a_crash_is_told(child: guard._Child) -> None:
    """A process that is lost is an error with a code."""
    assert ask(child, "crash") == "limit.crashed"
    assert child.gone


def test_an_error_keeps_its_code(child: guard._Child) -> None:
    """What the function raises on purpose arrives as it was."""
    assert ask(child, "refuse") == "feed.doctype"


def test_nothing_gets_out(child: guard._Child, tmp_path: Path) -> None:
    """No socket is opened and no file written."""
    assert ask(child, "connect") == "source.unreadable"
    assert ask(child, "write", str(tmp_path / "a")) == "source.unreadable"
    assert not (tmp_path / "a").exists()


def test_a_lost_child_is_replaced() -> None:
    """After a crash the next question finds a new child."""
    feed = "<rss version='2.0'><channel><item><title>خبر</title></item></channel></rss>".encode()
    assert guard.run_guarded("feed", feed, seconds=20)["entries"][0]["title"] == "خبر"
    assert guard._child is not None
    guard._child.stop()
    assert guard.run_guarded("feed", feed, seconds=20)["entries"][0]["title"] == "خبر"


def test_every_function_is_there() -> None:
    """Each name of the list leads to a function."""
    assert all(callable(guard._find(name)) for name in guard.FUNCTIONS)


@pytest.mark.parametrize("more", [[], ["--jobs", "2"]])
def test_nothing_of_the_folder_at_hand_is_run(tmp_path: Path, more: list[str]) -> None:
    """Modules that lie beside the articles, under names of the standard library, are not loaded."""
    for name in ("signal", "queue", "socket", "feedparser", "trafilatura", "rawi"):
        (tmp_path / f"{name}.py").write_text("open('run', 'w').close()", "utf-8")
    feed = "<rss version='2.0'><channel><item><title>خبر</title></item></channel></rss>"
    (tmp_path / "a.xml").write_text(feed, "utf-8")
    program = Path(sys.executable).with_name("rawi")
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [str(program), "extract", "a.xml", *more]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "run").exists()
