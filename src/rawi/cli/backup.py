"""``rawi backup``: a copy of the ledger that can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from rawi.cli.faults import Fault
from rawi.cli.session import Session, asking
from rawi.cli.streams import write


@click.command("backup")
@click.argument("target", metavar="FILE")
@asking
def command(session: Session, target: str) -> int:
    """Write the ledger to FILE as it is at this moment, whole or not at all; others may go on writing to it.

    FILE.sha256 beside it holds its hash, which restoring compares. Nothing is ever overwritten. Note the hash
    and the journal's head elsewhere, too.
    """
    from rawi.ledger.backup import write_backup
    from rawi.views.jsonl import encode_object

    with session.open_ledger() as ledger, untaken(target):
        made = write_backup(ledger, Path(target))
    if session.json:
        write(encode_object("backup", backup=made))
        return 0
    held = f"{made.counts.documents} documents, {made.counts.readings} readings, {made.counts.journal} events"
    told = f"{made.path}: {held}, {made.size} bytes\nsha256 {made.sha256}\njournal head {made.head}\n"
    write(told.encode("utf-8", "replace"))
    return 0


@contextmanager
def untaken(target: str) -> Iterator[None]:
    """Turn the refusal to write over a file into wrong usage, and what the system refuses into a Fault."""
    try:
        yield
    except FileExistsError as error:
        raise Fault("usage.target", str(error.filename), "there is a file already") from error
    except OSError as error:
        raise Fault("output", target, error.strerror or str(error)) from error
