"""``rawi demo``: see it work."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tempfile
import time
from pathlib import Path

import click

from rawi.cli.faults import Fault, advising
from rawi.cli.session import Session, plain
from rawi.cli.streams import write


@click.command("demo")
@click.argument("folder", required=False, metavar="[DIR]")
@plain
def command(session: Session, folder: str | None) -> int:
    """Read the project's own invented articles into a ledger and print what it answers.

    Everything goes into DIR, or into a new temporary folder, and stays there to be tried out.
    """
    from rawi.demonstration import demonstrate, list_next, render_demonstration
    from rawi.views.jsonl import encode_object

    began = time.perf_counter()
    try:
        with advising("E301", "demo"):
            shown = demonstrate(Path(folder or tempfile.mkdtemp(prefix="rawi-demo-")).absolute())
    except OSError as error:
        raise Fault("output", str(error.filename or ""), error.strerror or str(error)) from error
    if session.json:
        write(encode_object("demo", demonstration=shown, next=list_next(shown)))
        return 0
    sections = render_demonstration(shown, session.screen(), _way_to_rawi())
    write(("\n\n".join(sections) + "\n").encode("utf-8", "replace"))
    session.say(f"\n{time.perf_counter() - began:.1f} s, offline; {shown.folder}")
    return 0


def _way_to_rawi() -> list[str]:
    """Return the command that lets a shell find rawi, if it does not yet."""
    script = Path(sys.argv[0])
    if shutil.which("rawi") or script.stem != "rawi":
        return []
    folder = script.absolute().parent
    return [f"set PATH={folder};%PATH%" if os.name == "nt" else f"PATH={shlex.quote(str(folder))}:$PATH"]
