"""``rawi cite``: an entry or passage as a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rawi.cli.session import Session, asked, asking
from rawi.cli.show import ENTRY
from rawi.cli.streams import write

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger
    from rawi.views.citation import Citation


@click.command("cite")
@click.argument("id", metavar="ID|DOC#char=A,B")
@click.option("--style", type=click.Choice(["block", "md", "ris", "csl"]), default="block", help="How.")
@asking
def command(session: Session, id: str, style: str) -> int:
    """Print a citation of an entry, or of the words at an address.

    Only what the source itself quotes as a whole is given as a quotation.
    """
    from rawi.views.citation import STYLES, render_citation
    from rawi.views.jsonl import encode_object

    with session.open_ledger() as ledger, asked(id):
        citation = _build(ledger, id)
    language = session.language or "en"
    if session.json:
        rendered = {one: render_citation(citation, one, language) for one in STYLES}
        write(encode_object("cite", citation=citation, styles=rendered))
        return 0
    chosen = next(one for one in STYLES if one == style)
    write(f"{render_citation(citation, chosen, language)}\n".encode("utf-8", "replace"))
    return 0


def _build(ledger: Ledger, id: str) -> Citation:
    """Build the citation of whatever ``id`` names."""
    from rawi.views.citation import build_citation, build_event_citation, build_passage

    if ENTRY.match(id):
        entry = ledger.entry(id)
        if entry.kind == "event":
            return build_event_citation(ledger.event(entry.id), ledger.document(entry.document))
        return build_citation(entry, ledger.document(entry.document))
    return build_passage(id, ledger.words(id), ledger.document(id.partition("#")[0]))
