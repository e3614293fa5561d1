"""Progress of long work on stderr: a bar on a terminal, else a line every ten seconds."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rawi.cli.streams import say

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

Clock = Callable[[], float]
_EVERY = 10.0


class Progress(AbstractContextManager["Progress"]):
    """Counts steps and shows them; ``shown`` false counts in silence.

    ``paths`` are looked through for how many inputs there are, on a terminal only.
    """

    def __init__(self, work: str, paths: Sequence[str], shown: bool, clock: Clock = time.monotonic) -> None:
        self.steps: Counter[str] = Counter()
        self._work, self._paths, self._shown, self._clock = work, paths, shown, clock
        self._began = self._told = clock()
        self._bar: Bar | None = None
        self._parts = 0

    def __enter__(self) -> Self:
        if self._shown and sys.stderr.isatty():
            self._bar = _start_bar(self._work, _count_inputs(self._paths))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def watch(self, step: str) -> None:
        """Take note of a step; see ``rawi.ingest.run.Watch``."""
        self.steps[step] += 1
        if self._bar:
            self._bar.update(self._bar.tasks[0].id, completed=self.steps["finished"], counts=self.line())
        elif self._shown and self._clock() - self._told >= _EVERY:
            self._told = self._clock()
            say(f"{self._work}: {self.line()}")

    def tell(self, done: int, todo: int) -> None:
        """Take note of how far work has come of which the size is known."""
        if self._bar:
            told = f"{done:,}/{todo:,} docs"
            self._bar.update(self._bar.tasks[0].id, completed=done, total=todo, counts=told)
        elif self._shown and self._clock() - self._told >= _EVERY:
            self._told = self._clock()
            say(f"{self._work}: {done:,}/{todo:,} docs")

    def expect(self, parts: int, done: int) -> None:
        """Take note of how many parts the work has, of which so many were done before; each that is done is
        a step ``finished``."""
        self._parts, self.steps["finished"] = parts, done
        if self._bar:
            self._bar.update(self._bar.tasks[0].id, completed=done, total=parts, counts=self.line())

    def line(self) -> str:
        """Return the counts so far, with the rate.

        >>> moments = iter([0.0, 2.0])
        >>> one = Progress("extract", [], shown=False, clock=lambda: next(moments))
        >>> one.steps.update(stored=600, rejected=3)
        >>> one.line()
        '600 docs · 300/s · 3 refused'
        """
        done = self.steps["stored"] + self.steps["duplicate"]
        rate = done / max(self._clock() - self._began, 1e-3)
        known = f" · {self.steps['duplicate']:,} known" if self.steps["duplicate"] else ""
        refused = f" · {self.steps['rejected']:,} refused" if self.steps["rejected"] else ""
        parts = f" · {self.steps['finished']:,}/{self._parts:,} partitions" if self._parts else ""
        return f"{done:,} docs · {rate:,.0f}/s{known}{refused}{parts}"


def _start_bar(work: str, total: int | None) -> Bar:
    """Start a bar; one of unknown length pulses."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[counts]}"))
    console = Console(stderr=True, no_color=bool(os.environ.get("NO_COLOR")))
    bar = Progress(*columns, TimeRemainingColumn(), console=console, transient=True)
    bar.add_task(work, total=total, counts="")
    bar.start()
    return bar


def _count_inputs(paths: Sequence[str]) -> int | None:
    """Return how many inputs there are; null where that cannot be known, or one input holds all."""
    from rawi.model.source import Limits
    from rawi.sources.folders import find_files

    if "-" in paths:
        return None
    number = sum(1 for path in paths for _ in find_files(path, Limits()))
    return number if number > 1 else None
