"""``rawi restore``: a ledger made of a backup, if it is sound."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from rawi.cli.backup import untaken
from rawi.cli.faults import Fault
from rawi.cli.session import Session, asking
from rawi.cli.streams import write
from rawi.cli.verify import MISMATCH
from rawi.errors import SourceError


@click.command("restore")
@click.argument("backup", metavar="FILE")
@asking
def command(session: Session, backup: str) -> int:
    """Make the ledger of the backup FILE, after a look through all of it; never over a ledger.

    The hash in FILE.sha256 is compared, then the copy is verified as by rawi verify. If anything is not what
    was written, every place is named, nothing is written, and the exit code is 4.
    """
    from rawi.ingest.provenance import derive_text
    from rawi.ledger.backup import restore_backup
    from rawi.views.jsonl import encode_object

    with untaken(session.path), read(backup):
        made = restore_backup(Path(backup), Path(session.path), derive_text)
    if session.json:
        write(encode_object("restore", sound=not made.mismatches, restored=made))
    elif made.mismatches:
        lines = [f"mismatch[{one.code}] {one.subject}: {one.message}" for one in made.mismatches]
        lines.append(f"{len(lines)} mismatches; nothing was written / لم يُكتب شيء")
        write("\n".join([*lines, ""]).encode("utf-8", "replace"))
    else:
        counts = made.counts
        assert counts is not None
        held = f"{counts.documents} documents, {counts.readings} readings, {counts.journal} events"
        write(f"{made.path}: sound, {held}; journal head {made.head}\n".encode("utf-8", "replace"))
    if not made.sealed:
        session.say(f"there is no {backup}.sha256: changes of bytes that mean nothing would not be seen")
        session.say(f"لا يوجد {backup}.sha256 للمقارنة")
    return MISMATCH if made.mismatches else 0


@contextmanager
def read(backup: str) -> Iterator[None]:
    """Turn a backup that is no file to read into wrong usage."""
    try:
        yield
    except SourceError as error:
        raise Fault("usage.backup", backup, str(error)) from error
