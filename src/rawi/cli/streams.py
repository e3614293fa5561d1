"""Standard streams: UTF-8 on every platform, bytes for results, quiet when the reader has gone."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rawi.views.labels import Language
    from rawi.views.screen import Screen

_WIDEST = 100


def prepare_streams() -> None:
    """Make stdout and stderr write UTF-8 whatever the locale; what cannot be encoded is replaced."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


class ReaderGone(Exception):
    """Nobody reads stdout any more (``rawi export … | head``); of a BrokenPipeError click makes exit 1."""


def write(data: bytes) -> None:
    """Write result bytes to stdout; raises ``ReaderGone`` when its reader has closed it."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    except BrokenPipeError as error:
        raise ReaderGone from error


def say(text: str) -> None:
    """Write a line for people to stderr."""
    click.echo(text, err=True)


def silence_stdout() -> None:
    """Point stdout at nothing when its reader has gone: the interpreter's last flush then finds no break."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stdout without a descriptor has no pipe that could break
        return


def on_terminal() -> bool:
    """Tell whether results go to a terminal."""
    return sys.stdout.isatty()


def build_screen(language: Language = "en") -> Screen:
    """Build the screen that cards are shown on, from the terminal and from NO_COLOR and FORCE_COLOR."""
    from rawi.views.screen import Screen

    terminal = on_terminal()
    colour = bool(os.environ.get("FORCE_COLOR")) or (terminal and not os.environ.get("NO_COLOR"))
    import shutil

    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST) if terminal else 0
    return Screen(terminal, colour, width, language)
