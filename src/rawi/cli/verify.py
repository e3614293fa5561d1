"""``rawi verify``: is the ledger what was written."""

from __future__ import annotations

import click

from rawi.cli.session import Session, asking
from rawi.cli.streams import write

MISMATCH = 4


@click.command("verify")
@asking
def command(session: Session) -> int:
    """Hash all evidence again, cut every span again, follow the journal; exits with 4 if anything differs.

    Of the search index it checks the structure, and that every text is in it; not its contents word by word.

    Note the journal's head elsewhere: it shows if the end of the journal was cut off.
    """
    from rawi.ingest.provenance import derive_text
    from rawi.views.jsonl import encode_object

    with session.open_ledger() as ledger:
        found, counts, head = ledger.verify(derive_text), ledger.counts(), ledger.head()
    if session.json:
        write(encode_object("verify", sound=not found, head=head, counts=counts, mismatches=found))
    else:
        lines = [f"mismatch[{one.code}] {one.subject}: {one.message}" for one in found]
        checked = f"{counts.documents} documents, {counts.readings} readings, {counts.journal} events"
        result = f"{len(found)} mismatches" if found else "sound"
        lines.append(f"{result}: {checked}, structure of the index; journal head {head}")
        write("\n".join([*lines, ""]).encode("utf-8", "replace"))
    return MISMATCH if found else 0
